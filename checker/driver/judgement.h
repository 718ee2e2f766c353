/* judgement.h - what an analysis says of a driver, to be compared with what
 * another one says of it edited. It does not depend on lines. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_JUDGEMENT_H
#define UNLOADCHECK_DRIVER_JUDGEMENT_H

#include <stdbool.h>
#include <stddef.h>

struct analysis;
struct arena;
struct finding;
struct judgement;

/* `messages` is how much was said about the files. In `arena`, with nothing of
 * the analysis. */
struct judgement *judgement_make(struct arena *arena,
                                 const struct analysis *analysis,
                                 size_t messages);

/* Whether each of the findings is gone, nothing is found that was not before,
 * all that was registered still is, and nothing more was said; and whether, if
 * one of them is of a call for no object, every object has its calls. */
bool judgement_is_better(const struct judgement *before,
                         const struct judgement *after,
                         const struct finding *const *findings, size_t count);

#endif
