/* sources.h - images out of nothing but source files.
 *
 * Where no project is, the files themselves are asked: one that has an entry
 * routine is the heart of a driver. If there is at most one, all files are one
 * image; else each takes the files of its folder, if no other entry routine is
 * there, and what they use. Files of programs in user mode are left out.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_SOURCES_H
#define UNLOADCHECK_PROJECT_SOURCES_H

struct finder;
struct tree;

/* Adds the images of the files of the tree, which is that of `folder`. */
void sources_add_images(const struct finder *finder, const char *folder,
                        const struct tree *tree);

#endif
