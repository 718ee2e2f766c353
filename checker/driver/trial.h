/* trial.h - what the analysis says of the images with some files edited. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_TRIAL_H
#define UNLOADCHECK_DRIVER_TRIAL_H

#include <stdbool.h>
#include <stddef.h>

struct finding;
struct images;
struct options;
struct patches;
struct rule_set;
struct run;
struct run_cache;
struct sketches;
struct trial;

/* Of images that were judged; all rules are asked, whichever were chosen.
 * `sketches` hold the files as they stand. NULL if they cannot be read. */
struct trial *trial_open(struct run *run, const struct options *options,
                         const struct rule_set *rules,
                         const struct run_cache *cache,
                         const struct images *images,
                         struct sketches *sketches);
void trial_close(struct trial *trial);

/* Whether, with the patches, each of the findings is gone from the images that
 * read the patched files, nothing is found there that was not before, all that
 * was registered still is, and nothing more was said about the files. */
bool trial_is_good(struct trial *trial, const struct patches *patches,
                   const struct finding *const *findings, size_t count);

#endif
