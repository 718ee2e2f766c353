/* engine.c - one pass over the whole life of the driver.
 *
 * Method: property simulation of the whole life of the driver. The nodes of
 * the exploded graph are executed in the order in which they are found, so
 * that the first path to a fault is a shortest one.
 *
 * References: M. Das, S. Lerner, M. Seigle, "ESP: path-sensitive program
 * verification in polynomial time" (PLDI 2002); S. Fink, E. Yahav, N. Dor,
 * G. Ramalingam, E. Geay, "Effective typestate verification in the presence of
 * aliasing" (ISSTA 2006).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine.h"

#include "engine/engine_priv.h"
#include "engine/twin.h"
#include "support/text.h"

#include <string.h>

struct engine *engine_make(struct arena *arena, const struct survey *survey,
                           const struct pass *pass)
{
    const struct rule_set *rules = survey->rules;
    struct engine *engine = arena_new(arena, struct engine);
    engine->arena = arena;
    engine->scratch = arena_open();
    engine->program = survey->program;
    engine->rules = rules;
    engine->survey = survey;
    engine->roots = survey->roots;
    engine->states = states_make(arena);
    engine->agenda = agenda_make(arena);
    engine->flows = map_make(arena);
    engine->context_counts = map_make(arena);
    engine->root_globals = map_make(arena);
    for (size_t i = 0; i < rules->root_count; i++)
        if (rules->roots[i].global)
            map_put(engine->root_globals, rules->roots[i].global, engine);
    engine->pass = *pass;
    engine->answers = answers_make(arena);
    engine->users = 1;
    engine->trail = trail_make(arena);
    engine->evidence = evidence_make(arena);
    engine->world.values = values_make(arena);
    engine->world.scratch = engine->scratch;
    engine->world.program = survey->program;
    engine->world.is_coarse = pass->apart > 0;
    engine->world.is_partial = !roots_has(engine->roots, ROOT_ENTRY);
    engine->slice = slice_find(arena, survey->index, &pass->subject);
    engine->footprint =
        footprint_find(arena, survey->vocabulary, engine->slice);
    slice_note_from_here(engine->slice);
    engine->life = life_make(engine);
    return engine;
}

static void start(struct engine *engine)
{
    struct state *state = arena_new(engine->scratch, struct state);
    struct context *context =
        engine_context(engine, engine->life->function,
                       states_intern(engine->states, state), NULL);
    struct node node = { .context = context };
    engine_arrive(engine, node, state);
}

const struct fault *engine_find_fault(const struct engine *engine,
                                      const struct fault *wanted)
{
    for (size_t i = 0; i < engine->faults.count; i++) {
        const struct fault *fault = &engine->faults.items[i];
        const struct instruction *site =
            fault->origin ? fault->origin->site : NULL;
        if (fault->rule == wanted->rule &&
            site == (wanted->origin ? wanted->origin->site : NULL) &&
            place_compare(fault->place, wanted->place) == 0)
            return fault;
    }
    return NULL;
}

bool engine_has_all_wanted(const struct engine *engine)
{
    const struct pass *pass = &engine->pass;
    bool has_all = pass->wanted_count > 0 && engine->faults.count > 0;
    for (size_t i = 0; i < pass->wanted_count && has_all; i++) {
        const struct fault *met = engine_find_fault(engine, &pass->wanted[i]);
        has_all = met && !met->is_doubtful;
    }
    return has_all;
}

static bool is_stopped(const struct engine *engine)
{
    return engine->pass.stop && atomic_load(engine->pass.stop);
}

void engine_run(struct engine *engine)
{
    arena_reset(engine->scratch);
    start(engine);
    const struct node *node = engine_next(engine);
    while (node && !engine_has_all_wanted(engine) && !is_stopped(engine)) {
        execute_node(engine, node);
        arena_reset(engine->scratch);
        engine->bytes = arena_size(engine->arena);
        node = engine_next(engine);
    }
    if (engine_is_full(engine) && !engine_has_all_wanted(engine)) {
        struct place none = { NULL, 0, 0 };
        engine_limit(engine, none,
                     "too many states: not every run was looked at");
    }
}

void engine_close(struct engine *engine)
{
    arena_close(engine->scratch);
    arena_close(engine->arena);
}

static const char *role_name(enum root_role role)
{
    switch (role) {
    case ROOT_ENTRY: return "entry";
    case ROOT_UNLOAD: return "unload";
    case ROOT_BEFORE_UNLOAD: return "before-unload";
    case ROOT_TEARDOWN: return "teardown";
    case ROOT_CALLBACK: return "callback";
    case ROOT_NOT_CALLED: break;
    }
    return "not-called";
}

void engine_dump_roots(const struct program *program,
                       const struct rule_set *rules, struct text *out)
{
    struct arena *arena = arena_open();
    struct roots *roots = roots_find(arena, program, rules);
    for (size_t i = 0; i < roots_count(roots); i++) {
        struct handed_over item = roots_at(roots, i);
        text_addf(out, "%s %s: %s\n", role_name(item.role),
                  item.function->spelling, item.how);
    }
    arena_close(arena);
}

static void dump_call(const struct roots *roots,
                      const struct function *function,
                      const struct instruction *call, struct text *out)
{
    if (call->op == OP_CALL) {
        text_addf(out, "  %u:%u %s\n", call->place.line, call->place.column,
                  call->function->spelling);
        return;
    }
    struct function_list targets = roots_targets(roots, function, call);
    text_addf(out, "  %u:%u pointer to", call->place.line, call->place.column);
    for (size_t i = 0; i < targets.count; i++)
        text_addf(out, " %s", targets.items[i]->spelling);
    text_add(out, targets.count ? "\n" : " unknown\n");
}

void engine_dump_calls(const struct program *program,
                       const struct rule_set *rules, struct text *out)
{
    struct arena *arena = arena_open();
    struct roots *roots = roots_find(arena, program, rules);
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        if (function->is_weak)
            continue;
        text_addf(out, "%s\n", function->spelling);
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++)
                if (block->instructions[k].op == OP_CALL ||
                    block->instructions[k].op == OP_CALL_INDIRECT)
                    dump_call(roots, function, &block->instructions[k], out);
        }
    }
    arena_close(arena);
}

void engine_dump_slice(const struct program *program,
                       const struct rule_set *rules, const char *function,
                       struct text *out)
{
    struct arena *arena = arena_open();
    const struct survey *survey = survey_make(arena, program, rules);
    struct slice_subject all = { .reach = SLICE_ALL };
    slice_dump(slice_find(arena, survey->index, &all), function, out);
    arena_close(arena);
}

static void dump_node(struct values *values, const struct node *node,
                      struct text *out)
{
    const struct state *state = node->state;
    text_addf(out, "  block %u.%u: ", node->block, node->pc);
    if (state->origin)
        text_addf(out, "%s %s", state->origin->name,
                  state->origin->protocol->states[state->step].name);
    else
        text_add(out, "nothing followed");
    if (state->is_escaped)
        text_add(out, ", escaped");
    for (uint32_t i = 0; i < state->cell_count; i++) {
        const struct cell *cell = &state->cells[i];
        const struct value *place = value_address(
            values, cell->region, cell->offset, cell->index, cell->stride);
        text_add(out, "; ");
        value_print(place, out);
        text_add(out, " = ");
        value_print(cell->value, out);
    }
    text_add(out, "\n");
}

void engine_dump_states(const struct program *program,
                        const struct rule_set *rules, const char *function,
                        struct text *out)
{
    struct arena *arena = arena_open();
    struct pass pass = { .subject.reach = SLICE_ALL,
                         .proved = map_make(arena) };
    struct engine *engine =
        engine_make(arena, survey_make(arena, program, rules), &pass);
    engine_run(engine);
    for (size_t i = 0; i < engine->context_list.count; i++) {
        const struct context *context = engine->context_list.items[i];
        bool wanted = function
                          ? strcmp(context->function->spelling, function) == 0
                          : !context->function->is_weak;
        if (!wanted)
            continue;
        text_addf(out, "%s #%u\n", context->function->spelling, context->id);
        for (size_t k = 0; k < engine->queue.count; k++)
            if (engine->queue.items[k]->context == context)
                dump_node(engine->world.values, engine->queue.items[k], out);
    }
    engine_close(engine);
}
