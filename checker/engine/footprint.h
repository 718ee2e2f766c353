/* footprint.h - what a function, with all it calls, can name, as far as it
 * matters.
 *
 * A callee sees only the globals that it can name, and what can be reached from
 * them and from its arguments; of the memory that the outside knows, only
 * objects of records that it can name. Everything else is part of the frame of
 * its caller, so that callers in different states share one context.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_FOOTPRINT_H
#define UNLOADCHECK_ENGINE_FOOTPRINT_H

#include "engine/roots.h"

struct footprint;
struct slice;
struct vocabulary;

/* What the functions of a program can name at all. Lives in `arena`. */
struct vocabulary *vocabulary_make(struct arena *arena,
                                   const struct program *program,
                                   const struct roots *roots);

/* Lives in `arena`. */
struct footprint *footprint_find(struct arena *arena,
                                 const struct vocabulary *vocabulary,
                                 const struct slice *slice);

/* True for a function that the program does not have: nothing is known. */
bool footprint_has_global(const struct footprint *footprint,
                          const struct function *function,
                          const struct global *global);
bool footprint_has_record(const struct footprint *footprint,
                          const struct function *function, const char *name);

/* Whether the footprint would answer all that `other`, of the same vocabulary,
 * was asked as that did. */
bool footprint_answers_as(const struct footprint *footprint,
                          const struct footprint *other);

/* Whether the function does the same whatever memory holds, such as one that
 * gives the address of a global: what it names counts for its callers only. */
bool footprint_is_blind(const struct footprint *footprint,
                        const struct function *function);

#endif
