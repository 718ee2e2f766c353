/* triage.c - which findings count, by what the command line says. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/triage.h"

#include "driver/git.h"
#include "driver/options.h"
#include "driver/outputs.h"
#include "driver/run.h"
#include "engine/finding.h"
#include "report/sarif.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"
#include "support/text.h"
#include "triage/allow.h"
#include "triage/baseline.h"
#include "triage/changes.h"

struct triage {
    const struct options *options;
    struct changes *changes;   /* NULL: every line counts */
    struct baseline *baseline; /* NULL: there is none */
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

/* One that is to be written need not be there. */
static bool read_baseline(struct run *run, const struct options *options,
                          struct triage *triage)
{
    const char *path = options->baseline;

    if (options->update_baseline && !path)
        fail_add(run->fail, (struct fail_place){ 0 },
                 "--update-baseline needs --baseline FILE");
    if (!path || (options->update_baseline && !file_is_regular(path)))
        return path || !options->update_baseline;
    triage->baseline = baseline_read(run->arena, path, run->fail);
    return triage->baseline != NULL;
}

struct triage *triage_make(struct run *run, const struct options *options)
{
    struct triage *triage = arena_new(run->arena, struct triage);

    triage->options = options;
    return read_changes(run, options, triage) &&
                   read_baseline(run, options, triage)
               ? triage
               : NULL;
}

/* Not after a run that could not read everything: it would forget. */
static void write_baseline(const struct triage *triage, struct run *run,
                           const struct rule_set *rules,
                           struct analysis *analysis)
{
    const char *path = triage->options->baseline;
    struct fail_place place = { .file = path };
    struct text out = text_make(run->arena);
    size_t count = analysis->finding_count;

    if (fail_any(run->fail)) {
        fail_add(run->fail, place,
                 "the baseline is left as it is: not everything could be read");
        return;
    }
    sarif_add(outputs_report(run, triage->options, rules, analysis), &out);
    if (!file_write(path, text_str(&out), out.length, run->fail))
        return;
    for (size_t i = 0; i < count; i++)
        analysis->findings[i].baseline = BASELINE_UNCHANGED;
    fail_note(run->fail, place, "%zu finding%s", count,
              count == 1 ? " is in the baseline" : "s are in the baseline");
}

static void apply_baseline(const struct triage *triage, struct run *run,
                           const struct rule_set *rules,
                           struct analysis *analysis)
{
    if (triage->options->update_baseline)
        write_baseline(triage, run, rules, analysis);
    else if (triage->baseline)
        baseline_apply(triage->baseline,
                       outputs_report(run, triage->options, rules, analysis));
    if (triage->baseline)
        baseline_close(triage->baseline);
}

void triage_apply(const struct triage *triage, struct run *run,
                  const struct rule_set *rules, struct analysis *analysis)
{
    size_t left_out = 0;

    allow_apply(run->arena, rules, analysis, run->fail);
    apply_baseline(triage, run, rules, analysis);

    if (triage->changes)
        left_out = changes_reduce(triage->changes,
                                  file_working_directory(run->arena), analysis);
    if (left_out != 0 && triage->options->verbose)
        fail_note(run->fail, (struct fail_place){ 0 },
                  "%zu finding%s no changed line", left_out,
                  left_out == 1 ? " meets" : "s meet");
}
