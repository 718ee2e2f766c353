/* completion.h - the command `completion`: a shell's knowledge of our words. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_COMPLETION_H
#define UNLOADCHECK_DRIVER_COMPLETION_H

#include "driver/run.h"

struct options;

enum run_status completion_run(struct run *run, const struct options *options);

#endif
