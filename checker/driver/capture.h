/* capture.h - the command `capture`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_CAPTURE_H
#define UNLOADCHECK_DRIVER_CAPTURE_H

#include "driver/run.h"

struct options;

enum run_status capture_run(struct run *run, const struct options *options);

#endif
