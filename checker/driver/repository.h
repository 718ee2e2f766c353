/* repository.h - the repository that the working folder is in. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_REPOSITORY_H
#define UNLOADCHECK_DRIVER_REPOSITORY_H

struct arena;

/* Absolute; "" if the working folder is in no repository. */
const char *repository_root(struct arena *arena);

/* The working folder as seen from that root: "" if it is the root itself, or
 * there is none. */
const char *repository_folder(struct arena *arena, const char *root);

#endif
