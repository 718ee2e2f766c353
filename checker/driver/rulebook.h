/* rulebook.h - which rules are in force.
 *
 * The built-in ones come first: from UNLOADCHECK_RULES_DIR if that is set, else
 * from where they are installed, else from the source tree the program was
 * built in. Then those of each --rules.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_RULEBOOK_H
#define UNLOADCHECK_DRIVER_RULEBOOK_H

struct arena;
struct options;
struct rule_set;
struct run;
struct run_cache;

/* The folder of the built-in rules; NULL if there is none. */
const char *rulebook_folder(struct arena *arena);

/* Every rule of the folders, or those that --rule chooses. What is wrong with
 * a file, a folder or a choice is told to run->fail; the rest is read. NULL if
 * the built-in rules are nowhere. Files with which nothing was wrong need not
 * be read once more, where there is a cache (NULL: none). */
const struct rule_set *rulebook_read(struct run *run,
                                     const struct options *options,
                                     const struct run_cache *cache);

/* Tells run->fail that no rule has that name, and which name is like it. */
void rulebook_refuse(struct run *run, const struct rule_set *rules,
                     const char *name);

#endif
