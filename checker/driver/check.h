/* check.h - the command `check`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_CHECK_H
#define UNLOADCHECK_DRIVER_CHECK_H

#include "driver/run.h"

struct images;
struct options;
struct rule_set;

enum run_status check_run(struct run *run, const struct options *options);

/* What check does with images, however they were found. */
enum run_status check_images(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct images *images);

#endif
