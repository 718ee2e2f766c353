/* dependence.h - which branches decide whether a block runs.
 *
 * A block depends on a branch if one way from the branch leads to it whatever
 * comes after, and another way may avoid it. The join of a branch is where all
 * of its ways meet again.
 *
 * Reference: J. Ferrante, K. Ottenstein, J. Warren, "The program dependence
 * graph and its use in optimization" (TOPLAS 1987).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_DEPENDENCE_H
#define UNLOADCHECK_IR_DEPENDENCE_H

#include "ir/cfg.h"

struct dependence {
    /* By block: the blocks whose terminators it depends on. */
    struct cfg_list *branches;
    /* By block: the nearest other block on every way from it to an end of the
     * function; NO_BLOCK where the ways end apart. A loop without a way out
     * counts as having one, from its last block. */
    uint32_t *join;
};

/* For a function with a body; `cfg` is its shape. Blocks that cannot be reached
 * depend on nothing. */
struct dependence *dependence_make(struct arena *arena,
                                   const struct function *function,
                                   const struct cfg *cfg);

#endif
