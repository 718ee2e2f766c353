/* sarif.c - the log: one run, its results and its notifications. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/sarif.h"

#include "report/json_parts.h"
#include "report/sarif_priv.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/text.h"

#include <string.h>

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static json_t *properties(const struct finding *finding)
{
    json_t *properties = json_object();
    json_t *images = json_array();

    json_put_text(properties, "handle", finding->handle);
    if (finding->protocol)
        json_put_text(properties, "object", finding->protocol->object);
    json_put(properties, "possible", json_boolean(finding->is_possible));
    for (size_t i = 0; i < finding->image_count; i++)
        json_push(images, json_text(finding->images[i]));
    json_put(properties, "images", images);
    return properties;
}

static json_t *fingerprints(const struct report *report,
                            const struct finding *finding)
{
    const char *print = report_fingerprint(report, finding);

    return json_pack("{s:s, s:s, s:s}", "primaryLocationLineHash", print,
                     FINGERPRINT, print, FINGERPRINT_CONTENT,
                     report_content_fingerprint(report, finding));
}

json_t *sarif_result(const struct report *report, const struct rule *rule,
                     const char *kind)
{
    json_t *result = json_object();
    int index = sarif_rule_index(report, rule);

    json_put(result, "ruleId", json_text(rule->id));
    if (index >= 0)
        json_put(result, "ruleIndex", json_integer(index));
    json_put(result, "kind", json_string(kind));
    return result;
}

static json_t *result_of(const struct report *report,
                         const struct finding *finding)
{
    json_t *result = sarif_result(report, finding->rule, "fail");
    json_t *locations = json_array();

    json_put(result, "level", json_string(report_severity(finding->severity)));
    json_put(result, "message", sarif_message(report_message(report, finding)));
    json_push(locations, sarif_told_location(report, finding->place, NULL,
                                             finding->function));
    json_put(result, "locations", locations);
    if (finding->event_count != 0) {
        json_put(result, "relatedLocations", sarif_related(report, finding));
        json_put(result, "codeFlows", sarif_code_flows(report, finding));
    }
    json_put(result, "partialFingerprints", fingerprints(report, finding));
    json_put(result, "fixes", sarif_fixes(report, finding));
    json_put(result, "suppressions", sarif_suppressions(report, finding));
    if (finding->baseline != BASELINE_NONE)
        json_put(result, "baselineState",
                 json_string(report_baseline(finding->baseline)));
    json_put(result, "properties", properties(finding));
    return result;
}

static json_t *results(const struct report *report)
{
    const struct analysis *analysis = report->analysis;
    json_t *list = json_array();

    for (size_t i = 0; i < analysis->finding_count; i++)
        json_push(list, result_of(report, &analysis->findings[i]));
    for (size_t i = 0; report->proof && i < analysis->proof_count; i++)
        json_push(list, sarif_pass(report, &analysis->proofs[i]));
    return list;
}

static json_t *notification(const struct report *report, const char *id,
                            int index, const char *level, struct place place,
                            const char *text)
{
    json_t *item =
        json_pack("{s:{s:s, s:i}, s:s, s:o}", "descriptor", "id", id, "index",
                  index, "level", level, "message", sarif_message(text));
    json_t *location = sarif_location(report, place);

    if (location)
        json_put(item, "locations", json_pack("[o]", location));
    return item;
}

static json_t *notifications(const struct report *report)
{
    const struct analysis *analysis = report->analysis;
    json_t *list = json_array();

    for (size_t i = 0; i < analysis->limit_count; i++)
        json_push(list, notification(report, "analysis-gave-up", 0, "error",
                                     analysis->limits[i].place,
                                     analysis->limits[i].text));
    for (size_t i = 0; i < fail_count(report->trouble); i++) {
        const struct fail_message *message = fail_at(report->trouble, i);
        struct place place = place_from_fail(message->place);
        json_push(list, notification(report, "input-trouble", 1,
                                     message->severity == FAIL_ERROR ? "error"
                                                                     : "note",
                                     place, message->text));
    }
    return list;
}

static json_t *invocation(const struct report *report)
{
    bool is_whole =
        report->analysis->limit_count == 0 && !fail_any(report->trouble);
    json_t *invocation = json_object();

    json_put(invocation, "executionSuccessful", json_boolean(is_whole));
    json_put(invocation, "toolExecutionNotifications", notifications(report));
    return invocation;
}

static json_t *counts(const struct analysis *analysis)
{
    return json_pack("{s:{s:I, s:I, s:I}}", "counts", "findings",
                     (json_int_t)analysis->finding_count, "limits",
                     (json_int_t)analysis->limit_count, "registrations",
                     (json_int_t)analysis->proof_count);
}

static json_t *run_of(const struct report *report)
{
    json_t *run = json_object();

    json_put(run, "tool", sarif_tool(report));
    json_put(run, "invocations", json_pack("[o]", invocation(report)));
    json_put(run, "automationDetails",
             json_pack("{s:s}", "id", "unloadcheck/"));
    json_put(run, "originalUriBaseIds",
             json_pack("{s:{s:o}}", "SRCROOT", "description",
                       sarif_message("The root of the repository.")));
    json_put(run, "columnKind", json_string("utf16CodeUnits"));
    json_put(run, "results", results(report));
    json_put(run, "properties", counts(report->analysis));
    return run;
}

void sarif_add(const struct report *report, struct text *out)
{
    json_finish(json_pack("{s:s, s:s, s:[o]}", "$schema", SCHEMA, "version",
                          "2.1.0", "runs", run_of(report)),
                out);
}
