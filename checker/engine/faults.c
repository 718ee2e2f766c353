/* faults.c - what the rules call a fault, as it is met.
 *
 * Each fault is kept once: by rule, place and the object it is about. The
 * first one met has the shortest path, as nodes are executed in order of the
 * length of their paths.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"

#include <string.h>

bool fault_is_doubtful(const struct node *node)
{
    const struct context *context = node->context;
    bool doubtful = node->is_merged || context->is_abstract;
    while (!doubtful && context->callers.count > 0) {
        node = context->callers.items[0].node;
        context = node->context;
        doubtful = node->is_merged || context->is_abstract;
    }
    return doubtful;
}

static void add_point(struct engine *engine, struct fault *fault,
                      const struct node *node)
{
    struct point point =
        engine_point(engine, node->context, node->block, node->state);
    vec_each (const struct point, old, &fault->points)
        if (memcmp(old, &point, sizeof(point)) == 0)
            return;
    vec_push(engine->arena, &fault->points, point);
}

/* `node` is where it is a fault. */
static void add_fault(struct engine *engine, const struct fault *met,
                      const struct node *node)
{
    struct fault fault = *met;
    fault.is_doubtful |= fault_is_doubtful(met->node);
    for (size_t i = 0; i < engine->faults.count; i++) {
        struct fault *old = &engine->faults.items[i];
        if (old->rule != fault.rule || old->origin != fault.origin ||
            place_compare(old->place, fault.place) != 0)
            continue;
        fault.points = old->points;
        if (old->is_doubtful && !fault.is_doubtful)
            *old = fault;
        add_point(engine, old, node);
        return;
    }
    add_point(engine, &fault, node);
    vec_push(engine->arena, &engine->faults, fault);
}

static bool has_role(const struct engine *engine,
                     const struct function *function, enum root_role role)
{
    for (size_t i = 0; i < roots_count(engine->roots); i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.function == function && item.role == role)
            return true;
    }
    return false;
}

/* Where the last routine that the system called was left; the last one of
 * `role` if there is one on the path. */
static const struct node *last_exit(const struct engine *engine,
                                    const struct node *node,
                                    enum root_role role)
{
    const struct node *last = NULL;
    for (; node; node = node->parent) {
        const struct function *function =
            node->exit ? node->exit->context->function : NULL;
        if (!function || function->is_weak)
            continue;
        if (has_role(engine, function, role))
            return node->exit;
        if (!last)
            last = node->exit;
    }
    return last;
}

static void set_place(struct fault *fault, const struct node *exit)
{
    if (!exit)
        return;
    fault->function = exit->context->function;
    fault->place = fault->function->blocks[exit->block].end.place;
}

/* Whether the handle stands only in memory that hangs on an object of the
 * system's (a file object's context): the system ends that object, and with it
 * what the driver hung on it, before it unloads the driver. */
static bool is_held_by_system(const struct step *step)
{
    const struct state *state = step->access.state;
    struct values *values = step->access.world->values;
    bool held = false;
    if (state->address || state->is_escaped)
        return false;
    for (uint32_t i = 0; i < state->cell_count; i++)
        if (state->cells[i].region->kind != REGION_OBJECT &&
            memory_reaches_handle(state, state->cells[i].value))
            return false;
    for (uint32_t i = 0; i < state->object_count && !held; i++) {
        const struct object *object = &state->objects[i];
        bool is_foreign =
            !object->site && !object->variable && object->is_published;
        held = (is_foreign || object->is_hung) &&
               memory_reaches_handle(
                   state,
                   value_address(values, region_object(values, i), 0, NULL, 0));
    }
    return held;
}

/* Whether the handle was lost before anything was done to end the object: then
 * the loss is the mistake, and all else follows from it. Memory that is the
 * object itself is no place to go on from. */
static bool is_untouched(const struct fault *loss)
{
    return loss->step == 0 ||
           loss->origin->protocol->identity == IDENTITY_ADDRESS;
}

/* For the proofs: what is followed, or that nothing is, when a routine was left
 * at `exit`, or none was. */
