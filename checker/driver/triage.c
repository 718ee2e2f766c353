/* triage.c - which findings count, by what the command line says. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/triage.h"

#include "driver/git.h"
#include "driver/options.h"
#include "driver/run.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "triage/allow.h"
#include "triage/changes.h"

struct triage {
    struct changes *changes; /* NULL: every line counts */
    bool verbose;
};

/* The filter, or @FILE that holds it: a change may be too large for a line. */
static bool add_filter(struct run *run, const char *word,
                       struct changes *changes)
{
    struct file_text text;

    if (*word != '@')
        return changes_add_filter(changes, word, NULL, run->fail);
    return file_read(run->arena, word + 1, run->fail, &text) &&
           changes_add_filter(changes, text.data, word + 1, run->fail);
}

static bool read_changes(struct run *run, const struct options *options,
                         struct triage *triage)
{
    if (!options->diff_from && !options->line_filter)
        return true;
    triage->changes = changes_make(run->arena);
    if (options->line_filter &&
        !add_filter(run, options->line_filter, triage->changes))
        return false;
    return !options->diff_from ||
           git_changes(run, options->diff_from, triage->changes);
}

struct triage *triage_make(struct run *run, const struct options *options)
{
    struct triage *triage = arena_new(run->arena, struct triage);

    triage->verbose = options->verbose;
    return read_changes(run, options, triage) ? triage : NULL;
}

void triage_apply(const struct triage *triage, struct run *run,
                  const struct rule_set *rules, struct analysis *analysis)
{
    size_t left_out = 0;

    allow_apply(run->arena, rules, analysis, run->fail);

    if (triage->changes)
        left_out = changes_reduce(triage->changes,
                                  file_working_directory(run->arena), analysis);
    if (left_out != 0 && triage->verbose)
        fail_note(run->fail, (struct fail_place){ 0 },
                  "%zu finding%s no changed line", left_out,
                  left_out == 1 ? " meets" : "s meet");
}
