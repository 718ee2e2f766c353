/* sarif_pass.c - what was shown to go right, as results of kind `pass`.
 *
 * Where the registration is made, ended and completed are related locations;
 * the moments at which it is gone and what was assumed are properties.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/json_parts.h"
#include "report/proof_text.h"
#include "report/sarif_priv.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/text.h"

/* As many as GitHub keeps. */
enum { MOST_RELATED = 100 };

/* The rule that says that such an object must be gone when unload returns. */
static const struct rule *rule_kept(const struct report *report,
                                    const struct proof *proof)
{
    for (size_t i = 0; i < report->rules->rule_count; i++) {
        const struct rule *rule = report->rules->rules[i];
        if (rule->at & AT_UNLOAD_RETURN && rule_is_about(rule, proof->protocol))
            return rule;
    }
    return NULL;
}

static const char *told(const struct report *report, const struct proof *proof,
                        const struct proof_step *step)
{
    struct text text = text_make(report->arena);

    text_addf(&text, "%s: %s", proof_text_part(proof, step),
              proof_text_step(report->arena, step));
    for (size_t i = 0; i < step->guard_count; i++)
        text_addf(&text, "%s %s", i == 0 ? ", if" : " and",
                  step->guards[i].text);
    return text_str(&text);
}

static json_t *related(const struct report *report, const struct proof *proof)
{
    json_t *list = json_array();

    for (size_t i = 0; i < proof->step_count && i < MOST_RELATED; i++) {
        const struct proof_step *step = &proof->steps[i];
        json_t *location = sarif_told_location(
            report, step->place, told(report, proof, step), step->function);
        json_put(location, "id", json_integer((json_int_t)i + 1));
        json_push(list, location);
    }
    return list;
}

static const char *placed(const struct report *report, struct place place,
                          const char *text)
{
    if (!place.file)
        return text;
    return arena_format(report->arena, "%s:%u: %s",
                        report_path(report, place.file), place.line, text);
}

static json_t *properties(const struct report *report,
                          const struct proof *proof)
{
    json_t *properties = json_object();
    json_t *moments = json_array();
    json_t *assumptions = json_array();

    for (size_t i = 0; i < proof->moment_count; i++) {
        const struct proof_moment *moment = &proof->moments[i];
        json_push(moments, json_text(placed(report, moment->place,
                                            proof_text_moment(report->arena,
                                                              proof, moment))));
    }
    for (size_t i = 0; i < proof->assumption_count; i++)
        json_push(assumptions,
                  json_text(placed(report, proof->assumptions[i].place,
                                   proof->assumptions[i].text)));
    json_put(properties, "moments", moments);
    json_put(properties, "assumptions", assumptions);
    return properties;
}

/* What is said of it in one line. */
static const char *message(const struct report *report,
                           const struct proof *proof)
{
    const char *subject = proof_text_subject(report->arena, proof);

    if (proof->is_part)
        return arena_format(report->arena,
                            "this part of a driver does nothing wrong with "
                            "the %s",
                            subject);
    return arena_format(report->arena,
                        "the %s is gone whenever the driver's code goes",
                        subject);
}

json_t *sarif_pass(const struct report *report, const struct proof *proof)
{
    const struct rule *rule = rule_kept(report, proof);
    json_t *locations = json_array();
    json_t *result;

    json_push(locations, sarif_location(report, proof->made));
    if (!rule || !proof->is_safe) {
        json_decref(locations);
        return NULL;
    }
    result = sarif_result(report, rule, "pass");
    json_put(result, "level", json_string("none"));
    json_put(result, "message", sarif_message(message(report, proof)));
    json_put(result, "locations", locations);
    json_put(result, "relatedLocations", related(report, proof));
    json_put(result, "properties", properties(report, proof));
    return result;
}
