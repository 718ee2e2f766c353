/* manifest.c - what a unit was made from, and whether that is still so.
 *
 * Text, a line for each dependency. A set of them begins with a line that has
 * the key of the result; the sets stand newest first, and before them all a
 * digest of the rest.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cache/manifest.h"

#include "cache/contents.h"
#include "cache/store.h"
#include "support/arena.h"
#include "support/text.h"

#include <string.h>

#define KIND "made"

enum { MOST_SETS = 8 };

static const char letters[] = {
    [DEPENDS_ON_FILE] = 'f',
    [DEPENDS_ON_FOLDER] = 'd',
};

/* "f DIGEST PATH", or for a result "= DIGEST". */
struct line {
    char letter;
    struct digest digest;
    const char *path; /* not terminated */
    size_t length;
};

/* False at the end, and at what is no line. */
static bool next_line(const char **at, const char *end, struct line *line)
{
    const char *start = *at;
    const char *stop = memchr(start, '\n', (size_t)(end - start));

    if (!stop || stop - start < 2 + DIGEST_LENGTH ||
        !digest_parse(start + 2, &line->digest))
        return false;
    line->letter = *start;
    line->path = start + 2 + DIGEST_LENGTH;
    line->length = (size_t)(stop - line->path);
    if (line->length != 0) {
        line->path++;
        line->length--;
    }
    *at = stop + 1;
    return true;
}

static bool holds(struct contents *contents, const struct line *line,
                  const char *path)
{
    struct digest now;

    if (line->letter == letters[DEPENDS_ON_FILE])
        return contents_of_file(contents, path, &now) &&
               digest_equal(now, line->digest);
    return line->letter == letters[DEPENDS_ON_FOLDER] &&
           digest_equal(contents_of_names(contents, path), line->digest);
}

static bool search(struct contents *contents, const char *at, const char *end,
                   struct digest *result)
{
    struct arena *scratch = arena_open();
    struct line line;
    bool is_found = false;

    while (next_line(&at, end, &line)) {
        if (line.letter == '=') {
            if (is_found)
                break;
            is_found = true;
            *result = line.digest;
        } else if (is_found) {
            is_found = holds(contents, &line,
                             arena_strndup(scratch, line.path, line.length));
        }
    }
    arena_close(scratch);
    return is_found;
}

/* What stands behind the digest of it all; NULL if that is not what was
 * written. */
static const char *sets_of(const struct file_map *map)
{
    const char *data = map->data;
    struct digest wanted;

    if (map->size <= DIGEST_LENGTH || !digest_parse(data, &wanted))
        return NULL;

    const char *sets = data + DIGEST_LENGTH + 1;

    return digest_equal(wanted,
                        digest_bytes(sets, map->size - DIGEST_LENGTH - 1))
               ? sets
               : NULL;
}

/* The set that has that result. */
static void read_set(struct arena *arena, const char *at, const char *end,
                     struct digest result, struct dependencies *dependencies)
{
    struct line line;
    bool is_it = false;

    while (next_line(&at, end, &line)) {
        struct dependency dependency = { .digest = line.digest };
        if (line.letter == '=') {
            is_it = digest_equal(line.digest, result);
            continue;
        }
        if (line.letter == letters[DEPENDS_ON_FOLDER])
            dependency.kind = DEPENDS_ON_FOLDER;
        dependency.path = arena_strndup(arena, line.path, line.length);
        if (is_it)
            vec_push(arena, dependencies, dependency);
    }
}

bool manifest_find(const struct store *store, struct contents *contents,
                   struct digest command, struct digest *result,
                   struct arena *arena, struct dependencies *dependencies)
{
    struct file_map map;

    if (!store_get(store, KIND, command, &map))
        return false;

    const char *sets = sets_of(&map);
    const char *end = (const char *)map.data + map.size;
    bool found = sets && search(contents, sets, end, result);

    if (found && dependencies)
        read_set(arena, sets, end, *result, dependencies);

    file_map_close(&map);
    return found;
}

static void add_dependencies(struct text *out,
                             const struct dependencies *dependencies)
{
    struct arena *scratch = arena_open();

    vec_each (struct dependency, dependency, dependencies)
        text_addf(out, "%c %s %s\n", letters[dependency->kind],
                  digest_text(scratch, dependency->digest), dependency->path);
    arena_close(scratch);
}

struct digest manifest_key(struct digest command,
                           const struct dependencies *dependencies)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    text_addf(&all, "%s\n", digest_text(scratch, command));
    add_dependencies(&all, dependencies);

    struct digest key = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return key;
}

/* The sets that were there before, but for one with the new one's result. */
static void add_older(struct text *out, const struct file_map *map,
                      struct digest newest)
{
    const char *at = sets_of(map);
    const char *end = (const char *)map->data + map->size;
    struct line line;
    unsigned sets = 1;
    bool is_kept = false;

    for (const char *start = at; at && next_line(&at, end, &line); start = at) {
        if (line.letter == '=') {
            is_kept = !digest_equal(line.digest, newest);
            sets += is_kept;
        }
        if (sets > MOST_SETS)
            break;
        if (is_kept)
            text_add_n(out, start, (size_t)(at - start));
    }
}

/* A name that has an end of line in it cannot be written down. */
static bool can_be_noted(const struct dependencies *dependencies)
{
    vec_each (struct dependency, dependency, dependencies)
        if (strchr(dependency->path, '\n'))
            return false;
    return true;
}

bool manifest_note(const struct store *store, struct digest command,
                   const struct dependencies *dependencies)
{
    struct arena *scratch = arena_open();
    struct text sets = text_make(scratch);
    struct text out = text_make(scratch);
    struct digest result = manifest_key(command, dependencies);
    struct file_map map;

    text_addf(&sets, "= %s\n", digest_text(scratch, result));
    add_dependencies(&sets, dependencies);
    if (store_get(store, KIND, command, &map)) {
        add_older(&sets, &map, result);
        file_map_close(&map);
    }
    text_addf(&out, "%s\n",
              digest_text(scratch, digest_bytes(sets.data, sets.length)));
    text_add_n(&out, sets.data, sets.length);

    bool good = can_be_noted(dependencies) &&
                store_put(store, KIND, command, out.data, out.length);

    arena_close(scratch);
    return good;
}
