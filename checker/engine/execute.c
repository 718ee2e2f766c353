/* execute.c - one block, instruction by instruction.
 *
 * A node's state is copied and run through its block. An instruction that has
 * several outcomes leaves several tasks; each goes on by itself. At the end of
 * the block, and before and after calls of the driver's own functions, the
 * state is normalised and becomes a node.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/bits.h"
#include "engine/engine_priv.h"
#include "engine/facts.h"
#include "engine/rename.h"

#include <string.h>

/* In how many states one node may leave its block, and a part of it. */
#define MAX_TASKS 4096

/* How many outcomes a call of a protocol has without more ado. Of more, each is
 * a node of its own, so that those that are equal meet. */
#define FEW_TASKS 16

/* How often callbacks are seen making objects at one place, beside the time
 * when one was made that holds the handle. */
#define MAX_OTHERS  2
#define FIRST_ROUND 2
#define MAX_ROUND   (FIRST_ROUND + MAX_OTHERS + 1)

const struct value *step_operand(const struct step *step, uint32_t index)
{
    return state_temp(step->access.state,
                      step->access.instruction->operands[index]);
}

const struct value *step_find_operand(const struct step *step, uint32_t index)
{
    return state_find_temp(step->access.state,
                           step->access.instruction->operands[index]);
}

void step_result(struct step *step, const struct value *value)
{
    const struct instruction *at = step->access.instruction;
    if (at->result == NO_TEMP || !step->node->context->flow->needed[at->result])
        return;
    if (!value)
        value = state_fresh(step->access.world, step->access.state,
                            op_is_comparison(at->op) ? type_int(32, true)
                                                     : at->type);
    state_set_temp(step->access.world, step->access.state, at->result, value);
}

void step_go_on(struct step *step, struct state *state,
                const struct happening *happenings)
{
    struct task task = { state, step->access.pc + 1, happenings };
    vec_push(step->access.world->scratch, step->access.tasks, task);
}

/* In a model it is the system that makes up the value. */
static void execute_unknown(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    bool is_foreign =
        step->node->context->function->is_weak && at->type.kind == TYPE_POINTER;
    step_result(step, is_foreign
                          ? state_fresh_foreign(step->access.world,
                                                step->access.state, at->type)
                          : NULL);
}

static const struct value *add_index(struct step *step,
                                     const struct value *base,
                                     const struct value *index, int64_t bytes)
{
    struct values *values = step->access.world->values;
    struct type type = type_int(64, true);
    if (index->kind == VALUE_INT)
        return value_operation(values, OP_ADD, type_pointer(), base,
                               value_int(values, index->integer * bytes));
    if (base->kind != VALUE_ADDRESS || base->address.index) {
        const struct value *scaled = value_operation(
            values, OP_MUL, type, index, value_int(values, bytes));
        return scaled ? value_operation(values, OP_ADD, type_pointer(), base,
                                        scaled)
                      : NULL;
    }
    int64_t constant = 0;
    if (index->kind == VALUE_EXPRESSION && index->expression.op == OP_ADD &&
        index->expression.right->kind == VALUE_INT) {
        constant = index->expression.right->integer;
        index = index->expression.left;
    }
    return value_address(values, base->address.region,
                         base->address.offset + constant * bytes * 8, index,
                         bytes * 8);
}

/* An object that is used as a record, from its start, is one. */
static void learn_record(struct step *step, const struct value *value,
                         const struct record *record)
{
    if (!record || value->kind != VALUE_ADDRESS ||
        value->address.region->kind != REGION_OBJECT ||
        value->address.offset != 0 || value->address.index)
        return;
    struct object *object =
        &step->access.state->objects[value->address.region->object];
    if (!object->record)
        object->record = record_linked(record);
}

static bool is_pointer_value(const struct value *value)
{
    return value->kind == VALUE_SYMBOL ||
           (value->kind == VALUE_EXPRESSION && value->expression.op == OP_ADD &&
            value->expression.right->kind == VALUE_INT &&
            value->expression.left->kind == VALUE_SYMBOL);
}

