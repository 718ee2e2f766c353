/* stats.h - what --stats counts. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_STATS_H
#define UNLOADCHECK_DRIVER_STATS_H

struct analysis;
struct program;
struct text;

/* Adds a line for each count; then, for every kind of code that could not be
 * lowered, how often it occurs. */
void stats_add(const struct program *program, const struct analysis *analysis,
               struct text *out);

#endif
