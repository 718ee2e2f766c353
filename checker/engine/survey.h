/* survey.h - what all passes over a program stand on, found once.
 *
 * A pass looks at few functions of a large driver; this is what it must know
 * of all of them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_SURVEY_H
#define UNLOADCHECK_ENGINE_SURVEY_H

#include "engine/roots.h"
#include "support/vec.h"

#include <stdint.h>

struct masks vec_of(int64_t);

struct survey {
    const struct program *program;
    const struct rule_set *rules;
    struct roots *roots;
    struct slice_index *index;
    struct vocabulary *vocabulary; /* engine/footprint.h */
    struct masks masks;            /* that the program applies to words */
    struct map *called;            /* functions that the driver calls itself */
};

/* Lives in `arena`. */
struct survey *survey_make(struct arena *arena, const struct program *program,
                           const struct rule_set *rules);

/* masks.c */
struct masks masks_find(struct arena *arena, const struct program *program);

#endif
