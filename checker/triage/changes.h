/* changes.h - the lines that a change touches, and the findings that are its.
 *
 * The whole driver is analysed whatever was changed: a fault may lie in one
 * file and its cause in another. A finding counts if its place or any event of
 * its path lies in a changed line. Where more lines were taken away than put,
 * there is no line to lie in; then it counts if the path runs through the
 * function that they were taken from, around the place where they were.
 *
 * Names of files are compared from their ends, part by part, so they may be
 * relative to whatever folder they were written down in.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_TRIAGE_CHANGES_H
#define UNLOADCHECK_TRIAGE_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

struct analysis;
struct arena;
struct changes;
struct fail;

/* Nothing is changed at first. */
struct changes *changes_make(struct arena *arena);

/* Adds what a unified diff changes, as it is behind the change; `folder` is
 * what its names, behind their "b/", are relative to. */
void changes_add_diff(struct changes *changes, const char *folder,
                      const char *diff);

/* Adds a whole file. */
void changes_add_file(struct changes *changes, const char *name);

/* Adds the lines of clang-tidy's --line-filter:
 *
 *     [{"name": "driver.c", "lines": [[1, 3], [5, 7]]}, {"name": "other.h"}]
 *
 * A file without lines is changed as a whole. False, and why, if the text is
 * not that; `origin` is the file it is from, or NULL. */
bool changes_add_filter(struct changes *changes, const char *text,
                        const char *origin, struct fail *fail);

/* Takes away the findings that do not count; the number of them. Names in
 * places are relative to the absolute `folder`. */
size_t changes_reduce(const struct changes *changes, const char *folder,
                      struct analysis *analysis);

#endif
