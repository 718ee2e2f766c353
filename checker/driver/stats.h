/* stats.h - what --stats counts. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_STATS_H
#define UNLOADCHECK_DRIVER_STATS_H

#include <stddef.h>

struct analysis;
struct program;
struct text;

/* Adds a line for each count; then, for every kind of code that could not be
 * lowered, how often it occurs. */
void stats_add(const struct program *program, const struct analysis *analysis,
               struct text *out);

/* The files of all images together. */
struct stats_files {
    size_t parsed;
    size_t kept;     /* taken from the cache */
    size_t left_out; /* they cannot matter */
};

void stats_add_files(const struct stats_files *files, struct text *out);

#endif
