/* analysis_file.h - what an analysis gave, as bytes, to be kept.
 *
 * For who has checked that nothing changed since: the bytes are only good for
 * the same program, rules and engine.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_ANALYSIS_FILE_H
#define UNLOADCHECK_ENGINE_ANALYSIS_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct analysis;
struct arena;
struct fail;
struct place;
struct rule_set;
struct strings;
struct text;

/* How places are kept, for who keeps an analysis of what may move: each makes
 * a place that is kept, or finds it again; false: it cannot. */
struct analysis_places {
    bool (*keep)(const struct analysis_places *places, struct place *place);
    bool (*find)(const struct analysis_places *places, struct place *place);
};

/* Adds the analysis to `out`, which is empty, and what was said about it. Its
 * findings have no images. False, and nothing added, if a place cannot be kept.
 * `places` NULL: as they are. */
bool analysis_write(struct text *out, const struct analysis *analysis,
                    const struct fail *said,
                    const struct analysis_places *places);

/* NULL if the bytes are not whole and as they were written, or name a rule that
 * is not there. The analysis lives in `arena`, its names in `strings`; what was
 * said is told to `said`. */
struct analysis *analysis_read(struct arena *arena, struct strings *strings,
                               const struct rule_set *rules, const void *data,
                               size_t size, struct fail *said,
                               const struct analysis_places *places);

#endif
