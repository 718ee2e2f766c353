/* judge.c - from the files of images to what is wrong with them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/judge.h"

#include "driver/captures.h"
#include "driver/load.h"
#include "driver/options.h"
#include "driver/prescan.h"
#include "driver/roster.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/stats.h"
#include "driver/timings.h"
#include "driver/verdict_cache.h"
#include "driver/verdicts.h"
#include "engine/engine.h"
#include "project/image.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/text.h"

#include <stdio.h>

static void report_stats(struct run *run, const struct options *options,
                         const struct image *image,
                         const struct program *program,
                         const struct analysis *analysis)
{
    struct text out = text_make(run->arena);

    if (!options->stats)
        return;
    if (image->name)
        text_addf(&out, "%s:\n", image->name);
    stats_add(program, analysis, &out);
    fputs(text_str(&out), stderr);
}

static void report_files(struct run *run, const struct captures *captures,
                         size_t left_out)
{
    struct text out = text_make(run->arena);
    struct stats_files files = { .left_out = left_out };

    captures_count(captures, &files.parsed, &files.kept);
    stats_add_files(&files, &out);
    fputs(text_str(&out), stderr);
}

/* What was not followed through all of the driver. */
static void remark_parts(struct run *run, const struct analysis *analysis)
{
    for (size_t i = 0; i < analysis->proof_count; i++) {
        const struct proof *proof = &analysis->proofs[i];
        if (proof->is_part)
            fail_note(run->fail, place_to_fail(proof->made),
                      "the driver is too large to follow what is registered "
                      "here through all of it: only what it does to each such "
                      "registration was judged; see --proof");
    }
}

/* Why little may have been found: what the files given do not contain. */
static void remark(struct run *run, const struct options *options,
                   const struct image *image, const struct analysis *analysis)
{
    struct fail_place place = { .file = image->name ? image->origin : NULL };
    bool registers = analysis->proof_count + analysis->finding_count != 0;

    if (!registers && options->verbose)
        fail_note(run->fail, place, "nothing is registered in these files");
    if ((registers || options->verbose) && !analysis->has_entry &&
        !analysis->has_unload)
        fail_note(run->fail, place,
                  "no entry and no unload routine is in these files: "
                  "they are taken for a part of a driver; name all its files, "
                  "or its folder, to have it judged as a whole");
    else if (analysis->has_entry)
        remark_parts(run, analysis);
}

/* What the analysis of images needs. */
struct checking {
    const struct options *options;
    const struct rule_set *rules;
    const struct captures *captures;
    struct verdict_cache *cache; /* or NULL */
    struct verdicts *verdicts;
};

/* NULL if nothing of the image could be read. */
static const struct analysis *analyze(const struct checking *checking,
                                      struct run *run,
                                      const struct image *image)
{
    const struct options *options = checking->options;
    const struct interest interest = { map_make(run->arena),
                                       map_make(run->arena) };
    struct engine_memory memory = { 0 };
    struct engine_options how = {
        .interest = checking->cache ? &interest : NULL,
    };
    uint64_t begin = timings_begin(options->timings);

    /* link the units with the models */
    const struct program *program = load_program(
        run, options, checking->rules, checking->captures, &image->inputs,
        options->has_no_prescan ? UNIT_FILE_WHOLE : UNIT_FILE_NO_INERT);

    if (!program)
        return NULL;
    if (checking->cache && !options->stats) { /* what is counted is done */
        memory = verdict_cache_memory(checking->cache, run->strings);
        how.memory = &memory;
    }
    timings_end(options->timings, begin, "link", image->name);
    begin = timings_begin(options->timings);

    /* simulate the driver's life; find a witness for each finding */
    const struct analysis *analysis =
        engine_analyze(run->arena, program, checking->rules, &how);

    timings_end(options->timings, begin, "analyze", image->name);
    if (checking->cache)
        verdict_cache_put(checking->cache, checking->captures, &image->inputs,
                          program, &interest, analysis, run->fail);
    report_stats(run, options, image, program, analysis);
    return analysis;
}

/* What is kept of an image is in `verdicts`; the rest goes with its arena. What
 * is counted for --stats is only known when it is done again. */
static bool check_image(const struct checking *checking, struct run *run,
                        const struct image *image)
{
    struct arena *arena = arena_open();
    struct run own = { arena, run->strings, fail_make(arena) };
    const struct analysis *analysis = NULL;

    if (image->inputs.count == 0) /* no file of it can matter */
        analysis = arena_new(arena, struct analysis);
    else if (checking->cache && !checking->options->stats)
        analysis = verdict_cache_get(checking->cache, &own, checking->captures,
                                     &image->inputs);
    if (!analysis)
        analysis = analyze(checking, &own, image);
    fail_take(run->fail, own.fail);
    if (analysis) {
        verdicts_add(checking->verdicts, image->name, analysis);
        remark(run, checking->options, image, analysis);
    }
    arena_close(arena);
    return analysis != NULL;
}

/* Of a project, that is: a file that somebody names is read. So is all of it
 * for whoever wants to be told of each. */
static void leave_out(const struct options *options, struct prescan *prescan,
                      struct images *images)
{
    uint64_t begin = timings_begin(options->timings);

    if (!prescan || options->has_no_prescan || options->verbose)
        return;
    vec_each (struct image, image, images)
        if (image->origin)
            prescan_reduce(prescan, &image->inputs);
    timings_end(options->timings, begin, "pre-scan", NULL);
}

static size_t count_inputs(const struct images *images)
{
    size_t count = 0;

    vec_each (const struct image, image, images)
        count += image->inputs.count;
    return count;
}

struct analysis *judge_images(struct run *run, const struct options *options,
                              const struct rule_set *rules,
                              const struct run_cache *cache,
                              struct prescan *prescan, struct images *images)
{
    struct checking checking = { .options = options, .rules = rules };
    bool is_any = false;

    size_t before = count_inputs(images);

    leave_out(options, prescan, images);

    size_t left = count_inputs(images);

    /* for each file: parse, lower, verify */
    struct captures *captures = captures_make(run, options, cache, images);

    if (!captures)
        return NULL;
    if (cache && cache->roster)
        roster_note(cache->roster, prescan, images, captures);

    /* analyse each image as a program of its own */
    checking.captures = captures;
    if (cache)
        checking.cache = verdict_cache_make(run, options, rules, cache);
    checking.verdicts = verdicts_make(run->arena);
    vec_each (const struct image, image, images)
        is_any |= check_image(&checking, run, image);
    if (options->stats)
        report_files(run, captures, before - left);
    captures_close(captures);

    /* sort, make one of what is the same */
    return is_any ? verdicts_merge(checking.verdicts) : NULL;
}
