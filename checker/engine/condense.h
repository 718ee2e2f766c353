/* condense.h - leaves out of a story what nobody asks for. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_CONDENSE_H
#define UNLOADCHECK_ENGINE_CONDENSE_H

#include "engine/finding.h"
#include "support/vec.h"

struct arena;

struct events vec_of(struct event);

/* Of conditions that are met again only the last time is told, and those of one
 * line become one event. Of the others those stay that stand next to what
 * happens: the last before a step, a call or a return, and the first after one;
 * before the object is made, only those at the call that makes it. With
 * `is_last_whole` all stay of the last routine that the system calls. The last
 * event of a story is no condition. */
void condense(struct arena *arena, struct events *events, bool is_last_whole);

#endif
