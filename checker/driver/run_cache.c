/* run_cache.c - the cache as one run uses it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/run_cache.h"

#include "cache/contents.h"
#include "cache/store.h"
#include "driver/options.h"
#include "driver/parser.h"
#include "driver/run.h"
#include "project/image.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/text.h"

#define KIND "stat"

struct store *run_cache_store(struct run *run, const struct options *options)
{
    const char *folder = options->cache_folder;

    if (options->has_no_cache)
        return NULL;
    if (!folder)
        folder = store_user_folder(run->arena);
    return folder ? store_make(run->arena, folder) : NULL;
}

static void add_images(const struct images *images, struct text *all)
{
    vec_each (const struct image, image, images) {
        text_addf(all, "%s\n%s\n", image->name ? image->name : "",
                  image->origin ? image->origin : "");
        for (size_t i = 0; !image->origin && i < image->inputs.count; i++)
            text_addf(all, "%s\n", image->inputs.items[i].path);
    }
}

static void add_names(const struct options *options, struct text *all)
{
    text_addf(all, "%s\n", options->database ? options->database : "");
    vec_each (const char *, name, &options->operands)
        text_addf(all, "%s\n", *name);
    vec_each (const char *, image, &options->images)
        text_addf(all, "%s\n", *image);
}

/* The project, seen from this folder, or the files that are named. */
static struct digest key_of(const struct options *options,
                            const struct images *images)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    text_addf(&all, "%s\n", file_working_directory(scratch));
    if (images)
        add_images(images, &all);
    else
        add_names(options, &all);

    struct digest key = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return key;
}

static void recall(struct run_cache *cache)
{
    struct file_map map;

    if (!store_get(cache->store, KIND, (struct digest){ 0 }, &map))
        return;
    contents_read(cache->contents, map.data, map.size);
    file_map_close(&map);
}

static void remember(const struct run_cache *cache)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);

    contents_write(cache->contents, &out);
    store_put_packed(cache->store, KIND, (struct digest){ 0 }, text_str(&out),
                     out.length);
    arena_close(scratch);
}

struct run_cache *run_cache_open(struct run *run, const struct options *options,
                                 const struct images *images)
{
    struct store *store = run_cache_store(run, options);

    if (!store)
        return NULL;

    struct run_cache *cache = arena_new(run->arena, struct run_cache);
    const char *program = file_program(run->arena);

    cache->store = store;
    cache->parser = parser_make(run, cache);
    cache->contents = contents_open(run->arena);
    store_open_pack(store, run->arena, key_of(options, images));
    recall(cache);
    if (program)
        contents_of_file(cache->contents, program, &cache->program);
    return cache;
}

void run_cache_close(struct run_cache *cache)
{
    if (!cache)
        return;
    parser_close(cache->parser);
    if (contents_has_learnt(cache->contents))
        remember(cache);
    store_close_pack(cache->store);
    contents_close(cache->contents);
}
