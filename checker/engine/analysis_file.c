/* analysis_file.c - what an analysis gave, as bytes, to be kept. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/analysis_file.h"

#include "engine/finding.h"
#include "ir/code_messages.h"
#include "ir/coder.h"
#include "support/arena.h"
#include "support/digest.h"
#include "support/fail.h"
#include "support/text.h"

#include <string.h>

struct analysis_coder {
    struct coder *coder;
    const struct rule_set *rules;         /* NULL when writing */
    const struct analysis_places *places; /* NULL: they stay as they are */
};

/* Where something is, as it is kept. */
static void code_spot(struct analysis_coder *all, struct place *place)
{
    struct place kept = *place;

    if (!all->rules && all->places && !all->places->keep(all->places, &kept))
        coder_break(all->coder);
    code_place(all->coder, &kept);
    if (!all->rules)
        return;
    if (all->places && !all->places->find(all->places, &kept))
        coder_break(all->coder);
    *place = kept;
}

static void code_rule(struct analysis_coder *all, const struct rule **rule)
{
    const char *id = all->rules ? NULL : (*rule)->id;

    code_name(all->coder, &id);
    if (!all->rules)
        return;
    *rule = NULL;
    for (size_t i = 0; i < all->rules->rule_count; i++)
        if (strcmp(all->rules->rules[i]->id, id) == 0)
            *rule = all->rules->rules[i];
    if (!*rule)
        coder_break(all->coder);
}

/* None is said by no name. */
static void code_protocol(struct analysis_coder *all,
                          const struct protocol **protocol)
{
    const char *name = !all->rules && *protocol ? (*protocol)->name : NULL;

    code_string(all->coder, &name);
    if (!all->rules)
        return;
    *protocol = NULL;
    for (size_t i = 0; name && i < all->rules->protocol_count; i++)
        if (strcmp(all->rules->protocols[i]->name, name) == 0)
            *protocol = all->rules->protocols[i];
    if (name && !*protocol)
        coder_break(all->coder);
}

/* The state of an event: one of the protocol's, or -1. */
static int code_state(struct coder *coder, const struct protocol *protocol,
                      int state)
{
    unsigned count = protocol ? (unsigned)protocol->state_count : 0;

    return (int)code_choice(coder, (unsigned)(state + 1), count + 1) - 1;
}

static void code_event(struct analysis_coder *all, struct event *event)
{
    struct coder *coder = all->coder;
    uint64_t refers_to = event->refers_to;
    uint32_t depth = event->depth;

    event->kind =
        (enum event_kind)code_choice(coder, event->kind, EVENT_FAULT + 1);
    code_spot(all, &event->place);
    code_u32(coder, &depth);
    code_name(coder, &event->text);
    code_u64(coder, &refers_to);
    code_string(coder, &event->function);
    event->depth = depth;
    event->refers_to = (size_t)refers_to;
}

static void code_block(struct analysis_coder *all, const char *file,
                       struct shape_block *block)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &block->is_passed };

    CODE_ARRAY(coder, block->lines, block->line_count);
    for (size_t i = 0; i < block->line_count; i++) {
        struct place place = { .file = file, .line = block->lines[i] };
        code_spot(all, &place);
        block->lines[i] = place.line;
    }
    CODE_ARRAY(coder, block->edges, block->edge_count);
    for (size_t i = 0; i < block->edge_count; i++) {
        bool *taken[] = { &block->edges[i].is_taken };
        code_u32(coder, &block->edges[i].to);
        code_string(coder, &block->edges[i].label);
        code_flags(coder, taken, 1);
    }
    code_flags(coder, flags, 1);
}

static void code_shape(struct analysis_coder *all, struct shape *shape)
{
    struct coder *coder = all->coder;

    code_name(coder, &shape->function);
    code_spot(all, &shape->place);
    code_spot(all, &shape->end);
    CODE_ARRAY(coder, shape->blocks, shape->block_count);
    for (size_t i = 0; i < shape->block_count; i++) {
        struct shape_block *block = &shape->blocks[i];
        code_block(all, shape->place.file, block);
        for (size_t k = 0; k < block->edge_count; k++)
            if (block->edges[k].to >= shape->block_count)
                coder_break(coder);
    }
}

static void code_finding(struct analysis_coder *all, struct finding *finding)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &finding->is_possible };

    code_rule(all, &finding->rule);
    code_protocol(all, &finding->protocol);
    finding->severity = (enum severity)code_choice(coder, finding->severity,
                                                   SEVERITY_ERROR + 1);
    code_flags(coder, flags, 1);
    code_spot(all, &finding->place);
    code_string(coder, &finding->function);
    code_string(coder, &finding->handle);
    code_spot(all, &finding->origin);
    code_name(coder, &finding->message);
    CODE_ARRAY(coder, finding->events, finding->event_count);
    for (size_t i = 0; i < finding->event_count; i++) {
        struct event *event = &finding->events[i];
        code_event(all, event);
        event->state = code_state(coder, finding->protocol, event->state);
    }
    CODE_ARRAY(coder, finding->shapes, finding->shape_count);
    for (size_t i = 0; i < finding->shape_count; i++)
        code_shape(all, &finding->shapes[i]);
}

static void code_limit(struct analysis_coder *all, struct limit *limit)
{
    code_spot(all, &limit->place);
    code_name(all->coder, &limit->text);
}

