/* unit_cache.c - units that were captured before, by this or another run.
 *
 * What lies below the working folder is called by where it lies from there, so
 * that two work trees with the same files have the same units. A unit in which
 * the folder itself is written is only that folder's.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/unit_cache.h"

#include "cache/contents.h"
#include "cache/store.h"
#include "driver/dependencies.h"
#include "driver/run_cache.h"
#include "frontend/capture.h"
#include "frontend/reads.h"
#include "ir/unit_file.h"
#include "project/image.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/file.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>

struct unit_cache {
    const struct run_cache *run;
    const char *headers;
    const char *working; /* the working folder */
    const char *around;  /* what every command here depends on */
};

/* What the parser takes from the environment. */
static void add_environment(struct text *out)
{
    static const char *const variables[] = {
        "CPATH",
        "C_INCLUDE_PATH",
        "CPLUS_INCLUDE_PATH",
        "INCLUDE",
        "EXTERNAL_INCLUDE",
        "CCC_OVERRIDE_OPTIONS",
        "SOURCE_DATE_EPOCH",
    };

    for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++) {
        const char *value = environment_get(out->arena, variables[i]);
        text_addf(out, "%s\n", value ? value : "");
    }
}

static const char *describe(struct arena *arena, const struct run_cache *run,
                            const char *parser, const char *headers)
{
    struct text around = text_make(arena);

    text_addf(&around, "%s\n%s\n%s\n%u\n", digest_text(arena, run->program),
              parser,
              digest_text(arena, contents_of_tree(run->contents, headers)),
              unit_file_format());
    add_environment(&around);
    return text_str(&around);
}

struct unit_cache *unit_cache_make(struct arena *arena,
                                   const struct run_cache *run,
                                   const char *parser, const char *headers)
{
    struct unit_cache *cache = arena_new(arena, struct unit_cache);

    cache->run = run;
    cache->headers = headers;
    cache->working = file_working_directory(arena);
    cache->around = describe(arena, run, parser, headers);
    return cache;
}

const char *unit_cache_around(const struct unit_cache *cache)
{
    return cache->around;
}

/* The end of the working folder's name at `at`, where it is the whole name of a
 * folder; else NULL. */
static const char *behind_working(const struct unit_cache *cache,
                                  const char *at)
{
    size_t length = strlen(cache->working);

    if (length <= 1 || strncmp(at, cache->working, length) != 0)
        return NULL;
    at += length;
    return *at == '/' || *at == '\n' || *at == '\0' ? at : NULL;
}

/* A character that is in no name stands for the working folder. */
static void add_from_here(const struct unit_cache *cache, const char *words,
                          struct text *out)
{
    for (const char *at = words; *at != '\0';) {
        const char *behind =
            *at == *cache->working ? behind_working(cache, at) : NULL;
        if (behind) {
            text_add_n(out, words, (size_t)(at - words));
            text_add_char(out, '\001');
            words = behind;
        }
        at = behind ? behind : at + 1;
    }
    text_add(out, words);
}

struct digest unit_cache_command(struct unit_cache *cache,
                                 const struct input *input,
                                 const struct capture_options *how)
{
    struct arena *scratch = arena_open();
    struct text command = text_make(scratch);
    struct text all = text_make(scratch);

    text_addf(&command, "%s\n%d\n", input->path, how->tells_dropped);
    capture_describe(scratch, input->path, input->arguments,
                     input->argument_count, how, &command);
    text_add(&all, cache->around);
    add_from_here(cache, text_str(&command), &all);

    struct digest digest = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return digest;
}

/* The same command, for a unit that is only good in this working folder. */
static struct digest command_here(const struct unit_cache *cache,
                                  struct digest command)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    text_addf(&all, "%s\n%s\n", digest_text(scratch, command), cache->working);

    struct digest digest = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return digest;
}

static bool is_written_in(const char *folder, const char *data, size_t size)
{
    size_t length = strlen(folder);
    const char *end = data + size;

    while (length != 0 && (size_t)(end - data) >= length &&
           (data = memchr(data, *folder, (size_t)(end - data))) != NULL &&
           (size_t)(end - data) >= length) {
        if (memcmp(data, folder, length) == 0)
            return true;
        data++;
    }
    return false;
}

bool unit_cache_get(struct unit_cache *cache, struct digest command,
                    struct digest *key, struct file_map *map,
                    struct arena *arena, struct dependencies *dependencies)
{
    const struct store *store = cache->run->store;
    struct contents *contents = cache->run->contents;

    if (!manifest_find(store, contents, command, key, arena, dependencies) &&
        !manifest_find(store, contents, command_here(cache, command), key,
                       arena, dependencies))
        return false;
    if (!store_get(store, UNIT_CACHE_KIND, *key, map))
        return false;
    if (unit_file_is_whole(map->data, map->size))
        return true;
    file_map_close(map);
    return false;
}

struct dependencies unit_cache_dependencies(const struct unit_cache *cache,
                                            struct arena *arena,
                                            const struct reads *reads)
{
    return dependencies_of(arena, cache->run->contents, reads, cache->headers,
                           cache->working);
}

/* The unit first: what is noted is there. */
struct digest unit_cache_put(struct unit_cache *cache, struct digest command,
                             const struct dependencies *dependencies,
                             const void *data, size_t size)
{
    if (is_written_in(cache->working, data, size))
        command = command_here(cache, command);

    struct digest key = manifest_key(command, dependencies);

    if (store_put(cache->run->store, UNIT_CACHE_KIND, key, data, size))
        manifest_note(cache->run->store, command, dependencies);
    return key;
}
