/* compare.c - what became of the findings of one report in another. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "triage/compare.h"

#include "support/text.h"
#include "triage/baseline.h"

#include <string.h>

enum { INDENT = 2 };

static const char *level_of(const struct result *result)
{
    const char *level =
        json_string_value(json_object_get(result->json, "level"));

    return level ? level : "warning";
}

/* Suppressed results do not count. */
static bool is_suppressed(const struct result *result)
{
    return json_array_size(json_object_get(result->json, "suppressions")) != 0;
}

static int weight(const char *level)
{
    static const char *const levels[] = { "note", "warning", "error" };

    for (int i = 0; i < 3; i++)
        if (level && strcmp(level, levels[i]) == 0)
            return i + 1;
    return 0;
}

struct comparison compare_logs(struct baseline *old, struct baseline *new)
{
    struct comparison comparison = { 0 };
    size_t old_count, new_count;
    struct result *was = baseline_results(old, &old_count);
    struct result *is = baseline_results(new, &new_count);

    baseline_match(was, old_count, is, new_count);
    for (size_t i = 0; i < old_count; i++)
        comparison.fixed += was[i].match == 0;
    for (size_t i = 0; i < new_count; i++) {
        comparison.unchanged += is[i].match != 0;
        comparison.added += is[i].match == 0;
        if (is[i].match == 0 && !is_suppressed(&is[i]) &&
            weight(level_of(&is[i])) > weight(comparison.worst))
            comparison.worst = level_of(&is[i]);
    }
    return comparison;
}

static void add_result(const char *word, const struct result *result,
                       struct text *out)
{
    const json_t *location = json_object_get(
        json_array_get(json_object_get(result->json, "locations"), 0),
        "physicalLocation");
    const json_t *artifact = json_object_get(location, "artifactLocation");
    const json_t *region = json_object_get(location, "region");
    const char *uri = json_string_value(json_object_get(artifact, "uri"));
    const char *message = json_string_value(
        json_object_get(json_object_get(result->json, "message"), "text"));
    const char *rule =
        json_string_value(json_object_get(result->json, "ruleId"));

    text_addf(out, "%s: ", word);
    if (uri)
        text_addf(out, "%s:%lld: ", uri,
                  (long long)json_integer_value(
                      json_object_get(region, "startLine")));
    text_addf(out, "%s: %s [%s]%s\n", level_of(result), message ? message : "",
              rule ? rule : "", is_suppressed(result) ? " (allowed)" : "");
}

void compare_add_text(const struct baseline *old, const struct baseline *new,
                      const struct comparison *comparison, struct text *out)
{
    size_t old_count, new_count;
    const struct result *was = baseline_results(old, &old_count);
    const struct result *is = baseline_results(new, &new_count);

    for (size_t i = 0; i < new_count; i++)
        if (is[i].match == 0)
            add_result("new", &is[i], out);
    for (size_t i = 0; i < old_count; i++)
        if (was[i].match == 0)
            add_result("fixed", &was[i], out);
    text_addf(out, "%zu new, %zu fixed, %zu unchanged\n", comparison->added,
              comparison->fixed, comparison->unchanged);
}

static int add_piece(const char *data, size_t size, void *out)
{
    text_add_n(out, data, size);
    return 0;
}

/* Which rule that was is said by its id; its number is one of the old log. */
static json_t *absent(const struct result *result)
{
    json_t *copy = json_deep_copy(result->json);

    json_object_del(copy, "ruleIndex");
    json_object_set_new(copy, "baselineState", json_string("absent"));
    return copy;
}

void compare_add_sarif(const struct baseline *old, const struct baseline *new,
                       struct text *out)
{
    size_t old_count, new_count;
    const struct result *was = baseline_results(old, &old_count);
    const struct result *is = baseline_results(new, &new_count);
    json_t *list = json_object_get(baseline_run(new), "results");

    for (size_t i = 0; i < new_count; i++)
        json_object_set_new(
            is[i].json, "baselineState",
            json_string(is[i].match != 0 ? "unchanged" : "new"));
    for (size_t i = 0; i < old_count; i++)
        if (was[i].match == 0)
            json_array_append_new(list, absent(&was[i]));
    json_dump_callback(baseline_log(new), add_piece, out, JSON_INDENT(INDENT));
    text_add_char(out, '\n');
}
