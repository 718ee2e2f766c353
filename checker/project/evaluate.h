/* evaluate.h - a project of MSBuild, evaluated for one configuration.
 *
 * In the order of MSBuild: first all properties and imports from top to bottom,
 * then the definitions of items, then the items. Targets are not run: what a
 * build makes while it runs is not there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_EVALUATE_H
#define UNLOADCHECK_PROJECT_EVALUATE_H

#include "support/fail.h"
#include "support/words.h"

#include <stdbool.h>

struct properties;

struct evaluate_options {
    const char *working; /* messages name files as seen from here */
    const char *configuration;
    const char *platform;
    const char *solution;    /* full name, or NULL */
    struct words properties; /* NAME=VALUE of the user's */
};

struct item {
    const char *type;
    const char *include; /* as the project has it, expanded */
    struct properties *metadata;
    struct fail_place place;
};

struct items vec_of(struct item);

/* What every item of a type has. */
struct definition {
    const char *type;
    struct properties *metadata;
};

struct evaluation {
    const char *path;      /* full */
    const char *directory; /* it is in, full */
    struct properties *properties;
    struct items items;
    struct vec_of(struct definition) definitions;
};

/* Evaluates the project of that full name. What cannot be evaluated is told;
 * NULL: there is no project. */
struct evaluation *evaluate(struct arena *arena,
                            const struct evaluate_options *options,
                            const char *path, struct fail *fail);

/* The metadata that items of the type have by definition. */
struct properties *evaluation_definition(struct arena *arena,
                                         struct evaluation *evaluation,
                                         const char *type);

#endif
