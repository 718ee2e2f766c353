/* pack.c - what the runs on one project use of a store, as two files.
 *
 * To find an entry the list of a file is searched where it lies: a run that
 * asks for little pays for little. What was put in this run is in a table.
 */
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
    ENTRY = CHECK_AT + 8,
    SMALL = 256 << 10, /* a file of this size is written as a whole */
    NEWS_PART = 2      /* of the rest, as large may the news be */
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
    UT_hash_handle hh; /* of those that were put */
};

/* One of the files, as it was when the run began. */
struct side {
    const char *path;
    struct file_map map;
    size_t count;
    bool *used; /* by number: its bytes are good, and were asked for */
};

enum { NEWS, REST, SIDES }; /* what is newer comes first */

struct pack {
    struct arena *arena;
    uv_mutex_t lock;
    struct side sides[SIDES];
    struct entry *put;
    size_t put_size;
    bool keeps_all;
};

static struct name name_of(const char *kind, struct digest key)
{
    struct name name = { .key = key };
    size_t length = strlen(kind);

    memcpy(name.kind, kind, length < PACK_KIND ? length : PACK_KIND - 1);
    return name;
}

static int compare_names(const struct name *a, const struct name *b)
{
    if (a->key.high != b->key.high)
        return a->key.high < b->key.high ? -1 : 1;
    if (a->key.low != b->key.low)
        return a->key.low < b->key.low ? -1 : 1;
    return memcmp(a->kind, b->kind, PACK_KIND);
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

static const char *listed(const struct side *side, size_t number)
{
    return (const char *)side->map.data + HEADER + number * ENTRY;
}

static struct name name_in(const char *at)
{
    struct name name = { .key = { bytes_get(at, 8), bytes_get(at + 8, 8) } };

    memcpy(name.kind, at + KIND_AT, PACK_KIND);
    return name;
}

/* False: its bytes are not in the file. */
static bool read_entry(const struct side *side, size_t number,
                       struct entry *entry)
{
    const char *at = listed(side, number);
    uint64_t start = bytes_get(at + START_AT, 8);
    uint64_t size = bytes_get(at + SIZE_AT, 8);

    if (start > side->map.size || size > side->map.size - start)
        return false;
    entry->name = name_in(at);
    entry->data = (const char *)side->map.data + start;
    entry->size = (size_t)size;
    entry->check = bytes_get(at + CHECK_AT, 8);
    return true;
}

static int compare_listed(const void *wanted, const void *at)
{
    struct name name = name_in(at);

    return compare_names(wanted, &name);
}

/* The number of the entry, or that of all: there is none. */
static size_t search(const struct side *side, const struct name *name)
{
    const char *at = side->count == 0
                         ? NULL
                         : bsearch(name, listed(side, 0), side->count, ENTRY,
                                   compare_listed);

    return at ? (size_t)(at - listed(side, 0)) / ENTRY : side->count;
}

static void open_side(struct arena *arena, const char *path, struct side *side)
{
    side->path = path;
    file_map_open(path, NULL, &side->map);
    side->count = count_of(&side->map);
    side->used = arena_array(arena, bool, side->count);
}

struct pack *pack_open(struct arena *arena, const char *path)
{
    struct pack *pack = arena_new(arena, struct pack);
    int stem = (int)(strlen(path) - strlen(path_extension(path)));

    pack->arena = arena;
    uv_mutex_init(&pack->lock);
    open_side(arena, arena_strdup(arena, path), &pack->sides[REST]);
    open_side(arena, arena_format(arena, "%.*s.new%s", stem, path, path + stem),
              &pack->sides[NEWS]);
    return pack;
}

bool pack_was_there(const struct pack *pack)
{
    return pack->sides[REST].count + pack->sides[NEWS].count != 0;
}

/* Use. */

static struct entry *find_put(const struct pack *pack, const struct name *name)
{
    struct entry *entry = NULL;

    HASH_FIND(hh, pack->put, name, sizeof(*name), entry);
    return entry;
}

/* What is damaged is not there. */
static bool find_read(const struct side *side, const struct name *name,
                      struct entry *entry)
{
    size_t number = search(side, name);

    if (number == side->count || !read_entry(side, number, entry) ||
        !(side->used[number] ||
          hash_bytes(entry->data, entry->size) == entry->check))
        return false;
    side->used[number] = true;
    return true;
}

bool pack_get(struct pack *pack, const char *kind, struct digest key,
              struct file_map *map)
{
    struct name name = name_of(kind, key);
    struct entry read;

    uv_mutex_lock(&pack->lock);

    const struct entry *entry = find_put(pack, &name);

    for (size_t i = 0; !entry && i < SIDES; i++)
        if (find_read(&pack->sides[i], &name, &read))
            entry = &read;
    if (entry)
        *map = (struct file_map){ entry->data, entry->size, true };
    uv_mutex_unlock(&pack->lock);
    return entry != NULL;
}

void pack_put(struct pack *pack, const char *kind, struct digest key,
              const void *data, size_t size)
{
    struct arena *arena = pack->arena;
    struct name name = name_of(kind, key);

    uv_mutex_lock(&pack->lock);

    struct entry *entry = find_put(pack, &name);

    if (!entry) {
        entry = arena_new(arena, struct entry);
        entry->name = name;
        HASH_ADD(hh, pack->put, name, sizeof(entry->name), entry);
        pack->put_size += ENTRY;
    }
    pack->put_size += size - entry->size;
    entry->data = arena_copy(arena, data, size);
    entry->size = size;
    entry->check = hash_bytes(data, size);
    uv_mutex_unlock(&pack->lock);
}

uint64_t pack_size(const struct pack *pack)
{
    return pack->put_size + pack->sides[NEWS].map.size +
           pack->sides[REST].map.size;
}

void pack_keep(struct pack *pack)
{
    pack->keeps_all = true;
}

/* Writing. */

struct entries vec_of(struct entry);

static int compare_entries(const void *a, const void *b)
{
    return compare_names(&((const struct entry *)a)->name,
                         &((const struct entry *)b)->name);
}

static bool is_newer_there(const struct pack *pack, size_t side,
                           const struct name *name)
{
    bool is_there = find_put(pack, name) != NULL;

    for (size_t i = 0; !is_there && i < side; i++)
        is_there = search(&pack->sides[i], name) != pack->sides[i].count;
    return is_there;
}

static void gather_side(struct arena *arena, const struct pack *pack,
                        size_t side, bool wants_all, struct entries *entries)
{
    const struct side *from = &pack->sides[side];
    struct entry entry = { 0 };

    for (size_t i = 0; i < from->count; i++)
        if ((wants_all || from->used[i]) && read_entry(from, i, &entry) &&
            !is_newer_there(pack, side, &entry.name))
            vec_push(arena, entries, entry);
}

/* What is used of all, or kept; or all that is newer than the rest. */
static void gather(struct arena *arena, const struct pack *pack, bool is_news,
                   struct entries *entries)
{
    for (const struct entry *entry = pack->put; entry; entry = entry->hh.next)
        vec_push(arena, entries, *entry);
    gather_side(arena, pack, NEWS, is_news || pack->keeps_all, entries);
    if (!is_news)
        gather_side(arena, pack, REST, pack->keeps_all, entries);
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

    vec_each (const struct entry, entry, entries)
        size += entry->size;
    return size;
}

static bool write_entries(struct arena *arena, const char *path,
                          const struct entries *entries)
{
    size_t size = size_of(entries), start = start_of(entries);
    char *data = arena_alloc(arena, size);

    for (size_t i = 0; i < entries->count; i++) {
        const struct entry *entry = &entries->items[i];
        put_entry(data + HEADER + i * ENTRY, entry, start);
        memcpy(data + start, entry->data, entry->size);
        start += entry->size;
    }
    put_header(data, entries->count);
    return file_make_directory(path_directory(arena, path)) &&
           file_write(path, data, size, NULL);
}

/* What is new is written alone while there is little of it. */
static bool write_pack(const struct pack *pack)
{
    struct arena *scratch = arena_open();
    struct entries entries = { 0 };
    const struct side *news = &pack->sides[NEWS], *rest = &pack->sides[REST];
    bool is_news =
        rest->map.size > SMALL &&
        HEADER + pack->put_size + news->map.size <= rest->map.size / NEWS_PART;

    gather(scratch, pack, is_news, &entries);

    bool good =
        write_entries(scratch, is_news ? news->path : rest->path, &entries);

    if (good && !is_news && news->map.size != 0)
        file_remove(news->path);
    arena_close(scratch);
    return good;
}

bool pack_close(struct pack *pack)
{
    bool is_written = pack->put && write_pack(pack);

    for (size_t i = 0; i < SIDES; i++)
        file_map_close(&pack->sides[i].map);
    uv_mutex_destroy(&pack->lock);
    return is_written;
}