/* Which element it is can be said of an object only, so a pointer from outside
 * has to lead to one first. */
static bool execute_index(struct step *step)
{
    const struct value *base = step_operand(step, 0);
    const struct value *index = step_operand(step, 1);
    if (index->kind != VALUE_INT && is_pointer_value(base) &&
        !memory_resolve(&step->access, base, NULL, &base))
        return false;
    step_result(step, base ? add_index(step, base, index,
                                       step->access.instruction->immediate)
                           : NULL);
    return true;
}

static bool execute_field(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    struct values *values = step->access.world->values;
    const struct value *base = step_operand(step, 0);
    if (at->immediate % 8 != 0 && base->kind != VALUE_ADDRESS &&
        !is_pointer_value(base)) {
        step_result(step, NULL);
        return true;
    }
    if (base->kind == VALUE_INT) {
        step_result(step, value_int(values, base->integer + at->immediate / 8));
        return true;
    }
    const struct value *address = NULL;
    if (!memory_resolve(&step->access, base, at->record, &address))
        return false;
    if (!address) {
        step_result(step, NULL);
        return true;
    }
    learn_record(step, address, at->record);
    step_result(step,
                value_address(values, address->address.region,
                              address->address.offset + at->immediate,
                              address->address.index, address->address.stride));
    return true;
}

static bool execute_load(struct step *step)
{
    const struct value *address = NULL;
    const struct value *value = NULL;
    struct type type = step->access.instruction->type;
    if (!memory_resolve(&step->access, step_operand(step, 0), NULL, &address))
        return false;
    if (address && !memory_load(&step->access, address, type, &value))
        return false;
    step_result(step, value);
    return true;
}

static bool execute_store(struct step *step)
{
    const struct value *address = NULL;
    const struct value *value = step_operand(step, 1);
    if (!memory_resolve(&step->access, step_operand(step, 0), NULL, &address))
        return false;
    if (!address) {
        memory_publish(step->access.world, step->access.state, value);
        return true;
    }
    return memory_store(&step->access, address, step->access.instruction->type,
                        value);
}

static bool execute_copy(struct step *step)
{
    const struct value *to = NULL;
    const struct value *from = NULL;
    if (!memory_resolve(&step->access, step_operand(step, 0), NULL, &to) ||
        !memory_resolve(&step->access, step_operand(step, 1), NULL, &from))
        return false;
    if (!to)
        return true;
    if (!from) {
        memory_havoc_part(&step->access, to, 0);
        return true;
    }
    return memory_copy(&step->access, to, from, step_operand(step, 2));
}

static bool execute_fill(struct step *step)
{
    const struct value *to = NULL;
    if (!memory_resolve(&step->access, step_operand(step, 0), NULL, &to))
        return false;
    return !to || memory_fill(&step->access, to, step_operand(step, 1),
                              step_operand(step, 2));
}

static const struct value *new_object(struct step *step)
{
    struct state *state = step->access.state;
    struct object object = { .site = step->access.instruction,
                             .contents = CONTENTS_UNDEFINED };
    const struct region *region =
        state_new_object(step->access.world, state, object);
    return value_address(step->access.world->values, region, 0, NULL, 0);
}

static void execute_alloc(struct step *step)
{
    step_result(step, new_object(step));
}

/* Two tasks where nothing is known of the address. */
static bool execute_object(struct step *step)
{
    struct world *world = step->access.world;
    struct state *state = step->access.state;
    const struct value *address = step_operand(step, 0);
    const struct value *null = value_int(world->values, 0);
    step_result(step, address);
    if (address->kind != VALUE_SYMBOL || address->symbol.protocol)
        return true;
    struct state *other = state_copy(world->scratch, state);
    if (state_substitute(world, other, address, null))
        step_go_on(step, other, step->access.happenings);
    struct range there = range_of(1, INT64_MAX);
    return facts_limit(world, state, address, &there) &&
           state_substitute(world, state, address, new_object(step));
}

