/* proof.h - what becomes of all that is registered at one place.
 *
 * A finding tells one run that goes wrong; a proof tells of every run: which
 * calls take the registration further, from which routine of the driver they
 * are reached and under which conditions, and in which states it can be at each
 * moment at which the driver's code goes. It says no more than the pass that
 * settled the matter knew: a call or a state may be listed that a closer look
 * would rule out, none is missing.
 *
 * Everything lives in the arena given to engine_analyze.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_PROOF_H
#define UNLOADCHECK_ENGINE_PROOF_H

#include "ir/place.h"
#include "rules/rules.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A condition that holds whenever control gets to a step, as it is written in
 * the driver. Of conditions only those are listed that the verdict needs. */
struct proof_guard {
    struct place place;
    const char *text; /* "'Handle != NULL' is true" */
};

/* A call of one of the driver's own functions, on the way to a step. */
struct proof_call {
    struct place place;
    const char *function; /* that is called */
};

/* A call of the protocol, as it is reached from one routine that the system
 * called. */
struct proof_step {
    struct place place;
    const char *call;     /* the function of the system */
    const char *function; /* in which the call stands */
    const char *routine;  /* that the system called, as the user wrote it */
    enum root_role role;  /* of that routine; ROOT_CALLBACK if no other */
    state_set from;       /* 0: the registration is made here */
    state_set to;
    struct proof_call *calls; /* a shortest way from routine to function */
    size_t call_count;
    struct proof_guard *guards; /* all of them, on that way, in its order; none
                                   of what makes the registration */
    size_t guard_count;
};

/* A place at which the unload routine returns, or the entry routine fails. */
struct proof_moment {
    enum fault_at at;     /* AT_UNLOAD_RETURN or AT_ENTRY_FAILURE */
    struct place place;   /* file NULL: no routine of the driver returned */
    const char *function; /* that returns there; NULL likewise */
    state_set states;     /* in which it can be then; 0: it was never made */
    bool is_gone;         /* in each of them nothing more is owed */
};

/* What no line of the driver says, and the verdict stands on. */
struct proof_assumption {
    struct place place; /* file NULL: of no one place */
    const char *text;   /* one line, lower case, no full stop */
};

struct proof {
    struct place made;
    const char *function; /* in which it is made */
    const char *handle;   /* where it is kept, in the driver's words; "" when
                             not known */
    const struct protocol *protocol;
    state_set owed; /* in these more must be done before the code goes */
    bool is_safe;   /* no run leaves it when the driver's code goes */
    bool is_part; /* the rest of the driver is not here: there are no moments */
    struct proof_step *steps; /* what makes it first, then by place */
    size_t step_count;
    struct proof_moment *moments; /* unload before failures, then by place */
    size_t moment_count;
    struct proof_assumption *assumptions; /* by place */
    size_t assumption_count;
    const char *const *images; /* as struct finding's */
    size_t image_count;
};

/* All of it, but for file names and the protocol, in the arena. */
struct proof proof_copy(struct arena *arena, const struct proof *from);

/* The words for a role, as a report puts them behind a routine's name. */
const char *proof_role(enum root_role role);

/* What a step is for. */
enum proof_part {
    PROOF_MADE,
    PROOF_CHANGED,  /* it goes on, and something is still owed after it */
    PROOF_ENDED,    /* the end begins, and may be complete at once */
    PROOF_COMPLETED /* after this step nothing more is owed */
};

enum proof_part proof_part(const struct proof *proof,
                           const struct proof_step *step);

#endif
