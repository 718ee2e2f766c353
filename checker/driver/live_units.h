/* live_units.h - the units of a driver that is being written, kept in memory.
 *
 * A unit is made anew when something it was made from has changed; the others
 * stay as they are, ready to be linked. They share a table of names, which
 * keeps every name that was ever typed: the owner starts afresh now and then.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_LIVE_UNITS_H
#define UNLOADCHECK_DRIVER_LIVE_UNITS_H

#include "support/vec.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct images;
struct input;
struct live_units;
struct options;
struct run;
struct snapshot;
struct unit;
struct watch;
struct watched;

struct capture_texts vec_of(struct capture_text);

struct live_unit {
    const struct input *input;
    const char *path;    /* full */
    struct arena *arena; /* of the following, and of the unit */
    struct unit *unit;   /* NULL: there is none */
    struct vec_of(struct made_from) made_from;
    size_t messages; /* how much was said about its files */
    size_t made;     /* at which of all makings; 0: never */
};

/* Lives in run->arena. `images` are all that there are, of which units may be
 * in the cache. NULL, and why is told, if nothing can be captured. */
struct live_units *live_units_open(struct run *run,
                                   const struct options *options,
                                   const struct images *images,
                                   struct watch *watch);
void live_units_close(struct live_units *units);

/* The unit of an input, which need not be made yet. */
struct live_unit *live_units_get(struct live_units *units,
                                 const struct input *input);

/* Makes what is not as it should be, on several threads. False if it was
 * stopped before all was. */
bool live_units_refresh(struct live_units *units, struct live_unit *const *list,
                        size_t count, const struct snapshot *texts,
                        const atomic_bool *stop);

/* Whether the unit is of that file, or was made from it; `file` is the same
 * file as the watch has it. */
bool live_unit_reads(const struct live_unit *unit, const char *path,
                     const struct watched *file);
const struct watched *live_units_file(const struct live_units *units,
                                      const char *path);

/* The same unit made of other texts, whatever is open, and of the disk: in
 * `arena`, with names in the table of all. What is said is counted. NULL: it
 * cannot be made. */
struct unit *live_units_capture(const struct live_units *units,
                                struct arena *arena,
                                const struct live_unit *unit,
                                const struct capture_texts *texts,
                                size_t *messages);

/* How many times a unit was made that had been made before. */
size_t live_units_remade(const struct live_units *units);

#endif
