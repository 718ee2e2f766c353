/* run_cache.h - the cache as one run uses it.
 *
 * Units, verdicts and what the pre-scan finds have keys of their own; they
 * share the folder, what is known of the files on the disk, and a pack of what
 * the last run on the same files used.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_RUN_CACHE_H
#define UNLOADCHECK_DRIVER_RUN_CACHE_H

#include "support/digest.h"

struct contents;
struct images;
struct options;
struct parser;
struct roster;
struct run;
struct store;

struct run_cache {
    struct store *store;
    struct contents *contents;
    struct digest program; /* another one after every change of it */
    struct parser *parser;
    struct roster *roster; /* of the images of the run, or NULL */
};

/* Where the options say, or where the user's caches are; NULL if nothing is to
 * be kept. */
struct store *run_cache_store(struct run *run, const struct options *options);

/* For a run on these images, or on what the options name (`images` NULL), until
 * it is closed; NULL likewise. */
struct run_cache *run_cache_open(struct run *run, const struct options *options,
                                 const struct images *images);

/* NULL is allowed. */
void run_cache_close(struct run_cache *cache);

#endif
