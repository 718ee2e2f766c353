/* return.c - back from a function of the driver.
 *
 * What the callee could see is taken from its exit, all else from the state
 * that waited at the call. See call.c for the way in.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/bindings.h"
#include "engine/engine_priv.h"
#include "engine/facts.h"
#include "engine/rename.h"

/* One way back, while it is built. */
struct way_back {
    struct engine *engine;
    const struct caller *caller;
    const struct state *from; /* the callee's exit */
    struct state *to;         /* the caller's, becoming the one behind */
    struct renaming renaming;
};

/* Whether the callee could see the region. */
static bool is_given(const struct caller *caller, const struct region *region)
{
    if (call_is_shared(region))
        return call_has_region(caller->shared, caller->shared_count, region);
    return call_has_region(caller->objects, caller->object_count, region);
}

/* Drops from the caller's state all that the callee could see. What it named
 * for the first time was not there before. */
static void drop_given(struct way_back *back)
{
    struct state *to = back->to;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < to->cell_count; i++)
        if (!is_given(back->caller, to->cells[i].region))
            to->cells[kept++] = to->cells[i];
    to->cell_count = kept;
    kept = 0;
    for (uint32_t i = 0; i < to->unknown_count; i++)
        if (!is_given(back->caller, to->unknown[i]))
            to->unknown[kept++] = to->unknown[i];
    to->unknown_count = kept;
}

static void name_back(struct way_back *back)
{
    struct arena *scratch = back->engine->scratch;
    struct world *world = &back->engine->world;
    const struct state *from = back->from;
    const struct value **symbols =
        arena_array(scratch, const struct value *, from->symbol_count);
    const struct region **objects =
        arena_array(scratch, const struct region *, from->object_count);
    for (uint32_t i = 0; i < from->symbol_count; i++)
        if (i < back->caller->symbol_count)
            symbols[i] = back->caller->symbols[i];
    for (uint32_t i = 0; i < from->object_count; i++) {
        if (i >= back->caller->object_count) {
            objects[i] = state_new_object(world, back->to, from->objects[i]);
            continue;
        }
        objects[i] = back->caller->objects[i];
        if (objects[i]->kind == REGION_LOCAL) {
            state_set_contents(world, back->to, objects[i],
                               from->objects[i].contents);
            continue;
        }
        struct object *object = &back->to->objects[objects[i]->object];
        bool pinned = object->is_pinned;
        if (!from->objects[i].site && !from->objects[i].is_published &&
            !from->objects[i].variable && !from->objects[i].record)
            continue; /* dropped by the callee: nobody can reach it */
        *object = from->objects[i];
        object->is_pinned = pinned;
    }
    back->renaming = (struct renaming){ .symbols = symbols,
                                        .symbol_count = from->symbol_count,
                                        .objects = objects,
                                        .object_count = from->object_count };
}

/* Symbols that the callee made get numbers of the caller when first met. */
static void name_new(struct way_back *back, const struct value *value)
{
    if (value->kind == VALUE_EXPRESSION) {
        name_new(back, value->expression.left);
        if (value->expression.right)
            name_new(back, value->expression.right);
    }
    if (value->kind == VALUE_ADDRESS && value->address.index)
        name_new(back, value->address.index);
    if (value->kind != VALUE_SYMBOL ||
        back->renaming.symbols[value->symbol.number])
        return;
    back->renaming.symbols[value->symbol.number] = value_renumber(
        back->engine->world.values, value, back->to->symbol_count++);
}

static const struct value *value_back(struct way_back *back,
                                      const struct value *value)
{
    name_new(back, value);
    return rename_value(&back->engine->world, &back->renaming, value);
}

static void carry_back(struct way_back *back)
{
    struct world *world = &back->engine->world;
    const struct state *from = back->from;
    struct state *to = back->to;
    for (uint32_t i = 0; i < from->cell_count; i++) {
        struct cell cell = from->cells[i];
        cell.region = rename_region(&back->renaming, cell.region);
        cell.value = value_back(back, cell.value);
        if (cell.index)
            cell.index = value_back(back, cell.index);
        state_put_cell(world, to, cell);
    }
    for (uint32_t i = 0; i < from->unknown_count; i++)
        state_set_contents(world, to, from->unknown[i], CONTENTS_UNKNOWN);
    to->origin = from->origin;
    to->step = from->step;
    to->is_escaped = from->is_escaped;
    to->lost = from->lost;
    to->is_raised = from->is_raised;
    to->address = from->address ? value_back(back, from->address) : NULL;
}

