/* twin.h - passes that would go where another one went.
 *
 * Beside its slice and footprint a run asks its pass two things, here, where
 * the answers are noted; so it can be told whether another pass would be given
 * the same ones.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_TWIN_H
#define UNLOADCHECK_ENGINE_TWIN_H

#include <stdbool.h>

struct answers;
struct arena;
struct engine;
struct instruction;

/* Lives in `arena`. */
struct answers *answers_make(struct arena *arena);

/* Whether the pass follows what is made there. */
bool twin_follows(const struct engine *engine, const struct instruction *site);

/* Whether it follows nothing, and a handle that is made there (NULL: somewhere)
 * is one that it is about. */
bool twin_is_given(const struct engine *engine, const struct instruction *made);

/* Whether the engine, which has not run, would do all that `other` did. */
bool twin_is_of(const struct engine *engine, const struct engine *other);

/* Has it done that. It is one more user of `other` from then on. */
void twin_take_over(struct engine *engine, struct engine *other);

#endif
