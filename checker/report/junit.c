/* junit.c - written as text: XML this small needs no more than escapes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/junit.h"

#include "report/markup.h"
#include "report/report.h"
#include "rules/rules.h"
#include "support/text.h"

static void add_place(const struct report *report, struct place place,
                      struct text *out)
{
    if (!place.file)
        return;
    markup_add(report_path(report, place.file), out);
    text_addf(out, ":%u:%u", place.line, place.column);
}

static void add_story(const struct report *report,
                      const struct finding *finding, struct text *out)
{
    add_place(report, finding->place, out);
    text_add_char(out, '\n');
    for (size_t i = 0; i < finding->event_count; i++) {
        text_addf(out, "  (%zu) ", i + 1);
        add_place(report, finding->events[i].place, out);
        text_add_char(out, ' ');
        markup_add(finding->events[i].text, out);
        text_add_char(out, '\n');
    }
}

/* A note is no failure: it passes, and says why in the output. */
static void add_finding(const struct report *report,
                        const struct finding *finding, struct text *out)
{
    bool is_note = finding->severity == SEVERITY_NOTE;

    text_add(out, "    <testcase classname=\"unloadcheck.");
    markup_add(finding->rule->id, out);
    text_add(out, "\" name=\"");
    markup_add(report_message(report, finding), out);
    text_add(out, " (");
    add_place(report, finding->place, out);
    text_add(out, ")\">\n");
    if (is_note) {
        text_add(out, "      <system-out>");
    } else {
        text_addf(out, "      <failure type=\"%s\" message=\"",
                  report_severity(finding->severity));
        markup_add(report_message(report, finding), out);
        text_add(out, "\">");
    }
    add_story(report, finding, out);
    text_addf(out, "%s\n    </testcase>\n",
              is_note ? "</system-out>" : "</failure>");
}

static void add_limit(const struct report *report, const struct limit *limit,
                      struct text *out)
{
    text_add(out,
             "    <testcase classname=\"unloadcheck\" name=\"analysis of ");
    add_place(report, limit->place, out);
    text_add(out, "\">\n      <error type=\"gave-up\" message=\"");
    markup_add(limit->text, out);
    text_add(out, "\"/>\n    </testcase>\n");
}

static bool is_kept(const struct report *report, const struct rule *rule)
{
    for (size_t i = 0; i < report->analysis->finding_count; i++)
        if (report->analysis->findings[i].rule == rule)
            return false;
    return true;
}

static size_t add_kept(const struct report *report, struct text *out)
{
    size_t count = 0;

    for (size_t i = 0; i < report->rules->rule_count; i++) {
        const struct rule *rule = report->rules->rules[i];
        if (!is_kept(report, rule))
            continue;
        text_add(out, "    <testcase classname=\"unloadcheck.");
        markup_add(rule->id, out);
        text_add(out, "\" name=\"");
        markup_add(rule->summary, out);
        text_add(out, "\"/>\n");
        count++;
    }
    return count;
}

void junit_add(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;
    struct text cases = text_make(report->arena);
    size_t failures = 0;
    size_t count = analysis->finding_count + analysis->limit_count;

    for (size_t i = 0; i < analysis->finding_count; i++) {
        add_finding(report, &analysis->findings[i], &cases);
        failures += analysis->findings[i].severity != SEVERITY_NOTE;
    }
    for (size_t i = 0; i < analysis->limit_count; i++)
        add_limit(report, &analysis->limits[i], &cases);
    count += add_kept(report, &cases);
    text_addf(out,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<testsuites>\n"
              "  <testsuite name=\"unloadcheck\" tests=\"%zu\" "
              "failures=\"%zu\" errors=\"%zu\">\n%s"
              "  </testsuite>\n"
              "</testsuites>\n",
              count, failures, analysis->limit_count, text_str(&cases));
}
