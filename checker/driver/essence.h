/* essence.h - what of a unit an analysis can tell from another one.
 *
 * Most edits change nothing that an analysis looks at. Of a function of which
 * nothing mattered it only knows what driver/residue.h says. A function that
 * is new, that nobody can call or hand over, and of which nothing is left, it
 * does not know at all; nor does it ask for a global that nothing refers to,
 * where the linker would find no other of that name.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_ESSENCE_H
#define UNLOADCHECK_DRIVER_ESSENCE_H

#include <stdbool.h>

struct fail;
struct function;
struct global;
struct text;
struct unit;

/* What is asked about functions and globals of the unit, as they are linked. */
struct essence_scope {
    /* As in engine/engine.h. */
    bool (*is_seen)(const void *data, const struct function *function);
    bool (*is_function_idle)(const void *data, const struct function *function);
    bool (*is_global_idle)(const void *data, const struct global *global);
    /* No unit had a function of that name. */
    bool (*is_new)(const void *data, const struct function *function);
    /* No other unit has a global of that name. */
    bool (*is_lonely)(const void *data, const struct global *global);
    const void *data;
};

/* Adds it to `out`, which is empty, and strips the unit, which was not linked
 * yet. `said` is what was said when it was captured: it counts. Units with the
 * same bytes here are the same to an analysis, if neither is linked with a
 * second definition of anything of its own. */
void essence_add(struct unit *unit, const struct fail *said,
                 const struct essence_scope *scope, struct text *out);

#endif
