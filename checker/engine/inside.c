/* inside.c - routines of the driver that run inside a call of a protocol.
 *
 * The system may call back before a call returns: a module that registers is
 * attached to what is there already, one that deregisters is detached. For each
 * outcome in which that can be there is one more, in which a routine ran. Its
 * node stands at the call and is never executed: the routine is entered from
 * it, and comes back behind the call. A module that was attached is certain to
 * be detached before its end: there the outcome without that is none.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/bindings.h"
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
    if (!state_normalize(step->access.world, state, &keep))
        fault_lost(engine, step->node, state, task->happenings,
                   step->access.instruction->place);
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
                                    type.kind == TYPE_POINTER);
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
        const struct region *region = value->address.region;
        bool is_constant =
            region->kind == REGION_GLOBAL && region->global->is_constant;
        if (!is_constant && !slice_knows(engine->slice, record,
                                         (uint32_t)(field - record->fields)))
            return NULL;
        const struct value *routine = NULL;
        const struct value *address = value_address(
            engine->world.values, region,
            value->address.offset + (int64_t)field->offset, NULL, 0);
        return memory_load(&step->access, address, field->type, &routine)
                   ? routine
                   : NULL;
    }
    return NULL;
}

bool inside_acts(const struct engine *engine, const struct function *routine)
{
    const struct binding *begun =
        bindings_begun_by(roots_bindings(engine->roots), routine);
    return slice_acts(engine->slice, routine) ||
           (begun && slice_acts(engine->slice, begun->ends));
}

/* Whether the routine is one that this call may run. */
static bool may_run(struct step *step, const struct protocol_call *call,
                    const struct function *routine)
{
    if (!inside_acts(step->engine, routine))
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

/* Where the object was made whose handle the call is given; NULL: not known. */
static const struct instruction *site_of(const struct step *step,
                                         const struct protocol_call *call)
{
    const struct value *handle = step_find_operand(step, call->argument);
    if (call->creates || !handle)
        return NULL;
    if (handle->kind == VALUE_HANDLE)
        return step->access.state->origin->site;
    return handle->kind == VALUE_SYMBOL ? handle->symbol.site : NULL;
}

/* The routines that the call may run. */
static struct function_list routines_of(struct step *step,
                                        const struct protocol_call *call)
{
    const struct roots *roots = step->engine->roots;
    const struct instruction *site = site_of(step, call);
    struct function_list list = { NULL, 0 };
    bool is_known = site != NULL;
    for (size_t i = 0; is_known && i < call->run_count; i++)
        is_known = roots_made_with(roots, site, &call->runs[i], &list);
    return is_known ? list
                    : roots_run_in(roots, step->node->context->function,
                                   step->access.instruction);
}

/* Runs the routine behind what the call did in this task; one that ends a
 * binding only where there is one, and then ends all. */
static void run(struct step *step, const struct task *task,
                struct function *routine)
{
    struct world *world = step->access.world;
    struct task before = *task;
    const struct binding *ended =
        bindings_ended_by(roots_bindings(step->engine->roots), routine);
    if (ended) {
        before.state = state_copy(world->scratch, task->state);
        if (!binding_limit(world, before.state, ended, true))
            return;
        binding_clear(world, before.state, ended);
    }
    run_routine(step,
                stand_inside(step, &before, (uint32_t)routine->parameter_count),
                routine);
}

/* Runs each routine that the call may run, behind what it did in this task. */
static void run_each(struct step *step, const struct protocol_call *call,
                     const struct task *task)
{
    struct function_list routines = routines_of(step, call);
    if (task->pc != step->access.pc + 1 || !has_moved(step, call, task))
        return;
    for (size_t i = 0; i < routines.count; i++)
        if (may_run(step, call, routines.items[i]))
            run(step, task, routines.items[i]);
}

static bool may_be_bound(const struct step *step, const struct binding *binding)
{
    struct world *world = step->access.world;
    return binding_limit(world, state_copy(world->scratch, step->access.state),
                         binding, true);
}

/* Whether an object in that state was ended, so that nothing of it is left. */
static bool is_ended(const struct step *step, const struct protocol *protocol,
                     uint32_t state)
{
    state_set owed = rules_owed(step->engine->rules, protocol,
                                AT_UNLOAD_RETURN | AT_ENTRY_FAILURE);
    return leads_on(protocol, state) && !((owed >> state) & 1);
}

/* The outcomes of a call for an object that is not followed, as those of one
 * that is. */
static void spread(struct step *step, const struct protocol_call *call,
                   const struct binding *binding)
{
    for (size_t i = 0; i < call->transition_count; i++) {
        const struct transition *transition = &call->transitions[i];
        struct state *state = protocol_result(step, &transition->results);
        bool leads = transition->to >= 0 &&
                     leads_on(call->protocol, (uint32_t)transition->to);
        struct task task = { state, step->access.pc + 1,
                             step->access.happenings };
        if (!state)
            continue;
        if (leads)
            run(step, &task, binding->ends);
        if (leads && is_ended(step, call->protocol, (uint32_t)transition->to) &&
            !binding_limit(step->access.world, state, binding, false))
            continue;
        step_go_on(step, state, step->access.happenings);
    }
}

/* Drops the tasks in which the object was ended, and still has a binding. */
static void drop_bound(struct step *step, const struct protocol_call *call,
                       const struct binding *binding, size_t first)
{
    struct tasks *tasks = step->access.tasks;
    size_t kept = first;
    for (size_t i = first; i < tasks->count; i++) {
        struct task task = tasks->items[i];
        if (task.pc != step->access.pc + 1 ||
            !is_ended(step, call->protocol, task.state->step) ||
            binding_limit(step->access.world, task.state, binding, false))
            tasks->items[kept++] = task;
    }
    tasks->count = kept;
}

bool execute_inside(struct step *step, const struct protocol_call *call,
                    size_t first, bool goes_on)
{
    struct engine *engine = step->engine;
    size_t last = step->access.tasks->count;
    for (size_t i = first; i < last; i++) {
        const struct task task = step->access.tasks->items[i];
        run_each(step, call, &task);
    }
    const struct binding *binding =
        bindings_of(roots_bindings(engine->roots), site_of(step, call));
    if (binding && !slice_acts(engine->slice, binding->ends))
        return goes_on;
    if (binding && !goes_on)
        drop_bound(step, call, binding, first);
    /* The handle of another object than the one that is followed. */
    bool is_other = goes_on && !call->creates &&
                    step_operand(step, call->argument)->kind == VALUE_SYMBOL;
    if (!is_other)
        return goes_on;
    if (binding && !may_be_bound(step, binding))
        return goes_on;
    if (binding) {
        spread(step, call, binding);
        return false;
    }
    struct task other = { step->access.state, step->access.pc + 1,
                          step->access.happenings };
    run_each(step, call, &other);
    return goes_on;
}
