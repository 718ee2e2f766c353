/* call.c - into a function of the driver, and back.
 *
 * A callee sees what it can reach: globals that it can name, what its
 * arguments lead to, and what the outside knows (engine/footprint.h).
 * Everything else of the caller (its frame) waits at the call. On the way in,
 * symbols and objects get the numbers of the order in which they are met, and
 * the caller's locals become objects, so that calls from different places with
 * like states share one context. On the way out the numbers are turned back,
 * and what the callee found out about the symbols it was given holds for the
 * caller too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/facts.h"
#include "engine/rename.h"

#include <string.h>

/* In how many contexts a function is looked at that does nothing to an object
 * of a protocol: a small one in more, since each costs less. */
#define MIN_CONTEXTS 64
#define MAX_BLOCKS   8192 /* of all its contexts together */

/* One way in, while it is built. */
struct entry {
    struct engine *engine;
    const struct state *from; /* the caller's */
    struct state *to;
    const struct value **symbols;  /* caller's number -> callee's symbol */
    const struct region **objects; /* caller's object -> callee's */
    const struct region **locals;  /* caller's variable -> callee's object */
    const struct function *callee;
    struct vec_of(const struct region *) shared; /* that the callee sees */
    size_t shared_head;
    bool *pinned;  /* by caller's object that the callee does not see */
    bool *is_kept; /* by caller's symbol: it is still of use after the call */
    uint32_t local_count;
    struct vec_of(const struct value *) back_symbols;
    struct vec_of(const struct value *) made_symbols; /* for numbers */
    uint32_t forgotten; /* the first of those, of the callee's symbols */
    struct vec_of(const struct region *) back_objects;
    size_t queue_head;
};

bool call_has_region(const struct region *const *regions, size_t count,
                     const struct region *region)
{
    for (size_t i = 0; i < count; i++)
        if (regions[i] == region)
            return true;
    return false;
}

static bool is_seen(const struct entry *entry, const struct region *region)
{
    return call_has_region(entry->shared.items, entry->shared.count, region);
}

static void see_region(struct entry *entry, const struct region *region)
{
    struct arena *arena = entry->engine->arena;
    struct world *world = &entry->engine->world;
    struct object object;
    memset(&object, 0, sizeof(object));
    if (region->kind == REGION_OBJECT) {
        if (entry->objects[region->object])
            return;
        object = entry->from->objects[region->object];
    } else if (region->kind == REGION_LOCAL) {
        if (entry->locals[region->variable->number])
            return;
        object.variable = region->variable;
        object.record = region->variable->type.kind == TYPE_AGGREGATE
                            ? region->variable->record
                            : NULL;
        object.contents = state_contents(world, entry->from, region);
        object.is_pinned = true;
    } else {
        if (!is_seen(entry, region))
            vec_push(arena, &entry->shared, region);
        return;
    }
    object.record = record_linked(object.record);
    const struct region *seen = state_new_object(world, entry->to, object);
    if (region->kind == REGION_OBJECT)
        entry->objects[region->object] = seen;
    else
        entry->locals[region->variable->number] = seen;
    vec_push(arena, &entry->back_objects, region);
}

static void see_value(struct entry *entry, const struct value *value)
{
    struct engine *engine = entry->engine;
    switch (value->kind) {
    case VALUE_SYMBOL:
        if (entry->symbols[value->symbol.number])
            break;
        entry->symbols[value->symbol.number] = value_renumber(
            engine->world.values, value, entry->to->symbol_count++);
        vec_push(engine->arena, &entry->back_symbols, value);
        break;
    case VALUE_ADDRESS:
        see_region(entry, value->address.region);
        if (value->address.index)
            see_value(entry, value->address.index);
        break;
    case VALUE_EXPRESSION:
        see_value(entry, value->expression.left);
        if (value->expression.right)
            see_value(entry, value->expression.right);
        break;
    case VALUE_INT:
    case VALUE_HANDLE:
    case VALUE_UNDEFINED:
    case VALUE_FUNCTION: break;
    }
}

static void see_cell(struct entry *entry, const struct cell *cell)
{
    if (cell->index)
        see_value(entry, cell->index);
    see_value(entry, cell->value);
}

