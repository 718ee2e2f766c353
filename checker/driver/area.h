/* area.h - a tree with drivers in it, as an editor's texts need it: the rules
 * and settings that are in force there, and what was found in each driver. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_AREA_H
#define UNLOADCHECK_DRIVER_AREA_H

#include "support/vec.h"

#include <stdatomic.h>
#include <stdbool.h>

struct analysis;
struct area;
struct options;
struct snapshot;
struct watch;

/* Where an area is, and what says so. */
struct area_root {
    const char *folder;   /* full */
    const char *database; /* folder of compile_commands.json; NULL: there is
                             none, and the tree is looked through */
    const char *file;     /* NULL, or the one file that there is */
};

bool area_root_equal(const struct area_root *a, const struct area_root *b);

/* The root of the area that a file is in: where editor or options say that the
 * database is, or the nearest folder around it that has a database, settings, a
 * solution or a repository, or that the editor has open. */
struct area_root area_root_of(struct arena *arena, const char *path,
                              const struct options *options,
                              const struct snapshot *texts);

/* Finds the drivers of the root. `options` are those of the command line, and
 * stay. Never NULL: an area may have no driver. What is wrong with its settings
 * and projects is told on the standard error. */
struct area *area_open(const struct area_root *root,
                       const struct options *options,
                       const struct snapshot *texts, struct watch *watch);
void area_close(struct area *area);

const struct area_root *area_root(const struct area *area);

/* Whether what says which drivers there are is what it was, and the area has
 * not grown too large. */
bool area_is_good(const struct area *area);

/* Whether a driver of it is known to be linked with the file, or to include it.
 */
bool area_reads(const struct area *area, const char *path);

/* Captures its drivers until one is known to include the file. */
void area_search(const struct area *area, const char *path,
                 const struct snapshot *texts, const atomic_bool *stop);

/* Looks again at the drivers that one of the texts belongs to. False if it was
 * stopped before it was through. */
bool area_analyze(struct area *area, const struct snapshot *texts,
                  const atomic_bool *stop);

/* Looks for fixes of what was found in them, until it is stopped. */
void area_fix(struct area *area, const struct snapshot *texts,
              const atomic_bool *stop);

/* What was found in each of those. */
size_t area_count(const struct area *area);
const struct analysis *area_at(const struct area *area, size_t index);

#endif
