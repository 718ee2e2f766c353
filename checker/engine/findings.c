/* findings.c - faults become findings, in order, none twice. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/story.h"

#include <stdlib.h>
#include <string.h>

static struct finding make(struct engine *engine, const struct fault *fault)
{
    struct finding finding = {
        .rule = fault->rule,
        .severity = fault->rule->severity,
        .is_possible =
            engine->world.is_partial || (fault->node && fault->node->is_merged),
        .place = fault->place,
        .function = fault->function ? fault->function->spelling : "",
        .handle = fault->handle,
        .message = story_sentence(engine, fault, fault->rule->message)
    };
    if (fault->node && fault->node->is_merged)
        finding.severity = SEVERITY_NOTE; /* its path may not be one */
    if (fault->origin && !fault->origin->is_assumed)
        finding.origin = fault->origin->site->place;
    if (fault->node) {
        struct events events = story_tell(engine, fault);
        finding.events = events.items;
        finding.event_count = events.count;
    }
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

static bool is_same(const struct finding *a, const struct finding *b)
{
    return place_compare(a->place, b->place) == 0 && a->rule == b->rule &&
           strcmp(a->message, b->message) == 0;
}

static void sort(struct analysis *analysis)
{
    size_t kept = 0;
    if (analysis->finding_count > 1)
        qsort(analysis->findings, analysis->finding_count,
              sizeof(*analysis->findings), compare);
    for (size_t i = 0; i < analysis->finding_count; i++)
        if (kept == 0 ||
            !is_same(&analysis->findings[kept - 1], &analysis->findings[i]))
            analysis->findings[kept++] = analysis->findings[i];
    analysis->finding_count = kept;
}

/* Something is registered, and nothing ever unloads the driver. */
static void add_no_unload(struct engine *engine)
{
    for (size_t i = 0; i < engine->rules->rule_count; i++) {
        const struct rule *rule = engine->rules->rules[i];
        if (!(rule->at & AT_NO_UNLOAD))
            continue;
        const struct origin *origin = NULL;
        for (size_t k = 0; k < engine->origins.count && !origin; k++)
            for (size_t s = 0; s < rule->scope_count && !origin; s++)
                if (rule->scopes[s].protocol ==
                    engine->origins.items[k]->protocol)
                    origin = engine->origins.items[k];
        if (!origin)
            continue;
        struct fault fault = { .rule = rule,
                               .origin = origin,
                               .place = origin->site->place,
                               .function = origin->function,
                               .handle = origin->name };
        vec_push(engine->arena, &engine->faults, fault);
    }
}

static void make_proofs(struct engine *engine, struct analysis *analysis)
{
    analysis->proofs =
        arena_array(engine->arena, struct proof, engine->origins.count);
    for (size_t i = 0; i < engine->origins.count; i++) {
        const struct origin *origin = engine->origins.items[i];
        struct proof proof = { .made = origin->site->place,
                               .handle = origin->name,
                               .object = origin->protocol->object,
                               .is_safe = true };
        for (size_t k = 0; k < engine->faults.count; k++)
            if (engine->faults.items[k].origin == origin &&
                engine->faults.items[k].rule->severity != SEVERITY_NOTE)
                proof.is_safe = false;
        if (!origin->is_assumed)
            analysis->proofs[analysis->proof_count++] = proof;
    }
}

static int compare_proofs(const void *a, const void *b)
{
    return place_compare(((const struct proof *)a)->made,
                         ((const struct proof *)b)->made);
}

void findings_make(struct engine *engine, struct analysis *analysis)
{
    if (engine->has_made && analysis->has_entry && !analysis->has_unload)
        add_no_unload(engine);
    analysis->findings =
        arena_array(engine->arena, struct finding, engine->faults.count);
    for (size_t i = 0; i < engine->faults.count; i++)
        analysis->findings[analysis->finding_count++] =
            make(engine, &engine->faults.items[i]);
    sort(analysis);
    make_proofs(engine, analysis);
    if (analysis->proof_count > 1)
        qsort(analysis->proofs, analysis->proof_count,
              sizeof(*analysis->proofs), compare_proofs);
    analysis->limits = engine->limits.items;
    analysis->limit_count = engine->limits.count;
}