static void drop_cells(struct step *step, const struct region *region)
{
    struct state *state = step->access.state;
    uint32_t i = state_first_cell(state, region);
    while (i < state->cell_count && state->cells[i].region == region) {
        const struct value *value = state->cells[i].value;
        if (value->kind == VALUE_HANDLE || value->kind == VALUE_ADDRESS)
            state->last_change = step->access.instruction;
        state_remove_cell(state, i);
    }
    if (state_is_in(state, region))
        state_lose_address(step->access.world, state, step->access.instruction);
}

static bool execute_free(struct step *step)
{
    const struct value *pointer = step_operand(step, 0);
    const struct value *address = NULL;
    if (value_is(pointer, 0))
        return true;
    if (!memory_resolve(&step->access, pointer, NULL, &address))
        return false;
    if (!address || address->address.region->kind != REGION_OBJECT)
        return true;
    const struct region *region = address->address.region;
    struct object *object = &step->access.state->objects[region->object];
    drop_cells(step, region);
    object->is_freed = true;
    object->contents = CONTENTS_UNKNOWN;
    return true;
}

/* What the driver allocated, or declared, is there; and null is a bug. */
static void execute_faults(struct step *step)
{
    const struct state *state = step->access.state;
    const struct value *address = step_operand(step, 0);
    bool is_own =
        address->kind != VALUE_SYMBOL && address->kind != VALUE_EXPRESSION;
    if (address->kind == VALUE_ADDRESS &&
        address->address.region->kind == REGION_OBJECT) {
        const struct object *object =
            &state->objects[address->address.region->object];
        is_own = object->site || object->variable;
    }
    step_result(step, is_own ? value_int(step->access.world->values, 0) : NULL);
}

static void execute_live(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    const struct region *region =
        region_local(step->access.world->values, at->variable);
    drop_cells(step, region);
    state_set_contents(step->access.world, step->access.state, region,
                       CONTENTS_UNDEFINED);
}

static void execute_operation(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    const struct value *left = step_operand(step, 0);
    const struct value *right =
        at->operand_count > 1 ? step_operand(step, 1) : NULL;
    const struct value *result = value_operation(step->access.world->values,
                                                 at->op, at->type, left, right);
    step_result(step, bits_operation(step->access.world, step->access.state,
                                     at->op, at->type, left, right, result));
}

/* A pointer to a record of which there is only one object. */
static const struct value *single(const struct step *step,
                                  const struct record *record)
{
    struct values *values = step->access.world->values;
    if (!record || !is_singleton(step->engine->rules, record->name))
        return NULL;
    return value_address(values, region_singleton(values, record->name), 0,
                         NULL, 0);
}

static void execute_cast(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    const struct value *value = step_operand(step, 0);
    const struct value *only = single(step, at->record);
    if (only && value->kind == VALUE_SYMBOL) {
        step_result(step, only);
        return;
    }
    learn_record(step, value, at->record);
    step_result(step, value_cast(step->access.world->values, at->type, value));
}

static void execute_raised(struct step *step)
{
    struct state *state = step->access.state;
    step_result(step, value_int(step->access.world->values, state->is_raised));
    state->is_raised = false;
}

/* The object that leads to the handle, of all that were made where `value`
 * was. */
static const struct value *object_that_matters(const struct step *step,
                                               const struct value *value)
{
    const struct state *state = step->access.state;
    struct values *values = step->access.world->values;
    if (value->kind != VALUE_ADDRESS ||
        value->address.region->kind != REGION_OBJECT)
        return value;
    const struct instruction *site =
        state->objects[value->address.region->object].site;
    for (uint32_t i = 0; site && i < state->object_count; i++) {
        const struct value *other =
            value_address(values, region_object(values, i), 0, NULL, 0);
        if (state->objects[i].site == site &&
            memory_reaches_handle(state, other))
            return other;
    }
    return value;
}

void step_note(struct step *step, enum sighting_kind kind)
{
    struct sighting sighting = { .kind = kind,
                                 .origin = step->access.state->origin,
                                 .instruction = step->access.instruction };
    if (sighting.origin)
        evidence_note(step->engine->evidence, sighting);
}

