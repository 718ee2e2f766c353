/* allow.c - findings that the driver's text allows. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "triage/allow.h"

#include "engine/finding.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/glob.h"
#include "support/nearest.h"
#include "support/words.h"

#include <ctype.h>
#include <string.h>

struct allowing {
    struct arena *arena;
    const struct rule_set *rules;
    struct analysis *analysis;
    struct fail *fail; /* or NULL */
};

/* An allowance, taken apart. */
struct wish {
    const struct allowance *allowance;
    struct words rules;
    const char *reason;
};

static const char *word_of(struct arena *arena, const char **at)
{
    size_t length;
    const char *word;

    *at += strspn(*at, " ,\t");
    length = strcspn(*at, " ,\t");
    word = arena_strndup(arena, *at, length);
    *at += length;
    return word;
}

static const char *trim(struct arena *arena, const char *text)
{
    size_t length;

    text += strspn(text, " \t");
    length = strlen(text);
    while (length != 0 && isspace((unsigned char)text[length - 1]))
        length--;
    return arena_strndup(arena, text, length);
}

static void take_apart(struct arena *arena, const char *text, struct wish *wish)
{
    const char *reason = strstr(text, "--");
    const char *at =
        reason ? arena_strndup(arena, text, (size_t)(reason - text)) : text;

    for (const char *word = word_of(arena, &at); *word != '\0';
         word = word_of(arena, &at))
        vec_push(arena, &wish->rules, word);
    wish->reason = reason ? trim(arena, reason + 2) : "";
}

static bool names_any(const struct rule_set *rules, const char *pattern)
{
    for (size_t i = 0; i < rules->rule_count; i++)
        if (glob_matches(pattern, rules->rules[i]->id))
            return true;
    return false;
}

static void tell_unknown(const struct allowing *allowing,
                         const struct wish *wish, const char *rule)
{
    const struct rule_set *all = allowing->rules->all;
    struct nearest nearest = nearest_make(rule);

    for (size_t i = 0; i < all->rule_count; i++)
        nearest_try(&nearest, all->rules[i]->id);
    if (nearest.best)
        fail_note(allowing->fail, place_to_fail(wish->allowance->place),
                  "nothing is allowed: no rule is '%s'; did you mean '%s'?",
                  rule, nearest.best);
    else
        fail_note(allowing->fail, place_to_fail(wish->allowance->place),
                  "nothing is allowed: no rule is '%s'", rule);
}

/* False, and why, if it allows nothing. */
static bool read_wish(const struct allowing *allowing,
                      const struct allowance *allowance, struct wish *wish)
{
    const char *at = allowance->text;
    const char *order = word_of(allowing->arena, &at);
    const char *why = NULL;

    *wish = (struct wish){ .allowance = allowance };
    take_apart(allowing->arena, at, wish);
    if (strcmp(order, "allow") != 0)
        why = arena_format(allowing->arena,
                           "'%s' is no word that is known; there is 'allow'",
                           order);
    else if (wish->rules.count == 0)
        why = "it names no rule";
    else if (*wish->reason == '\0')
        why = "it gives no reason; write '-- REASON' behind the rule";
    if (why && allowing->fail)
        fail_note(allowing->fail, place_to_fail(allowance->place),
                  "nothing is allowed: %s", why);
    return !why;
}

static bool allow(const struct allowing *allowing, const struct wish *wish,
                  const char *rule)
{
    struct analysis *analysis = allowing->analysis;
    struct suppression suppression = { wish->reason, wish->allowance->place };
    bool is_used = false;

    for (size_t i = 0; i < analysis->finding_count; i++) {
        struct finding *finding = &analysis->findings[i];
        if (!finding->place.file ||
            strcmp(finding->place.file, wish->allowance->place.file) != 0 ||
            finding->place.line != wish->allowance->line ||
            !glob_matches(rule, finding->rule->id))
            continue;
        is_used = true;
        if (!finding->suppression)
            finding->suppression =
                arena_copy(allowing->arena, &suppression, sizeof(suppression));
    }
    return is_used;
}

/* A finding by the rule whose path goes over the line, or NULL. */
static const struct finding *find_near(const struct allowing *allowing,
                                       const struct wish *wish,
                                       const char *rule)
{
    const struct analysis *analysis = allowing->analysis;

    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        if (!glob_matches(rule, finding->rule->id))
            continue;
        for (size_t j = 0; j < finding->event_count; j++) {
            struct place place = finding->events[j].place;
            if (place.file && place.line == wish->allowance->line &&
                strcmp(place.file, wish->allowance->place.file) == 0)
                return finding;
        }
    }
    return NULL;
}

static void tell_unused(const struct allowing *allowing,
                        const struct wish *wish, const char *rule)
{
    const struct finding *near = find_near(allowing, wish, rule);

    if (near)
        fail_note(allowing->fail, place_to_fail(wish->allowance->place),
                  "'%s' is allowed here for nothing: what goes through here "
                  "is found at %s:%u",
                  rule, near->place.file, near->place.line);
    else
        fail_note(allowing->fail, place_to_fail(wish->allowance->place),
                  "'%s' is allowed here for nothing: it is not found", rule);
}

static void grant(const struct allowing *allowing, const struct wish *wish)
{
    vec_each (const char *, rule, &wish->rules) {
        bool is_used = allow(allowing, wish, *rule);
        if (!allowing->fail || is_used)
            continue;
        if (!names_any(allowing->rules->all, *rule))
            tell_unknown(allowing, wish, *rule);
        else if (names_any(allowing->rules, *rule))
            tell_unused(allowing, wish, *rule);
    }
}

/* Files are read by several units. */
static bool is_repeated(const struct analysis *analysis, size_t index)
{
    const struct allowance *own = &analysis->allowances[index];

    for (size_t i = 0; i < index; i++)
        if (place_compare(analysis->allowances[i].place, own->place) == 0 &&
            strcmp(analysis->allowances[i].text, own->text) == 0)
            return true;
    return false;
}

void allow_apply(struct arena *arena, const struct rule_set *rules,
                 struct analysis *analysis, struct fail *fail)
{
    struct allowing allowing = { arena, rules, analysis, fail };

    for (size_t i = 0; i < analysis->allowance_count; i++) {
        struct wish wish;
        if (!is_repeated(analysis, i) &&
            read_wish(&allowing, &analysis->allowances[i], &wish))
            grant(&allowing, &wish);
    }
}
