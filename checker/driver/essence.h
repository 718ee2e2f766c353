/* essence.h - what of a unit an analysis can tell from another one.
 *
 * Most edits change nothing that an analysis looks at. Of a function that
 * nothing in it mattered of (engine_options.seen) it still knows the body: what
 * it calls, and where its pointers come from and go to. But it does not show
 * where anything in it stands, nor how its conditions read, and does not
 * compute its numbers. Nor does it ask for a global that nothing refers to,
 * where the linker would find no other of that name.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_ESSENCE_H
#define UNLOADCHECK_DRIVER_ESSENCE_H

#include <stdbool.h>

struct fail;
struct text;
struct unit;

/* Both are asked about names as the linker sees them. */
struct essence_scope {
    bool (*is_seen)(const void *data, const char *function);
    bool (*is_lonely)(const void *data, const char *global);
    const void *data;
};

/* Adds it to `out`, which is empty, and strips the unit to it, which was not
 * linked yet. `said` is what was said when it was captured: it counts. Units
 * with the same bytes here are the same to an analysis, if neither is linked
 * with a second definition of anything of its own. */
void essence_add(struct unit *unit, const struct fail *said,
                 const struct essence_scope *scope, struct text *out);

#endif
