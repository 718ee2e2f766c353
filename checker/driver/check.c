/* check.c - one run of the analysis, as a table of contents.
 *
 * Findings are the result and go to the standard output; what is said about
 * the run itself (statistics, notes, trouble) goes to the standard error.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/check.h"

#include "cache/store.h"
#include "driver/advice.h"
#include "driver/captures.h"
#include "driver/commit.h"
#include "driver/fixes.h"
#include "driver/inputs.h"
#include "driver/judge.h"
#include "driver/options.h"
#include "driver/outputs.h"
#include "driver/parser.h"
#include "driver/prescan.h"
#include "driver/roster.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/staged.h"
#include "driver/timings.h"
#include "driver/triage.h"
#include "engine/finding.h"
#include "project/image.h"
#include "support/fail.h"
#include "support/parallel.h"
#include "triage/counts.h"

/* Whether a finding of that severity makes the run fail. */
static bool is_failure(enum severity severity, unsigned fail_on)
{
    switch (fail_on) {
    case FAIL_ON_NOTE: return true;
    case FAIL_ON_ERROR: return severity == SEVERITY_ERROR;
    case FAIL_ON_NEVER: return false;
    default: return severity != SEVERITY_NOTE;
    }
}

/* Limits that were met before a commit, too, do not count. */
static enum run_status verdict(const struct analysis *analysis,
                               size_t old_limits, unsigned fail_on)
{
    if (analysis->limit_count > old_limits)
        return RUN_TROUBLE;
    for (size_t i = 0; i < analysis->finding_count; i++)
        if (counts_finding(&analysis->findings[i]) &&
            is_failure(analysis->findings[i].severity, fail_on))
            return RUN_FINDINGS;
    return RUN_CLEAN;
}

enum run_status check_images(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct run_cache *cache,
                             struct prescan *prescan,
                             const struct staged *staged, struct images *images)
{
    const struct triage *triage = triage_make(run, options);
    const struct commit commit = { options, rules, staged, images };
    size_t old_limits = 0;

    if (!outputs_check(run, options) || !triage)
        return RUN_TROUBLE;

    /* parse, link, simulate each driver's life */
    struct analysis *all =
        judge_images(run, options, rules, cache, prescan, images);

    if (!all)
        return RUN_TROUBLE;

    /* take away what does not count */
    triage_apply(triage, run, rules, all);
    if (staged && !commit_reduce(run, &commit, all, &old_limits))
        return RUN_TROUBLE;

    /* find the fixes that are certain, report, make them */
    struct fixing *fixing =
        fixes_are_wanted(options)
            ? fixes_find(run, options, rules, cache, images, all)
            : NULL;

    uint64_t begin = timings_begin(options->timings);

    outputs_write(run, options, rules, all);
    timings_end(options->timings, begin, "report", NULL);
    if (!staged)
        advice_give(run, all);
    fixes_write(fixing, options, all);
    return verdict(all, old_limits, options->fail_on);
}

static bool is_any_project(const struct images *images)
{
    vec_each (const struct image, image, images)
        if (image->origin)
            return true;
    return false;
}

/* Looks over the files; of a commit, only what it is part of counts, and so it
 * is with what was `said` while they were looked for. */
static enum run_status
check_found(struct run *run, const struct options *options,
            const struct rule_set *rules, const struct run_cache *cache,
            const struct staged *staged, const struct fail *said,
            struct images *images)
{
    struct prescan *prescan = NULL;
    const char *headers = NULL;

    if ((staged || is_any_project(images)) &&
        (headers = captures_headers(run, options)) != NULL)
        prescan = prescan_make(run->arena, options, rules, headers, cache);
    if (staged && prescan)
        staged_choose(staged, prescan, images);
    if (staged)
        staged_take_trouble(staged, images, said, run->fail);
    return staged && images->count == 0
               ? RUN_CLEAN
               : check_images(run, options, rules, cache, prescan, staged,
                              images);
}

/* What no run has looked at before will hardly do without the parser; another
 * thread can load it meanwhile. */
static void load_early(const struct options *options,
                       const struct run_cache *cache)
{
    size_t threads = options->jobs ? options->jobs : parallel_available();

    if (cache && threads > 1 && !store_has_pack(cache->store))
        parser_begin(cache->parser);
}

/* Whether what an earlier run found still holds. */
static bool recall(struct run *run, const struct options *options,
                   const struct rule_set *rules, struct run_cache *cache,
                   struct images *images)
{
    if (!cache)
        return false;
    cache->roster = roster_open(run, options, rules, cache);
    return roster_recall(cache->roster, images);
}

static enum run_status check(struct run *run, const struct options *options,
                             const struct staged *staged)
{
    struct images images = { 0 };
    struct run finding = *run;

    if (staged)
        finding.fail = fail_make(run->arena);

    uint64_t begin = timings_begin(options->timings);

    /* open what was kept of earlier runs; read the rules */
    struct run_cache *cache = run_cache_open(run, options, NULL);

    load_early(options, cache);

    const struct rule_set *rules = rulebook_read(run, options, cache);
    enum run_status status = RUN_TROUBLE;

    timings_end(options->timings, begin, "read the rules", NULL);
    begin = timings_begin(options->timings);

    /* read which images there are, and how their files are compiled */
    bool is_recalled = rules && recall(run, options, rules, cache, &images);
    bool is_any =
        is_recalled || (rules && inputs_find(&finding, options, rules, cache,
                                             options->operands.items,
                                             options->operands.count, &images));

    timings_end(options->timings, begin, "find the drivers", NULL);
    if (is_recalled)
        status = check_images(run, options, rules, cache, NULL, NULL, &images);
    else if (is_any || (rules && staged))
        status = check_found(run, options, rules, cache, staged, finding.fail,
                             &images);
    run_cache_close(cache);
    return status;
}

/* Where a commit brings nothing it is of no use to tell what its files lack. */
static void tell(struct run *run, const struct options *options,
                 const struct fail *said, enum run_status status)
{
    bool is_quiet = status == RUN_CLEAN && !fail_any(said) && !options->verbose;

    for (size_t i = 0; i < fail_count(said); i++)
        if (!is_quiet)
            fail_repeat(run->fail, fail_at(said, i));
}

static enum run_status check_staged(struct run *run,
                                    const struct options *options)
{
    struct options own_options = *options;
    struct run own = *run;
    enum run_status status = RUN_CLEAN;

    if (options->update_baseline) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "--update-baseline is about all drivers, and --staged is not");
        return RUN_TROUBLE;
    }
    own.fail = fail_make(run->arena);

    const struct staged *staged = staged_enter(&own, &own_options);

    if (!staged)
        status = RUN_TROUBLE;
    else if (staged_matters(staged))
        status = check(&own, &own_options, staged);
    tell(run, options, own.fail, status);
    return status;
}

enum run_status check_run(struct run *run, const struct options *options)
{
    return options->staged ? check_staged(run, options)
                           : check(run, options, NULL);
}
