/* check.h - the command `check`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_CHECK_H
#define UNLOADCHECK_DRIVER_CHECK_H

#include "driver/run.h"

struct options;

enum run_status check_run(struct run *run, const struct options *options);

#endif
