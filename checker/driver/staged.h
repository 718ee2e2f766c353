/* staged.h - the commit that is about to be made.
 *
 * What is judged is what git has in its index, not what lies in the work tree:
 * where the two differ in anything that a driver is made of, the check goes to
 * a tree of its own that holds what is staged (driver/snapshot.h). The working
 * folder becomes the root of the tree in either case, so files are named as git
 * names them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_STAGED_H
#define UNLOADCHECK_DRIVER_STAGED_H

#include <stdbool.h>

struct fail;
struct images;
struct inputs;
struct options;
struct prescan;
struct run;
struct staged;
struct words;

/* Asks git, and goes there. Of the operands, files are those of the change that
 * are asked about (all, if none is named), folders and projects are where
 * drivers are looked for; `options` gets what is then right for the new working
 * folder. NULL, and why, if git does not say. */
const struct staged *staged_enter(struct run *run, struct options *options);

/* Whether anything is staged that could be part of a driver; if not, nothing
 * was entered. */
bool staged_matters(const struct staged *staged);

/* Keeps the images that what is staged is part of, or was. */
void staged_choose(const struct staged *staged, struct prescan *prescan,
                   struct images *images);

/* Hands on what was wrong while all images were looked for, as far as it is
 * about the commit or the images that are left. */
void staged_take_trouble(const struct staged *staged,
                         const struct images *images, const struct fail *said,
                         struct fail *fail);

/* Whether it is part of these, or was, or may have been. */
bool staged_concerns(const struct staged *staged, struct prescan *prescan,
                     const struct inputs *inputs);

/* The folder of the work tree, and the revisions that the commit follows: none
 * for the first commit, several for a merge. */
const char *staged_root(const struct staged *staged);
const struct words *staged_parents(const struct staged *staged);

/* Goes to a tree that holds one of those revisions; `options`, as they are for
 * the commit, get what is then right. False, and why, if that cannot be. */
bool staged_enter_parent(const struct staged *staged, struct run *run,
                         const char *revision, struct options *options);

#endif
