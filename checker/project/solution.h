/* solution.h - .sln and .slnx: which projects belong together. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_SOLUTION_H
#define UNLOADCHECK_PROJECT_SOLUTION_H

#include "project/configuration.h"

struct fail;

/* A project of Visual C++ in a solution. */
struct solution_project {
    const char *path; /* full */
    /* That the solution builds it in; NULL: the solution does not say. */
    const char *configuration;
    const char *platform;
};

struct solution {
    const char *path; /* full */
    struct configurations configurations;
    struct vec_of(struct solution_project) projects;
};

/* Whether the file is named like a solution. */
bool solution_is(const char *path);

/* Reads the solution of that full name, `shown` in messages, for the
 * configuration and platform asked for; NULL: the default. NULL, and why, if it
 * cannot be read. */
struct solution *solution_read(struct arena *arena, const char *path,
                               const char *shown, const char *configuration,
                               const char *platform, struct fail *fail);

/* The nearest solution in a folder around the project of that full name that
 * names it; NULL if there is none. */
const char *solution_above(struct arena *arena, const char *project);

#endif
