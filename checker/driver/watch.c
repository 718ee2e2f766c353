/* watch.c - what files and folders hold now. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/watch.h"

#include "cache/contents.h"
#include "editor/session.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/file_map.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <string.h>

struct watched {
    enum dependency_kind kind;
    const char *path; /* full; of a folder as contents_of_names has it */
    struct file_stamp stamp;
    bool is_settled; /* while it has that stamp, it holds what it held */
    struct digest on_disk;
    struct digest now; /* in that round */
    unsigned round;
    bool is_unsaved;
};

struct watch {
    struct arena *arena;
    struct strings *names;
    struct map *files;   /* interned full path -> struct watched */
    struct map *folders; /* interned list and path -> struct watched */
    const char *working;
    unsigned round;
};

struct watch *watch_make(struct arena *arena, const char *working)
{
    struct watch *watch = arena_new(arena, struct watch);

    watch->arena = arena;
    watch->names = strings_make(arena);
    watch->files = map_make(arena);
    watch->folders = map_make(arena);
    watch->working = working;
    return watch;
}

static const char *folder_of(const char *names)
{
    const char *colon = strchr(names, ':');

    return colon ? colon + 1 : names;
}

static struct digest ask_disk(enum dependency_kind kind, const char *path)
{
    struct arena *scratch = arena_open();
    struct digest digest = { 0, 0 };
    struct file_map map;

    if (kind == DEPENDS_ON_FOLDER) {
        struct contents *contents = contents_open(scratch);
        digest = contents_of_names(contents, path);
        contents_close(contents);
    } else if (file_map_open(path, NULL, &map)) {
        digest = digest_bytes(map.data, map.size);
        file_map_close(&map);
    }
    arena_close(scratch);
    return digest;
}

static void look(const struct watch *watch, struct watched *watched)
{
    const char *path = watched->kind == DEPENDS_ON_FILE
                           ? watched->path
                           : folder_of(watched->path);
    struct file_stamp stamp;
    bool is_there = file_stamp(path, &stamp);

    if (!is_there || !watched->is_settled ||
        !file_stamp_equal(&stamp, &watched->stamp))
        watched->on_disk = ask_disk(watched->kind, watched->path);
    watched->is_settled = is_there && file_stamp_is_settled(&stamp);
    watched->stamp = stamp;
    watched->now = watched->on_disk;
    watched->is_unsaved = false;
    watched->round = watch->round;
}

static const char *full_path(const struct watch *watch, struct arena *arena,
                             enum dependency_kind kind, const char *path)
{
    const char *folder = kind == DEPENDS_ON_FOLDER ? folder_of(path) : path;
    const char *full =
        path_normal(arena, path_join(arena, watch->working, folder));

    return arena_format(arena, "%.*s%s", (int)(folder - path), path, full);
}

static struct watched *find(struct watch *watch, enum dependency_kind kind,
                            const char *path)
{
    struct arena *scratch = arena_open();
    struct map *all = kind == DEPENDS_ON_FILE ? watch->files : watch->folders;
    const char *name =
        strings_intern(watch->names, full_path(watch, scratch, kind, path));
    struct watched *watched = map_get(all, name);

    arena_close(scratch);
    if (watched)
        return watched;
    watched = arena_new(watch->arena, struct watched);
    watched->kind = kind;
    watched->path = name;
    map_put(all, name, watched);
    return watched;
}

void watch_begin(struct watch *watch, const struct snapshot *texts)
{
    watch->round++;
    vec_each (const struct buffer, buffer, &texts->buffers) {
        struct watched *watched = find(watch, DEPENDS_ON_FILE, buffer->path);
        look(watch, watched);
        watched->now = digest_bytes(buffer->text.data, buffer->text.size);
        watched->is_unsaved = !digest_equal(watched->now, watched->on_disk);
    }
}

struct made_from watch_now(struct watch *watch, enum dependency_kind kind,
                           const char *path)
{
    struct watched *watched = find(watch, kind, path);

    if (watched->round != watch->round)
        look(watch, watched);
    return (struct made_from){ watched, watched->now };
}

struct made_from watch_dependency(struct watch *watch,
                                  const struct dependency *dependency)
{
    return (struct made_from){ find(watch, dependency->kind, dependency->path),
                               dependency->digest };
}

bool watch_holds(struct watch *watch, const struct made_from *made_from)
{
    struct watched *watched = made_from->watched;

    if (watched->round != watch->round)
        look(watch, watched);
    return digest_equal(watched->now, made_from->digest);
}

bool watched_is_unsaved(const struct watch *watch,
                        const struct watched *watched)
{
    return watched->round == watch->round && watched->is_unsaved;
}

bool watch_is_unsaved(struct watch *watch, const char *path)
{
    return watched_is_unsaved(watch, find(watch, DEPENDS_ON_FILE, path));
}
