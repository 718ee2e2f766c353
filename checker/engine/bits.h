/* bits.h - which bits of a word are known, where the word is not.
 *
 * Flags of one word are set and cleared one by one, and others with them that
 * nobody knows: `Flags |= 1 << Number` leaves those that are set as they are.
 *
 * Reference: the known bits of compilers' middle ends; for their join see
 * engine/join.c, which asks for the masks that the program has.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_BITS_H
#define UNLOADCHECK_ENGINE_BITS_H

#include "engine/state.h"

struct bits {
    uint64_t set;
    uint64_t clear; /* no bit is in both */
};

struct bits bits_known(struct world *world, const struct state *state,
                       const struct value *value);

/* What an operation gives, as far as the bits of `left` and `right` tell: the
 * integer where all that it gives is known; NULL where nothing is. A new symbol
 * stands for the rest, if `result`, what is known otherwise, is NULL. */
const struct value *bits_operation(struct world *world, struct state *state,
                                   enum op op, struct type type,
                                   const struct value *left,
                                   const struct value *right,
                                   const struct value *result);

#endif
