/* part_memory.c - a table from key to bytes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/part_memory.h"

#include "support/table.h"

#define MAX_BYTES ((size_t)32 << 20)

struct kept_part {
    struct digest key;
    const void *bytes;
    size_t size;
    UT_hash_handle hh;
};

struct part_memory {
    struct arena *own;
    struct arena *arena; /* of the parts */
    struct kept_part *parts;
    struct engine_memory engine;
};

static struct kept_part *look_up(const struct part_memory *memory,
                                 struct digest key)
{
    struct kept_part *part = NULL;

    HASH_FIND(hh, memory->parts, &key, sizeof(key), part);
    return part;
}

static const void *find(void *data, struct arena *arena, struct digest key,
                        size_t *size)
{
    const struct kept_part *part = look_up(data, key);

    if (!part)
        return NULL;
    *size = part->size;
    return arena_copy(arena, part->bytes, part->size);
}

static void forget(struct part_memory *memory)
{
    arena_close(memory->arena);
    memory->arena = arena_open();
    memory->parts = NULL;
}

static void keep(void *data, struct digest key, const void *bytes, size_t size)
{
    struct part_memory *memory = data;

    if (arena_size(memory->arena) > MAX_BYTES)
        forget(memory);

    struct arena *arena = memory->arena;
    struct kept_part *part = look_up(memory, key);

    if (!part) {
        part = arena_new(arena, struct kept_part);
        part->key = key;
        HASH_ADD(hh, memory->parts, key, sizeof(key), part);
    }
    part->bytes = arena_copy(arena, bytes, size);
    part->size = size;
}

struct part_memory *part_memory_open(struct strings *strings)
{
    struct arena *own = arena_open();
    struct part_memory *memory = arena_new(own, struct part_memory);

    memory->own = own;
    memory->arena = arena_open();
    memory->engine = (struct engine_memory){ strings, memory, find, keep };
    return memory;
}

void part_memory_close(struct part_memory *memory)
{
    if (!memory)
        return;
    arena_close(memory->arena);
    arena_close(memory->own);
}

const struct engine_memory *part_memory_of(const struct part_memory *memory)
{
    return &memory->engine;
}
