/* counts.h - which findings count, by the marks they have. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_TRIAGE_COUNTS_H
#define UNLOADCHECK_TRIAGE_COUNTS_H

#include <stdbool.h>

struct analysis;
struct arena;
struct finding;

/* Whether somebody should look at it: the text does not allow it, and it is not
 * in the baseline. */
bool counts_finding(const struct finding *finding);

/* A copy of the analysis with those that count alone. */
struct analysis *counts_only(struct arena *arena,
                             const struct analysis *analysis);

#endif