static void see_cells(struct entry *entry, const struct region *region)
{
    const struct state *from = entry->from;
    for (uint32_t i = state_first_cell(from, region);
         i < from->cell_count && from->cells[i].region == region; i++)
        see_cell(entry, &from->cells[i]);
}

static void see_queue(struct entry *entry)
{
    while (entry->queue_head < entry->back_objects.count ||
           entry->shared_head < entry->shared.count) {
        if (entry->shared_head < entry->shared.count)
            see_cells(entry, entry->shared.items[entry->shared_head++]);
        else
            see_cells(entry, entry->back_objects.items[entry->queue_head++]);
    }
}

bool call_is_shared(const struct region *region)
{
    return region->kind != REGION_LOCAL && region->kind != REGION_OBJECT;
}

/* Whether the callee can name the region. */
static bool can_name(const struct entry *entry, const struct region *region)
{
    const struct footprint *footprint = entry->engine->footprint;
    if (region->kind == REGION_GLOBAL)
        return footprint_has_global(footprint, entry->callee, region->global);
    return region->kind == REGION_SINGLETON;
}

static bool can_name_object(const struct entry *entry,
                            const struct object *object)
{
    return !object->record ||
           footprint_has_record(entry->engine->footprint, entry->callee,
                                object->record->name);
}

static void see_all(struct entry *entry, const struct value *const *arguments,
                    uint32_t count)
{
    const struct state *from = entry->from;
    for (uint32_t i = 0; i < count; i++)
        if (arguments[i])
            see_value(entry, arguments[i]);
    if (from->address)
        see_value(entry, from->address);
    if (footprint_is_blind(entry->engine->footprint, entry->callee)) {
        see_queue(entry);
        return;
    }
    for (uint32_t i = 0; i < from->cell_count; i++)
        if (can_name(entry, from->cells[i].region))
            see_region(entry, from->cells[i].region);
    for (uint32_t i = 0; i < from->unknown_count; i++)
        if (can_name(entry, from->unknown[i]))
            see_region(entry, from->unknown[i]);
    see_queue(entry);
    for (uint32_t i = 0; i < from->object_count; i++)
        if (from->objects[i].is_published &&
            can_name_object(entry, &from->objects[i])) {
            see_region(entry, region_object(entry->engine->world.values, i));
            see_queue(entry);
        }
}

/* Marks what the frame can reach, so that the callee does not drop it. */
static void pin(struct entry *entry, const struct value *value)
{
    if (value->kind == VALUE_HANDLE)
        entry->to->is_outside = true;
    if (value->kind == VALUE_SYMBOL)
        entry->is_kept[value->symbol.number] = true;
    if (value->kind == VALUE_ADDRESS && value->address.index)
        pin(entry, value->address.index);
    if (value->kind == VALUE_EXPRESSION) {
        pin(entry, value->expression.left);
        if (value->expression.right)
            pin(entry, value->expression.right);
    }
    if (value->kind != VALUE_ADDRESS)
        return;
    const struct state *from = entry->from;
    const struct region *region = value->address.region;
    if (region->kind != REGION_OBJECT)
        return;
    const struct region *seen = entry->objects[region->object];
    if (seen) {
        entry->to->objects[seen->object].is_pinned = true;
        return;
    }
    if (entry->pinned[region->object])
        return;
    entry->pinned[region->object] = true;
    for (uint32_t i = state_first_cell(from, region);
         i < from->cell_count && from->cells[i].region == region; i++)
        pin(entry, from->cells[i].value);
}

