/* root.h - how routines of the driver reach the system, and what they get.
 *
 * Read from the files that start with `roots:`, `singletons:`, `tables:` or
 * `own-arguments:`. All names are interned.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_ROOT_H
#define UNLOADCHECK_RULES_ROOT_H

#include <stdbool.h>

struct global;

/* What a routine that the driver hands over is for. */
enum root_role {
    ROOT_ENTRY,
    ROOT_UNLOAD,
    ROOT_BEFORE_UNLOAD, /* runs, complete, before the unload routine does */
    ROOT_TEARDOWN,      /* runs at both moments: after unload, and after an
                           entry routine that failed */
    ROOT_CALLBACK,      /* any time between entry and unload */
    ROOT_NOT_CALLED     /* the system never calls what stands here */
};

/* How a routine gets its role: exactly one of these is set.
 *  function   its name
 *  record.field  stored there in an object of that record
 *  role_type  declared by that function typedef (used when nothing else tells)
 *  global     stored there by a model (its steps say `role NAME = ...`);
 *             `argument` then holds what it is called with first, or is NULL
 */
struct root {
    enum root_role role;
    const char *function;
    const char *record;
    const char *field;
    const char *role_type;
    struct global *global;
    struct global *argument;
    bool is_export; /* function: counts only if the driver defines it */
};

/* A field in which the driver stores a routine. */
struct routine_field {
    const char *record;
    const char *field;
};

/* A void pointer argument that is a table of routines which others call. */
struct table_argument {
    const char *function;
    unsigned argument;
};

/* An argument of the routines stored in a field: what the system gives there is
 * an object that the driver made, if it made any of that record. */
struct own_argument {
    const char *record;
    const char *field;
    unsigned argument;
};

#endif
