/* cfg.h - what the shape of a function's graph tells.
 *
 * Made once per function when the engine, or the verifier, begins with it, from
 * the blocks as they are; it does not change with them. Blocks are named by
 * their number in function->blocks. Blocks that cannot be reached from block 0
 * have no place in the order, no predecessors and no live temporaries, and are
 * predecessors of nothing.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_CFG_H
#define UNLOADCHECK_IR_CFG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct block;
struct function;

#define NO_BLOCK UINT32_MAX

/* Block or temporary numbers, ascending, each once. */
struct cfg_list {
    uint32_t *items;
    uint32_t count;
};

struct cfg {
    uint32_t *order; /* the reachable blocks in reverse post-order */
    uint32_t order_count;
    uint32_t *position; /* by block: its index in order, or NO_BLOCK */
    struct cfg_list *predecessors; /* by block */
    /* By block: whether an edge leads back to it, from a block that is not
     * before it in the order. Every cycle, reducible or not, has such one. */
    bool *is_loop_head;
    /* By block: the nearest other block on every path to it from the start;
     * NO_BLOCK for block 0. */
    uint32_t *dominator;
    uint32_t *dominator_first; /* numbering for cfg_dominates */
    uint32_t *dominator_last;
    struct cfg_list *live; /* by block: temporaries made before it that are
                              used in it or after it */
};

/* Both for a function with a body whose targets and temporaries are in range;
 * cfg_make_shape leaves `live` NULL. */
struct cfg *cfg_make(struct arena *arena, const struct function *function);
struct cfg *cfg_make_shape(struct arena *arena,
                           const struct function *function);

/* Whether every path to `b` goes through `a`; true for a block and itself,
 * false where one of them is not reachable. */
bool cfg_dominates(const struct cfg *cfg, uint32_t a, uint32_t b);

bool cfg_is_live(const struct cfg *cfg, uint32_t block, uint32_t temp);

/* Puts the blocks reachable from block 0 into `order`, which has room for all
 * of them, in reverse post-order; gives how many they are. Where the graph
 * leaves a choice the first target comes first. */
uint32_t cfg_order(struct arena *scratch, const struct block *blocks,
                   size_t block_count, uint32_t *order);

#endif
