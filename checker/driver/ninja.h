/* ninja.h - the command `ninja`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_NINJA_H
#define UNLOADCHECK_DRIVER_NINJA_H

#include "driver/run.h"

struct options;

enum run_status ninja_run(struct run *run, const struct options *options);

#endif
