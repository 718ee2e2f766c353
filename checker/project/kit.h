/* kit.h - what the build rules of Visual Studio and of the driver kit add.
 *
 * They are no part of a project, and are not needed here: what they say that
 * changes the meaning of code is in the tables of kit.c. A property that only
 * an installation could give stands for itself, $(NAME); a path with one in it
 * is the kit's.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_KIT_H
#define UNLOADCHECK_PROJECT_KIT_H

#include <stdbool.h>

struct arena;
struct properties;
struct words;

/* Sets what projects may ask for before they have set anything. */
void kit_set_macros(struct properties *properties);

/* What is set once the type of the project and its folders are known. */
void kit_set_folders(struct arena *arena, struct properties *properties);

/* Whether the path leads into an installation. */
bool kit_owns(const char *path);

/* Adds the arguments of cl that a driver of this kind is compiled with, before
 * those of the project: platform, version, framework. */
void kit_add_arguments(struct arena *arena, const struct properties *properties,
                       struct words *arguments);

/* Whether the project is built with the toolset for kernel mode. */
bool kit_is_kernel(const struct properties *properties);

/* "KMDF 1.15", "WDM", "WDM, NDIS 6.40": the kind of driver, out of its type
 * and its definitions, a list with ';' between them or NULL. */
const char *kit_driver_kind(struct arena *arena,
                            const struct properties *properties,
                            const char *definitions);

#endif
