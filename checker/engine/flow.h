/* flow.h - what the engine asks of a function's graph: what matters, and what
 * is still used.
 *
 * Made once per function. Beside ir/cfg.h it knows, for every block, where a
 * temporary is used last, and which locals are still read later. A local whose
 * address goes anywhere but into a load or a store always counts as used.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_FLOW_H
#define UNLOADCHECK_ENGINE_FLOW_H

#include "ir/cfg.h"
#include "ir/function.h"

struct last_use {
    uint32_t temp;
    uint32_t pc; /* instruction number; the terminator is one past the last */
};

struct flow {
    const struct function *function;
    struct cfg *cfg;
    struct last_use **uses; /* by block, by temp */
    uint32_t *use_counts;
    uint64_t **locals; /* by block: bit v, variable v is used in it or later */
    uint32_t local_words;
    bool *plain_loop; /* by block: the head of a loop in which nothing is done
                         to an object of a protocol; by engine_flow */
    bool **ignored;   /* by block and instruction: it does not matter */
    bool **beyond;    /* likewise: its result may be anything */
    bool *decided;    /* by block: the branch at its end matters */
    uint32_t *join;   /* by block: where the ways of a branch that does not
                         matter meet, or NO_BLOCK */
    bool *needed;     /* by temporary: somebody asks for its value */
};

struct slice;

/* Everything that the slice leaves out counts as not there. */
struct flow *flow_make(struct arena *arena, const struct slice *slice,
                       const struct function *function);

/* Whether `temp` is used after instruction `pc` of the block (its own operands
 * not counted): in the block or behind it. */
bool flow_is_used_after(const struct flow *flow, uint32_t block, uint32_t pc,
                        uint32_t temp);

#endif
