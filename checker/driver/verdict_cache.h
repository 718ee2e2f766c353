/* verdict_cache.h - analyses that were made before, by this or another run.
 *
 * An analysis is found by the units of the image in their order, the rules and
 * the program that runs: where none of them changed, or one in nothing that an
 * analysis can tell (last_verdict.h), neither is anything linked nor analysed.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_VERDICT_CACHE_H
#define UNLOADCHECK_DRIVER_VERDICT_CACHE_H

#include "engine/engine.h"
#include "support/digest.h"

struct analysis;
struct captures;
struct fail;
struct inputs;
struct interest;
struct options;
struct program;
struct rule_set;
struct run;
struct run_cache;
struct strings;
struct verdict_cache;

/* Of all that every analysis of the run depends on, whatever the image. */
struct digest verdict_cache_around(struct run *run,
                                   const struct options *options,
                                   const struct run_cache *cache);

/* Lives in run->arena. */
struct verdict_cache *verdict_cache_make(struct run *run,
                                         const struct options *options,
                                         const struct rule_set *rules,
                                         const struct run_cache *shared);

/* The analysis of an image with these inputs, in run->arena, and what was said
 * about it to run->fail; NULL if it is not there. */
struct analysis *verdict_cache_get(const struct verdict_cache *cache,
                                   struct run *run,
                                   const struct captures *captures,
                                   const struct inputs *inputs);

/* Keeps it, if that is possible, with what was said; `program` is what was
 * analysed, `interest` what was looked at. */
void verdict_cache_put(const struct verdict_cache *cache,
                       const struct captures *captures,
                       const struct inputs *inputs,
                       const struct program *program,
                       const struct interest *interest,
                       const struct analysis *analysis,
                       const struct fail *said);

/* Where the engine keeps what it finds out of parts of drivers. */
struct engine_memory verdict_cache_memory(struct verdict_cache *cache,
                                          struct strings *strings);

#endif
