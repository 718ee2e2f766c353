/* check.h - the command `check`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_CHECK_H
#define UNLOADCHECK_DRIVER_CHECK_H

#include "driver/run.h"

struct images;
struct options;
struct prescan;
struct rule_set;
struct run_cache;
struct staged;

enum run_status check_run(struct run *run, const struct options *options);

/* What check does with images, however they were found. `prescan` NULL: all
 * their files are read; `staged` NULL: it is not about a commit. */
enum run_status check_images(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct run_cache *cache,
                             struct prescan *prescan,
                             const struct staged *staged,
                             struct images *images);

#endif
