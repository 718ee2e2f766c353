/* part.h - the part of a driver that has to do with one registration.
 *
 * Of a driver that is too large to be looked at as a whole: what calls the
 * protocol for the registration, what that calls, and what calls it. It is
 * judged as part of a program is (docs/assumptions.md): only what it does
 * itself is a fault, and a possible one.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_PART_H
#define UNLOADCHECK_ENGINE_PART_H

#include "engine/slice.h"
#include "engine/survey.h"

/* Cuts it out for what `slice` is about, with as many steps of callers; NULL:
 * nothing calls the protocol, or there are too many callers. The part lives in
 * `arena` and shares its functions with the whole. */
struct program *part_cut(struct arena *arena, const struct survey *survey,
                         const struct slice *slice, unsigned steps_up);

/* Whether the life of what the call makes is not the driver's but that of the
 * memory that holds its handle: only what is called between entry and unload
 * makes it, as often as the system likes, each time in memory that is allocated
 * for it, and there is a call that ends it. */
bool part_has_own_life(const struct survey *survey,
                       const struct instruction *made);

#endif
