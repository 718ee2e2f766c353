/* apply.h - what a file holds with some fixes in it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_APPLY_H
#define UNLOADCHECK_FIX_APPLY_H

#include "fix/fix.h"
#include "support/vec.h"

#include <stdbool.h>

struct text;

/* Fixes of one file that can be made together. */
struct patch {
    const char *file;
    struct vec_of(struct edit) edits; /* by offset; none touches another */
};

struct patches vec_of(struct patch);

/* Adds the edits of a fix of the same file; those that are there already are
 * not added again. False, and nothing is added, if one touches another. */
bool patch_add(struct arena *arena, struct patch *patch, const struct fix *fix);

/* Whether all its edits are there. */
bool patch_has(const struct patch *patch, const struct fix *fix);

/* Adds the text with the edits made. */
void patch_apply(const struct patch *patch, const char *text, size_t size,
                 struct text *out);

/* Adds a unified diff that `patch -p1` and `git apply` accept; `path` is the
 * file's name as it shall stand there. */
void patch_add_diff(const struct patch *patch, const char *path,
                    const char *text, size_t size, struct text *out);

#endif
