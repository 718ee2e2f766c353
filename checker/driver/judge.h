/* judge.h - from the files of images to what is wrong with them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_JUDGE_H
#define UNLOADCHECK_DRIVER_JUDGE_H

struct analysis;
struct images;
struct options;
struct prescan;
struct rule_set;
struct run;
struct run_cache;

/* What all images gave, sorted; NULL if nothing of any could be read. Files of
 * projects that cannot matter are taken out of the images, if there is a
 * `prescan` that tells which. `cache` may be NULL, too. */
struct analysis *judge_images(struct run *run, const struct options *options,
                              const struct rule_set *rules,
                              const struct run_cache *cache,
                              struct prescan *prescan, struct images *images);

#endif
