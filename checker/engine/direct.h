/* direct.h - calls of a protocol through a pointer become direct calls.
 *
 * A pointer that can hold a function of a protocol is taken to hold one of the
 * functions that the program ever puts there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_DIRECT_H
#define UNLOADCHECK_ENGINE_DIRECT_H

#include "ir/unit.h"
#include "rules/rules.h"

struct pointers;

/* Changes the bodies of functions, in their units' arenas, so that what
 * pointers hold must be found anew: true if it changed any. The second time
 * there is nothing left to change. */
bool direct_calls(const struct program *program, const struct rule_set *rules,
                  const struct pointers *pointers);

#endif
