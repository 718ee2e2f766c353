/* manual.h - the command `manual`: what the help says, as a manual page. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_MANUAL_H
#define UNLOADCHECK_DRIVER_MANUAL_H

#include "driver/run.h"

struct options;

enum run_status manual_run(struct run *run, const struct options *options);

#endif
