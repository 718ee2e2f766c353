/* roster.h - what a run on a database found, kept for the next one.
 *
 * Which images there are, which of their files matter and where their units are
 * kept: all of that follows from files, and from what is not there. So a roster
 * has what it was found from, as facts; where these hold it is not found again,
 * however many files there are. A text may change as long as what was looked
 * for in it (project/scan.h, driver/gist.h) stays the same, or leads nowhere
 * else (driver/wordbook.h): then only the units that were made from it are made
 * anew.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_ROSTER_H
#define UNLOADCHECK_DRIVER_ROSTER_H

#include "support/digest.h"

#include <stdbool.h>

struct captures;
struct dependencies;
struct find_listener;
struct gist;
struct images;
struct input;
struct options;
struct prescan;
struct roster;
struct rule_set;
struct run;
struct run_cache;

/* A unit in the cache. */
struct roster_unit {
    struct digest key;    /* there */
    struct digest bytes;  /* of the unit file */
    struct digest around; /* what all units of that run depended on */
};

/* In run->arena. NULL if the options ask for what a roster does not say. */
struct roster *roster_open(struct run *run, const struct options *options,
                           const struct rule_set *rules,
                           const struct run_cache *cache);

/* The images as they were left when they were noted, if that still holds; only
 * then nothing has to be found. NULL is allowed. */
bool roster_recall(struct roster *roster, struct images *images);

/* Which of the units that are different the input of a recalled image has; its
 * unit, if that is still good, else NULL. False for any other input. */
bool roster_knows(const struct roster *roster, const struct input *input,
                  size_t *number, const struct roster_unit **unit);

/* Facts, while all is found. */
const struct find_listener *roster_listener(struct roster *roster);
/* `path` is NULL for a text that is in no file. */
void roster_outline(struct roster *roster, const char *path,
                    const struct gist *gist, bool is_included);
void roster_file(struct roster *roster, const char *path, bool is_there);
void roster_names(struct roster *roster, const char *names);

/* Keeps what was found and captured, as far as the facts are known and nothing
 * had to be said about it. `prescan` may be NULL. */
void roster_note(struct roster *roster, const struct prescan *prescan,
                 const struct images *images, const struct captures *captures);

#endif
