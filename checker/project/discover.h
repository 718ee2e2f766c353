/* discover.h - a folder: the images of whatever is in it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_DISCOVER_H
#define UNLOADCHECK_PROJECT_DISCOVER_H

struct finder;

/* Adds the images of the folder: of its compilation databases; else of all
 * solutions and projects in it; else of what MSBuild has recorded; else of the
 * database of a folder around it, as far as that names files in it; else of
 * its source files. The first that has a driver counts. */
void discover_images(const struct finder *finder, const char *folder);

#endif
