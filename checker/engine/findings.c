/* findings.c - faults become findings, in order, none twice. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/story.h"

#include <stdlib.h>
#include <string.h>

struct finding finding_make(struct arena *arena, struct engine *engine,
                            const struct fault *fault, bool is_possible)
{
    struct arena *own = engine->arena;
    engine->arena = arena; /* what is told outlives the pass */
    struct finding finding = {
        .rule = fault->rule,
        .severity = is_possible ? SEVERITY_NOTE : fault->rule->severity,
        .is_possible = is_possible || engine->world.is_partial,
        .place = fault->place,
        .function = fault->function ? fault->function->spelling : "",
        .handle = arena_strdup(arena, fault->handle ? fault->handle : ""),
        .message = story_sentence(engine, fault, fault->rule->message)
    };
    if (fault->origin)
        finding.protocol = fault->origin->protocol;
    if (fault->origin && !fault->origin->is_assumed)
        finding.origin = fault->origin->site->place;
    if (fault->node)
        story_tell(engine, fault, &finding);
    engine->arena = own;
    return finding;
}

static int compare(const void *a, const void *b)
{
    const struct finding *x = a;
    const struct finding *y = b;
    int order = place_compare(x->place, y->place);
    if (order == 0)
        order = strcmp(x->rule->id, y->rule->id);
    if (order == 0)
        order = strcmp(x->message, y->message);
    if (order == 0)
        order = place_compare(x->origin, y->origin);
    return order;
}

/* Of two that are the same the later counts: it names the registration, where
 * one does; but not where only the other is certain. */
static bool is_same(const struct finding *a, const struct finding *b)
{
    return place_compare(a->place, b->place) == 0 && a->rule == b->rule &&
           strcmp(a->message, b->message) == 0 &&
           (!a->origin.file || place_compare(a->origin, b->origin) == 0);
}

void findings_sort(struct analysis *analysis)
{
    size_t kept = 0;
    if (analysis->finding_count > 1)
        qsort(analysis->findings, analysis->finding_count,
              sizeof(*analysis->findings), compare);
    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *last =
            kept > 0 ? &analysis->findings[kept - 1] : NULL;
        bool is_again = last && is_same(last, &analysis->findings[i]);
        if (is_again && analysis->findings[i].is_possible && !last->is_possible)
            continue;
        kept -= is_again;
        analysis->findings[kept++] = analysis->findings[i];
    }
    analysis->finding_count = kept;
}
