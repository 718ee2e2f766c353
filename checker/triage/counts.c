/* counts.c - which findings count, by the marks they have. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "triage/counts.h"

#include "engine/finding.h"
#include "support/arena.h"

bool counts_finding(const struct finding *finding)
{
    return !finding->suppression && finding->baseline != BASELINE_UNCHANGED;
}

struct analysis *counts_only(struct arena *arena,
                             const struct analysis *analysis)
{
    struct analysis *rest = arena_copy(arena, analysis, sizeof(*analysis));

    rest->findings =
        arena_array(arena, struct finding, analysis->finding_count);
    rest->finding_count = 0;
    for (size_t i = 0; i < analysis->finding_count; i++)
        if (counts_finding(&analysis->findings[i]))
            rest->findings[rest->finding_count++] = analysis->findings[i];
    return rest;
}
