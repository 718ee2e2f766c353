/* review.c - two lists of findings in JSON.
 *
 * Neither has a place for what the analysis gave up on, so that is an entry
 * as well: a report that says nothing must mean that nothing is wrong.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/review.h"

#include "report/json_parts.h"
#include "report/report.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/hash.h"
#include "support/text.h"

#include <inttypes.h>

static const char *gave_up(const struct report *report,
                           const struct limit *limit)
{
    return arena_format(report->arena, "analysis gave up: %s", limit->text);
}

static json_t *gitlab_entry(const struct report *report, struct place place,
                            const char *rule, const char *text,
                            const char *severity, const char *print)
{
    const char *path = place.file ? report_path(report, place.file) : ".";

    return json_pack("{s:o, s:o, s:s, s:s, s:{s:o, s:{s:i}}}", "description",
                     json_text(text), "check_name", json_text(rule),
                     "fingerprint", print, "severity", severity, "location",
                     "path", json_text(path), "lines", "begin",
                     place.line ? (int)place.line : 1);
}

void review_add_gitlab(const struct report *report, struct text *out)
{
    static const char *const severities[] = {
        [SEVERITY_NOTE] = "info",
        [SEVERITY_WARNING] = "major",
        [SEVERITY_ERROR] = "critical",
    };
    const struct analysis *analysis = report->analysis;
    json_t *list = json_array();

    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        json_push(list, gitlab_entry(report, finding->place, finding->rule->id,
                                     report_message(report, finding),
                                     severities[finding->severity],
                                     report_fingerprint(report, finding)));
    }
    for (size_t i = 0; i < analysis->limit_count; i++) {
        const struct limit *limit = &analysis->limits[i];
        uint64_t hash = hash_mix(hash_string(limit->text), i);
        json_push(list, gitlab_entry(
                            report, limit->place, "gave-up",
                            gave_up(report, limit), "minor",
                            arena_format(report->arena, "%016" PRIx64, hash)));
    }
    json_finish(list, out);
}

static json_t *rdjson_location(const struct report *report, struct place place)
{
    const char *path = place.file ? report_path(report, place.file) : "";
    json_t *start = json_object();

    json_put_count(start, "line", place.line);
    json_put_count(start, "column", place.column);
    return json_pack("{s:o, s:{s:o}}", "path", json_text(path), "range",
                     "start", start);
}

static json_t *rdjson_related(const struct report *report,
                              const struct finding *finding)
{
    json_t *list = json_array();

    for (size_t i = 0; i < finding->event_count; i++) {
        const struct event *event = &finding->events[i];
        if (event->kind == EVENT_STEP && event->place.file)
            json_push(list, json_pack("{s:o, s:o}", "message",
                                      json_text(event->text), "location",
                                      rdjson_location(report, event->place)));
    }
    return list;
}

static json_t *rdjson_entry(const struct report *report, struct place place,
                            const char *text, const char *severity)
{
    return json_pack("{s:o, s:o, s:s}", "message", json_text(text), "location",
                     rdjson_location(report, place), "severity", severity);
}

static json_t *rdjson_finding(const struct report *report,
                              const struct finding *finding)
{
    static const char *const severities[] = {
        [SEVERITY_NOTE] = "INFO",
        [SEVERITY_WARNING] = "WARNING",
        [SEVERITY_ERROR] = "ERROR",
    };
    const struct rule *rule = finding->rule;
    json_t *entry =
        rdjson_entry(report, finding->place, report_message(report, finding),
                     severities[finding->severity]);
    json_t *code = json_object();

    json_put_text(code, "value", rule->id);
    if (rule->reference_count != 0)
        json_put_text(code, "url", rule->references[0].url);
    json_put(entry, "code", code);
    json_put(entry, "related_locations", rdjson_related(report, finding));
    return entry;
}

void review_add_rdjson(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;
    json_t *list = json_array();

    for (size_t i = 0; i < analysis->finding_count; i++)
        json_push(list, rdjson_finding(report, &analysis->findings[i]));
    for (size_t i = 0; i < analysis->limit_count; i++)
        json_push(list, rdjson_entry(report, analysis->limits[i].place,
                                     gave_up(report, &analysis->limits[i]),
                                     "WARNING"));
    json_finish(json_pack("{s:{s:s}, s:o}", "source", "name", "unloadcheck",
                          "diagnostics", list),
                out);
}