static void note_moment(struct step *step, unsigned at, const struct node *exit,
                        enum sighting_kind kind)
{
    const struct state *state = step->access.state;
    struct sighting sighting = {
        .kind = kind, .origin = state->origin, .step = state->step, .at = at
    };
    if (exit) {
        sighting.function = exit->context->function;
        sighting.block = exit->block;
    }
    evidence_note(step->engine->evidence, sighting);
}

void fault_at_moment(struct step *step, enum fault_at at)
{
    struct engine *engine = step->engine;
    const struct state *state = step->access.state;
    const struct node *exit = last_exit(
        engine, step->node, at == AT_ENTRY_FAILURE ? ROOT_ENTRY : ROOT_UNLOAD);
    /* No object of the system's that the driver did not make is there yet when
     * its entry routine fails. */
    bool is_held = at != AT_ENTRY_FAILURE && state->origin &&
                   slice_is_full(engine->slice) &&
                   !fault_is_doubtful(step->node) && is_held_by_system(step);
    enum sighting_kind kind = is_held ? SIGHTING_HELD : SIGHTING_MOMENT;
    note_moment(step, at, exit, kind);
    const struct other_exit *other = exit ? exit->others : NULL;
    for (; other; other = other->next)
        note_moment(step, at, other->node, kind);
    if (!state->origin || is_held)
        return;
    if (state->lost && is_untouched(state->lost)) {
        add_fault(engine, state->lost, step->node);
        return;
    }
    for (size_t i = 0; i < engine->rules->rule_count; i++) {
        const struct rule *rule = engine->rules->rules[i];
        if (!(rule->at & at) ||
            !rule_covers(rule, state->origin->protocol, state->step))
            continue;
        struct fault fault = { .rule = rule,
                               .node = step->node,
                               .happenings = step->access.happenings,
                               .origin = state->origin,
                               .handle = state->origin->name,
                               .step = state->step };
        set_place(&fault, exit);
        add_fault(engine, &fault, step->node);
    }
}

/* Two losses at one place are the same one: the state that carries it stays
 * the same state. */
static const struct fault *loss_of(struct engine *engine,
                                   const struct fault *wanted)
{
    for (size_t i = 0; i < engine->losses.count; i++) {
        const struct fault *loss = engine->losses.items[i];
        if (loss->rule == wanted->rule && loss->origin == wanted->origin &&
            loss->step == wanted->step &&
            place_compare(loss->place, wanted->place) == 0)
            return loss;
    }
    const struct fault *loss =
        arena_copy(engine->arena, wanted, sizeof(*wanted));
    vec_push(engine->arena, &engine->losses, loss);
    return loss;
}

/* The record of the object whose field holds the handle; NULL: none does. */
static const struct record *holder_of(const struct state *state)
{
    for (uint32_t i = 0; i < state->cell_count; i++) {
        const struct region *region = state->cells[i].region;
        if (state->cells[i].value->kind == VALUE_HANDLE)
            return region->kind == REGION_OBJECT
                       ? state->objects[region->object].record
                       : NULL;
    }
    return NULL;
}

static bool is_record(const struct record *record, const struct record *wanted)
{
    return record && (record == wanted || record->definition == wanted);
}

/* Whether the function knows that there is such a record. */
static bool names_record(const struct function *function,
                         const struct record *record)
{
    for (size_t i = 0; i < function->variable_count; i++)
        if (is_record(function->variables[i]->record, record))
            return true;
    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++)
            if (is_record(function->blocks[b].instructions[i].record, record))
                return true;
    return false;
}

/* What a model of a system function does, the driver does by calling it; and
 * what a function does that knows nothing of the record with the handle, as one
 * that frees any memory, whoever gives it one. */
static void leave_helpers(const struct engine *engine, struct fault *fault)
{
    const struct context *context = fault->node->context;
    const struct record *holder = holder_of(fault->node->state);
    while (context->callers.count > 0) {
        const struct function *function = context->function;
        const struct caller *caller = &context->callers.items[0];
        bool is_helper =
            function->is_weak || (holder && !names_record(function, holder));
        if (!is_helper ||
            caller->node->context->function == engine->life->function)
            break;
        if (!function->is_weak && !fault->helper) {
            fault->deed = fault->place;
            fault->helper = function;
        }
        fault->place = caller->instruction->place;
        context = caller->node->context;
        fault->function = context->function;
    }
}