static void code_step(struct analysis_coder *all, struct proof_step *step)
{
    struct coder *coder = all->coder;

    step->role = (enum root_role)code_choice(coder, step->role,
                                             (unsigned)ROOT_NOT_CALLED + 1);
    code_spot(all, &step->place);
    code_name(coder, &step->call);
    code_name(coder, &step->function);
    code_name(coder, &step->routine);
    code_u32(coder, &step->from);
    code_u32(coder, &step->to);
    CODE_ARRAY(coder, step->calls, step->call_count);
    for (size_t i = 0; i < step->call_count; i++) {
        code_spot(all, &step->calls[i].place);
        code_name(coder, &step->calls[i].function);
    }
    CODE_ARRAY(coder, step->guards, step->guard_count);
    for (size_t i = 0; i < step->guard_count; i++) {
        code_spot(all, &step->guards[i].place);
        code_name(coder, &step->guards[i].text);
    }
}

static void code_moment(struct analysis_coder *all, struct proof_moment *moment)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &moment->is_gone };
    unsigned which = moment->at == AT_ENTRY_FAILURE;

    moment->at =
        code_choice(coder, which, 2) ? AT_ENTRY_FAILURE : AT_UNLOAD_RETURN;
    code_spot(all, &moment->place);
    code_string(coder, &moment->function);
    code_u32(coder, &moment->states);
    code_flags(coder, flags, 1);
}

/* Of the protocol's states, and of nothing else. */
static void check_states(struct coder *coder, const struct proof *proof)
{
    size_t count = proof->protocol ? proof->protocol->state_count : 0;
    uint64_t all = ~(UINT64_MAX << count);

    if (proof->owed & ~all)
        coder_break(coder);
    for (size_t i = 0; i < proof->step_count; i++)
        if ((proof->steps[i].from | proof->steps[i].to) & ~all)
            coder_break(coder);
    for (size_t i = 0; i < proof->moment_count; i++)
        if (proof->moments[i].states & ~all)
            coder_break(coder);
}

static void code_proof(struct analysis_coder *all, struct proof *proof)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &proof->is_safe, &proof->is_part };

    code_protocol(all, &proof->protocol);
    code_spot(all, &proof->made);
    code_name(coder, &proof->function);
    code_name(coder, &proof->handle);
    code_u32(coder, &proof->owed);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    CODE_ARRAY(coder, proof->steps, proof->step_count);
    for (size_t i = 0; i < proof->step_count; i++)
        code_step(all, &proof->steps[i]);
    CODE_ARRAY(coder, proof->moments, proof->moment_count);
    for (size_t i = 0; i < proof->moment_count; i++)
        code_moment(all, &proof->moments[i]);
    CODE_ARRAY(coder, proof->assumptions, proof->assumption_count);
    for (size_t i = 0; i < proof->assumption_count; i++) {
        code_spot(all, &proof->assumptions[i].place);
        code_name(coder, &proof->assumptions[i].text);
    }
    check_states(coder, proof);
    if (!proof->protocol)
        coder_break(coder);
}

static void code_unload(struct analysis_coder *all,
                        struct unload_routine *unload)
{
    code_spot(all, &unload->place);
    code_name(all->coder, &unload->name);
}

static void code_analysis(struct analysis_coder *all, struct analysis *analysis)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &analysis->has_entry, &analysis->has_unload };
    uint64_t states = analysis->state_count;

    CODE_ARRAY(coder, analysis->findings, analysis->finding_count);
    for (size_t i = 0; i < analysis->finding_count; i++)
        code_finding(all, &analysis->findings[i]);
    CODE_ARRAY(coder, analysis->limits, analysis->limit_count);
    for (size_t i = 0; i < analysis->limit_count; i++)
        code_limit(all, &analysis->limits[i]);
    CODE_ARRAY(coder, analysis->proofs, analysis->proof_count);
    for (size_t i = 0; i < analysis->proof_count; i++)
        code_proof(all, &analysis->proofs[i]);
    CODE_ARRAY(coder, analysis->unloads, analysis->unload_count);
    for (size_t i = 0; i < analysis->unload_count; i++)
        code_unload(all, &analysis->unloads[i]);
    CODE_ARRAY(coder, analysis->allowances, analysis->allowance_count);
    for (size_t i = 0; i < analysis->allowance_count; i++)
        code_allowance(coder, &analysis->allowances[i]);
    code_u64(coder, &states);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    analysis->state_count = (size_t)states;
}

bool analysis_write(struct text *out, const struct analysis *analysis,
                    const struct fail *said,
                    const struct analysis_places *places)
{
    struct arena *scratch = arena_open();
    struct analysis copy = *analysis;
    struct text body = text_make(scratch);
    struct analysis_coder all = { .coder = coder_to_write(scratch, &body),
                                  .places = places };

    code_analysis(&all, &copy);
    code_messages(all.coder, said, NULL);

    bool is_whole = !coder_is_broken(all.coder);

    if (is_whole)
        digest_seal(out, body.data, body.length);
    arena_close(scratch);
    return is_whole;
}

struct analysis *analysis_read(struct arena *arena, struct strings *strings,
                               const struct rule_set *rules, const void *data,
                               size_t size, struct fail *said,
                               const struct analysis_places *places)
{
    struct arena *scratch = arena_open();
    struct fail *own = fail_make(scratch);
    struct analysis *analysis = NULL;

    if (digest_unseal(&data, &size)) {
        struct analysis_coder all = { .rules = rules, .places = places };
        all.coder = coder_to_read(scratch, arena, strings, data, size);
        analysis = arena_new(arena, struct analysis);
        code_analysis(&all, analysis);
        code_messages(all.coder, NULL, own);
        if (coder_is_broken(all.coder) || !coder_is_at_end(all.coder))
            analysis = NULL;
    }
    if (analysis)
        fail_take(said, own);
    arena_close(scratch);
    return analysis;
}
