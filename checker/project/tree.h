/* tree.h - what is below a folder. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_TREE_H
#define UNLOADCHECK_PROJECT_TREE_H

#include "support/words.h"

#include <stdbool.h>

struct fail;

/* Full names, sorted by folder: those of a folder before those below it. */
struct tree {
    struct words databases;
    struct words solutions;
    struct words projects;
    struct words records; /* CL.command.1.tlog, one for each target */
    struct words sources;
    struct words headers;
};

/* Whether the file is named like one that others include. */
bool tree_is_header(const char *name);

/* Walks the folder of that full name. Hidden folders and those that one of the
 * patterns excludes are left out, links to folders are not followed; `shown` is
 * what the folder is called in messages. */
struct tree tree_walk(struct arena *arena, const char *folder,
                      const char *shown, const struct words *excluded,
                      struct fail *fail);

/* Whether a pattern means the path, which is seen from the folder walked, or a
 * folder around it. A pattern without '/' means any part of the path. */
bool tree_excludes(struct arena *arena, const struct words *patterns,
                   const char *path);

#endif