static void note_early(struct state *state)
{
    for (uint32_t i = 0; i < state->object_count; i++)
        state->objects[i].round = 1;
}

/* Whether the object itself holds the handle, or is what tells it. */
static bool is_holder(const struct state *state, uint32_t object)
{
    const struct value *address = state->address;
    for (uint32_t i = 0; i < state->cell_count; i++)
        if (state->cells[i].value->kind == VALUE_HANDLE &&
            state->cells[i].region->kind == REGION_OBJECT &&
            state->cells[i].region->object == object)
            return true;
    return address && address->kind == VALUE_ADDRESS &&
           address->address.region->kind == REGION_OBJECT &&
           address->address.region->object == object;
}

/* Whether one of the objects made there in that round holds the handle, or
 * there is none: then the round does not count. */
static bool is_free_round(const struct state *state,
                          const struct instruction *site, unsigned round)
{
    bool is_free = true;
    for (uint32_t i = 0; i < state->object_count; i++) {
        const struct object *object = &state->objects[i];
        if (object->site != site || object->round != round)
            continue;
        if (is_holder(state, i))
            return true;
        is_free = false;
    }
    return is_free;
}

/* Gives the objects of one round another number; whether there are any. */
static bool renumber(struct state *state, const struct instruction *site,
                     unsigned round, unsigned number)
{
    bool has_any = false;
    for (uint32_t i = 0; i < state->object_count; i++) {
        struct object *object = &state->objects[i];
        if (object->site != site || object->round != round)
            continue;
        object->round = (uint8_t)number;
        has_any = true;
    }
    return has_any;
}

/* Numbers the rounds of a site without gaps, the newest (0) last; how many of
 * them count. */
static unsigned number_rounds(struct state *state,
                              const struct instruction *site)
{
    unsigned next = FIRST_ROUND;
    unsigned others = 0;
    for (unsigned round = FIRST_ROUND; round <= MAX_ROUND; round++) {
        others += !is_free_round(state, site, round);
        next += renumber(state, site, round, next);
    }
    others += !is_free_round(state, site, 0);
    (void)renumber(state, site, 0, next);
    return others;
}

/* Callbacks make one object after the other, without end. What becomes of the
 * one that is followed does not depend on how often others were made: a run
 * with fewer of them is one that was looked at. */
static bool has_too_many(struct state *state)
{
    bool has = false;
    for (uint32_t i = 0; i < state->object_count; i++)
        has |= state->objects[i].site &&
               number_rounds(state, state->objects[i].site) > MAX_OTHERS;
    return has;
}

static bool execute_opaque(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    const struct life *life = step->engine->life;
    if (at->name == life->each_object) {
        step_result(step, object_that_matters(step, step_operand(step, 0)));
        return true;
    }
    if (at->name == life->at_start) {
        note_early(step->access.state);
        return true;
    }
    if (at->name == life->at_hub)
        return !fault_at_hub(step) && !has_too_many(step->access.state);
    if (at->name == life->at_unload_return) {
        fault_at_moment(step, AT_UNLOAD_RETURN);
        return false;
    }
    if (at->name == life->at_entry_failure) {
        fault_at_moment(step, AT_ENTRY_FAILURE);
        return false;
    }
    step_note(step, SIGHTING_OPAQUE);
    for (uint32_t i = 0; i < at->operand_count; i++)
        if (step_find_operand(step, i))
            memory_havoc(&step->access, step_operand(step, i));
    step_result(step, NULL);
    return true;
}

static void execute_address(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    struct values *values = step->access.world->values;
    const struct region *region = NULL;
    if (at->op == OP_GLOBAL)
        region = region_global(values, at->global);
    else if (at->op == OP_LOCAL)
        region = region_local(values, at->variable);
    else
        region = region_literal(values);
    step_result(step, value_address(values, region, 0, NULL, 0));
}

