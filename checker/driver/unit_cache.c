/* unit_cache.c - units that were captured before, by this or another run. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/unit_cache.h"

#include "cache/contents.h"
#include "cache/manifest.h"
#include "cache/store.h"
#include "driver/dependencies.h"
#include "driver/options.h"
#include "driver/run.h"
#include "frontend/capture.h"
#include "frontend/reads.h"
#include "ir/unit_file.h"
#include "project/image.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/text.h"

#include <stdlib.h>

#define KIND "unit"

struct unit_cache {
    const struct store *store;
    struct arena *arena; /* of `contents` */
    struct contents *contents;
    const char *headers;
    struct digest program;
    const char *around; /* what every command here depends on */
};

struct store *unit_cache_store(struct run *run, const struct options *options)
{
    const char *folder = options->cache_folder;

    if (options->has_no_cache)
        return NULL;
    if (!folder)
        folder = store_user_folder(run->arena);
    return folder ? store_make(run->arena, folder) : NULL;
}

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
        const char *value = getenv(variables[i]);
        text_addf(out, "%s\n", value ? value : "");
    }
}

static void describe(struct unit_cache *cache, struct arena *arena)
{
    struct text around = text_make(arena);
    const char *path = file_program(arena);

    if (path)
        contents_of_file(cache->contents, path, &cache->program);
    text_addf(&around, "%s\n%s\n%s\n%s\n%u\n",
              digest_text(arena, cache->program), capture_compiler(arena),
              digest_text(arena, contents_of_tree(cache->headers)),
              file_working_directory(arena), unit_file_format());
    add_environment(&around);
    cache->around = text_str(&around);
}

struct unit_cache *unit_cache_open(struct arena *arena,
                                   const struct store *store,
                                   const char *headers)
{
    struct unit_cache *cache = arena_new(arena, struct unit_cache);

    cache->store = store;
    cache->arena = arena_open();
    cache->contents = contents_open(cache->arena);
    cache->headers = headers;
    describe(cache, arena);
    return cache;
}

void unit_cache_close(struct unit_cache *cache)
{
    contents_close(cache->contents);
    arena_close(cache->arena);
}

struct digest unit_cache_program(const struct unit_cache *cache)
{
    return cache->program;
}

struct digest unit_cache_command(struct unit_cache *cache,
                                 const struct input *input,
                                 const struct capture_options *how)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    text_addf(&all, "%s%s\n%d\n", cache->around, input->path,
              how->tells_dropped);
    capture_describe(scratch, input->path, input->arguments,
                     input->argument_count, how, &all);

    struct digest command = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return command;
}

bool unit_cache_get(struct unit_cache *cache, struct digest command,
                    struct file_map *map, struct digest *key)
{
    if (!manifest_find(cache->store, cache->contents, command, key) ||
        !store_get(cache->store, KIND, *key, map))
        return false;
    if (unit_file_is_whole(map->data, map->size))
        return true;
    file_map_close(map);
    return false;
}

/* The unit first: what is noted is there. */
struct digest unit_cache_put(struct unit_cache *cache, struct digest command,
                             const struct reads *reads, const void *data,
                             size_t size)
{
    struct arena *scratch = arena_open();
    struct dependencies dependencies =
        dependencies_of(scratch, cache->contents, reads, cache->headers);
    struct digest key = manifest_key(command, &dependencies);

    if (store_put(cache->store, KIND, key, data, size))
        manifest_note(cache->store, command, &dependencies);
    arena_close(scratch);
    return key;
}
