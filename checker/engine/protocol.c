/* protocol.c - calls that make, use or end an object of a protocol.
 *
 * A call that makes an object has, in a state that follows nothing yet, two
 * continuations for every success: this object is the one that is followed
 * from now on, or it is one of the others. So one run of the engine follows
 * every object, one at a time, however many there are.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/facts.h"
#include "engine/twin.h"

static const struct origin *origin_at(struct step *step,
                                      const struct protocol *protocol,
                                      const char *name, bool is_assumed)
{
    struct engine *engine = step->engine;
    const struct instruction *site = step->access.instruction;
    for (size_t i = 0; i < engine->origins.count; i++)
        if (engine->origins.items[i]->site == site)
            return engine->origins.items[i];
    struct origin *origin = arena_new(engine->arena, struct origin);
    origin->id = (uint32_t)engine->origins.count;
    origin->protocol = protocol;
    origin->site = site;
    origin->function = step->node->context->function;
    origin->name = name;
    origin->is_assumed = is_assumed;
    vec_push(engine->arena, &engine->origins, origin);
    return origin;
}

/* The object of `origin` takes the transition: a story tells it, and so does a
 * proof. */
static const struct happening *tell(struct step *step,
                                    const struct origin *origin,
                                    const struct transition *transition)
{
    struct sighting sighting = { .kind = SIGHTING_STEP,
                                 .origin = origin,
                                 .context = step->node->context,
                                 .instruction = step->access.instruction,
                                 .transition = transition,
                                 .block = step->node->block,
                                 .step = step->access.state->step };
    evidence_note(step->engine->evidence, sighting);
    struct happening *happening =
        arena_new(step->engine->arena, struct happening);
    happening->instruction = step->access.instruction;
    happening->transition = transition;
    happening->before = step->access.happenings;
    return happening;
}

struct state *protocol_result(struct step *step,
                              const struct result_set *results)
{
    struct world *world = step->access.world;
    const struct instruction *at = step->access.instruction;
    struct state *copy = state_copy(world->scratch, step->access.state);
    if (at->result == NO_TEMP)
        return copy;
    const struct value *result = state_fresh(world, copy, at->type);
    state_set_temp(world, copy, at->result, result);
    struct range range = range_of_set(results);
    return facts_limit(world, copy, result, &range) ? copy : NULL;
}

/* Puts the handle where the caller wants it. A place that is not known may be
 * anywhere: the handle is not followed into it. */
static bool put_handle(struct step *step, struct state *state,
                       const struct value *place, const struct value *handle)
{
    struct access access = step->access;
    access.state = state;
    if (place)
        return memory_store(&access, place, type_pointer(), handle);
    memory_publish(access.world, state, handle);
    return true;
}

/* Whether anybody may ask for the handle of what is made. */
static bool is_kept(const struct step *step, const struct protocol_call *call)
{
    return call->is_out &&
           slice_has_target(step->engine->slice, step->node->context->function,
                            step->access.instruction->operands[call->argument]);
}

static void make_other(struct step *step, const struct protocol_call *call,
                       const struct transition *transition,
                       const struct value *place)
{
    struct world *world = step->access.world;
    struct state *state = protocol_result(step, &transition->results);
    if (!state)
        return;
    if (transition->to >= 0 && is_kept(step, call)) {
        const struct value *handle = state_fresh_other(
            world, state, call->protocol, step->access.instruction);
        if (!put_handle(step, state, place, handle))
            return;
    }
    /* What was made at that address before cannot be named any more. */
    if (transition->to >= 0 && !call->is_out && place &&
        state->address == place)
        state_lose_address(world, state, step->access.instruction);
    step_go_on(step, state, step->access.happenings);
}

/* What the driver keeps where it makes the object: a handle, or the object. */
static const struct record *kept_record(const struct step *step,
                                        const struct protocol_call *call)
{
    const struct function *callee = step->access.instruction->function;
    return call->protocol->identity == IDENTITY_ADDRESS &&
                   call->argument < callee->parameter_count
               ? callee->variables[call->argument]->record
               : NULL;
}

static void make_followed(struct step *step, const struct protocol_call *call,
                          const struct transition *transition,
                          const struct value *place)
{
    struct engine *engine = step->engine;
    struct state *state = protocol_result(step, &transition->results);
    if (!state)
        return;
    state->origin = origin_at(
        step, call->protocol,
        place_name(engine, state, place, kept_record(step, call)), false);
    state->step = (uint32_t)transition->to;
    if (call->is_out) {
        if (!put_handle(step, state, place, value_handle(engine->world.values)))
            return;
    } else if (call->protocol->identity == IDENTITY_ADDRESS) {
        state->address = place;
    }
    step_go_on(step, state, tell(step, state->origin, transition));
}

static bool make(struct step *step, const struct protocol_call *call)
{
    const struct value *place = NULL;
    if (!memory_resolve(&step->access, step_operand(step, call->argument), NULL,
                        &place))
        return false;
    for (size_t i = 0; i < call->transition_count; i++) {
        const struct transition *transition = &call->transitions[i];
        make_other(step, call, transition, place);
        bool can_follow = (call->is_out || place != NULL) &&
                          twin_follows(step->engine, step->access.instruction);
        if (transition->to >= 0 && !step->access.state->origin && can_follow)
            make_followed(step, call, transition, place);
    }
    return false;
}

