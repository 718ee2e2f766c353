/* relevance.h - what of the program can matter to any rule.
 *
 * A function matters if a call of a protocol can be reached from it, if it can
 * change something that such a function looks at or that may hold a handle, or
 * if its result is looked at there. Every other call is skipped: its result is
 * unknown, and it changes nothing that anybody asks for. Likewise a store
 * matters only if something that matters can read it.
 *
 * Reference: the idea of a slice, M. Weiser, "Program slicing" (1981), on the
 * places of engine/pointers.h and without regard to order.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_RELEVANCE_H
#define UNLOADCHECK_ENGINE_RELEVANCE_H

#include "engine/roots.h"

struct relevance;

struct relevance *relevance_find(struct arena *arena,
                                 const struct program *program,
                                 const struct rule_set *rules,
                                 const struct roots *roots);

/* Whether calls of the function are executed. */
bool relevance_executes(const struct relevance *relevance,
                        const struct function *function);

/* Whether a call of a protocol can be reached from the function. */
bool relevance_is_core(const struct relevance *relevance,
                       const struct function *function);

/* Whether a load, store, copy or fill of `function` is of a place that
 * matters; its own locals always do. */
bool relevance_tracks(const struct relevance *relevance,
                      const struct function *function,
                      const struct instruction *instruction);

#endif
