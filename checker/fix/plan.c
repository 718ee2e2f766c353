/* plan.c - a search, as deep as the protocol has states. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/plan.h"

#include "support/arena.h"

#include <ctype.h>
#include <string.h>

struct planning {
    struct arena *arena;
    const struct rule_set *rules;
    const struct protocol *protocol;
};

/* What a call can come to in one state. */
struct outcome {
    bool is_any;
    bool is_free;                   /* some results leave nothing owed */
    const struct transition *owing; /* what the others do; NULL: none */
};

static bool is_owed(const struct planning *planning, int state)
{
    for (size_t i = 0; i < planning->rules->rule_count; i++) {
        const struct rule *rule = planning->rules->rules[i];
        if ((rule->at & (AT_UNLOAD_RETURN | AT_ENTRY_FAILURE)) &&
            rule_covers(rule, planning->protocol, (unsigned)state))
            return true;
    }
    return false;
}

static bool is_fault(const struct planning *planning,
                     const struct protocol_call *call, int state)
{
    for (size_t i = 0; i < planning->rules->rule_count; i++) {
        const struct rule *rule = planning->rules->rules[i];
        if ((rule->at & AT_CALL) && rule_has_call(rule, call->function) &&
            rule_covers(rule, planning->protocol, (unsigned)state))
            return true;
    }
    return false;
}

/* A name or a number, which can be compared with. */
static bool is_comparable(const char *when)
{
    if (!when || *when == '\0' || strcmp(when, "any") == 0 ||
        strcmp(when, "other") == 0)
        return false;
    for (; *when != '\0'; when++)
        if (!isalnum((unsigned char)*when) && *when != '_')
            return false;
    return true;
}

/* False if what it comes to does not help. */
static bool outcome_of(const struct planning *planning,
                       const struct protocol_call *call, int state,
                       state_set seen, struct outcome *outcome)
{
    *outcome = (struct outcome){ 0 };
    for (size_t i = 0; i < call->transition_count; i++) {
        const struct transition *transition = &call->transitions[i];
        if (!((transition->from >> state) & 1))
            continue;
        outcome->is_any = true;
        if (!is_owed(planning, transition->to))
            outcome->is_free = true;
        else if (((seen >> transition->to) & 1) || outcome->owing)
            return false;
        else
            outcome->owing = transition;
    }
    return outcome->is_any && (!outcome->owing || !outcome->is_free ||
                               is_comparable(outcome->owing->when));
}

static size_t length_of(const struct plan *plan)
{
    size_t length = 0;

    for (; plan; plan = plan->next)
        length++;
    return length;
}

static const struct plan *search(const struct planning *planning, int state,
                                 state_set seen)
{
    const struct plan *best = NULL;

    seen |= (state_set)1 << state;
    for (size_t i = 0; i < planning->protocol->call_count; i++) {
        const struct protocol_call *call = &planning->protocol->calls[i];
        struct outcome outcome;
        struct plan step = { .call = call };
        if (call->creates || is_fault(planning, call, state) ||
            !outcome_of(planning, call, state, seen, &outcome))
            continue;
        if (outcome.owing) {
            step.next = search(planning, outcome.owing->to, seen);
            if (!step.next)
                continue;
            step.when = outcome.is_free ? outcome.owing->when : NULL;
        }
        if (!best || length_of(&step) < length_of(best))
            best = arena_copy(planning->arena, &step, sizeof(step));
    }
    return best;
}

const struct plan *plan_make(struct arena *arena, const struct rule_set *rules,
                             const struct protocol *protocol, int state)
{
    struct planning planning = { arena, rules, protocol };

    return is_owed(&planning, state) ? search(&planning, state, 0) : NULL;
}

const struct plan *plan_rest(struct arena *arena, const struct rule_set *rules,
                             const struct protocol_call *call, int from, int to,
                             const char **when)
{
    struct planning planning = { arena, rules, call->protocol };
    struct outcome outcome;

    if (from < 0 || !outcome_of(&planning, call, from, 0, &outcome) ||
        !outcome.owing || outcome.owing->to != to)
        return NULL;
    *when = outcome.is_free ? outcome.owing->when : NULL;
    return plan_make(arena, rules, call->protocol, to);
}
