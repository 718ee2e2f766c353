/* linkage.h - which files are linked together, where no project says it.
 *
 * As a linker does with archives: what has an entry routine is a driver, and
 * every name in it that another part defines brings that part in. Of several
 * that define a name the nearest one in the tree is taken.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_LINKAGE_H
#define UNLOADCHECK_PROJECT_LINKAGE_H

#include "project/scan.h"

struct fail;
struct linkage;

/* A part: a file, or all files of a target. What it is of the driver floor's
 * concern stays with the caller, by number. Where a part `has_headers`, a name
 * counts only if it is declared in one of its files or headers. */
struct linkage *linkage_make(struct arena *arena, struct strings *strings,
                             const struct words *entries, bool has_headers);

/* Adds a part that stands in `folder`, and gives its number, from 0 up. A part
 * that is C does not bring in one that `is_cxx`. */
size_t linkage_add_part(struct linkage *linkage, const char *folder,
                        bool is_cxx);

/* Adds what was read in a file of the part, or in a header that one of them
 * includes. The scan stays where it is. */
void linkage_add_scan(struct linkage *linkage, size_t part,
                      const struct scan *scan);
void linkage_add_header(struct linkage *linkage, size_t part,
                        const struct scan *scan);

/* Whether the part has an entry routine, or starts a program in user mode. */
bool linkage_is_driver(const struct linkage *linkage, size_t part);
bool linkage_is_program(const struct linkage *linkage, size_t part);

struct parts_linked vec_of(size_t);

/* Called for each part before its names are looked up: time to add its
 * headers. */
typedef void linkage_prepare(void *data, size_t part);

/* The parts that those in `linked` bring in are added behind them. A name is
 * looked up if the part declares it and uses it, or, for a member, if the part
 * mentions its class. `prepare` may be NULL. */
/* False: there are more than `most`, and only those given are left. */
bool linkage_close(const struct linkage *linkage, struct arena *arena,
                   linkage_prepare *prepare, void *data, size_t most,
                   struct parts_linked *linked);

#endif
