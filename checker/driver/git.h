/* git.h - what git knows of the work tree that this is run in. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_GIT_H
#define UNLOADCHECK_DRIVER_GIT_H

#include <stdbool.h>

struct changes;
struct run;

/* Adds the lines in which the files of the work tree differ from `revision`;
 * of files that git does not know yet, all. False, and why, if git does not
 * say. */
bool git_changes(struct run *run, const char *revision,
                 struct changes *changes);

#endif
