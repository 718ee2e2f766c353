/* sketches.h - the files that fixes are made for, as they stand now. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_SKETCHES_H
#define UNLOADCHECK_FIX_SKETCHES_H

#include <stddef.h>

struct arena;
struct sketch;
struct sketches;

struct sketches *sketches_make(struct arena *arena);

/* A file holds that text, which is not what is on the disk. */
void sketches_put(struct sketches *sketches, const char *file, const char *text,
                  size_t size);

/* NULL if the file cannot be read. */
const struct sketch *sketches_get(struct sketches *sketches, const char *file);

#endif
