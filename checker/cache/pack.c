/* pack.c - what the runs on one project use of a store, as one file. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cache/pack.h"

#include "support/arena.h"
#include "support/bytes.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/table.h"
#include "support/vec.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

static const char magic[] = "\x8apack\r\n\x1a";

enum {
    LAYOUT = 1,
    MAGIC_SIZE = sizeof(magic) - 1,
    LAYOUT_AT = MAGIC_SIZE,
    COUNT_AT = LAYOUT_AT + 8,
    HASH_AT = COUNT_AT + 8,
    HEADER = HASH_AT + 8,
    KIND_AT = 16, /* in an entry */
    START_AT = KIND_AT + PACK_KIND,
    SIZE_AT = START_AT + 8,
    CHECK_AT = SIZE_AT + 8,
    ENTRY = CHECK_AT + 8
};

/* What an entry is found by; has no padding. */
struct name {
    struct digest key;
    char kind[PACK_KIND];
};

struct entry {
    struct name name;
    const char *data;
    size_t size;
    uint64_t check;
    bool is_used;
    UT_hash_handle hh;
};

struct pack {
    struct arena *arena;
    const char *path;
    struct file_map map;
    uv_mutex_t lock;
    struct entry *table;
    bool is_changed;
};

static struct name name_of(const char *kind, struct digest key)
{
    struct name name = { .key = key };
    size_t length = strlen(kind);

    memcpy(name.kind, kind, length < PACK_KIND ? length : PACK_KIND - 1);
    return name;
}

static struct entry *add_entry(struct pack *pack, const struct name *name)
{
    struct arena *arena = pack->arena;
    struct entry *entry = arena_new(arena, struct entry);

    entry->name = *name;
    HASH_ADD(hh, pack->table, name, sizeof(entry->name), entry);
    return entry;
}

static struct entry *find_entry(const struct pack *pack,
                                const struct name *name)
{
    struct entry *entry = NULL;

    HASH_FIND(hh, pack->table, name, sizeof(*name), entry);
    return entry;
}

/* Reading. */

/* How many entries the file has; 0 if it is none that we can read. */
static size_t count_of(const struct file_map *map)
{
    const char *data = map->data;

    if (map->size < HEADER || memcmp(data, magic, MAGIC_SIZE) != 0 ||
        bytes_get(data + LAYOUT_AT, 8) != LAYOUT)
        return 0;

    uint64_t count = bytes_get(data + COUNT_AT, 8);

    if (count > (map->size - HEADER) / ENTRY ||
        hash_bytes(data + HEADER, (size_t)count * ENTRY) !=
            bytes_get(data + HASH_AT, 8))
        return 0;
    return (size_t)count;
}

static void read_entry(struct pack *pack, const char *at)
{
    struct name name = { .key = { bytes_get(at, 8), bytes_get(at + 8, 8) } };
    uint64_t start = bytes_get(at + START_AT, 8);
    uint64_t size = bytes_get(at + SIZE_AT, 8);

    memcpy(name.kind, at + KIND_AT, PACK_KIND);
    if (start > pack->map.size || size > pack->map.size - start)
        return;

    struct entry *entry = add_entry(pack, &name);

    entry->data = (const char *)pack->map.data + start;
    entry->size = (size_t)size;
    entry->check = bytes_get(at + CHECK_AT, 8);
}

struct pack *pack_open(struct arena *arena, const char *path)
{
    struct pack *pack = arena_new(arena, struct pack);

    pack->arena = arena;
    pack->path = arena_strdup(arena, path);
    uv_mutex_init(&pack->lock);
    file_map_open(path, NULL, &pack->map);

    size_t count = count_of(&pack->map);

    for (size_t i = 0; i < count; i++)
        read_entry(pack, (const char *)pack->map.data + HEADER + i * ENTRY);
    return pack;
}

/* Use. */

bool pack_get(struct pack *pack, const char *kind, struct digest key,
              struct file_map *map)
{
    struct name name = name_of(kind, key);

    uv_mutex_lock(&pack->lock);