static void pin_frame(struct entry *entry, const struct step *step)
{
    struct values *values = entry->engine->world.values;
    const struct state *from = entry->from;
    const struct flow *flow = step->node->context->flow;
    for (uint32_t i = 0; i < from->temp_count; i++)
        if (flow_is_used_after(flow, step->node->block, step->access.pc,
                               from->temps[i].number))
            pin(entry, from->temps[i].value);
    for (uint32_t i = 0; i < from->cell_count; i++) {
        const struct region *region = from->cells[i].region;
        if (region->kind == REGION_LOCAL
                ? !entry->locals[region->variable->number]
                : call_is_shared(region) && !is_seen(entry, region))
            pin(entry, from->cells[i].value);
    }
    for (uint32_t i = 0; i < from->input_count; i++)
        pin(entry, from->inputs[i]);
    if (from->address)
        pin(entry, from->address);
    for (uint32_t i = 0; i < from->object_count; i++)
        if (from->objects[i].is_published && !entry->objects[i])
            pin(entry,
                value_address(values, region_object(values, i), 0, NULL, 0));
    for (uint32_t i = 0; i < from->object_count; i++)
        if (from->objects[i].is_pinned && entry->objects[i])
            entry->to->objects[entry->objects[i]->object].is_pinned = true;
    entry->to->is_outside |= from->is_outside;
}

static bool is_mapped(const struct entry *entry, const struct value *value)
{
    if (value->kind == VALUE_SYMBOL)
        return entry->symbols[value->symbol.number] != NULL;
    if (value->kind == VALUE_EXPRESSION)
        return is_mapped(entry, value->expression.left) &&
               (!value->expression.right ||
                is_mapped(entry, value->expression.right));
    if (value->kind != VALUE_ADDRESS)
        return true;
    const struct region *region = value->address.region;
    if (region->kind == REGION_OBJECT && !entry->objects[region->object])
        return false;
    if (region->kind == REGION_LOCAL &&
        !entry->locals[region->variable->number])
        return false;
    return !value->address.index || is_mapped(entry, value->address.index);
}

static bool is_mapped_region(const struct entry *entry,
                             const struct region *region)
{
    if (region->kind == REGION_OBJECT)
        return entry->objects[region->object] != NULL;
    if (region->kind == REGION_LOCAL)
        return entry->locals[region->variable->number] != NULL;
    return is_seen(entry, region);
}

static struct renaming renaming_in(const struct entry *entry)
{
    return (struct renaming){ .symbols = entry->symbols,
                              .symbol_count = entry->from->symbol_count,
                              .objects = entry->objects,
                              .object_count = entry->from->object_count,
                              .locals = entry->locals,
                              .local_count = entry->local_count };
}

static void carry_in(struct entry *entry)
{
    struct world *world = &entry->engine->world;
    const struct state *from = entry->from;
    struct state *to = entry->to;
    struct renaming renaming = renaming_in(entry);
    for (uint32_t i = 0; i < from->cell_count; i++) {
        struct cell cell = from->cells[i];
        if (!is_mapped_region(entry, cell.region))
            continue;
        cell.region = rename_region(&renaming, cell.region);
        cell.value = rename_value(world, &renaming, cell.value);
        if (cell.index)
            cell.index = rename_value(world, &renaming, cell.index);
        state_put_cell(world, to, cell);
    }
    for (uint32_t i = 0; i < from->fact_count; i++)
        if (is_mapped(entry, from->facts[i].atom))
            (void)facts_limit(
                world, to, rename_value(world, &renaming, from->facts[i].atom),
                &from->facts[i].range);
    for (uint32_t i = 0; i < from->unknown_count; i++)
        if (call_is_shared(from->unknown[i]) &&
            is_seen(entry, from->unknown[i]))
            state_set_contents(world, to, from->unknown[i], CONTENTS_UNKNOWN);
    if (from->address)
        to->address = rename_value(world, &renaming, from->address);
}

/* A type that has the number, whichever sign is meant. */
static struct type type_for(const struct value *number, uint32_t bits)
{
    if (number->kind == VALUE_EXPRESSION && number->type.kind == TYPE_INT)
        return number->type;
    bool fits = number->kind == VALUE_INT && bits < 64 &&
                number->integer >= 0 &&
                number->integer < INT64_C(1) << (bits - 1);
    return fits ? type_int(bits, false) : type_int(64, true);
}

/* The symbol that stands for a number, of the caller's, that the callee need
 * not know. */
