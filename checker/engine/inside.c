/* inside.c - routines of the driver that run inside a call of a protocol.
 *
 * The system may call back before a call returns: a module that registers is
 * attached to what is there already, one that deregisters is detached. For each
 * outcome in which that can be there is one more, in which a routine ran. Its
 * node stands at the call and is never executed: the routine is entered from
 * it, and comes back behind the call.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/facts.h"

/* The call of the routine: of no instruction of the driver. */
static const struct instruction *call_of(struct step *step,
                                         struct function *routine)
{
    struct instruction *call =
        arena_new(step->engine->arena, struct instruction);
    call->op = OP_CALL;
    call->place = step->access.instruction->place;
    call->type = type_void();
    call->result = NO_TEMP;
    call->function = routine;
    return call;
}

/* The last `arguments` symbols of its state are for the routine. */
static const struct node *
stand_inside(struct step *step, const struct task *task, uint32_t arguments)
{
    struct engine *engine = step->engine;
    const struct flow *flow = step->node->context->flow;
    struct state *state = state_copy(engine->scratch, task->state);
    uint64_t *temps =
        arena_array(engine->scratch, uint64_t,
                    step->node->context->function->temp_count / 64 + 1);
    for (uint32_t i = 0; i < state->temp_count; i++) {
        uint32_t temp = state->temps[i].number;
        if (flow_is_used_after(flow, step->node->block, step->access.pc, temp))
            temps[temp / 64] |= UINT64_C(1) << (temp % 64);
    }
    struct keep keep = { temps, NULL, false };
    (void)state_normalize(step->access.world, state, &keep);
    state->symbol_count += arguments;
    struct node *node = arena_new(engine->arena, struct node);
    *node = (struct node){ .context = step->node->context,
                           .block = step->node->block,
                           .pc = step->access.pc,
                           .id = (uint32_t)engine->node_count++,
                           .state = states_intern(engine->states, state),
                           .parent = step->node,
                           .happenings = task->happenings,
                           .steps = step->node->steps + 1,
                           .is_merged = step->node->is_merged,
                           .is_inside = true };
    return node;
}

static void run_routine(struct step *step, const struct node *node,
                        struct function *routine)
{
    struct engine *engine = step->engine;
    uint32_t count = (uint32_t)routine->parameter_count;
    struct step inside = *step;
    inside.node = node;
    inside.access.state = state_copy(engine->scratch, node->state);
    inside.access.instruction = call_of(step, routine);
    const struct value **arguments =
        arena_array(engine->scratch, const struct value *, count);
    for (uint32_t i = 0; i < count; i++) {
        struct type type = routine->variables[i]->type;
        arguments[i] = value_symbol(engine->world.values,
                                    node->state->symbol_count - count + i, type,
                                    NULL, type.kind == TYPE_POINTER);
    }
    call_enter(&inside, routine, arguments, count);
}

/* What stands in the field of the record that an argument of the call points
 * to; NULL where that is not known. */
static const struct value *stored(struct step *step,
                                  const struct routine_field *where)
{
    struct engine *engine = step->engine;
    const struct instruction *at = step->access.instruction;
    const struct record *record =
        program_record(engine->program, where->record);
    const struct field *field =
        record ? record_field(record, where->field) : NULL;
    for (uint32_t i = 0; field && i < at->operand_count; i++) {
        const struct value *value = step_operand(step, i);
        if (!roots_takes_run(at, i, record) || value->kind != VALUE_ADDRESS ||
            value->address.index)
            continue;
        const struct value *routine = NULL;
        const struct value *address = value_address(
            engine->world.values, value->address.region,
            value->address.offset + (int64_t)field->offset, NULL, 0);
        return memory_load(&step->access, address, field->type, &routine)
                   ? routine
                   : NULL;
    }
    return NULL;
}

/* Whether the routine is one that this call may run. */
static bool may_run(struct step *step, const struct protocol_call *call,
                    const struct function *routine)
{
    if (!slice_acts(step->engine->slice, routine))
        return false;
    for (size_t i = 0; call->creates && i < call->run_count; i++) {
        const struct value *value = stored(step, &call->runs[i]);
        if (value && value->kind == VALUE_FUNCTION)
            return value->function == routine ||
                   value->function->definition == routine;
        if (value && value_is(value, 0))
            return false;
    }
    return true;
}

/* Whether anything can be done to an object in that state. */
static bool leads_on(const struct protocol *protocol, uint32_t state)
{
    for (size_t i = 0; i < protocol->call_count; i++) {
        const struct protocol_call *call = &protocol->calls[i];
        for (size_t k = 0; k < call->transition_count; k++)
            if (!call->creates &&
                (call->transitions[k].from & (UINT32_C(1) << state)))
                return true;
    }
    return false;
}

/* Whether the call gave a result that the transition asks for, in this task. */
static bool has_result(const struct step *step,
                       const struct transition *transition,
                       const struct task *task)
{
    struct world *world = step->access.world;
    const struct value *result =
        state_find_temp(task->state, step->access.instruction->result);
    struct state *state = state_copy(world->scratch, task->state);
    struct range range = range_of_set(&transition->results);
    return !result || facts_limit(world, state, result, &range);
}

/* Whether the call did something to an object, in this task. */
static bool has_moved(const struct step *step, const struct protocol_call *call,
                      const struct task *task)
{
    const struct value *handle = step_find_operand(step, call->argument);
    if (!call->creates && handle && handle->kind == VALUE_HANDLE)
        return leads_on(call->protocol, task->state->step);
    for (size_t i = 0; i < call->transition_count; i++) {
        const struct transition *transition = &call->transitions[i];
        if (transition->to >= 0 &&
            leads_on(call->protocol, (uint32_t)transition->to) &&
            has_result(step, transition, task))
            return true;
    }
    return false;
}

/* Runs each routine that the call may run behind what it did in this task. */
static void run_each(struct step *step, const struct protocol_call *call,
                     const struct task *task)
{
    struct function_list routines =
        roots_run_in(step->engine->roots, step->node->context->function,
                     step->access.instruction);
    if (task->pc != step->access.pc + 1 || !has_moved(step, call, task))
        return;
    for (size_t i = 0; i < routines.count; i++)
        if (may_run(step, call, routines.items[i]))
            run_routine(
                step,
                stand_inside(step, task,
                             (uint32_t)routines.items[i]->parameter_count),
                routines.items[i]);
}

void execute_inside(struct step *step, const struct protocol_call *call,
                    size_t first, bool goes_on)
{
    size_t last = step->access.tasks->count;
    for (size_t i = first; i < last; i++) {
        const struct task task = step->access.tasks->items[i];
        run_each(step, call, &task);
    }
    struct task other = { step->access.state, step->access.pc + 1,
                          step->access.happenings };
    /* The handle of another object than the one that is followed. */
    if (goes_on && !call->creates &&
        step_operand(step, call->argument)->kind == VALUE_SYMBOL)
        run_each(step, call, &other);
}
