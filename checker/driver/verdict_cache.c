/* verdict_cache.c - analyses that were made before, by this or another run. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/verdict_cache.h"

#include "cache/contents.h"
#include "cache/store.h"
#include "driver/captures.h"
#include "driver/last_verdict.h"
#include "driver/options.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "engine/analysis_file.h"
#include "engine/engine.h"
#include "project/image.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/text.h"

#define KIND      "verdict"
#define KIND_PART "part"

struct verdict_cache {
    const struct run_cache *run;
    const struct rule_set *rules;
    struct digest around; /* what every analysis of this run depends on */
};

static void add_digest(struct text *out, struct digest digest)
{
    text_add_n(out, digest_text(out->arena, digest), DIGEST_LENGTH);
    text_add_char(out, '\n');
}

struct digest verdict_cache_around(struct run *run,
                                   const struct options *options,
                                   const struct run_cache *cache)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    add_digest(&all, cache->program);
    add_digest(&all,
               contents_of_tree(cache->contents, rulebook_folder(run->arena)));
    vec_each (const char *, folder, &options->rule_folders)
        add_digest(&all, contents_of_tree(cache->contents, *folder));
    vec_each (const char *, pattern, &options->rule_patterns)
        text_addf(&all, "%s\n", *pattern);
    text_addf(&all, "%d\n", options->verbose);

    struct digest digest = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return digest;
}

struct verdict_cache *verdict_cache_make(struct run *run,
                                         const struct options *options,
                                         const struct rule_set *rules,
                                         const struct run_cache *shared)
{
    struct verdict_cache *cache = arena_new(run->arena, struct verdict_cache);

    cache->run = shared;
    cache->rules = rules;
    cache->around = verdict_cache_around(run, options, shared);
    return cache;
}

static struct digest file_digest(const struct verdict_cache *cache,
                                 const char *path)
{
    struct digest digest = { 0 };

    contents_of_file(cache->run->contents, path, &digest);
    return digest;
}

/* Of the image with its units, or (`captures` NULL) whatever its files hold. A
 * unit that is given as a file is what the file holds. */
static struct digest key_of(const struct verdict_cache *cache,
                            const struct captures *captures,
                            const struct inputs *inputs)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    add_digest(&all, cache->around);
    vec_each (const struct input, input, inputs) {
        text_add(&all, input->path);
        text_add_char(&all, '\n');
        if (captures)
            add_digest(&all, input->is_ir ? file_digest(cache, input->path)
                                          : captures_digest(captures, input));
    }

    struct digest key = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return key;
}

struct analysis *verdict_cache_get(const struct verdict_cache *cache,
                                   struct run *run,
                                   const struct captures *captures,
                                   const struct inputs *inputs)
{
    const struct store *store = cache->run->store;
    struct digest image = key_of(cache, NULL, inputs);
    struct digest key = key_of(cache, captures, inputs);
    struct file_map map;
    struct analysis *analysis = NULL;

    if (store_get(store, KIND, key, &map))
        last_verdict_keep(store, image);
    else if (!last_verdict_find(store, image, run, cache->rules, captures,
                                inputs, &key) ||
             !store_get(store, KIND, key, &map))
        return NULL;
    analysis = analysis_read(run->arena, run->strings, cache->rules, map.data,
                             map.size, run->fail, NULL);
    file_map_close(&map);
    return analysis;
}

void verdict_cache_put(const struct verdict_cache *cache,
                       const struct captures *captures,
                       const struct inputs *inputs,
                       const struct program *program,
                       const struct interest *interest,
                       const struct analysis *analysis, const struct fail *said)
{
    struct arena *scratch = arena_open();
    struct text bytes = text_make(scratch);
    struct digest key = key_of(cache, captures, inputs);

    (void)analysis_write(&bytes, analysis, said, NULL);
    store_put(cache->run->store, KIND, key, bytes.data, bytes.length);
    last_verdict_note(cache->run->store, key_of(cache, NULL, inputs), captures,
                      inputs, program, interest, key);
    arena_close(scratch);
}

/* Parts of drivers. */

static struct digest key_of_part(const struct verdict_cache *cache,
                                 struct digest part)
{
    const struct digest both[] = { cache->around, part };

    return digest_bytes(both, sizeof(both));
}

static const void *find_part(void *data, struct arena *arena,
                             struct digest part, size_t *size)
{
    const struct verdict_cache *cache = data;
    struct file_map map;
    const void *bytes = NULL;

    if (!store_get(cache->run->store, KIND_PART, key_of_part(cache, part),
                   &map))
        return NULL;
    *size = map.size;
    bytes = arena_copy(arena, map.data, map.size);
    file_map_close(&map);
    return bytes;
}

static void keep_part(void *data, struct digest part, const void *bytes,
                      size_t size)
{
    const struct verdict_cache *cache = data;

    store_put(cache->run->store, KIND_PART, key_of_part(cache, part), bytes,
              size);
}

struct engine_memory verdict_cache_memory(struct verdict_cache *cache,
                                          struct strings *strings)
{
    return (struct engine_memory){ strings, cache, find_part, keep_part };
}