static const struct value *symbol_for(struct entry *entry,
                                      const struct value *number, uint32_t bits)
{
    struct engine *engine = entry->engine;
    const struct value *symbol =
        value_symbol(engine->world.values, entry->to->symbol_count++,
                     type_for(number, bits), false);
    vec_push(engine->arena, &entry->back_symbols, number);
    vec_push(engine->arena, &entry->made_symbols, symbol);
    return symbol;
}

/* A null pointer is no number: what it is decides what can be reached. */
static bool is_number(const struct cell *cell)
{
    return cell->value->kind == VALUE_INT && cell->bits <= 64 &&
           !(cell->bits == 64 && cell->value->integer == 0);
}

/* Whether it is computed from what is not known: one more, one less. */
static bool is_computed(const struct value *value)
{
    return value && value->kind == VALUE_EXPRESSION &&
           value->type.kind == TYPE_INT;
}

/* What an argument that is computed is for the caller; NULL for others. */
static const struct value *computed(const struct cell *cell,
                                    const struct value *const *arguments,
                                    uint32_t count)
{
    if (cell->region->kind != REGION_LOCAL || !is_computed(cell->value) ||
        cell->region->variable->number >= count)
        return NULL;
    const struct value *argument = arguments[cell->region->variable->number];
    return is_computed(argument) ? argument : NULL;
}

/* Of a function that was looked at in many states already, one more context
 * knows no numbers: they are symbols, and what an exit found out about them
 * tells on the way back whether the caller can leave by it. */
static void forget_numbers(struct entry *entry,
                           const struct value *const *arguments, uint32_t count)
{
    struct state *to = entry->to;
    uint32_t kept = 0;
    entry->forgotten = to->symbol_count;
    for (uint32_t i = 0; i < to->cell_count; i++) {
        struct cell *cell = &to->cells[i];
        const struct value *number =
            is_number(cell) ? cell->value : computed(cell, arguments, count);
        if (number)
            cell->value = symbol_for(entry, number, cell->bits);
    }
    for (uint32_t i = 0; i < to->fact_count; i++)
        if (to->facts[i].atom->kind == VALUE_SYMBOL &&
            to->facts[i].atom->symbol.protocol)
            to->facts[kept++] = to->facts[i];
    to->fact_count = kept;
}

/* What an input turned out to be is of use where the caller still knows it. */
static const struct value *input_value(const struct entry *entry,
                                       const struct renaming *renaming,
                                       uint32_t number)
{
    struct world *world = &entry->engine->world;
    const struct value *caller = entry->back_symbols.items[number];
    if (number >= entry->forgotten)
        return entry->made_symbols.items[number - entry->forgotten];
    if (!entry->is_kept[caller->symbol.number])
        return value_undefined(world->values);
    return rename_value(world, renaming, caller);
}

static void set_inputs(struct entry *entry)
{
    struct arena *scratch = entry->engine->scratch;
    struct state *to = entry->to;
    to->input_count = to->symbol_count;
    to->input_objects = to->object_count;
    to->inputs = arena_array(scratch, const struct value *, to->input_count);
    struct renaming renaming = renaming_in(entry);
    for (uint32_t i = 0; i < to->input_count; i++)
        to->inputs[i] = input_value(entry, &renaming, i);
}

/* A structure is passed by the address of a copy. */
static void set_aggregate(struct step *step, struct entry *entry,
                          const struct region *region,
                          const struct variable *parameter,
                          const struct value *argument)
{
    struct world *world = step->access.world;
    struct access access = step->access;
    access.state = entry->to;
    if (argument->kind != VALUE_ADDRESS)
        return;
    const struct value *to = value_address(world->values, region, 0, NULL, 0);
    const struct value *size =
        value_int(world->values, (int64_t)(parameter->size / 8));
    (void)memory_copy(&access, to, argument, size);
}

static void set_parameters(struct step *step, struct entry *entry,
                           const struct function *callee,
                           const struct value *const *arguments, uint32_t count)
{
    struct world *world = step->access.world;
    struct renaming renaming = renaming_in(entry);
    for (uint32_t i = 0; i < callee->parameter_count && i < count; i++) {
        const struct variable *parameter = callee->variables[i];
        const struct region *region = region_local(world->values, parameter);
        if (!arguments[i])
            continue;
        const struct value *argument =
            rename_value(world, &renaming, arguments[i]);
        if (parameter->type.kind == TYPE_AGGREGATE) {
            set_aggregate(step, entry, region, parameter, argument);
            continue;
        }
        struct cell cell = { .region = region,
                             .value = argument,
                             .bits = parameter->type.bits };
        if (cell.bits > 0)
            state_put_cell(world, entry->to, cell);
    }
}

