/* summary.c - a table of findings, each with its story folded away, then the
 * table of registrations. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/summary.h"

#include "report/markup.h"
#include "report/proof_text.h"
#include "report/report.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/text.h"

#include <string.h>

/* Inside a cell a bar would end it; HTML's escapes hold in Markdown. */
static void add_cell(const char *string, struct text *out)
{
    while (*string != '\0') {
        size_t length = strcspn(string, "|*_`[]\\");

        markup_add_n(string, length, out);
        string += length;
        if (*string != '\0')
            text_addf(out, "&#%d;", *string++);
    }
}

static void add_place(const struct report *report, struct place place,
                      struct text *out)
{
    if (!place.file)
        return;
    add_cell(arena_format(report->arena, "%s:%u",
                          report_path(report, place.file), place.line),
             out);
}

static void add_story(const struct report *report,
                      const struct finding *finding, struct text *out)
{
    text_add(out, "\n<details><summary>");
    add_place(report, finding->place, out);
    text_add(out, ": ");
    add_cell(report_message(report, finding), out);
    text_add(out, "</summary>\n\n");
    for (size_t i = 0; i < finding->event_count; i++) {
        text_addf(out, "%zu. ", i + 1);
        add_place(report, finding->events[i].place, out);
        text_add_char(out, ' ');
        add_cell(finding->events[i].text, out);
        text_add_char(out, '\n');
    }
    text_add(out, "\n</details>\n");
}

static void add_findings(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;

    if (analysis->finding_count == 0)
        return;
    text_add(out, "\n| severity | place | finding | rule |\n"
                  "|---|---|---|---|\n");
    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        text_addf(out, "| %s | ", report_severity(finding->severity));
        add_place(report, finding->place, out);
        text_add(out, " | ");
        add_cell(report_message(report, finding), out);
        text_addf(out, " | %s |\n", finding->rule->id);
    }
    for (size_t i = 0; i < analysis->finding_count; i++)
        add_story(report, &analysis->findings[i], out);
}

static void add_registrations(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;

    if (analysis->proof_count == 0)
        return;
    text_add(out, "\n| registration | made at | when the driver's code goes "
                  "|\n|---|---|---|\n");
    for (size_t i = 0; i < analysis->proof_count; i++) {
        const struct proof *proof = &analysis->proofs[i];
        text_addf(out, "| %s ", proof->protocol->object);
        add_cell(proof->handle, out);
        text_add(out, " | ");
        add_place(report, proof->made, out);
        text_addf(out, " | %s |\n", proof_text_verdict(proof));
    }
}

static void add_limits(const struct report *report, struct text *out)
{
    for (size_t i = 0; i < report->analysis->limit_count; i++) {
        const struct limit *limit = &report->analysis->limits[i];
        text_add(out, "\n> **not analysed:** ");
        add_place(report, limit->place, out);
        text_add_char(out, ' ');
        add_cell(limit->text, out);
        text_add_char(out, '\n');
    }
}

void summary_add(const struct report *report, struct text *out)
{
    size_t count = report->analysis->finding_count;
    bool is_whole =
        report->analysis->limit_count == 0 && !fail_any(report->trouble);

    text_addf(out, "## unloadcheck: %zu finding%s%s\n", count,
              count == 1 ? "" : "s",
              is_whole ? "" : ", and not everything could be analysed");
    add_findings(report, out);
    add_limits(report, out);
    add_registrations(report, out);
}
