/* nearest.h - "did you mean": the known name most like a mistyped one.
 *
 * Ask once per candidate; the best of them stays in the struct.
 *
 *     struct nearest nearest = nearest_make("waitng");
 *     nearest_try(&nearest, "waiting");
 *     nearest.best ... "waiting", or NULL when nothing was like it
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_NEAREST_H
#define UNLOADCHECK_SUPPORT_NEAREST_H

#include <stddef.h>

struct nearest {
    const char *name;
    const char *best; /* as it was given to nearest_try */
    size_t distance;  /* edits from `name` to `best`, or one too many */
};

struct nearest nearest_make(const char *name);

/* Of candidates equally near, the first one given wins. */
void nearest_try(struct nearest *nearest, const char *candidate);

#endif
