/* sarif_tool.c - the program and its rules, as they stand in a SARIF log. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/json_parts.h"
#include "report/sarif_priv.h"
#include "rules/explain.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/text.h"

#include <ctype.h>
#include <string.h>

int sarif_rule_index(const struct report *report, const struct rule *rule)
{
    for (size_t i = 0; i < report->rules->rule_count; i++)
        if (report->rules->rules[i] == rule)
            return (int)i;
    return -1;
}

/* "family/some-rule" is "FamilySomeRule". */
static const char *rule_name(struct arena *arena, const char *id)
{
    struct text name = text_make(arena);
    bool is_start = true;

    for (; *id != '\0'; id++) {
        if (isalnum((unsigned char)*id))
            text_add_char(&name,
                          (char)(is_start ? toupper((unsigned char)*id) : *id));
        is_start = !isalnum((unsigned char)*id);
    }
    return text_str(&name);
}

/* A sentence, as the schema's readers want one: with a full stop. */
static json_t *sentence(struct arena *arena, const char *text)
{
    return sarif_message(
        arena_format(arena, "%c%s.", toupper((unsigned char)*text), text + 1));
}

static json_t *help(const struct report *report, const struct rule *rule)
{
    struct text plain = text_make(report->arena);
    struct text markdown = text_make(report->arena);
    json_t *help = json_object();

    rules_explain(report->rules, rule->id, &plain);
    rules_markdown(report->rules, rule->id, &markdown);
    json_put(help, "text", json_text(text_str(&plain)));
    json_put(help, "markdown", json_text(text_str(&markdown)));
    return help;
}

static json_t *properties(const struct report *report, const struct rule *rule)
{
    size_t length = strcspn(rule->id, "/");
    const char *family = arena_strndup(report->arena, rule->id, length);
    const char *severity = rule->severity == SEVERITY_NOTE
                               ? "recommendation"
                               : report_severity(rule->severity);

    return json_pack("{s:[s,s,s], s:s, s:s}", "tags", "correctness",
                     "reliability", family, "precision",
                     rule->severity == SEVERITY_NOTE ? "high" : "very-high",
                     "problem.severity", severity);
}

static json_t *describe(const struct report *report, const struct rule *rule)
{
    json_t *item = json_object();

    json_put(item, "id", json_text(rule->id));
    json_put(item, "name", json_text(rule_name(report->arena, rule->id)));
    json_put(item, "shortDescription", sentence(report->arena, rule->summary));
    json_put(item, "fullDescription", sarif_message(rule->explanation));
    json_put(item, "help", help(report, rule));
    if (rule->reference_count != 0)
        json_put_text(item, "helpUri", rule->references[0].url);
    json_put(item, "defaultConfiguration",
             json_pack("{s:s}", "level", report_severity(rule->severity)));
    json_put(item, "properties", properties(report, rule));
    return item;
}

/* A reader that wants a full description and help of every rule wants them of
 * these, too. */
static json_t *notification(const char *id, const char *name, const char *what,
                            const char *advice)
{
    return json_pack("{s:s, s:s, s:o, s:o, s:o}", "id", id, "name", name,
                     "shortDescription", sarif_message(what), "fullDescription",
                     sarif_message(what), "help", sarif_message(advice));
}

static json_t *notifications(void)
{
    return json_pack(
        "[o, o]",
        notification("analysis-gave-up", "AnalysisGaveUp",
                     "The analysis gave up at this place.",
                     "What is behind this place was not looked at. A result "
                     "that says nothing about it means nothing."),
        notification("input-trouble", "InputTrouble",
                     "Something that was given could not be read as it should.",
                     "Look at the flags and the files that the message names. "
                     "The rest was analysed."));
}

json_t *sarif_tool(const struct report *report)
{
    json_t *driver = json_object();
    json_t *rules = json_array();

    for (size_t i = 0; i < report->rules->rule_count; i++)
        json_push(rules, describe(report, report->rules->rules[i]));
    json_put(driver, "name", json_string("unloadcheck"));
    json_put(driver, "version", json_text(report->version));
    json_put(driver, "semanticVersion", json_text(report->version));
    json_put(driver, "rules", rules);
    json_put(driver, "notifications", notifications());
    return json_pack("{s:o}", "driver", driver);
}
