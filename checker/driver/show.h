/* show.h - the commands that tell about the rules: `rules`, `explain`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_SHOW_H
#define UNLOADCHECK_DRIVER_SHOW_H

#include "driver/run.h"

struct options;

enum run_status show_rules_run(struct run *run, const struct options *options);
enum run_status show_explain_run(struct run *run,
                                 const struct options *options);

#endif
