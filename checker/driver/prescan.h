/* prescan.h - which files of a project cannot matter, and are not parsed.
 *
 * Where no file names a function of a protocol nothing can be registered. Else
 * a file matters if it does, or if it hands routines to the system, or if what
 * it defines is named by a file that matters: the rest is code that nothing can
 * reach. What is read are outlines (frontend/outline.h), in which too much is
 * named rather than too little; where that is not sure nothing is left out.
 * Headers are read once for all files of a run.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_PRESCAN_H
#define UNLOADCHECK_DRIVER_PRESCAN_H

#include <stdbool.h>

struct arena;
struct images;
struct inputs;
struct options;
struct prescan;
struct roster;
struct rule_set;
struct run_cache;
struct words;

/* In `arena`; `headers` is the folder of the built-in ones, and `cache` may be
 * NULL. */
struct prescan *prescan_make(struct arena *arena, const struct options *options,
                             const struct rule_set *rules, const char *headers,
                             const struct run_cache *cache);

/* Takes away the inputs that cannot matter. */
void prescan_reduce(struct prescan *prescan, struct inputs *inputs);

/* Tells the roster all that was looked at so far. */
void prescan_tell(const struct prescan *prescan, struct roster *roster);

/* Whether one of the inputs is, or reads, one of the files; those are normal,
 * seen from the working folder. One that is not there is read by whatever
 * includes a file of that name. Yes, where that cannot be told. */
bool prescan_reads(struct prescan *prescan, const struct inputs *inputs,
                   const struct words *files);

#endif
