/* story.h - the path to a fault, told as events. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_STORY_H
#define UNLOADCHECK_ENGINE_STORY_H

#include "engine/engine_priv.h"

struct events vec_of(struct event);

/* The events from the start of the driver's life to the fault, the last of
 * them being the fault itself. */
struct events story_tell(struct engine *engine, const struct fault *fault);

/* A rule's sentence with its roles filled in. */
const char *story_sentence(struct engine *engine, const struct fault *fault,
                           const char *sentence);

#endif
