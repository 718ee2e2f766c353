/* dependencies.h - from what a capture read to what its unit depends on. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_DEPENDENCIES_H
#define UNLOADCHECK_DRIVER_DEPENDENCIES_H

#include "cache/manifest.h"

struct contents;
struct reads;

/* Everything but what lies below `headers`, the built-in ones, which are known
 * as a whole. What lies below `working`, the working folder, is called as seen
 * from there. In `arena`. */
struct dependencies dependencies_of(struct arena *arena,
                                    struct contents *contents,
                                    const struct reads *reads,
                                    const char *headers, const char *working);

#endif
