/* facts.h - what a state knows about values that are not known.
 *
 * A fact gives the range of an atom: a symbol, or an expression that cannot be
 * taken apart further (a mask, a product, a difference of two unknown values).
 * Facts are only ever added along a path; one that contradicts the others says
 * that the path cannot happen.
 *
 * Differences make orders exact: `i < n` is a range of i - n, and one step of
 * transitivity (i - k, k - n) is looked for. Additions may wrap around.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_FACTS_H
#define UNLOADCHECK_ENGINE_FACTS_H

#include "engine/state.h"

/* Every integer that the value may be. An address counts as not 0. */
struct range facts_range(struct world *world, const struct state *state,
                         const struct value *value);

/* How far the value may be from another one: `value` - `from`. */
struct range facts_difference(struct world *world, const struct state *state,
                              const struct value *value,
                              const struct value *from);

/* Adds that `value` is in `range`. False: that cannot be, and the state is of
 * no more use. A symbol with one value left is replaced by it everywhere. */
bool facts_limit(struct world *world, struct state *state,
                 const struct value *value, const struct range *range);

/* Adds that the condition is true, or false. Result as for facts_limit. */
bool facts_assume(struct world *world, struct state *state,
                  const struct value *condition, bool truth);

/* Adds that both are equal. Result as for facts_limit. */
bool facts_assume_equal(struct world *world, struct state *state,
                        struct type type, const struct value *left,
                        const struct value *right);

#endif
