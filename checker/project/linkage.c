/* linkage.c - a work list over parts; a name is looked up once per part. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/linkage.h"

#include "support/arena.h"
#include "support/map.h"
#include "support/strings.h"

#include <string.h>

struct part {
    const char *folder;
    struct vec_of(const struct scan *) scans; /* of files and headers */
    bool is_cxx;
    bool is_driver;
    bool is_program;
};

/* One part that defines a name. */
struct definer {
    size_t part;
    const char *scope;
};

struct definers vec_of(struct definer);

struct linkage {
    struct arena *arena;
    struct strings *strings;
    struct map *entries; /* interned names */
    struct map *mains;
    struct vec_of(struct part) parts;
    struct map *by_name; /* interned name -> struct definers */
    bool has_headers;
};

static struct map *name_set(struct arena *arena, struct strings *strings,
                            const char *const *names, size_t count)
{
    struct map *set = map_make(arena);

    for (size_t i = 0; i < count; i++)
        map_put(set, strings_intern(strings, names[i]), NULL);
    return set;
}

struct linkage *linkage_make(struct arena *arena, struct strings *strings,
                             const struct words *entries, bool has_headers)
{
    static const char *const mains[] = { "main", "wmain", "WinMain", "wWinMain",
                                         "DllMain" };
    struct linkage *linkage = arena_new(arena, struct linkage);

    linkage->arena = arena;
    linkage->strings = strings;
    linkage->entries = name_set(arena, strings, entries->items, entries->count);
    linkage->mains =
        name_set(arena, strings, mains, sizeof(mains) / sizeof(*mains));
    linkage->by_name = map_make(arena);
    linkage->has_headers = has_headers;
    return linkage;
}

size_t linkage_add_part(struct linkage *linkage, const char *folder,
                        bool is_cxx)
{
    struct part part = { .folder = folder, .is_cxx = is_cxx };

    vec_push(linkage->arena, &linkage->parts, part);
    return linkage->parts.count - 1;
}

static void add_definer(struct linkage *linkage, size_t number,
                        const struct defined *defined)
{
    struct definers *definers = map_get(linkage->by_name, defined->name);
    struct definer definer = { number, defined->scope };

    if (!definers) {
        definers = arena_new(linkage->arena, struct definers);
        map_put(linkage->by_name, defined->name, definers);
    }
    vec_push(linkage->arena, definers, definer);
}

void linkage_add_scan(struct linkage *linkage, size_t number,
                      const struct scan *scan)
{
    struct part *part = &linkage->parts.items[number];

    vec_each (const struct defined, defined, &scan->defined) {
        add_definer(linkage, number, defined);
        if (!defined->scope && map_has(linkage->entries, defined->name))
            part->is_driver = true;
        if (!defined->scope && map_has(linkage->mains, defined->name))
            part->is_program = true;
    }
    linkage_add_header(linkage, number, scan);
}

void linkage_add_header(struct linkage *linkage, size_t number,
                        const struct scan *scan)
{
    vec_push(linkage->arena, &linkage->parts.items[number].scans, scan);
}

bool linkage_is_driver(const struct linkage *linkage, size_t part)
{
    return linkage->parts.items[part].is_driver;
}

bool linkage_is_program(const struct linkage *linkage, size_t part)
{
    return linkage->parts.items[part].is_program;
}

/* How many folders two paths have in common from the root on. */
static size_t common_folders(const char *a, const char *b)
{
    size_t count = 0;

    for (; *a != '\0' && *a == *b; a++, b++)
        count += *a == '/';
    return count + (*a == *b || *a == '/' || *b == '/');
}

struct search {
    const struct linkage *linkage;
    bool *is_linked; /* by part */
    struct arena *arena;
    struct parts_linked *linked;
    struct map *done; /* scans whose names were looked up */
};

static bool declares(const struct part *part, const char *name)
{
    vec_each (const struct scan *, scan, &part->scans)
        if (map_has((*scan)->declared, name))
            return true;
    return false;
}

static bool mentions(const struct part *part, const char *name)
{
    return part->scans.count != 0 &&
           map_has(part->scans.items[0]->mentioned, name);
}

static bool fits(const struct search *search, const struct part *from,
                 bool is_declared, const struct definer *definer)
{
    const struct part *to = &search->linkage->parts.items[definer->part];

    if (to->is_driver || to->is_program || (to->is_cxx && !from->is_cxx))
        return false;
    return definer->scope ? mentions(from, definer->scope) : is_declared;
}

static bool is_linked(const struct search *search,
                      const struct definers *definers)
{
    vec_each (const struct definer, definer, definers)
        if (search->is_linked[definer->part])
            return true;
    return false;
}

/* How many folders stand around the part. */
static size_t depth_of(const struct part *part)
{
    return common_folders(part->folder, part->folder);
}

/* The part that `from` gets the name from is linked, unless one that has it
 * is linked already. Of several that have it one must be near: below the folder
 * around that of `from`; else nobody can tell which one is meant. */
static void bring_in(struct search *search, const struct part *from,
                     const char *name, const struct definers *definers)
{
    const struct definer *best = NULL;
    size_t most = 0, count = 0;

    if (is_linked(search, definers))
        return;

    bool is_declared = !search->linkage->has_headers || declares(from, name);

    vec_each (const struct definer, definer, definers) {
        const struct part *to = &search->linkage->parts.items[definer->part];
        size_t common = common_folders(from->folder, to->folder);
        if (!fits(search, from, is_declared, definer))
            continue;
        count++;
        if (!best || common > most) {
            best = definer;
            most = common;
        }
    }
    if (!best || (count > 1 && most + 1 < depth_of(from)))
        return;
    search->is_linked[best->part] = true;
    vec_push(search->arena, search->linked, best->part);
}

/* What a header uses is looked up for the first part that includes it. */
static void look_up(struct search *search, const struct part *from)
{
    vec_each (const struct scan *, scan, &from->scans) {
        if (map_has(search->done, *scan))
            continue;
        map_put(search->done, *scan, NULL);
        for (size_t k = 0; k < map_count((*scan)->used); k++) {
            const char *name = map_at((*scan)->used, k).key;
            const struct definers *definers =
                map_get(search->linkage->by_name, name);
            if (definers)
                bring_in(search, from, name, definers);
        }
    }
}

bool linkage_close(const struct linkage *linkage, struct arena *arena,
                   linkage_prepare *prepare, void *data, size_t most,
                   struct parts_linked *linked)
{
    size_t given = linked->count;
    struct search search = {
        .linkage = linkage,
        .is_linked = arena_array(arena, bool, linkage->parts.count + 1),
        .arena = arena,
        .linked = linked,
        .done = map_make(arena),
    };

    for (size_t i = 0; i < linked->count; i++)
        search.is_linked[linked->items[i]] = true;
    for (size_t i = 0; i < linked->count; i++) {
        if (prepare)
            prepare(data, linked->items[i]);
        look_up(&search, &linkage->parts.items[linked->items[i]]);
        if (linked->count > given + most) {
            linked->count = given;
            return false;
        }
    }
    return true;
}
