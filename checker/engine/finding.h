/* finding.h - what the engine hands to the reports.
 *
 * A finding is one fault of the driver: the rule, the place that is wrong,
 * and the story that leads there, as numbered events in the order in which
 * they happen. All texts are made from the rule's sentences and the driver's
 * own names; a report only prints them.
 *
 * Everything lives in the arena given to engine_analyze.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_FINDING_H
#define UNLOADCHECK_ENGINE_FINDING_H

#include "engine/proof.h"
#include "engine/shape.h"
#include "ir/allowance.h"
#include "ir/place.h"
#include "rules/rules.h"

#include <stdbool.h>
#include <stddef.h>

struct fix;

/* How it stands to an older report (triage/baseline.h). */
enum baseline_state {
    BASELINE_NONE, /* there is none */
    BASELINE_NEW,
    BASELINE_UNCHANGED
};

/* The driver's text allows a finding. */
struct suppression {
    const char *reason;
    struct place place; /* where it says so */
};

enum event_kind {
    EVENT_PHASE,  /* the system calls a routine of the driver */
    EVENT_ENTER,  /* the driver calls a function of its own */
    EVENT_LEAVE,  /* ... which returns */
    EVENT_BRANCH, /* a way is taken at a condition */
    EVENT_STEP,   /* the object goes from one state to another */
    EVENT_FAULT   /* the last one: here it is wrong */
};

struct event {
    enum event_kind kind;
    struct place place;
    unsigned depth;       /* of calls; 0 in a routine that the system called */
    const char *text;     /* one line, lower case, no full stop */
    size_t refers_to;     /* number (from 1) of an earlier event, or 0 */
    const char *function; /* in which it happens; NULL: in none */
    int state; /* of the object from here on, in finding.protocol; -1: it is
                  not made, or nothing is known of it */
};

struct finding {
    const struct rule *rule;
    enum severity severity;
    bool is_possible; /* a path condition or part of the program is assumed */
    struct place place;
    const char *function; /* the routine at fault, as the user wrote it */
    const char *handle;   /* the object at fault, in the driver's words */
    const struct protocol *protocol; /* of that object; NULL: there is none */
    struct place origin; /* where the object was made; file NULL: not known */
    const char *message;
    struct event *events; /* numbered from 1 in this order */
    size_t event_count;
    struct shape *shapes; /* of the functions that the story goes through, in
                             its order */
    size_t shape_count;
    const char *const *images; /* that it is in, by name; where the run has
                                  several images, which the engine never has */
    size_t image_count;
    const struct fix *fix; /* fix/fix.h; NULL: none that is certain is known */
    const struct suppression *suppression; /* triage/allow.h; NULL: none */
    enum baseline_state baseline;
};

/* Something that the analysis could not do: it names what and where, so that
 * a driver on which it gave up never looks clean. */
struct limit {
    struct place place;
    const char *text;
};

/* A routine of the driver that may not leave anything behind. */
struct unload_routine {
    struct place place;
    const char *name; /* as the user wrote it */
};

struct analysis {
    struct finding *findings; /* by place, then rule; none twice */
    size_t finding_count;
    struct limit *limits; /* by place */
    size_t limit_count;
    struct proof *proofs; /* by place */
    size_t proof_count;
    struct allowance *allowances; /* of all files, in the program's order */
    size_t allowance_count;
    struct unload_routine *unloads; /* in the program's order */
    size_t unload_count;
    /* For --stats, of an analysis that was made just now: abstract states,
     * summaries of functions, looks at the whole driver. */
    size_t state_count;
    size_t summary_count;
    size_t pass_count;
    bool has_entry; /* an entry routine is in the program */
    bool has_unload;
};

#endif
