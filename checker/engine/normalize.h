/* normalize.h - states made canonical and interned.
 *
 * Two states that differ only in the numbers of their symbols and objects, or
 * in memory that nobody can reach any more, become the same pointer. That is
 * what makes loops end and summaries be found again.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_NORMALIZE_H
#define UNLOADCHECK_ENGINE_NORMALIZE_H

#include "engine/state.h"

struct states;

struct states *states_make(struct arena *arena);

/* How many different states there are. */
size_t states_count(const struct states *states);

/* What may be dropped where the state stands. */
struct keep {
    /* bit t: temporary t is still used; NULL: none is */
    const uint64_t *temps;
    /* bit v: the local variable number v is still used; NULL: all are */
    const uint64_t *locals;
    bool drop_foreign; /* memory that only the system can reach, where it does
                          not hold the handle */
};

/* Drops what cannot be reached and renumbers, in place. Says whether the
 * handle of the object that is followed can still be reached by somebody. */
bool state_normalize(struct world *world, struct state *state,
                     const struct keep *keep);

/* The one state equal to a normalised working copy. */
const struct state *states_intern(struct states *states,
                                  const struct state *state);

#endif
