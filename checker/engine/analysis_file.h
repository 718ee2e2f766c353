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
struct rule_set;
struct strings;
struct text;

/* Adds the analysis to `out`, which is empty, and what was said about it. Its
 * findings have no images. */
void analysis_write(struct text *out, const struct analysis *analysis,
                    const struct fail *said);

/* NULL if the bytes are not whole and as they were written, or name a rule that
 * is not there. The analysis lives in `arena`, its names in `strings`; what was
 * said is told to `said`. */
struct analysis *analysis_read(struct arena *arena, struct strings *strings,
                               const struct rule_set *rules, const void *data,
                               size_t size, struct fail *said);

#endif
