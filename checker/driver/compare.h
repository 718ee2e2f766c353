/* compare.h - the command `diff`: what became of the findings of a report. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_COMPARE_H
#define UNLOADCHECK_DRIVER_COMPARE_H

#include "driver/run.h"

struct options;

enum run_status compare_run(struct run *run, const struct options *options);

#endif
