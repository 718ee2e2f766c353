/* arena.c - a list of blocks, the newest first, filled from the front.
 *
 * A request that does not fit the newest block opens a new one, at least twice
 * as large as the last up to a limit, so that small arenas stay small and large
 * ones make few calls to malloc. Under AddressSanitizer every block is poisoned
 * and only what was handed out is opened, with a gap after each object, so an
 * overrun of an arena object is caught like one of a malloc object. Debug
 * builds overwrite what is dropped.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#    define ARENA_ASAN 1
#elif defined(__has_feature)
#    if __has_feature(address_sanitizer)
#        define ARENA_ASAN 1
#    endif
#endif

#if defined(ARENA_ASAN)
#    include <sanitizer/asan_interface.h>
#    define poison(data, size)   ASAN_POISON_MEMORY_REGION(data, size)
#    define unpoison(data, size) ASAN_UNPOISON_MEMORY_REGION(data, size)
enum { GAP = 16 };
#else
#    define poison(data, size)   ((void)(data), (void)(size))
#    define unpoison(data, size) ((void)(data), (void)(size))
enum { GAP = 0 };
#endif

enum {
    ALIGNMENT = alignof(max_align_t),
    FIRST_BLOCK = 4 * 1024,
    LARGEST_BLOCK = 1024 * 1024,
    DROPPED = 0xdd,
    SHORT_STRING = 256,
};

struct arena_block {
    struct arena_block *older;
    size_t size;
    size_t used;
    max_align_t data[];
};

struct arena {
    struct arena_block *newest;
    struct arena_block *apart; /* of arena_alloc_apart, one for each */
    size_t size;               /* of the others */
};

static void out_of_memory(void)
{
    fputs("unloadcheck: error: out of memory\n", stderr);
    exit(2);
}

static char *block_data(struct arena_block *block)
{
    return (char *)block->data;
}

static size_t next_block_size(const struct arena *arena, size_t needed)
{
    size_t size = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;

    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    return size < needed ? needed : size;
}

static void block_add(struct arena_block **newest, size_t size)
{
    struct arena_block *block = malloc(sizeof(*block) + size);

    if (!block)
        out_of_memory();
    block->older = *newest;
    block->size = size;
    block->used = 0;
    *newest = block;
    poison(block_data(block), size);
}

static void *block_take(struct arena_block *block, size_t size, size_t taken)
{
    char *data = block_data(block) + block->used;

    block->used += taken;
    unpoison(data, size);
    return memset(data, 0, size);
}

static void block_drop(struct arena_block *block)
{
    unpoison(block_data(block), block->size);
#ifndef NDEBUG
    memset(block_data(block), DROPPED, block->used);
#endif
    free(block);
}

struct arena *arena_open(void)
{
    struct arena *arena = calloc(1, sizeof(*arena));

    if (!arena)
        out_of_memory();
    return arena;
}

static void drop_all(struct arena_block **newest)
{
    while (*newest) {
        struct arena_block *block = *newest;
        *newest = block->older;
        block_drop(block);
    }
}

void arena_reset(struct arena *arena)
{
    drop_all(&arena->newest);
    drop_all(&arena->apart);
    arena->size = 0;
}

void arena_close(struct arena *arena)
{
    if (!arena)
        return;
    arena_reset(arena);
    free(arena);
}

/* What a request takes from its block: never nothing, always aligned. */
static size_t padded(size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    if (size == 0)
        size = 1;
    size += GAP;
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size_t taken = padded(size);

    if (!arena->newest || arena->newest->size - arena->newest->used < taken) {
        block_add(&arena->newest, next_block_size(arena, taken));
        arena->size += sizeof(*arena->newest) + arena->newest->size;
    }
    return block_take(arena->newest, size, taken);
}

void *arena_alloc_apart(struct arena *arena, size_t size)
{
    size_t taken = padded(size);

    block_add(&arena->apart, taken);
    return block_take(arena->apart, size, taken);
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        out_of_memory();
    return arena_alloc(arena, count * size);
}

void *arena_copy(struct arena *arena, const void *data, size_t size)
{
    void *copy = arena_alloc(arena, size);

    if (size != 0)
        memcpy(copy, data, size);
    return copy;
}

char *arena_strndup(struct arena *arena, const char *string, size_t length)
{
    const char *end = memchr(string, '\0', length);
    size_t size = end ? (size_t)(end - string) : length;
    char *copy = arena_alloc(arena, size + 1);

    memcpy(copy, string, size);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *string)
{
    return arena_copy(arena, string, strlen(string) + 1);
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
    char short_one[SHORT_STRING];
    va_list again;

    va_copy(again, arguments);
    int length = vsnprintf(short_one, sizeof(short_one), format, arguments);
    if (length < 0)
        out_of_memory();

    char *string = arena_alloc(arena, (size_t)length + 1);

    if ((size_t)length < sizeof(short_one))
        memcpy(string, short_one, (size_t)length);
    else
        vsnprintf(string, (size_t)length + 1, format, again);
    va_end(again);
    return string;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    char *string = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return string;
}

size_t arena_size(const struct arena *arena)
{
    return arena->size;
}
