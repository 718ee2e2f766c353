/* dump.h - the command `dump`: every stage as stable text. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_DUMP_H
#define UNLOADCHECK_DRIVER_DUMP_H

#include "driver/run.h"

struct options;

enum run_status dump_run(struct run *run, const struct options *options);

#endif
