/* folders.c - headers by the last part of their names. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/folders.h"

#include "project/text_file.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* What a file includes out of the tree. */
struct resolved {
    struct words files;   /* full names, interned */
    struct words folders; /* that must be looked into for them */
};

/* A header, read once. */
struct header {
    struct scan scan;
    struct resolved resolved;
};

struct folders {
    struct arena *arena;
    struct strings *strings;
    const char *system;
    struct map *by_base; /* interned base name in lower case -> struct words */
    struct map *headers; /* interned full name -> struct header */
};

static const char *lower_case(struct folders *folders, const char *name)
{
    char *lower = arena_strdup(folders->arena, name);

    for (char *at = lower; *at != '\0'; at++)
        *at = (char)tolower((unsigned char)*at);
    return strings_intern(folders->strings, lower);
}

struct folders *folders_make(struct arena *arena, struct strings *strings,
                             const struct words *headers, const char *system)
{
    struct folders *folders = arena_new(arena, struct folders);

    folders->arena = arena;
    folders->strings = strings;
    folders->system = system;
    folders->by_base = map_make(arena);
    folders->headers = map_make(arena);
    vec_each (const char *, header, headers) {
        const char *base = lower_case(folders, path_base(*header));
        struct words *same = map_get(folders->by_base, base);
        if (!same) {
            same = arena_new(arena, struct words);
            map_put(folders->by_base, base, same);
        }
        vec_push(arena, same, *header);
    }
    return folders;
}

/* Whether the path ends with the name, whole parts, in any case. */
static bool ends_with(const char *path, const char *name)
{
    size_t length = strlen(path), part = strlen(name);

    return length > part && path[length - part - 1] == '/' &&
           strcasecmp(path + length - part, name) == 0;
}

static size_t common_length(const char *a, const char *b)
{
    size_t length = 0, last = 0;

    for (; a[length] != '\0' && a[length] == b[length]; length++)
        if (a[length] == '/')
            last = length;
    return last;
}

/* The header of the tree that the name means, nearest to the includer. */
static const char *find_in_tree(struct folders *folders, const char *includer,
                                const char *name)
{
    const struct words *same =
        map_get(folders->by_base, lower_case(folders, path_base(name)));
    const char *best = NULL;
    size_t most = 0;

    if (!same)
        return NULL;
    vec_each (const char *, path, same) {
        size_t common = common_length(*path, includer);
        if (ends_with(*path, name) && (!best || common > most)) {
            best = *path;
            most = common;
        }
    }
    return best;
}

static const char *without_ups(const char *name)
{
    while (strncmp(name, "../", 3) == 0 || strncmp(name, "./", 2) == 0)
        name += name[1] == '.' ? 3 : 2;
    return name;
}

static bool is_of_system(const struct folders *folders,
                         const struct inclusion *inclusion)
{
    return folders->system &&
           file_in_any_case(folders->arena, folders->system, inclusion->name);
}

static void resolve(struct folders *folders, const char *includer,
                    const struct inclusion *inclusion,
                    struct resolved *resolved)
{
    struct arena *arena = folders->arena;
    const char *folder = path_directory(arena, includer);
    const char *found =
        path_normal(arena, path_join(arena, folder, inclusion->name));

    if (!inclusion->is_quoted || !file_is_regular(found)) {
        const char *name = without_ups(inclusion->name);
        found = is_of_system(folders, inclusion)
                    ? NULL
                    : find_in_tree(folders, includer, name);
        if (found && name == inclusion->name)
            vec_push(
                arena, &resolved->folders,
                arena_strndup(arena, found, strlen(found) - strlen(name) - 1));
    }
    if (found)
        vec_push(arena, &resolved->files,
                 strings_intern(folders->strings, found));
}

static const struct header *read_header(struct folders *folders,
                                        const char *path)
{
    struct header *header = map_get(folders->headers, path);
    struct arena *scratch;
    struct file_text text;

    if (header)
        return header;
    header = arena_new(folders->arena, struct header);
    map_put(folders->headers, path, header);
    scratch = arena_open();
    if (!text_file_read(scratch, path, fail_make(scratch), &text))
        text.data = "";
    header->scan = scan_text(folders->arena, folders->strings, text.data);
    arena_close(scratch);
    vec_each (const struct inclusion, inclusion, &header->scan.included)
        resolve(folders, path, inclusion, &header->resolved);
    return header;
}

/* What one source is followed through. */
struct trail {
    struct map *seen; /* interned names of headers, in the order met */
    struct map *known_folders;
    struct folders *folders;
    struct words *include;
};

static void follow(struct trail *trail, const struct resolved *resolved)
{
    struct folders *folders = trail->folders;

    vec_each (const char *, file, &resolved->files)
        if (!map_has(trail->seen, *file))
            map_put(trail->seen, *file, NULL);
    vec_each (const char *, folder, &resolved->folders) {
        const char *key = strings_intern(folders->strings, *folder);
        if (map_has(trail->known_folders, key))
            continue;
        map_put(trail->known_folders, key, NULL);
        vec_push(folders->arena, trail->include, key);
    }
}

void folders_guess(struct folders *folders, const char *source,
                   const struct scan *scan, struct words *include,
                   struct scans *headers)
{
    struct arena *scratch = arena_open();
    struct resolved own = { 0 };
    struct trail trail = { .seen = map_make(scratch),
                           .known_folders = map_make(scratch),
                           .folders = folders,
                           .include = include };

    vec_each (const struct inclusion, inclusion, &scan->included)
        resolve(folders, source, inclusion, &own);
    follow(&trail, &own);
    for (size_t i = 0; i < map_count(trail.seen); i++) {
        const struct header *header =
            read_header(folders, map_at(trail.seen, i).key);
        follow(&trail, &header->resolved);
        vec_push(folders->arena, headers, &header->scan);
    }
    arena_close(scratch);
}
