/* projects.h - projects that belong together, and the images they make. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_PROJECTS_H
#define UNLOADCHECK_PROJECT_PROJECTS_H

#include <stdbool.h>

struct command;
struct finder;
struct projects;

struct projects *projects_make(const struct finder *finder);

/* Adds the projects of the solution of that full name. False, and why, if it
 * cannot be read. */
bool projects_add_solution(struct projects *projects, const char *path);

/* Adds one project of that full name, if it is not there yet. `is_named`: the
 * user asked for it, so it is an image whatever it makes. */
void projects_add(struct projects *projects, const char *path, bool is_named);

/* How the nearest project in a folder around the source of that full name
 * compiles it; NULL if none does. What is wrong with a project is not told. */
const struct command *projects_command(struct projects *projects,
                                       const char *source);

/* Adds an image for each driver: its own files, and those of the static
 * libraries that it links with, by reference or by name, however far. False:
 * there is no driver. */
bool projects_finish(struct projects *projects);

#endif
