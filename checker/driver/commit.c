/* commit.c - compares what is wrong with what was wrong before.
 *
 * Findings are alike if they have the same rule, function and message: neither
 * the name of the file nor the text of the line counts, since those may be what
 * the commit changes. Of as many findings that are alike as there were, none is
 * new.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/commit.h"

#include "driver/captures.h"
#include "driver/git.h"
#include "driver/inputs.h"
#include "driver/judge.h"
#include "driver/options.h"
#include "driver/prescan.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/staged.h"
#include "engine/finding.h"
#include "project/image.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "triage/changes.h"

#include <string.h>
#include <uv.h>

/* Lines. */

/* Clears the marks of those that meet no line that differs from `revision`. */
static bool meet_lines(struct run *run, const struct commit *commit,
                       const char *revision, const struct analysis *analysis,
                       bool *meets)
{
    const char *working = file_working_directory(run->arena);
    struct changes *changes = changes_make(run->arena);

    if (!git_staged_changes(run, staged_root(commit->staged), revision,
                            changes))
        return false;
    for (size_t i = 0; i < analysis->finding_count; i++) {
        struct analysis one = { .findings = &analysis->findings[i],
                                .finding_count = 1 };
        meets[i] &= changes_reduce(changes, working, &one) == 0;
    }
    return true;
}

/* Parents. */

static bool is_among(const struct images *images, const char *name)
{
    vec_each (const struct image, image, images)
        if (!name || !image->name || strcmp(image->name, name) == 0)
            return true;
    return false;
}

/* Those that the commit is part of, and those that became what was judged. */
static void choose(const struct commit *commit, struct prescan *prescan,
                   struct images *images)
{
    size_t kept = 0;

    for (size_t i = 0; i < images->count; i++)
        if (is_among(commit->images, images->items[i].name) ||
            staged_concerns(commit->staged, prescan, &images->items[i].inputs))
            images->items[kept++] = images->items[i];
    images->count = kept;
}

/* What was wrong in a revision; NULL: nothing of it could be read. What else
 * there is to be said of it is nobody's concern now. False, and why, if there
 * is no such revision. */
static bool judge_parent(struct run *run, const struct commit *commit,
                         const char *revision, const struct analysis **found)
{
    struct run own = { run->arena, run->strings, fail_make(run->arena) };
    struct options options = *commit->options;
    struct images images = { 0 };

    *found = NULL;
    if (!staged_enter_parent(commit->staged, run, revision, &options))
        return false;

    const char *headers = captures_headers(run, &options);

    if (!headers ||
        !inputs_find(&own, &options, commit->rules, NULL,
                     options.operands.items, options.operands.count, &images))
        return true;

    struct run_cache *cache = run_cache_open(run, &options, &images);
    struct prescan *prescan =
        prescan_make(run->arena, &options, commit->rules, headers, cache);

    choose(commit, prescan, &images);
    *found =
        judge_images(&own, &options, commit->rules, cache, prescan, &images);
    run_cache_close(cache);
    return true;
}

static bool is_alike(const struct finding *a, const struct finding *b)
{
    const char *in_a = a->function ? a->function : "";
    const char *in_b = b->function ? b->function : "";

    return a->rule == b->rule && strcmp(in_a, in_b) == 0 &&
           strcmp(a->message, b->message) == 0;
}

/* Marks those that were there before; each that was there stands for one. */
static void mark_known(struct arena *arena, const struct analysis *before,
                       const struct analysis *analysis, const bool *meets,
                       bool *known)
{
    bool *taken = arena_array(arena, bool, before->finding_count);

    for (size_t i = 0; i < analysis->finding_count; i++) {
        size_t j = meets[i] ? before->finding_count : 0;
        while (j < before->finding_count &&
               (taken[j] ||
                !is_alike(&analysis->findings[i], &before->findings[j])))
            j++;
        if (j < before->finding_count)
            known[i] = taken[j] = true;
    }
}

/* Marks the limits that were met before; lines may have moved. */
static void mark_limits(const struct analysis *before,
                        const struct analysis *analysis, bool *old)
{
    for (size_t i = 0; i < analysis->limit_count; i++)
        for (size_t j = 0; j < before->limit_count; j++)
            old[i] |=
                strcmp(before->limits[j].text, analysis->limits[i].text) == 0;
}

/* What is known of the findings and limits of what is staged. */
struct marks {
    bool *meets; /* a finding: a line that is changed */
    bool *known; /* a finding: was there before */
    bool *old;   /* a limit: was met before */
};

static bool ask_parents(struct run *run, const struct commit *commit,
                        const struct analysis *analysis, struct marks marks)
{
    const char *working = file_working_directory(run->arena);
    bool good = true;

    vec_each (const char *, revision, staged_parents(commit->staged)) {
        const struct analysis *before = NULL;
        good = good && judge_parent(run, commit, *revision, &before);
        if (before) {
            mark_known(run->arena, before, analysis, marks.meets, marks.known);
            mark_limits(before, analysis, marks.old);
        }
    }
    return uv_chdir(working) == 0 && good;
}

/* Whether nobody could tell of a finding whether it can happen: then what the
 * analysis gives up on is not old. */
static bool has_open(const struct analysis *analysis)
{
    for (size_t i = 0; i < analysis->finding_count; i++)
        if (analysis->findings[i].is_possible &&
            analysis->findings[i].severity == SEVERITY_NOTE)
            return true;
    return false;
}

bool commit_reduce(struct run *run, const struct commit *commit,
                   struct analysis *analysis, size_t *old_limits)
{
    const struct words *parents = staged_parents(commit->staged);
    size_t count = analysis->finding_count, kept = 0;
    struct marks marks = {
        arena_array(run->arena, bool, count),
        arena_array(run->arena, bool, count),
        arena_array(run->arena, bool, analysis->limit_count),
    };
    bool is_clear = analysis->limit_count == 0;

    for (size_t i = 0; i < count; i++)
        marks.meets[i] = true;
    vec_each (const char *, revision, parents)
        if (!meet_lines(run, commit, *revision, analysis, marks.meets))
            return false;
    for (size_t i = 0; i < count; i++)
        is_clear &= marks.meets[i];
    if (!is_clear && !ask_parents(run, commit, analysis, marks))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!marks.known[i])
            analysis->findings[kept++] = analysis->findings[i];
    analysis->finding_count = kept;
    *old_limits = 0;
    for (size_t i = 0; i < analysis->limit_count && !has_open(analysis); i++)
        *old_limits += marks.old[i];
    return true;
}