/* Whether the state goes on to the next instruction. */
static bool execute(struct step *step)
{
    const struct instruction *at = step->access.instruction;
    struct values *values = step->access.world->values;
    const struct flow *flow = step->node->context->flow;
    if (flow->ignored[step->node->block][step->access.pc])
        return true;
    if (flow->beyond[step->node->block][step->access.pc]) {
        step_result(step, NULL);
        return true;
    }
    switch (at->op) {
    case OP_CONST:
        step_result(step,
                    value_int(values, integer_fit(at->type, at->immediate)));
        return true;
    case OP_FUNCTION:
        step_result(step, value_function(values, at->function));
        return true;
    case OP_UNKNOWN: execute_unknown(step); return true;
    case OP_STRING:
    case OP_GLOBAL:
    case OP_LOCAL: execute_address(step); return true;
    case OP_FIELD: return execute_field(step);
    case OP_INDEX: return execute_index(step);
    case OP_LOAD: return execute_load(step);
    case OP_STORE: return execute_store(step);
    case OP_COPY: return execute_copy(step);
    case OP_FILL: return execute_fill(step);
    case OP_HAVOC:
        memory_havoc(&step->access, step_operand(step, 0));
        return true;
    case OP_ALLOC: execute_alloc(step); return true;
    case OP_OBJECT: return execute_object(step);
    case OP_FAULTS: execute_faults(step); return true;
    case OP_FREE: return execute_free(step);
    case OP_LIVE:
    case OP_DEAD: execute_live(step); return true;
    case OP_CAST: execute_cast(step); return true;
    case OP_CALL: return execute_call(step);
    case OP_CALL_INDIRECT: return execute_call_indirect(step);
    case OP_RAISED: execute_raised(step); return true;
    case OP_OPAQUE: return execute_opaque(step);
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_DIV:
    case OP_REM:
    case OP_AND:
    case OP_OR:
    case OP_XOR:
    case OP_SHL:
    case OP_SHR:
    case OP_EQ:
    case OP_NE:
    case OP_LT:
    case OP_LE:
    case OP_GT:
    case OP_GE:
    case OP_NEG:
    case OP_NOT: execute_operation(step); return true;
    case OP_COUNT: break;
    }
    return true;
}

static struct place end_place(const struct step *step)
{
    const struct instruction *change = step->access.state->last_change;
    return change ? change->place : step->block->end.place;
}

/* Ends the block towards `target`. */
static void go_to(struct step *step, struct state *state, uint32_t target)
{
    struct engine *engine = step->engine;
    struct context *context = step->node->context;
    const struct flow *flow = context->flow;
    uint64_t *temps = arena_array(engine->scratch, uint64_t,
                                  context->function->temp_count / 64 + 1);
    const struct cfg_list *live = &flow->cfg->live[target];
    for (uint32_t i = 0; i < live->count; i++)
        temps[live->items[i] / 64] |= UINT64_C(1) << (live->items[i] % 64);
    struct keep keep = { temps, flow->locals[target],
                         context->function == engine->life->function };
    step->access.state = state;
    struct place place = end_place(step);
    if (!state_normalize(&engine->world, state, &keep) &&
        context->function != engine->life->function) {
        fault_lost(engine, step->node, state, step->access.happenings, place);
    }
    struct node node = { .context = context,
                         .block = target,
                         .parent = step->node,
                         .happenings = step->access.happenings };
    engine_arrive(engine, node, state);
}

/* The branch does not matter: every way is the same until they meet. */
static void go_either_way(struct step *step)
{
    const struct terminator *end = &step->block->end;
    uint32_t join = step->node->context->flow->join[step->node->block];
    struct state *state = step->access.state;
    if (join != NO_BLOCK) {
        go_to(step, state, join);
        return;
    }
    for (uint32_t i = 0; i < end->target_count; i++)
        go_to(step, state_copy(step->engine->scratch, state), end->targets[i]);
}

static void end_branch(struct step *step)
{
    struct world *world = &step->engine->world;
    const struct terminator *end = &step->block->end;
    struct state *state = step->access.state;
    const struct value *condition = state_temp(state, end->temp);
    struct state *other = state_copy(world->scratch, state);
    if (facts_assume(world, state, condition, true))
        go_to(step, state, end->targets[0]);
    if (facts_assume(world, other, condition, false))
        go_to(step, other, end->targets[1]);
}

