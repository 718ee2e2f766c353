/* store.c - a folder of what was computed, found by what it was computed from.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cache/store.h"

#include "cache/pack.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/vec.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PART_LIMIT  ((uint64_t)8 << 20) /* bytes in one of the folders */
#define SMALL       (PART_LIMIT / 256)  /* an entry of this size */
#define LARGE_LIMIT ((uint64_t)256 << 20)
#define LARGE       "large"

enum {
    PARTS = 256,
    PART_NAME = 2, /* characters of the key that name the folder */
    LOOK_EVERY = 16,
    MINUTE = 60,
    HOUR = 60 * MINUTE,
    DAY = 24 * HOUR
};

struct store {
    const char *folder;
    struct pack *pack; /* or NULL */
};

/* A file of the store as it is on the disk. */
struct entry {
    const char *path;
    uint64_t size;
    int64_t used;
};

struct entries vec_of(struct entry);

struct store *store_make(struct arena *arena, const char *folder)
{
    struct store *store = arena_new(arena, struct store);

    store->folder = arena_strdup(arena, folder);
    return store;
}

const char *store_folder(const struct store *store)
{
    return store->folder;
}

const char *store_user_folder(struct arena *arena)
{
    static const struct {
        const char *variable;
        const char *below;
    } places[] = {
        { "UNLOADCHECK_CACHE_DIR", "" },
        { "XDG_CACHE_HOME", "unloadcheck" },
        { "LOCALAPPDATA", "unloadcheck/cache" },
        { "HOME", ".cache/unloadcheck" },
    };

    for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
        const char *value = environment_get(arena, places[i].variable);
        if (value && path_is_absolute(value))
            return path_normal(arena, path_join(arena, value, places[i].below));
    }
    return NULL;
}

static const char *part_folder(struct arena *arena, const struct store *store,
                               const char *key)
{
    return path_join(arena, store->folder,
                     arena_strndup(arena, key, PART_NAME));
}

static const char *entry_path(struct arena *arena, const struct store *store,
                              const char *kind, const char *key)
{
    return path_join(arena, part_folder(arena, store, key),
                     arena_format(arena, "%s.%s", key + PART_NAME, kind));
}

/* When an entry was used is when its file was changed; a day more or less does
 * not matter. */
static void note_use(const char *path)
{
    struct file_status status;

    if (file_status(path, &status) && time(NULL) - status.changed > DAY)
        file_touch(path);
}

static bool get_file(const struct store *store, const char *kind,
                     struct digest key, struct file_map *map)
{
    struct arena *scratch = arena_open();
    const char *path =
        entry_path(scratch, store, kind, digest_text(scratch, key));
    bool found = file_map_open(path, NULL, map);

    if (found)
        note_use(path);
    arena_close(scratch);
    return found;
}

bool store_get(const struct store *store, const char *kind, struct digest key,
               struct file_map *map)
{
    if (store->pack && pack_get(store->pack, kind, key, map))
        return true;
    if (!get_file(store, kind, key, map))
        return false;
    store_put_packed(store, kind, key, map->data, map->size);
    return true;
}

/* What lies in a folder of the store. */

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), part = strlen(end);

    return length >= part && strcmp(name + length - part, end) == 0;
}

static void list_part(struct arena *arena, const char *folder,
                      struct entries *entries)
{
    struct file_names names = { 0 };

    if (!file_list(arena, folder, fail_make(arena), &names))
        return;
    vec_each (const char *, name, &names) {
        struct file_status status;
        struct entry entry = { .path = path_join(arena, folder, *name) };
        if (!file_status(entry.path, &status))
            continue;
        entry.size = status.size;
        entry.used = status.changed;
        vec_push(arena, entries, entry);
    }
}

static int compare_use(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;

    return left->used != right->used ? (left->used < right->used ? -1 : 1)
                                     : strcmp(left->path, right->path);
}

static void drop_oldest(struct arena *arena, const char *folder, uint64_t limit)
{
    struct entries entries = { 0 };
    uint64_t size = 0;

    list_part(arena, folder, &entries);
    vec_each (struct entry, entry, &entries)
        size += entry->size;
    if (size <= limit)
        return;
    qsort(entries.items, entries.count, sizeof(*entries.items), compare_use);
    for (size_t i = 0; i < entries.count && size > limit / 2; i++)
        if (file_remove(entries.items[i].path))
            size -= entries.items[i].size;
}