    struct entry *entry = find_entry(pack, &name);
    bool is_good =
        entry && (entry->is_used ||
                  hash_bytes(entry->data, entry->size) == entry->check);

    if (is_good) {
        entry->is_used = true;
        *map = (struct file_map){ entry->data, entry->size, true };
    }
    uv_mutex_unlock(&pack->lock);
    return is_good;
}

void pack_put(struct pack *pack, const char *kind, struct digest key,
              const void *data, size_t size)
{
    struct name name = name_of(kind, key);

    uv_mutex_lock(&pack->lock);

    struct entry *entry = find_entry(pack, &name);

    if (!entry)
        entry = add_entry(pack, &name);
    entry->data = arena_copy(pack->arena, data, size);
    entry->size = size;
    entry->check = hash_bytes(data, size);
    entry->is_used = true;
    pack->is_changed = true;
    uv_mutex_unlock(&pack->lock);
}

/* Writing. */

struct entries vec_of(const struct entry *);

static int compare_entries(const void *a, const void *b)
{
    const struct name *x = &(*(const struct entry *const *)a)->name;
    const struct name *y = &(*(const struct entry *const *)b)->name;

    if (x->key.high != y->key.high)
        return x->key.high < y->key.high ? -1 : 1;
    if (x->key.low != y->key.low)
        return x->key.low < y->key.low ? -1 : 1;
    return memcmp(x->kind, y->kind, PACK_KIND);
}

static void gather_used(struct arena *arena, const struct pack *pack,
                        struct entries *entries)
{
    for (const struct entry *entry = pack->table; entry; entry = entry->hh.next)
        if (entry->is_used)
            vec_push(arena, entries, entry);
    if (entries->count != 0)
        qsort(entries->items, entries->count, sizeof(*entries->items),
              compare_entries);
}

/* The bytes of an entry in the list; its own begin at `start`. */
static void put_entry(char *bytes, const struct entry *entry, uint64_t start)
{
    bytes_put(bytes, 8, entry->name.key.high);
    bytes_put(bytes + 8, 8, entry->name.key.low);
    memcpy(bytes + KIND_AT, entry->name.kind, PACK_KIND);
    bytes_put(bytes + START_AT, 8, start);
    bytes_put(bytes + SIZE_AT, 8, entry->size);
    bytes_put(bytes + CHECK_AT, 8, entry->check);
}

static void put_header(char *data, size_t count)
{
    memcpy(data, magic, MAGIC_SIZE);
    bytes_put(data + LAYOUT_AT, 8, LAYOUT);
    bytes_put(data + COUNT_AT, 8, count);
    bytes_put(data + HASH_AT, 8, hash_bytes(data + HEADER, count * ENTRY));
}

/* Where the bytes of the entries begin. */
static size_t start_of(const struct entries *entries)
{
    return HEADER + entries->count * ENTRY;
}

static size_t size_of(const struct entries *entries)
{
    size_t size = start_of(entries);

    vec_each (const struct entry *, entry, entries)
        size += (*entry)->size;
    return size;
}

static bool write_pack(const struct pack *pack)
{
    struct arena *scratch = arena_open();
    struct entries entries = { 0 };

    gather_used(scratch, pack, &entries);

    size_t size = size_of(&entries), start = start_of(&entries);
    char *data = arena_alloc(scratch, size);

    for (size_t i = 0; i < entries.count; i++) {
        const struct entry *entry = entries.items[i];
        put_entry(data + HEADER + i * ENTRY, entry, start);
        memcpy(data + start, entry->data, entry->size);
        start += entry->size;
    }
    put_header(data, entries.count);

    bool good = file_make_directory(path_directory(scratch, pack->path)) &&
                file_write(pack->path, data, size, NULL);

    arena_close(scratch);
    return good;
}

bool pack_close(struct pack *pack)
{
    bool is_written = pack->is_changed && write_pack(pack);

    file_map_close(&pack->map);
    uv_mutex_destroy(&pack->lock);
    return is_written;
}
