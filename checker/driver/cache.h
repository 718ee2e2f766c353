/* cache.h - the command `cache`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_CACHE_H
#define UNLOADCHECK_DRIVER_CACHE_H

#include "driver/run.h"

struct options;

enum run_status cache_run(struct run *run, const struct options *options);

#endif
