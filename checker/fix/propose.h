/* propose.h - what could make a finding go away, in the driver's own text.
 *
 * Only proposals: whether one is right is for the analysis to say, of the
 * driver with it. What the analysis does not look at is seen to here: nothing
 * is put where it would bind to another `else`, where a condition or a macro
 * would hide it, or where it would happen when nothing has failed.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_PROPOSE_H
#define UNLOADCHECK_FIX_PROPOSE_H

#include "fix/fix.h"
#include "support/vec.h"

struct arena;
struct finding;
struct rule_set;
struct sketches;

struct fixes vec_of(struct fix);

/* The best first. `rules` are all that there are. */
struct fixes fix_propose(struct arena *arena, const struct rule_set *rules,
                         struct sketches *sketches,
                         const struct finding *finding);

#endif
