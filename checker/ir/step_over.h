/* step_over.h - a program in which nobody calls what was not read.
 *
 * Of functions that are inert (ir/inert.h) the bodies may be left unread. That
 * is right where nobody asks for what they return.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_STEP_OVER_H
#define UNLOADCHECK_IR_STEP_OVER_H

#include <stdbool.h>

struct arena;
struct program;

/* By index of the unit in the linked program: whether bodies that were not read
 * are needed there, because what they return is used, their address is taken,
 * or `is_known` says so of their names. Once those units are there in full no
 * more will be needed. NULL: there are none. */
bool *step_over_needs(struct arena *arena, const struct program *program,
                      bool (*is_known)(const void *data, const char *name),
                      const void *data);

/* Nothing calls what was not read any more. The program is one for which none
 * was needed. */
void step_over(struct program *program);

#endif
