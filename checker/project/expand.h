/* expand.h - $(...) and %(...) in the text of a project.
 *
 * A property that nobody has set is empty, as it is for MSBuild. So is a
 * function of a property that is not known here, but that one is told.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_EXPAND_H
#define UNLOADCHECK_PROJECT_EXPAND_H

#include "support/fail.h"
#include "support/words.h"

struct properties;

struct expander {
    struct arena *arena;
    const struct properties *properties;
    const struct properties *metadata; /* %(NAME); NULL: they stay */
    const char *item;                  /* whose metadata: its type */
    const char *directory;             /* of the project, full */
    struct fail *fail;
    struct fail_place place; /* of the text, for messages */
    struct words *unset;     /* gets the properties that are not set; or NULL */
    unsigned depth;          /* of what is being expanded inside another */
};

const char *expand(const struct expander *expander, const char *text);

/* The parts between ';', trimmed, without empty ones. */
void expand_list(struct arena *arena, const char *text, struct words *parts);

/* `text` without white space at both ends. */
const char *expand_trim(struct arena *arena, const char *text);

/* A function that is called as a member of a value, or of a class where there
 * is no `self`. NULL: no such function, or not with these arguments. */
const char *expand_call(const struct expander *expander, const char *class_name,
                        const char *self, const char *name,
                        const struct words *arguments);

#endif
