/* graph.h - the exploded graph: every state at every point that it reaches.
 *
 * A context is a function analysed for one state at its entry (a summary in
 * the making: its exits are what callers get). A node is a point of a context
 * (before instruction `pc` of a block) with a state; nodes with the same point
 * and state are one. Each node remembers the first one that led to it, so that
 * a path to it can be told (engine/witness.h).
 *
 * Reference: T. Reps, S. Horwitz, M. Sagiv, "Precise interprocedural dataflow
 * analysis via graph reachability" (POPL 1995), for the tabulation.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_GRAPH_H
#define UNLOADCHECK_ENGINE_GRAPH_H

#include "engine/flow.h"
#include "engine/normalize.h"
#include "support/vec.h"

struct context;
struct node;

/* A step of the automaton, or another event that a story tells, in the block
 * that led to a node. Newest first. */
struct happening {
    const struct instruction *instruction;
    const struct transition *transition;
    const struct happening *before;
};

/* Another return of a context in the same state. */
struct other_exit {
    const struct node *node;
    const struct other_exit *next;
};

struct node {
    struct context *context;
    uint32_t block;
    uint32_t pc;
    uint32_t id; /* order of making */
    const struct state *state;
    const struct node *parent; /* NULL at the entry of a context */
    const struct node *exit;   /* after a call: where the callee was left */
    const struct other_exit *others; /* of an exit */
    const struct happening *happenings;
    uint32_t steps;    /* nodes on the path to it */
    uint32_t distance; /* to what the pass looks for; 0 when for nothing */
    bool is_merged;    /* a merge lies on the path to it */
    bool is_inside;    /* a call of a protocol is done, but has not returned */
    bool is_covered;   /* a state that waits at its point stands for it too */
    bool is_executed;
};

/* A call that waits for the exits of a context. */
struct caller {
    const struct node *node; /* stands at the call */
    const struct instruction *instruction;
    /* What the callee's input symbols and objects are here. */
    const struct value **symbols;
    const struct region **objects;
    const struct region **shared; /* globals that the callee can see */
    uint32_t symbol_count;
    uint32_t object_count;
    uint32_t shared_count;
};

struct context {
    uint32_t id;
    const struct function *function;
    const struct flow *flow;
    const struct state *entry;
    const struct context *from; /* the first that called it; or NULL */
    uint32_t depth;    /* calls on the way to it; none where it recurs */
    bool is_abstract;  /* it knows less than its callers do */
    uint32_t distance; /* of the nearest call that waits; see struct node */
    uint32_t steps;    /* to the first call */
    struct vec_of(struct caller) callers;
    struct vec_of(struct node *) exits; /* at the return; the state has
                                                 the result as temporary 0 */
    struct group **groups; /* by block, hashed by key: engine/merge.c */
    uint32_t *visits;      /* by block: states that came */
};

#endif
