/* join.h - one state that knows what two states both know. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_JOIN_H
#define UNLOADCHECK_ENGINE_JOIN_H

#include "engine/engine_priv.h"

/* The interned state that holds wherever `a` or `b` does; NULL when the two
 * must stay apart (the handle is held in different places). With `widen`,
 * ranges that grow from `a` to the result grow to the end. */
const struct state *state_join(struct engine *engine, const struct state *a,
                               const struct state *b, bool widen);

#endif
