/* analyze.h - the command `analyze`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_ANALYZE_H
#define UNLOADCHECK_DRIVER_ANALYZE_H

#include "driver/run.h"

struct options;

enum run_status analyze_run(struct run *run, const struct options *options);

#endif
