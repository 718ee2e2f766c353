/* folders.h - include folders, guessed from a tree of headers.
 *
 * A file is followed through its headers. Each name that is not beside the file
 * that includes it is looked for in the tree; the folder it is seen from, of
 * the header nearest to the includer, is an include folder.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_FOLDERS_H
#define UNLOADCHECK_PROJECT_FOLDERS_H

#include "project/scan.h"

struct folders;
struct scans vec_of(const struct scan *);

/* `headers` are full names. What is in the folder `system` is not looked for
 * in the tree; NULL: no such folder. */
struct folders *folders_make(struct arena *arena, struct strings *strings,
                             const struct words *headers, const char *system);

/* Adds the include folders that a source of that full name needs, in the order
 * in which they are needed, none twice, and the headers of the tree that it
 * includes, however far, to `headers`. */
void folders_guess(struct folders *folders, const char *source,
                   const struct scan *scan, struct words *include,
                   struct scans *headers);

#endif
