/* engine.c - the analysis from end to end.
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
#include "support/text.h"

#include <string.h>

#define MAX_STATES 1000000

static void find_called(struct engine *engine)
{
    const struct program *program = engine->program;
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++) {
                const struct instruction *at = &block->instructions[k];
                if (at->op == OP_CALL)
                    map_put(engine->called,
                            at->function->definition ? at->function->definition
                                                     : at->function,
                            engine);
            }
        }
    }
}

static struct engine *engine_make(struct arena *arena,
                                  const struct program *program,
                                  const struct rule_set *rules)
{
    struct engine *engine = arena_new(arena, struct engine);
    engine->arena = arena;
    engine->scratch = arena_open();
    engine->program = program;
    engine->rules = rules;
    engine->states = states_make(arena);
    engine->flows = map_make(arena);
    engine->called = map_make(arena);
    engine->context_counts = map_make(arena);
    engine->root_globals = map_make(arena);
    for (size_t i = 0; i < rules->root_count; i++)
        if (rules->roots[i].global)
            map_put(engine->root_globals, rules->roots[i].global, engine);
    engine->max_states = MAX_STATES;
    engine->world.values = values_make(arena);
    engine->world.scratch = engine->scratch;
    engine->world.program = program;
    engine->roots = roots_find(arena, program, rules);
    engine->world.is_partial = !roots_has(engine->roots, ROOT_ENTRY);
    engine->footprint = footprint_find(arena, program, engine->roots);
    engine->relevance = relevance_find(arena, program, rules, engine->roots);
    find_called(engine);
    engine->life = life_make(engine);
    return engine;
}

static void start(struct engine *engine)
{
    struct state *state = arena_new(engine->scratch, struct state);
    struct context *context = engine_context(
        engine, engine->life->function, states_intern(engine->states, state));
    struct node node = { .context = context };
    engine_arrive(engine, node, state);
}

static void run(struct engine *engine)
{
    arena_reset(engine->scratch);
    start(engine);
    while (engine->queue_head < engine->queue.count) {
        const struct node *node = engine->queue.items[engine->queue_head++];
        execute_node(engine, node);
        arena_reset(engine->scratch);
    }
    if (engine->node_count >= engine->max_states) {
        struct place none = { NULL, 0, 0 };
        engine_limit(engine, none,
                     "too many states: not every run was looked at");
    }
}

struct analysis *engine_analyze(struct arena *arena,
                                const struct program *program,
                                const struct rule_set *rules,
                                const struct engine_options *options)
{
    struct analysis *analysis = arena_new(arena, struct analysis);
    struct engine *engine = engine_make(arena, program, rules);
    if (options && options->max_states > 0)
        engine->max_states = options->max_states;
    run(engine);
    analysis->has_entry = roots_has(engine->roots, ROOT_ENTRY);
    analysis->has_unload = roots_has(engine->roots, ROOT_UNLOAD) ||
                           roots_has(engine->roots, ROOT_TEARDOWN);
    analysis->state_count = engine->node_count;
    findings_make(engine, analysis);
    arena_close(engine->scratch);
    return analysis;
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
    struct engine *engine = engine_make(arena, program, rules);
    run(engine);
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
    arena_close(engine->scratch);
    arena_close(arena);
}
