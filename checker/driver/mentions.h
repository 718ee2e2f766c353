/* mentions.h - which files mention a driver's entry routine at all.
 *
 * To know which drivers there are, each file of a database is looked through
 * for one. What was found is kept in the pack of the run, so that a text that
 * has not changed is not read again.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_MENTIONS_H
#define UNLOADCHECK_DRIVER_MENTIONS_H

#include "support/words.h"

#include <stdbool.h>

struct arena;
struct mentions;
struct run_cache;

/* In `arena`. */
struct mentions *mentions_make(struct arena *arena,
                               const struct run_cache *cache,
                               const struct words *entries);

/* As find_options.mentions_none: `mentions` is what mentions_make gave. */
bool mentions_none(void *mentions, const char *path);

#endif
