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

#include "cache/manifest.h"
#include "support/digest.h"
#include "support/file_map.h"

/* Of units in the store. */
#define UNIT_CACHE_KIND "unit"

struct arena;
struct capture_options;
struct input;
struct reads;
struct run_cache;
struct unit_cache;

/* In `arena`; `parser` is which one there is, and `headers` the folder of the
 * built-in ones. */
struct unit_cache *unit_cache_make(struct arena *arena,
                                   const struct run_cache *run,
                                   const char *parser, const char *headers);

/* What every unit here depends on, as text: the program, the parser, the
 * built-in headers, the environment. */
const char *unit_cache_around(const struct unit_cache *cache);

/* The key of the command that captures the input. */
struct digest unit_cache_command(struct unit_cache *cache,
                                 const struct input *input,
                                 const struct capture_options *how);

/* True if the unit is there: its key in the store, and its bytes, to be closed
 * by the caller. `dependencies`, where it is not NULL, gets what it depends on,
 * in `arena`. */
bool unit_cache_get(struct unit_cache *cache, struct digest command,
                    struct digest *key, struct file_map *map,
                    struct arena *arena, struct dependencies *dependencies);

/* What a unit depends on for which that was read; in `arena`. */
struct dependencies unit_cache_dependencies(const struct unit_cache *cache,
                                            struct arena *arena,
                                            const struct reads *reads);

/* Keeps the bytes, if that is possible, and gives the key they have then. */
struct digest unit_cache_put(struct unit_cache *cache, struct digest command,
                             const struct dependencies *dependencies,
                             const void *data, size_t size);

#endif