/* An argument whose type says that there is only one such object. */
static const struct value *single_argument(const struct step *step,
                                           const struct function *callee,
                                           uint32_t index,
                                           const struct value *value)
{
    const struct rule_set *rules = step->engine->rules;
    if (index >= callee->parameter_count || !value ||
        value->kind != VALUE_SYMBOL)
        return value;
    const struct record *record = callee->variables[index]->record;
    for (size_t i = 0; record && i < rules->singleton_count; i++)
        if (strcmp(rules->singletons[i], record->name) == 0)
            return value_address(step->access.world->values,
                                 region_singleton(step->access.world->values,
                                                  rules->singletons[i]),
                                 0, NULL, 0);
    return value;
}

static bool is_often_entered(const struct engine *engine,
                             const struct function *callee)
{
    size_t most = engine->pass.apart > 0 ? engine->pass.apart : 16;
    return !engine->pass.is_replay &&
           (uintptr_t)map_get(engine->context_counts, callee) >= most;
}

void call_enter(struct step *step, const struct function *callee,
                const struct value *const *arguments, uint32_t count)
{
    struct engine *engine = step->engine;
    const struct instruction *at = step->access.instruction;
    const struct state *from = step->access.state;
    const struct function *caller = step->node->context->function;
    struct entry entry = { .engine = engine, .from = from, .callee = callee };
    entry.to = arena_new(engine->scratch, struct state);
    entry.symbols =
        arena_array(engine->scratch, const struct value *, from->symbol_count);
    entry.objects =
        arena_array(engine->scratch, const struct region *, from->object_count);
    entry.pinned = arena_array(engine->scratch, bool, from->object_count);
    entry.is_kept = arena_array(engine->scratch, bool, from->symbol_count);
    entry.local_count = (uint32_t)caller->variable_count;
    entry.locals =
        arena_array(engine->scratch, const struct region *, entry.local_count);
    entry.to->origin = from->origin;
    entry.to->step = from->step;
    entry.to->is_escaped = from->is_escaped;
    entry.to->lost = from->lost;
    see_all(&entry, arguments, count);
    pin_frame(&entry, step);
    carry_in(&entry);
    set_parameters(step, &entry, callee, arguments, count);
    entry.forgotten = entry.to->symbol_count;
    bool is_abstract = is_often_entered(engine, callee);
    if (is_abstract)
        forget_numbers(&entry, arguments, count);
    set_inputs(&entry);
    for (uint32_t i = (uint32_t)callee->parameter_count; i < count; i++)
        if (arguments[i])
            memory_publish(&engine->world, step->access.state, arguments[i]);
    struct context *context =
        engine_context(engine, callee, states_intern(engine->states, entry.to),
                       step->node->context);
    context->is_abstract |= is_abstract;
    struct caller waiting = { .node = step->node,
                              .instruction = at,
                              .symbols = entry.back_symbols.items,
                              .objects = entry.back_objects.items,
                              .shared = entry.shared.items,
                              .shared_count = (uint32_t)entry.shared.count,
                              .symbol_count =
                                  (uint32_t)entry.back_symbols.count,
                              .object_count =
                                  (uint32_t)entry.back_objects.count };
    if (!engine_goes_to(engine, step->node, context, 0, entry.to))
        return;
    vec_push(engine->arena, &context->callers, waiting);
    if (context->distance > step->node->distance)
        context->distance = step->node->distance;
    if (context->callers.count == 1) {
        context->steps = step->node->steps;
        struct node node = { .context = context };
        engine_arrive(engine, node, entry.to);
    }
    for (size_t i = 0; i < context->exits.count; i++)
        call_return(engine, context, &waiting, context->exits.items[i]);
}

