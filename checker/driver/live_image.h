/* live_image.h - a driver that is being written, and what was found in it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_LIVE_IMAGE_H
#define UNLOADCHECK_DRIVER_LIVE_IMAGE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct analysis;
struct arena;
struct image;
struct live_unit;
struct live_units;
struct part_memory;
struct program;
struct rule_set;
struct run;
struct snapshot;
struct unit;

struct live_image {
    const char *name; /* or NULL */
    struct run *run;
    const struct rule_set *rules;
    struct live_units *all;   /* where its units are */
    struct live_unit **units; /* of its inputs */
    size_t unit_count;
    struct arena *arena;       /* of the analysis */
    struct analysis *analysis; /* NULL: none yet */
    size_t made_of; /* the youngest of the units that it was made of */
    struct part_memory *memory; /* of its analyses, with fixes or without */
    bool is_fixed;              /* fixes of its findings were looked for */
};

/* In run->arena; the units are not made yet. */
struct live_image live_image_make(struct run *run, const struct rule_set *rules,
                                  struct live_units *all,
                                  const struct image *image);
void live_image_release(struct live_image *live);

/* Whether it is linked with the file, or known to include it. */
bool live_image_reads(const struct live_image *live, const char *path);

/* Makes the units that are not as they should be; then analyses it if any of
 * them is new. False if it was stopped before it was through. */
bool live_image_refresh(const struct live_image *live,
                        const struct snapshot *texts, const atomic_bool *stop);
bool live_image_analyze(struct live_image *live, const struct snapshot *texts,
                        const atomic_bool *stop);

/* Its program, in `arena`; where `instead` is not NULL, with those units in
 * place of its own, each that is not NULL. NULL: there is nothing in it. */
struct program *live_image_link(const struct live_image *live,
                                struct arena *arena,
                                const struct rule_set *rules,
                                struct unit *const *instead);

/* Gives each finding the fix that is certain, if there is one, by trying what
 * is proposed. What was stopped is done again. */
void live_image_fix(struct live_image *live, const struct snapshot *texts,
                    const atomic_bool *stop);

#endif
