/* snapshot.h - a tree that holds a revision, or what git has in its index. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_SNAPSHOT_H
#define UNLOADCHECK_DRIVER_SNAPSHOT_H

struct run;
struct words;

struct snapshot_source {
    const char *name;            /* of the tree's folder */
    const char *revision;        /* NULL: what is staged */
    const char *root;            /* of the work tree, absolute */
    const char *git;             /* git's own folder for it, absolute */
    const struct words *beside;  /* files that git does not have and that are
                                   there all the same: a build's */
    const struct words *modules; /* folders that are repositories of their own
                                    (submodules): as they are in the tree */
};

/* Makes the tree, or makes it what it should be: it stays for the next time, so
 * only what is different is written. Its folder; NULL, and why, if that cannot
 * be. */
const char *snapshot_make(struct run *run,
                          const struct snapshot_source *source);

#endif
