/* fixes.h - the fixes of a run that are certain. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_FIXES_H
#define UNLOADCHECK_DRIVER_FIXES_H

#include <stdbool.h>

struct analysis;
struct fixing;
struct images;
struct options;
struct rule_set;
struct run;
struct run_cache;

/* Whether the command line asks for fixes. */
bool fixes_are_wanted(const struct options *options);

/* Gives each finding the fix that is certain, if there is one. What is proposed
 * is tried: the images are analysed with it, under all rules, and it is kept if
 * the finding is gone and no other has come. */
struct fixing *fixes_find(struct run *run, const struct options *options,
                          const struct rule_set *rules,
                          const struct run_cache *cache,
                          const struct images *images,
                          struct analysis *analysis);

/* Writes what the command line asks for: the fixes into the files, as a diff on
 * the standard output, into a file for clang's tools. Where some of them cannot
 * be made together, as many as can, in the order of the findings; the others
 * are told. What was fixed in the files is taken out of the analysis. Ends what
 * was begun; `fixing` may be NULL. */
void fixes_write(struct fixing *fixing, const struct options *options,
                 struct analysis *analysis);

#endif