/* What the callee found out about the symbols it was given. */
static bool learn(struct way_back *back)
{
    struct world *world = &back->engine->world;
    const struct state *from = back->from;
    for (uint32_t i = 0; i < from->fact_count; i++)
        if (!facts_limit(world, back->to, value_back(back, from->facts[i].atom),
                         &from->facts[i].range))
            return false;
    for (uint32_t i = 0; i < from->input_count; i++) {
        const struct value *input = back->caller->symbols[i];
        const struct value *now = value_back(back, from->inputs[i]);
        if (from->inputs[i]->kind != VALUE_UNDEFINED && now != input &&
            !facts_assume_equal(world, back->to, input->type, input, now))
            return false;
    }
    return true;
}

/* Behind the call, in `state`, a working copy. */
static void arrive(struct way_back *back, const struct node *exit,
                   struct state *state)
{
    struct engine *engine = back->engine;
    const struct caller *caller = back->caller;
    const struct node *at = caller->node;
    uint64_t *temps = arena_array(engine->scratch, uint64_t,
                                  at->context->function->temp_count / 64 + 1);
    for (uint32_t i = 0; i < state->temp_count; i++) {
        uint32_t temp = state->temps[i].number;
        if (flow_is_used_after(at->context->flow, at->block, at->pc, temp))
            temps[temp / 64] |= UINT64_C(1) << (temp % 64);
    }
    struct keep keep = { temps, NULL, false };
    bool in_life = at->context->function == engine->life->function;
    if (!state_normalize(&engine->world, state, &keep) && !in_life)
        fault_lost(engine, at, state, NULL, caller->instruction->place);
    struct node node = { .context = at->context,
                         .block = at->block,
                         .pc = at->pc + 1,
                         .parent = at,
                         .exit = exit };
    engine_arrive(engine, node, state);
}

/* A routine that begins a binding came back: if it succeeded there is one. */
static void arrive_bound(struct way_back *back, const struct binding *begun,
                         const struct node *exit)
{
    struct world *world = &back->engine->world;
    struct range success = range_of(0, INT64_MAX);
    struct range failure = range_of(INT64_MIN, -1);
    const struct value *result =
        exit->state->temp_count ? value_back(back, exit->state->temps[0].value)
                                : NULL;
    struct state *bound = state_copy(back->engine->scratch, back->to);
    if (!result || facts_limit(world, bound, result, &success)) {
        binding_add(world, bound, begun);
        arrive(back, exit, bound);
    }
    if (!result || facts_limit(world, back->to, result, &failure))
        arrive(back, exit, back->to);
}

void call_return(struct engine *engine, const struct context *context,
                 const struct caller *caller, const struct node *exit)
{
    struct world *world = &engine->world;
    const struct node *at = caller->node;
    const struct flow *flow = at->context->flow;
    struct way_back back = { .engine = engine,
                             .caller = caller,
                             .from = exit->state };
    (void)context;
    back.to = state_copy(engine->scratch, at->state);
    drop_given(&back);
    name_back(&back);
    carry_back(&back);
    if (caller->instruction->result != NO_TEMP &&
        flow->needed[caller->instruction->result])
        state_set_temp(
            world, back.to, caller->instruction->result,
            exit->state->temp_count
                ? value_back(&back, exit->state->temps[0].value)
                : state_fresh(world, back.to, caller->instruction->type));
    if (!learn(&back))
        return;
    const struct binding *begun =
        at->is_inside ? bindings_begun_by(roots_bindings(engine->roots),
                                          context->function)
                      : NULL;
    if (begun)
        arrive_bound(&back, begun, exit);
    else
        arrive(&back, exit, back.to);
}
