/* baseline.c - findings that were there before, by a report of ours. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "triage/baseline.h"

#include "engine/finding.h"
#include "report/report.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/vec.h"

#include <string.h>

struct results vec_of(struct result);

struct baseline {
    json_t *log;
    json_t *run;
    struct results results;
};

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? text : "";
}

/* What was shown to be right is no fault, and what is gone is none now. */
static bool is_fault(const json_t *result)
{
    return strcmp(text_of(result, "kind"), "pass") != 0 &&
           strcmp(text_of(result, "baselineState"), "absent") != 0;
}

static void add_result(struct arena *arena, struct baseline *baseline,
                       json_t *json)
{
    const json_t *prints = json_object_get(json, "partialFingerprints");
    struct result result = {
        .json = json,
        .fingerprint = text_of(prints, FINGERPRINT),
        .content = text_of(prints, FINGERPRINT_CONTENT),
    };

    if (is_fault(json))
        vec_push(arena, &baseline->results, result);
}

/* The first run of ours. */
static json_t *find_run(const json_t *log)
{
    json_t *run;
    size_t i;

    json_array_foreach(json_object_get(log, "runs"), i, run)
    {
        const json_t *driver =
            json_object_get(json_object_get(run, "tool"), "driver");
        if (strcmp(text_of(driver, "name"), "unloadcheck") == 0)
            return run;
    }
    return NULL;
}

static json_t *load(struct arena *arena, const char *path, struct fail *fail)
{
    struct file_text text;
    json_error_t error;
    json_t *log;

    if (!file_read(arena, path, fail, &text))
        return NULL;
    log = json_loadb(text.data, text.size, JSON_REJECT_DUPLICATES, &error);
    if (!log)
        fail_add(fail,
                 (struct fail_place){ path, (unsigned)error.line,
                                      (unsigned)error.column },
                 "is not JSON: %s", error.text);
    return log;
}

struct baseline *baseline_read(struct arena *arena, const char *path,
                               struct fail *fail)
{
    struct baseline *baseline = arena_new(arena, struct baseline);
    json_t *json;
    size_t i;

    baseline->log = load(arena, path, fail);
    if (!baseline->log)
        return NULL;
    baseline->run = find_run(baseline->log);
    if (!baseline->run) {
        fail_add(fail, (struct fail_place){ .file = path },
                 "is no SARIF log of unloadcheck; --format sarif:FILE writes "
                 "one");
        json_decref(baseline->log);
        return NULL;
    }
    json_array_foreach(json_object_get(baseline->run, "results"), i, json)
    {
        add_result(arena, baseline, json);
    }
    return baseline;
}

void baseline_close(struct baseline *baseline)
{
    json_decref(baseline->log);
}

json_t *baseline_run(const struct baseline *baseline)
{
    return baseline->run;
}

json_t *baseline_log(const struct baseline *baseline)
{
    return baseline->log;
}

struct result *baseline_results(const struct baseline *baseline, size_t *count)
{
    *count = baseline->results.count;
    return baseline->results.items;
}

/* The next one that is the same by one of the two, or `count`. */
static size_t find_same(const struct result *results, size_t count,
                        const struct result *wanted, bool by_content)
{
    for (size_t i = 0; i < count; i++) {
        const char *print =
            by_content ? results[i].content : results[i].fingerprint;
        const char *other = by_content ? wanted->content : wanted->fingerprint;
        if (results[i].match == 0 && *other != '\0' &&
            strcmp(print, other) == 0)
            return i;
    }
    return count;
}

void baseline_match(struct result *old, size_t old_count, struct result *new,
                    size_t new_count)
{
    for (size_t i = 0; i < old_count; i++)
        old[i].match = 0;
    for (size_t i = 0; i < new_count; i++)
        new[i].match = 0;
    for (int by_content = 0; by_content < 2; by_content++)
        for (size_t i = 0; i < new_count; i++) {
            size_t same = new[i].match != 0
                              ? old_count
                              : find_same(old, old_count, &new[i], by_content);
            if (same == old_count)
                continue;
            old[same].match = i + 1;
            new[i].match = same + 1;
        }
}

void baseline_apply(const struct baseline *baseline,
                    const struct report *report)
{
    const struct analysis *analysis = report->analysis;
    struct result *own =
        arena_array(report->arena, struct result, analysis->finding_count);

    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        own[i].fingerprint = report_fingerprint(report, finding);
        own[i].content = report_content_fingerprint(report, finding);
    }
    baseline_match(baseline->results.items, baseline->results.count, own,
                   analysis->finding_count);
    for (size_t i = 0; i < analysis->finding_count; i++)
        analysis->findings[i].baseline =
            own[i].match != 0 ? BASELINE_UNCHANGED : BASELINE_NEW;
}
