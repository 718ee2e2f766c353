/* inputs.c - what the options say about how files are compiled. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/inputs.h"

#include "driver/mentions.h"
#include "driver/options.h"
#include "driver/roster.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "project/find.h"
#include "rules/rules.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/glob.h"
#include "support/nearest.h"
#include "support/path.h"

static bool is_chosen(const char *name, const struct words *patterns)
{
    vec_each (const char *, pattern, patterns)
        if (name && glob_matches(*pattern, name))
            return true;
    return false;
}

static bool is_any_named(const struct images *images, const char *pattern,
                         struct nearest *nearest)
{
    vec_each (const struct image, image, images) {
        if (image->name && glob_matches(pattern, image->name))
            return true;
        if (image->name)
            nearest_try(nearest, image->name);
    }
    return false;
}

static void take_maps(struct run *run, const struct options *options,
                      struct path_maps *maps)
{
    const char *working = file_working_directory(run->arena);

    vec_each (const char *, map, &options->path_maps)
        if (!path_map_parse(run->arena, working, *map, maps))
            fail_add(run->fail, (struct fail_place){ 0 },
                     "--path-map takes FROM=TO, not '%s'", *map);
}

/* Keeps the images whose names --image asks for. */
static void choose(struct run *run, const struct words *patterns,
                   struct images *images)
{
    size_t kept = 0;

    vec_each (const char *, pattern, patterns) {
        struct nearest nearest = nearest_make(*pattern);
        if (is_any_named(images, *pattern, &nearest))
            continue;
        if (nearest.best)
            fail_add(run->fail, (struct fail_place){ 0 },
                     "no image is '%s'; did you mean '%s'?", *pattern,
                     nearest.best);
        else
            fail_add(run->fail, (struct fail_place){ 0 },
                     "no image is '%s'; 'unloadcheck dump images' lists them",
                     *pattern);
    }
    for (size_t i = 0; i < images->count; i++)
        if (is_chosen(images->items[i].name, patterns))
            images->items[kept++] = images->items[i];
    images->count = kept;
}

void inputs_entries(struct run *run, const struct rule_set *rules,
                    struct words *entries)
{
    for (size_t i = 0; rules && i < rules->root_count; i++)
        if (rules->roots[i].role == ROOT_ENTRY && rules->roots[i].function)
            vec_push(run->arena, entries, rules->roots[i].function);
}

bool inputs_find(struct run *run, const struct options *options,
                 const struct rule_set *rules, const struct run_cache *cache,
                 const char *const *names, size_t count, struct images *images)
{
    struct find_options how = {
        .database = options->database,
        .flags = options->flags,
        .headers = options->headers,
        .configuration = options->configuration,
        .platform = options->platform,
        .properties = options->properties,
        .excluded = options->excluded,
        .is_verbose = options->verbose,
    };

    if (!how.headers && rulebook_folder(run->arena))
        how.headers =
            path_join(run->arena, rulebook_folder(run->arena), "headers");
    take_maps(run, options, &how.maps);
    inputs_entries(run, rules, &how.entries);
    if (cache) {
        how.mentions_none = mentions_none;
        how.memory = mentions_make(run->arena, cache, &how.entries);
    }
    if (cache && cache->roster)
        how.listener = roster_listener(cache->roster);
    images_find(run->arena, &how, names, count, run->fail, images);
    if (options->images.count != 0)
        choose(run, &options->images, images);
    return images->count != 0;
}
