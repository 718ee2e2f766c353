/* inputs.h - the images that a command line is about. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_INPUTS_H
#define UNLOADCHECK_DRIVER_INPUTS_H

#include "project/image.h"

struct options;
struct rule_set;
struct run;
struct run_cache;
struct words;

/* The images that the names stand for under the options; each is analysed as
 * a program of its own. The rules say what a driver is entered by; they may be
 * NULL where only files are named. What was seen in an earlier run is in
 * `cache`, which may be NULL. What is wrong is told to run->fail; false: none
 * is left. */
bool inputs_find(struct run *run, const struct options *options,
                 const struct rule_set *rules, const struct run_cache *cache,
                 const char *const *names, size_t count, struct images *images);

/* Adds the routines that the rules say a driver is entered by. */
void inputs_entries(struct run *run, const struct rule_set *rules,
                    struct words *entries);

#endif
