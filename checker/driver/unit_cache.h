/* unit_cache.h - units that were captured before, by this or another run.
 *
 * A unit is found by all that it was made from: the command as the parser gets
 * it, the program and the parser themselves, the built-in headers, every file
 * that was read, and what was looked for in vain. May be used by several
 * threads.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_UNIT_CACHE_H
#define UNLOADCHECK_DRIVER_UNIT_CACHE_H

#include "support/digest.h"
#include "support/file_map.h"

struct arena;
struct capture_options;
struct dependencies;
struct input;
struct options;
struct reads;
struct run;
struct store;
struct unit_cache;

/* Where the options say, or where the user's caches are; NULL if nothing is to
 * be kept. */
struct store *unit_cache_store(struct run *run, const struct options *options);

/* `headers` is the folder of the built-in ones. */
struct unit_cache *unit_cache_open(struct arena *arena,
                                   const struct store *store,
                                   const char *headers);
void unit_cache_close(struct unit_cache *cache);

/* The key of the command that captures the input. */
struct digest unit_cache_command(struct unit_cache *cache,
                                 const struct input *input,
                                 const struct capture_options *how);

/* True if the unit is there: its bytes, to be closed by the caller, and the
 * key it has. `dependencies`, where it is not NULL, gets what it depends on, in
 * `arena`. */
bool unit_cache_get(struct unit_cache *cache, struct digest command,
                    struct file_map *map, struct digest *key,
                    struct arena *arena, struct dependencies *dependencies);

/* Keeps the bytes if that is possible; gives the key of the unit. */
struct digest unit_cache_put(struct unit_cache *cache, struct digest command,
                             const struct reads *reads, const void *data,
                             size_t size);

/* The key of the program that runs, which is another one after every change. */
struct digest unit_cache_program(const struct unit_cache *cache);

#endif
