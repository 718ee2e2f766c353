/* plan.h - what is to be called, from a state on, until nothing is owed.
 *
 * The automaton of the protocol says it all: which calls lead where, and the
 * rules in which states something is owed. So a protocol that somebody adds to
 * the rules has its fixes at once.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_PLAN_H
#define UNLOADCHECK_FIX_PLAN_H

#include "rules/rules.h"

struct plan {
    const struct protocol_call *call;
    const char *when; /* what the call gives if more must be called: a name or a
                         number; NULL: whatever it gives */
    const struct plan *next;
};

/* The shortest plan, in which no call breaks a rule; NULL if nothing is owed in
 * the state, or there is none. */
const struct plan *plan_make(struct arena *arena, const struct rule_set *rules,
                             const struct protocol *protocol, int state);

/* What is left to do when `call` was called in one state and left the object in
 * another; `when` is what it gave then, as in struct plan. NULL, as above, or
 * if that cannot be told from its result. */
const struct plan *plan_rest(struct arena *arena, const struct rule_set *rules,
                             const struct protocol_call *call, int from, int to,
                             const char **when);

#endif
