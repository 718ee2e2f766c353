/* story.h - the path to a fault, told as events. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_STORY_H
#define UNLOADCHECK_ENGINE_STORY_H

#include "engine/engine_priv.h"

/* Gives the finding its events, from the start of the driver's life to the
 * fault, which is the last of them, and the shapes of the functions on the way.
 */
void story_tell(struct engine *engine, const struct fault *fault,
                struct finding *finding);

/* The way that a branch or a switch takes to the block `target`, as a
 * condition; NULL where nobody wrote one, or all ways lead there. */
const char *story_way(struct arena *arena, const struct terminator *end,
                      uint32_t target);

/* A rule's sentence with its roles filled in. */
const char *story_sentence(struct engine *engine, const struct fault *fault,
                           const char *sentence);

#endif
