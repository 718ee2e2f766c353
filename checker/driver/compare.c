/* compare.c - the command `diff`: what became of the findings of a report. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/compare.h"

#include "driver/options.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file_write.h"
#include "support/text.h"
#include "triage/baseline.h"
#include "triage/compare.h"

#include <stdio.h>
#include <string.h>

/* False, and why, if the command line asks for what there is not. */
static bool check_options(struct run *run, const struct options *options,
                          bool *is_sarif)
{
    struct fail_place nowhere = { 0 };
    const char *form =
        options->formats.count != 0 ? options->formats.items[0] : "text";

    *is_sarif = strcmp(form, "sarif") == 0;
    if (options->operands.count != 2)
        fail_add(run->fail, nowhere, "diff takes two SARIF logs, OLD and NEW");
    else if (options->formats.count > 1)
        fail_add(run->fail, nowhere, "diff has one form at a time");
    else if (!*is_sarif && strcmp(form, "text") != 0)
        fail_add(run->fail, nowhere,
                 "diff has no format '%s'; there is text, sarif", form);
    else
        return true;
    return false;
}

static bool is_failure(const char *worst, unsigned fail_on)
{
    if (!worst || fail_on == FAIL_ON_NEVER)
        return false;
    if (strcmp(worst, "note") == 0)
        return fail_on == FAIL_ON_NOTE;
    return fail_on != FAIL_ON_ERROR || strcmp(worst, "error") == 0;
}

static void write(struct run *run, const struct options *options,
                  const struct text *out)
{
    if (options->output)
        file_write(options->output, text_str(out), out->length, run->fail);
    else
        fwrite(text_str(out), 1, out->length, stdout);
}

static enum run_status compare(struct run *run, const struct options *options,
                               struct baseline *old, struct baseline *new,
                               bool is_sarif)
{
    struct text out = text_make(run->arena);
    struct comparison comparison = compare_logs(old, new);

    if (is_sarif)
        compare_add_sarif(old, new, &out);
    else
        compare_add_text(old, new, &comparison, &out);
    write(run, options, &out);
    return is_failure(comparison.worst, options->fail_on) ? RUN_FINDINGS
                                                          : RUN_CLEAN;
}

enum run_status compare_run(struct run *run, const struct options *options)
{
    enum run_status status = RUN_TROUBLE;
    struct baseline *old, *new;
    bool is_sarif;

    if (!check_options(run, options, &is_sarif))
        return RUN_TROUBLE;
    old = baseline_read(run->arena, options->operands.items[0], run->fail);
    new = baseline_read(run->arena, options->operands.items[1], run->fail);
    if (old && new)
        status = compare(run, options, old, new, is_sarif);
    if (old)
        baseline_close(old);
    if (new)
        baseline_close(new);
    return status;
}