static void enter(struct step *step, const struct function *callee,
                  uint32_t first)
{
    uint32_t count = step->access.instruction->operand_count - first;
    const struct value **arguments =
        arena_array(step->engine->scratch, const struct value *, count);
    for (uint32_t i = 0; i < count; i++)
        arguments[i] = single_argument(step, callee, i,
                                       step_find_operand(step, i + first));
    call_enter(step, callee, arguments, count);
}

void step_stop(struct step *step)
{
    const struct flow *flow = step->node->context->flow;
    const struct instruction *at = &step->block->instructions[step->access.pc];
    struct state *state = step->access.state;
    uint64_t *temps =
        arena_array(step->engine->scratch, uint64_t,
                    step->node->context->function->temp_count / 64 + 1);
    for (uint32_t i = 0; i < state->temp_count; i++) {
        uint32_t temp = state->temps[i].number;
        bool used =
            flow_is_used_after(flow, step->node->block, step->access.pc, temp);
        for (uint32_t j = 0; j < at->operand_count && !used; j++)
            used = at->operands[j] == temp;
        if (used)
            temps[temp / 64] |= UINT64_C(1) << (temp % 64);
    }
    struct keep keep = { temps, NULL, false };
    if (!state_normalize(step->access.world, state, &keep) &&
        step->node->context->function != step->engine->life->function) {
        const struct instruction *change = state->last_change;
        fault_lost(step->engine, step->node, state, step->access.happenings,
                   change ? change->place : at->place);
    }
    struct node node = { .context = step->node->context,
                         .block = step->node->block,
                         .pc = step->access.pc,
                         .parent = step->node,
                         .happenings = step->access.happenings };
    engine_arrive(step->engine, node, state);
}

/* A function that does nothing to an object of a protocol, and was looked at in
 * many states already. */
static bool has_too_many_contexts(const struct engine *engine,
                                  const struct function *function)
{
    size_t count = (uintptr_t)map_get(engine->context_counts, function);
    return !function->is_weak && !slice_is_core(engine->slice, function) &&
           count >= MIN_CONTEXTS && count * function->block_count >= MAX_BLOCKS;
}

/* Instead of executing it once more: it changes nothing that is followed. The
 * user is told, since a run may be missed. */
static void pass_over(struct step *step, const struct function *callee)
{
    engine_limit(step->engine, callee->place,
                 arena_format(step->engine->scratch,
                              "'%s' is reached in too many states; in some "
                              "of them it was passed over",
                              callee->spelling));
    step->access.state->is_merged = true;
    step_result(step, NULL);
}

static bool call_function(struct step *step, struct function *callee,
                          uint32_t first)
{
    if (callee->definition)
        callee = callee->definition;
    const struct protocol_call *call =
        callee->block_count == 0 || callee->is_weak
            ? rules_call(step->engine->rules, callee->name)
            : NULL;
    if (call && first == 0)
        return execute_protocol_call(step, call);
    if (!slice_is_of_program(step->engine->slice, callee))
        return execute_external(step, callee, first);
    if (!slice_has_function(step->engine->slice, callee)) {
        step_result(step, NULL);
        return true;
    }
    if (has_too_many_contexts(step->engine, callee)) {
        pass_over(step, callee);
        return true;
    }
    if (step->access.pc != step->node->pc || step->access.happenings) {
        step_stop(step);
        return false;
    }
    if (first == 0 && call_choose_own(step, callee))
        return false;
    enter(step, callee, first);
    return false;
}

bool execute_call(struct step *step)
{
    return call_function(step, step->access.instruction->function, 0);
}

/* One task per function that the pointer may hold. */
static bool choose_target(struct step *step)
{
    struct engine *engine = step->engine;
    const struct instruction *at = step->access.instruction;
    struct function_list targets =
        roots_targets(engine->roots, step->node->context->function, at);
    for (size_t i = 0; i < targets.count; i++) {
        struct state *copy = state_copy(engine->scratch, step->access.state);
        state_set_temp(&engine->world, copy, at->operands[0],
                       value_function(engine->world.values, targets.items[i]));
        struct task task = { copy, step->access.pc, step->access.happenings };
        vec_push(engine->scratch, step->access.tasks, task);
    }
    return targets.count > 0;
}

