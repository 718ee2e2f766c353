/* allowances.h - what a driver's text says to us.
 *
 *     // unloadcheck: allow nmr/rule -- reason
 *     #pragma warning(suppress: nmr/rule, justification: "reason")
 *     __pragma(warning(suppress: nmr/rule)) // reason
 *
 * on the line that it is about or above it. Whether it makes sense is not
 * looked at here; of pragmas, what names no rule is somebody else's.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_ALLOWANCES_H
#define UNLOADCHECK_FRONTEND_ALLOWANCES_H

#include "ir/unit.h"
#include "support/vec.h"

struct source;

struct allowances vec_of(struct allowance);

/* Adds what a text says, in its order; `file` is its name in places. */
void allowances_read(struct arena *arena, const char *file, const char *text,
                     size_t size, struct allowances *allowances);

/* What the files of a unit say, but for those of the system. */
void allowances_note(struct source *source, struct unit *unit);

#endif