void fault_lost(struct engine *engine, const struct node *node,
                struct state *state, const struct happening *happenings,
                struct place place)
{
    if (!state->origin || state->lost)
        return;
    for (size_t i = 0; i < engine->rules->rule_count; i++) {
        const struct rule *rule = engine->rules->rules[i];
        if (!(rule->at & AT_HOLDER_LOST) ||
            !rule_covers(rule, state->origin->protocol, state->step))
            continue;
        struct fault fault = { .rule = rule,
                               .node = node,
                               .happenings = happenings,
                               .origin = state->origin,
                               .place = place,
                               .function = node->context->function,
                               .handle = state->origin->name,
                               .step = state->step };
        if (!place.file)
            set_place(&fault, last_exit(engine, node, ROOT_NOT_CALLED));
        leave_helpers(engine, &fault);
        state->lost = loss_of(engine, &fault);
        return;
    }
}

/* Whether a rule may still say of the object that something is owed. */
static bool is_owed(const struct engine *engine, const struct state *state)
{
    state_set owed = rules_owed(engine->rules, state->origin->protocol,
                                AT_UNLOAD_RETURN | AT_ENTRY_FAILURE);
    return (owed >> state->step) & 1;
}

bool fault_at_hub(struct step *step)
{
    struct state *state = state_copy(step->engine->scratch, step->access.state);
    struct keep keep = { NULL, NULL, true };
    struct place none = { NULL, 0, 0 };
    if (!state->origin)
        return false;
    bool is_held = state_normalize(&step->engine->world, state, &keep);
    if (!state->lost && !is_held)
        fault_lost(step->engine, step->node, state, step->access.happenings,
                   none);
    if (!state->lost && !is_held && !is_owed(step->engine, state)) {
        note_moment(step, 0, NULL, SIGHTING_END);
        return true;
    }
    if (!state->lost)
        return false;
    add_fault(step->engine, state->lost, step->node);
    step->access.state->lost = state->lost;
    return is_untouched(state->lost);
}

const char *fault_operand_name(struct step *step, unsigned argument)
{
    const struct state *state = step->access.state;
    uint32_t temp = step->access.instruction->operands[argument];
    for (uint32_t i = 0; i < step->access.pc; i++) {
        const struct instruction *at = &step->block->instructions[i];
        if (at->result != temp)
            continue;
        if (at->op == OP_CAST) {
            temp = at->operands[0];
            i = UINT32_MAX;
            continue;
        }
        if (at->op != OP_LOAD)
            break;
        for (uint32_t j = 0; j < state->temp_count; j++)
            if (state->temps[j].number == at->operands[0])
                return place_name(step->engine, state, state->temps[j].value,
                                  NULL);
    }
    return "the handle";
}

bool fault_at_call(struct step *step, const struct protocol_call *call,
                   unsigned argument, const struct value *value, bool doubt)
{
    struct engine *engine = step->engine;
    const struct state *state = step->access.state;
    bool is_fault = false;
    bool is_followed = !argument || value->kind == VALUE_HANDLE;
    for (size_t i = 0; i < engine->rules->rule_count; i++) {
        const struct rule *rule = engine->rules->rules[i];
        if (!(rule->at & AT_CALL) || !rule_has_call(rule, call->function))
            continue;
        bool hit = argument ? (rule->arguments & argument) &&
                                  rule_is_about(rule, call->protocol)
                            : rule_covers(rule, call->protocol, state->step);
        if (!hit)
            continue;
        struct fault fault = { .rule = rule,
                               .node = step->node,
                               .happenings = step->access.happenings,
                               .origin = is_followed ? state->origin : NULL,
                               .instruction = step->access.instruction,
                               .place = step->access.instruction->place,
                               .function = step->node->context->function,
                               .call = call->function,
                               .step = state->step,
                               .is_doubtful = doubt };
        fault.handle = fault.origin && fault.origin->name[0]
                           ? fault.origin->name
                           : fault_operand_name(step, call->argument);
        add_fault(engine, &fault, step->node);
        is_fault = true;
    }
    return is_fault;
}