/* The place of the unload routine holds what cannot be told: any routine that
 * was ever put there. */
static void choose_unload(struct step *step)
{
    struct engine *engine = step->engine;
    const struct instruction *at = step->access.instruction;
    for (size_t i = 0; i < roots_count(engine->roots); i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.role != ROOT_UNLOAD)
            continue;
        struct state *copy = state_copy(engine->scratch, step->access.state);
        state_set_temp(&engine->world, copy, at->operands[0],
                       value_function(engine->world.values, item.function));
        struct task task = { copy, step->access.pc, step->access.happenings };
        vec_push(engine->scratch, step->access.tasks, task);
    }
}

bool execute_call_indirect(struct step *step)
{
    const struct value *target = step_operand(step, 0);
    if (target->kind == VALUE_FUNCTION)
        return call_function(step, target->function, 1);
    if (value_is(target, 0))
        return false; /* null: a bug check */
    if (step->node->context->function == step->engine->life->function) {
        choose_unload(step);
        return false;
    }
    bool is_foreign = target->kind == VALUE_SYMBOL && target->symbol.is_foreign;
    if (!is_foreign && choose_target(step))
        return false;
    return execute_external(step, NULL, 1);
}

/* The last block of a function may have dropped the handle; that its locals go
 * is another matter. */
static void find_loss_before_leaving(struct step *step)
{
    struct engine *engine = step->engine;
    struct state *state = step->access.state;
    struct state *copy = state_copy(engine->scratch, state);
    uint64_t *temps =
        arena_array(engine->scratch, uint64_t,
                    step->node->context->function->temp_count / 64 + 1);
    const struct terminator *end = &step->block->end;
    if (end->kind == END_RETURN && end->temp != NO_TEMP)
        temps[end->temp / 64] |= UINT64_C(1) << (end->temp % 64);
    struct keep keep = { temps, NULL, false };
    if (!state_normalize(&engine->world, copy, &keep))
        fault_lost(engine, step->node, state, step->access.happenings,
                   state->last_change->place);
}

static void note_exit(struct engine *engine, struct node *exit,
                      const struct node *node)
{
    struct other_exit *other = arena_new(engine->arena, struct other_exit);
    other->node = node;
    other->next = exit->others;
    exit->others = other;
}

void call_leave(struct step *step, const struct value *result, bool raised)
{
    struct engine *engine = step->engine;
    struct context *context = step->node->context;
    struct state *state = step->access.state;
    if (context->callers.count == 0)
        return; /* the end of the driver's life */
    if (state->origin && state->last_change)
        find_loss_before_leaving(step);
    state->temp_count = 0;
    state->is_raised = raised;
    if (result)
        state_set_temp(&engine->world, state, 0, result);
    state_end_locals(&engine->world, state);
    uint64_t first = 1;
    struct keep keep = { &first, NULL, false };
    bool is_root = context->callers.items[0].node->context->function ==
                   engine->life->function;
    if (!state_normalize(&engine->world, state, &keep) && !is_root) {
        fault_lost(engine, step->node, state, step->access.happenings,
                   step->block->end.place);
    }
    const struct state *kept_state = states_intern(engine->states, state);
    if (!engine_goes_to(engine, step->node, context, step->node->block,
                        kept_state))
        return;
    for (size_t i = 0; i < context->exits.count; i++)
        if (context->exits.items[i]->state == kept_state) {
            note_exit(engine, context->exits.items[i], step->node);
            return;
        }
    struct node *exit = arena_new(engine->arena, struct node);
    *exit = *step->node;
    exit->pc = (uint32_t)step->block->instruction_count;
    exit->state = kept_state;
    exit->parent = step->node;
    exit->exit = NULL;
    exit->happenings = step->access.happenings;
    exit->id = (uint32_t)engine->node_count++;
    vec_push(engine->arena, &context->exits, exit);
    for (size_t i = 0; i < context->callers.count; i++)
        call_return(engine, context, &context->callers.items[i], exit);
}
