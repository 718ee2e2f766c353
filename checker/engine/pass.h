/* pass.h - how closely the program is looked at, and the faults that are met.
 *
 * The analysis is made of passes, see engine/passes.c.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_PASS_H
#define UNLOADCHECK_ENGINE_PASS_H

#include "engine/graph.h"
#include "engine/slice.h"
#include "engine/trail.h"

#include <stdatomic.h>

struct points vec_of(struct point);

/* A fault as it was first met: at the instruction that `place` belongs to, in
 * the block that begins at `node`. */
struct fault {
    const struct rule *rule;
    const struct node *node;
    const struct happening *happenings; /* since the node */
    const struct origin *origin;        /* NULL: an argument is at fault */
    const struct instruction *instruction;
    struct place place;
    const struct function *function; /* at fault, or NULL */
    struct place deed; /* where it happens, in a helper that is called at
                          `place`; file NULL: there */
    const struct function *helper;
    const char *handle; /* in the driver's words */
    const char *call;   /* the function called, or NULL */
    uint32_t step;
    bool is_doubtful;     /* states were merged on the way, or forgotten */
    struct points points; /* all where it was met, or a loss became one */
};

/* One pass over the program: how much of it is looked at, and how closely.
 * What an earlier pass showed need not be looked at again. */
struct pass {
    struct slice_subject subject;
    bool follows_none; /* looks at the arguments of calls only */
    size_t max_states; /* 0: any number */
    size_t max_bytes;  /* of memory */
    bool is_replay;    /* only states of one shape are merged, and of those only
                          many: engine/merge.c */
    size_t apart; /* how many states that agree on the object are kept apart; 0:
                     as many as there is room for */
    struct map *proved; /* instructions that make objects which end well */
    const struct trail *only;   /* go to marked points only, the nearest first;
                                 NULL: anywhere, in the order of finding */
    bool is_cut_out;            /* of the program: see engine/part.h */
    bool is_about;              /* the trail is of a pass that looked at less */
    const struct fault *wanted; /* ends when it met all of these, of `only` */
    size_t wanted_count;
    const atomic_bool *stop; /* ends when that is true; or NULL */
};

#endif
