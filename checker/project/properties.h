/* properties.h - names and values of a project, whatever the case of the name.
 *
 * Properties and the metadata of items are both such tables.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_PROPERTIES_H
#define UNLOADCHECK_PROJECT_PROPERTIES_H

#include <stdbool.h>

struct arena;
struct properties;

/* What `under` says holds where the table itself says nothing; NULL: nothing
 * does. */
struct properties *properties_make(struct arena *arena,
                                   const struct properties *under);

/* The arena its values may live in. */
struct arena *properties_arena(const struct properties *properties);

/* NULL if nobody has set it. */
const char *properties_get(const struct properties *properties,
                           const char *name);

/* Ignored for a name that is fixed. */
void properties_set(struct properties *properties, const char *name,
                    const char *value);

/* Sets it for good: what the command line or a solution says. */
void properties_fix(struct properties *properties, const char *name,
                    const char *value);

#endif
