/* results.h - sets of call results, as unions of intervals.
 *
 * A transition of a protocol holds for some results of the call. An empty
 * set means here what it says; in struct transition "any result" is written
 * as a set of no intervals, so the caller turns the full set into that.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_RESULTS_H
#define UNLOADCHECK_RULES_RESULTS_H

#include "rules/rules.h"

struct text;

struct result_set results_between(struct arena *arena, int64_t low,
                                  int64_t high);
struct result_set results_full(struct arena *arena);
struct result_set results_union(struct arena *arena, struct result_set a,
                                struct result_set b);
struct result_set results_complement(struct arena *arena,
                                     struct result_set set);
bool results_overlap(struct result_set a, struct result_set b);
bool results_is_full(struct result_set set);

/* "0, 0x103", ">= 0", "any": as struct transition has it. */
void results_print(struct result_set set, struct text *out);

#endif
