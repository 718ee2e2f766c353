/* configuration.h - which configuration of a project is analysed.
 *
 * That which is asked for; where nothing is, or where the project does not have
 * it, the one for x64 without debugging, else what comes nearest.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_CONFIGURATION_H
#define UNLOADCHECK_PROJECT_CONFIGURATION_H

#include "support/vec.h"

#include <stdbool.h>

struct evaluate_options;
struct fail;

struct configuration {
    const char *name;
    const char *platform;
};

struct configurations vec_of(struct configuration);

/* Splits "Release|x64"; false if it is none. */
bool configuration_parse(struct arena *arena, const char *text,
                         struct configuration *configuration);

/* The one of them that fits best; NULL parts are not asked for. */
const struct configuration *configuration_best(const struct configurations *all,
                                               const char *name,
                                               const char *platform);

/* Sets configuration and platform of the options to what the project at `path`
 * has. False, and why, if the project cannot be read. */
bool configuration_choose(struct arena *arena, const char *path,
                          struct fail *fail, struct evaluate_options *options);

#endif