/* The object that is followed goes on: one task per outcome. */
static bool move(struct step *step, const struct protocol_call *call)
{
    struct state *state = step->access.state;
    state_set set = UINT32_C(1) << state->step;
    bool moved = false;
    for (size_t i = 0; i < call->transition_count; i++) {
        const struct transition *transition = &call->transitions[i];
        if (!(transition->from & set))
            continue;
        struct state *next = protocol_result(step, &transition->results);
        moved = true;
        if (!next)
            continue;
        if (transition->to >= 0)
            next->step = (uint32_t)transition->to;
        step_go_on(step, next, tell(step, next->origin, transition));
    }
    if (moved)
        return false;
    step_result(step, NULL);
    return true;
}

/* In a part of a program: the handle is of an object made elsewhere. */
static bool adopt(struct step *step, const struct protocol_call *call,
                  const struct value *handle)
{
    struct world *world = step->access.world;
    struct state *state = step->access.state;
    struct state *copy = state_copy(world->scratch, state);
    copy->origin = origin_at(step, call->protocol,
                             fault_operand_name(step, call->argument), true);
    copy->step = 0;
    if (state_substitute(world, copy, handle, value_handle(world->values))) {
        struct task task = { copy, step->access.pc, step->access.happenings };
        vec_push(world->scratch, step->access.tasks, task);
    }
    const struct value *other =
        state_fresh_other(world, state, call->protocol, NULL);
    if (state_substitute(world, state, handle, other)) {
        struct task task = { state, step->access.pc, step->access.happenings };
        vec_push(world->scratch, step->access.tasks, task);
    }
    return false;
}

static bool is_followed(const struct state *state,
                        const struct protocol_call *call,
                        const struct value *handle)
{
    if (!state->origin || state->origin->protocol != call->protocol)
        return false;
    if (call->protocol->identity == IDENTITY_ADDRESS)
        return state->address == handle;
    return handle->kind == VALUE_HANDLE;
}

/* What is wrong with the argument itself; 0: nothing. */
static unsigned wrong_argument(const struct state *state,
                               const struct protocol_call *call,
                               const struct value *handle)
{
    switch (handle->kind) {
    case VALUE_INT:
        return handle->integer == 0 ? ARGUMENT_NULL : ARGUMENT_NEVER;
    case VALUE_UNDEFINED: return ARGUMENT_NEVER;
    case VALUE_ADDRESS: return ARGUMENT_ADDRESS;
    case VALUE_FUNCTION: return ARGUMENT_NEVER;
    case VALUE_HANDLE:
        return state->origin->protocol == call->protocol
                   ? 0
                   : ARGUMENT_OTHER_PROTOCOL;
    case VALUE_SYMBOL:
        return handle->symbol.protocol &&
                       handle->symbol.protocol != call->protocol
                   ? ARGUMENT_OTHER_PROTOCOL
                   : 0;
    case VALUE_EXPRESSION: break;
    }
    return 0;
}

/* Whether null may have been among the values that a merge, or a short reach,
 * made one that is not known. */
static bool may_be_null(const struct step *step, const struct value *handle)
{
    const struct engine *engine = step->engine;
    if (handle->kind != VALUE_SYMBOL || handle->symbol.protocol ||
        handle->symbol.is_foreign || engine->world.is_partial)
        return false;
    struct range range =
        facts_range(step->access.world, step->access.state, handle);
    return range_has(&range, 0) &&
           (engine->world.is_coarse || !slice_is_full(engine->slice) ||
            fault_is_doubtful(step->node));
}

static bool use(struct step *step, const struct protocol_call *call)
{
    struct state *state = step->access.state;
    const struct value *handle = step_operand(step, call->argument);
    bool by_address = call->protocol->identity == IDENTITY_ADDRESS;
    unsigned wrong = 0;
    if (by_address) {
        if (!memory_resolve(&step->access, handle, NULL, &handle))
            return false;
    } else {
        wrong = wrong_argument(state, call, handle);
    }
    bool is_fault = (wrong || (handle && is_followed(state, call, handle))) &&
                    fault_at_call(step, call, wrong, handle, false);
    /* A bug check, or nothing that can be relied on. That it hides what becomes
     * of another registration is of no use to anybody. */
    if (is_fault && wrong && !(wrong == ARGUMENT_NULL && state->origin))
        return false;
    if (!wrong && handle && is_followed(state, call, handle))
        return move(step, call);
    if (!by_address && may_be_null(step, handle))
        (void)fault_at_call(step, call, ARGUMENT_NULL, handle, true);
    bool is_unknown =
        handle && handle->kind == VALUE_SYMBOL && !handle->symbol.protocol;
    if (is_unknown && step->engine->world.is_partial && !state->origin)
        return adopt(step, call, handle);
    step_result(step, NULL);
    return true;
}

bool execute_protocol_call(struct step *step, const struct protocol_call *call)
{
    size_t first = step->access.tasks->count;
    if (call->argument >= step->access.instruction->operand_count) {
        step_result(step, NULL);
        return true;
    }
    bool goes_on = call->creates ? make(step, call) : use(step, call);
    if (call->run_count > 0)
        goes_on = execute_inside(step, call, first, goes_on);
    return goes_on;
}