/* To look through a folder takes longer than to add to it, so of small entries
 * one in so many does, whichever: the limit is passed by little. */
static bool is_time_to_look(struct digest key, size_t size)
{
    return size > SMALL || key.low % LOOK_EVERY == 0;
}

bool store_put(const struct store *store, const char *kind, struct digest key,
               const void *data, size_t size)
{
    struct arena *scratch = arena_open();
    const char *name = digest_text(scratch, key);
    const char *folder = part_folder(scratch, store, name);
    bool good =
        file_make_directory(folder) &&
        file_write(entry_path(scratch, store, kind, name), data, size, NULL);

    if (good && is_time_to_look(key, size))
        drop_oldest(scratch, folder, PART_LIMIT);
    store_put_packed(store, kind, key, data, size);
    arena_close(scratch);
    return good;
}

/* Large files. */

const char *store_large_file(const struct store *store, struct arena *arena,
                             const char *kind, struct digest key)
{
    const char *path = path_join(
        arena, store->folder,
        arena_format(arena, LARGE "/%s.%s", digest_text(arena, key), kind));

    note_use(path);
    return path;
}

void store_trim(const struct store *store)
{
    struct arena *scratch = arena_open();

    drop_oldest(scratch, path_join(scratch, store->folder, LARGE), LARGE_LIMIT);
    arena_close(scratch);
}

void store_put_packed(const struct store *store, const char *kind,
                      struct digest key, const void *data, size_t size)
{
    if (store->pack)
        pack_put(store->pack, kind, key, data, size);
}

uint64_t store_packed(const struct store *store)
{
    return store->pack ? pack_size(store->pack) : 0;
}

void store_keep_packed(const struct store *store)
{
    if (store->pack)
        pack_keep(store->pack);
}

void store_open_pack(struct store *store, struct arena *arena,
                     struct digest key)
{
    store->pack = pack_open(arena, store_large_file(store, arena, "pack", key));
}

bool store_has_pack(const struct store *store)
{
    return store->pack && pack_was_there(store->pack);
}

void store_close_pack(struct store *store)
{
    if (pack_close(store->pack))
        store_trim(store);
    store->pack = NULL;
}

/* All folders. */

static void each_entry(const struct store *store,
                       void (*visit)(const struct entry *entry, void *data),
                       void *data)
{
    for (unsigned part = 0; part <= PARTS; part++) {
        struct arena *scratch = arena_open();
        struct entries entries = { 0 };
        const char *name =
            part < PARTS ? arena_format(scratch, "%02x", part) : LARGE;
        const char *folder = path_join(scratch, store->folder, name);
        if (file_is_directory(folder))
            list_part(scratch, folder, &entries);
        vec_each (struct entry, entry, &entries)
            visit(entry, data);
        arena_close(scratch);
    }
}

struct counting {
    const char *kind;
    struct store_size size;
};

static void count_entry(const struct entry *entry, void *data)
{
    struct counting *counting = data;

    if (ends_with(entry->path, FILE_WRITE_SUFFIX) ||
        (counting->kind &&
         strcmp(path_extension(entry->path) + 1, counting->kind) != 0))
        return;
    counting->size.entries++;
    counting->size.bytes += entry->size;
}

struct store_size store_size(const struct store *store, const char *kind)
{
    struct counting counting = { .kind = kind };

    each_entry(store, count_entry, &counting);
    return counting.size;
}

struct pruning {
    time_t now;
    unsigned days;
    struct store_size removed;
};

static void prune_entry(const struct entry *entry, void *data)
{
    struct pruning *pruning = data;
    bool is_part = ends_with(entry->path, FILE_WRITE_SUFFIX);
    int64_t age = pruning->now - entry->used;

    if (is_part ? age < HOUR : age < (int64_t)pruning->days * DAY)
        return;
    if (!file_remove(entry->path))
        return;
    pruning->removed.entries++;
    pruning->removed.bytes += entry->size;
}

struct store_size store_prune(const struct store *store, unsigned days)
{
    struct pruning pruning = { .now = time(NULL), .days = days };

    each_entry(store, prune_entry, &pruning);
    return pruning.removed;
}
