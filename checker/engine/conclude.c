/* conclude.c - what is said of a driver when all passes are through.
 *
 * Needs:  struct verdict, with a proof for each subject.
 * Gives:  struct analysis (engine/engine.h).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/verdict.h"

#include <stdlib.h>

void verdict_tell(struct verdict *verdict, struct engine *engine,
                  const struct fault *fault, bool is_possible)
{
    struct finding finding =
        finding_make(verdict->arena, engine, fault, is_possible);
    vec_push(verdict->arena, &verdict->findings, finding);
}

/* Something is registered, and nothing ever unloads the driver. */
static void tell_no_unload(struct verdict *verdict, const struct rule *rule)
{
    for (size_t i = 0; i < verdict->subjects.count; i++) {
        const struct subject *subject = &verdict->subjects.items[i];
        const struct origin *origin = subject->origin;
        if (!origin || !rule_is_about(rule, origin->protocol))
            continue;
        struct fault fault = { .rule = rule,
                               .origin = origin,
                               .place = origin->site->place,
                               .function = origin->function,
                               .handle = origin->name };
        verdict_tell(verdict, verdict->first, &fault, false);
        return;
    }
}

static int compare_proofs(const void *a, const void *b)
{
    return place_compare(((const struct proof *)a)->made,
                         ((const struct proof *)b)->made);
}

/* Whether there is a finding about what is made there, by a rule that looks at
 * one of the moments. */
bool verdict_has_finding(const struct verdict *verdict, struct place made,
                         unsigned at)
{
    for (size_t i = 0; i < verdict->findings.count; i++)
        if (verdict->findings.items[i].rule->at & at &&
            verdict->findings.items[i].origin.file &&
            place_compare(verdict->findings.items[i].origin, made) == 0)
            return true;
    return false;
}

/* What a replay showed to be impossible, the pass before it could not rule out.
 */
static void settle_moment(const struct verdict *verdict,
                          const struct subject *subject,
                          struct proof_moment *moment)
{
    const struct proof *proof = &subject->proof;
    state_set owed =
        rules_owed(verdict->survey->rules, proof->protocol, moment->at);
    bool is_blamed =
        !proof->is_safe &&
        (subject->is_open ||
         verdict_has_finding(verdict, proof->made,
                             (unsigned)moment->at | AT_HOLDER_LOST));
    if (!is_blamed)
        moment->states &= ~owed;
    moment->is_gone = !subject->is_open && !(moment->states & owed);
}

/* An object of which no rule that was asked for looks at a moment was not
 * judged. */
static void make_proofs(struct verdict *verdict)
{
    struct analysis *analysis = verdict->analysis;
    analysis->proofs =
        arena_array(verdict->arena, struct proof, verdict->subjects.count);
    for (size_t i = 0; i < verdict->subjects.count; i++) {
        struct subject *subject = &verdict->subjects.items[i];
        struct proof *proof = &subject->proof;
        if (!proof->protocol || !rules_owed(verdict->survey->rules,
                                            proof->protocol, AT_UNLOAD_RETURN))
            continue;
        proof->is_safe = subject->is_proved ||
                         (!subject->is_open &&
                          !verdict_has_finding(verdict, proof->made, ~0U));
        for (size_t k = 0; k < proof->moment_count; k++)
            settle_moment(verdict, subject, &proof->moments[k]);
        analysis->proofs[analysis->proof_count++] = *proof;
    }
    if (analysis->proof_count > 1)
        qsort(analysis->proofs, analysis->proof_count,
              sizeof(*analysis->proofs), compare_proofs);
}

/* What the files say, all of them. */
static void find_allowances(struct verdict *verdict)
{
    const struct program *program = verdict->survey->program;
    struct vec_of(struct allowance) all = { 0 };

    for (size_t i = 0; i < program->unit_count; i++)
        for (size_t j = 0; j < program->units[i]->allowance_count; j++)
            vec_push(verdict->arena, &all, program->units[i]->allowances[j]);
    verdict->analysis->allowances = all.items;
    verdict->analysis->allowance_count = all.count;
}

static void find_unloads(struct verdict *verdict)
{
    struct analysis *analysis = verdict->analysis;
    size_t count = roots_count(verdict->survey->roots);
    analysis->unloads =
        arena_array(verdict->arena, struct unload_routine, count);
    for (size_t i = 0; i < count; i++) {
        struct handed_over item = roots_at(verdict->survey->roots, i);
        struct unload_routine *unload =
            &analysis->unloads[analysis->unload_count];
        if (item.role != ROOT_UNLOAD || !item.function->place.file)
            continue;
        unload->place = item.function->place;
        unload->name = arena_strdup(verdict->arena, item.function->spelling);
        analysis->unload_count++;
    }
}

void verdict_conclude(struct verdict *verdict)
{
    struct analysis *analysis = verdict->analysis;
    const struct rule_set *rules = verdict->survey->rules;
    if (analysis->has_entry && !analysis->has_unload)
        for (size_t i = 0; i < rules->rule_count; i++)
            if (rules->rules[i]->at & AT_NO_UNLOAD)
                tell_no_unload(verdict, rules->rules[i]);
    make_proofs(verdict);
    find_allowances(verdict);
    find_unloads(verdict);
    analysis->findings = verdict->findings.items;
    analysis->finding_count = verdict->findings.count;
    findings_sort(analysis);
    analysis->limits = verdict->limits.items;
    analysis->limit_count = verdict->limits.count;
}
