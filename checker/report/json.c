/* json.c - the analysis as it is, member by member.
 *
 * The version is raised when a member changes its meaning or goes away; a new
 * member is no new version.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/json.h"

#include "fix/fix.h"
#include "report/json_parts.h"
#include "report/json_priv.h"
#include "rules/rules.h"
#include "support/fail.h"

enum { VERSION = 1 };

json_t *json_place(const struct report *report, struct place place)
{
    json_t *item;

    if (!place.file)
        return NULL;
    item = json_object();
    json_put(item, "file", json_text(report_path(report, place.file)));
    json_put_count(item, "line", place.line);
    json_put_count(item, "column", place.column);
    return item;
}

static const char *kind_word(enum event_kind kind)
{
    static const char *const words[] = {
        [EVENT_PHASE] = "phase", [EVENT_ENTER] = "enter",
        [EVENT_LEAVE] = "leave", [EVENT_BRANCH] = "branch",
        [EVENT_STEP] = "step",   [EVENT_FAULT] = "fault",
    };

    return words[kind];
}

static json_t *event_of(const struct report *report,
                        const struct finding *finding, size_t index)
{
    const struct event *event = &finding->events[index];
    json_t *item = json_object();

    json_put_count(item, "number", index + 1);
    json_put_text(item, "kind", kind_word(event->kind));
    json_put_text(item, "text", event->text);
    json_put(item, "place", json_place(report, event->place));
    json_put_text(item, "function", event->function);
    json_put(item, "depth", json_integer(event->depth));
    if (finding->protocol && event->state >= 0)
        json_put_text(item, "state",
                      finding->protocol->states[event->state].name);
    json_put_count(item, "refersTo", event->refers_to);
    return item;
}

static json_t *events_of(const struct report *report,
                         const struct finding *finding)
{
    json_t *list = json_array();

    for (size_t i = 0; i < finding->event_count; i++)
        json_push(list, event_of(report, finding, i));
    return list;
}

static json_t *fix_of(const struct report *report, const struct fix *fix)
{
    json_t *edits = json_array();

    if (!fix) {
        json_decref(edits);
        return NULL;
    }
    for (size_t i = 0; i < fix->edit_count; i++)
        json_push(edits, json_pack("{s:I, s:I, s:o}", "offset",
                                   (json_int_t)fix->edits[i].offset, "length",
                                   (json_int_t)fix->edits[i].length, "text",
                                   json_text(fix->edits[i].text)));
    return json_pack("{s:o, s:o, s:o}", "title", json_text(fix->title), "file",
                     json_text(report_path(report, fix->file)), "edits", edits);
}

static json_t *suppression_of(const struct report *report,
                              const struct suppression *suppression)
{
    json_t *item;

    if (!suppression)
        return NULL;
    item = json_pack("{s:o}", "reason", json_text(suppression->reason));
    json_put(item, "place", json_place(report, suppression->place));
    return item;
}

static json_t *finding_of(const struct report *report,
                          const struct finding *finding)
{
    json_t *item = json_object();
    json_t *images = json_array();

    for (size_t i = 0; i < finding->image_count; i++)
        json_push(images, json_text(finding->images[i]));
    json_put_text(item, "rule", finding->rule->id);
    json_put_text(item, "severity", report_severity(finding->severity));
    json_put(item, "possible", json_boolean(finding->is_possible));
    json_put_text(item, "message", finding->message);
    json_put(item, "place", json_place(report, finding->place));
    json_put_text(item, "function", finding->function);
    json_put_text(item, "handle", finding->handle);
    if (finding->protocol)
        json_put_text(item, "object", finding->protocol->object);
    json_put(item, "origin", json_place(report, finding->origin));
    json_put(item, "images", images);
    json_put_text(item, "fingerprint", report_fingerprint(report, finding));
    json_put(item, "suppression", suppression_of(report, finding->suppression));
    if (finding->baseline != BASELINE_NONE)
        json_put_text(item, "baseline", report_baseline(finding->baseline));
    json_put(item, "fix", fix_of(report, finding->fix));
    json_put(item, "events", events_of(report, finding));
    return item;
}

static json_t *limits_of(const struct report *report)
{
    const struct analysis *analysis = report->analysis;
    json_t *list = json_array();

    for (size_t i = 0; i < analysis->limit_count; i++) {
        json_t *item = json_object();
        json_put_text(item, "text", analysis->limits[i].text);
        json_put(item, "place", json_place(report, analysis->limits[i].place));
        json_push(list, item);
    }
    return list;
}

static json_t *trouble_of(const struct report *report)
{
    json_t *list = json_array();

    for (size_t i = 0; i < fail_count(report->trouble); i++) {
        const struct fail_message *message = fail_at(report->trouble, i);
        struct place place = place_from_fail(message->place);
        json_t *item = json_object();
        json_put_text(item, "severity",
                      message->severity == FAIL_ERROR ? "error" : "note");
        json_put_text(item, "text", message->text);
        json_put(item, "place", json_place(report, place));
        json_push(list, item);
    }
    return list;
}

static json_t *registrations_of(const struct report *report)
{
    const struct analysis *analysis = report->analysis;
    json_t *list = json_array();

    for (size_t i = 0; i < analysis->proof_count; i++)
        json_push(list, json_proof(report, &analysis->proofs[i]));
    return list;
}

void json_add(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;
    bool is_whole = analysis->limit_count == 0 && !fail_any(report->trouble);
    json_t *all = json_object();
    json_t *findings = json_array();

    for (size_t i = 0; i < analysis->finding_count; i++)
        json_push(findings, finding_of(report, &analysis->findings[i]));
    json_put(all, "version", json_integer(VERSION));
    json_put(all, "program",
             json_pack("{s:s, s:s}", "name", "unloadcheck", "version",
                       report->version));
    json_put(all, "complete", json_boolean(is_whole));
    json_put(all, "findings", findings);
    json_put(all, "registrations", registrations_of(report));
    json_put(all, "limits", limits_of(report));
    json_put(all, "trouble", trouble_of(report));
    json_finish(all, out);
}
