/* idle.h - what more of the same would not change. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_IDLE_H
#define UNLOADCHECK_ENGINE_IDLE_H

#include <stdbool.h>

struct interest;
struct survey;

/* Adds to interest->idle what engine.h says there. `looked` has, by place
 * (engine/pointers.h), whether any slice asked about it. */
void idle_find(const struct survey *survey, const bool *looked,
               const struct interest *interest);

#endif