static void end_switch(struct step *step)
{
    struct world *world = &step->engine->world;
    const struct terminator *end = &step->block->end;
    struct state *state = step->access.state;
    const struct value *value = state_temp(state, end->temp);
    if (value->kind == VALUE_INT) {
        uint32_t i = 0;
        while (i + 1 < end->target_count && end->cases[i] != value->integer)
            i++;
        go_to(step, state, end->targets[i]);
        return;
    }
    struct range rest = facts_range(world, state, value);
    for (uint32_t i = 0; i + 1 < end->target_count; i++) {
        struct range one = range_of(end->cases[i], end->cases[i]);
        struct range without = range_compare(OP_NE, end->cases[i], true);
        struct state *copy = state_copy(world->scratch, state);
        if (range_has(&rest, end->cases[i]) &&
            facts_limit(world, copy, value, &one))
            go_to(step, copy, end->targets[i]);
        rest = range_intersect(&rest, &without);
    }
    if (facts_limit(world, state, value, &rest))
        go_to(step, state, end->targets[end->target_count - 1]);
}

static void end_block(struct step *step)
{
    const struct terminator *end = &step->block->end;
    bool decided = step->node->context->flow->decided[step->node->block];
    if (!decided && (end->kind == END_BRANCH || end->kind == END_SWITCH)) {
        go_either_way(step);
        return;
    }
    switch (end->kind) {
    case END_JUMP: go_to(step, step->access.state, end->targets[0]); break;
    case END_BRANCH: end_branch(step); break;
    case END_SWITCH: end_switch(step); break;
    case END_RETURN:
        call_leave(step,
                   end->temp == NO_TEMP
                       ? NULL
                       : state_find_temp(step->access.state, end->temp),
                   false);
        break;
    case END_RAISE: call_leave(step, NULL, true); break;
    case END_UNREACHABLE: break;
    }
}

static void start_task(struct step *step, const struct task *task)
{
    step->access.state = task->state;
    step->access.pc = task->pc;
    step->access.happenings = task->happenings;
}

static void run_task(struct step *step, const struct task *task)
{
    start_task(step, task);
    while (step->access.pc < step->block->instruction_count) {
        const struct instruction *at =
            &step->block->instructions[step->access.pc];
        step->access.instruction = at;
        if (step->access.state->is_raised && at->op != OP_RAISED) {
            call_leave(step, NULL, true);
            return;
        }
        if (!execute(step))
            return;
        step->access.pc++;
    }
    if (step->access.state->is_raised)
        call_leave(step, NULL, true);
    else
        end_block(step);
}

/* Whether the task stands behind a call of a protocol that it executed. */
static bool is_outcome(const struct step *step, const struct task *task)
{
    return task->pc > step->node->pc &&
           task->pc < step->block->instruction_count &&
           engine_is_protocol(step->engine,
                              &step->block->instructions[task->pc - 1]);
}

static void stop_task(struct step *step, const struct task *task)
{
    start_task(step, task);
    step_stop(step);
}

void execute_node(struct engine *engine, const struct node *node)
{
    struct tasks tasks = { NULL, 0, 0 };
    struct step step = { .engine = engine, .node = node };
    step.block = &node->context->function->blocks[node->block];
    step.access.world = &engine->world;
    step.access.rules = engine->rules;
    step.access.tasks = &tasks;
    struct task first = { state_copy(engine->scratch, node->state), node->pc,
                          NULL };
    vec_push(engine->scratch, &tasks, first);
    for (size_t i = 0; i < tasks.count && i < MAX_TASKS; i++) {
        struct task task = tasks.items[i];
        if (i >= FEW_TASKS && is_outcome(&step, &task))
            stop_task(&step, &task);
        else
            run_task(&step, &task);
    }
    if (tasks.count > MAX_TASKS)
        engine_limit(engine, step.block->end.place,
                     "too many cases in one step: not every run was looked at");
}
