/* direct.c - calls of a protocol through a pointer become direct calls.
 *
 * Needs:  what pointers hold (engine/pointers.h).
 * Gives:  a program in which each call of a protocol's function names it, so
 *         that nothing that comes after need look through pointers for them.
 * Method: where a pointer can hold only one function, the call names that;
 *         where it can hold several, it is compared with all but the last, and
 *         each way makes its own call. Compilers know this as the promotion of
 *         indirect calls.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/direct.h"

#include "engine/pointers.h"
#include "ir/unit.h"
#include "support/arena.h"

#include <string.h>

/* An indirect call that is taken apart. The call's results go through variables
 * of their own to where the ways meet again. */
struct parting {
    struct arena *arena; /* of the function */
    struct function *function;
    struct instruction call;
    struct variable *result;
    struct variable *raised;
    uint32_t meeting; /* the block behind the call */
};

struct targets {
    struct function **items;
    uint32_t count;
    bool has_protocol;
};

static bool is_protocol(const struct rule_set *rules,
                        const struct function *function)
{
    return (function->block_count == 0 || function->is_weak) &&
           rules_call(rules, function->name);
}

static struct targets find_targets(struct arena *arena,
                                   const struct pointers *pointers,
                                   const struct rule_set *rules,
                                   const struct function *function,
                                   const struct instruction *call)
{
    const struct pointer_set *set =
        pointers_of_temp(pointers, function, call->operands[0]);
    struct targets targets = { NULL, 0, false };
    targets.items = arena_array(arena, struct function *, set->count);
    for (uint32_t i = 0; i < set->count; i++) {
        struct function *target = pointers_function(pointers, set->items[i]);
        if (!target)
            continue;
        targets.items[targets.count++] = target;
        targets.has_protocol |= is_protocol(rules, target);
    }
    return targets;
}

static void make_direct(struct instruction *call, struct function *target)
{
    call->op = OP_CALL;
    call->function = target;
    call->operands++;
    call->operand_count--;
}

static uint32_t add_block(struct parting *parting)
{
    struct function *function = parting->function;
    struct block *blocks =
        arena_array(parting->arena, struct block, function->block_count + 1);
    memcpy(blocks, function->blocks,
           function->block_count * sizeof(*function->blocks));
    function->blocks = blocks;
    return (uint32_t)function->block_count++;
}

static struct variable *add_variable(struct parting *parting, struct type type)
{
    struct function *function = parting->function;
    struct variable *variable = arena_new(parting->arena, struct variable);
    struct variable **variables = arena_array(parting->arena, struct variable *,
                                              function->variable_count + 1);
    for (size_t i = 0; i < function->variable_count; i++)
        variables[i] = function->variables[i];
    variable->number = (uint32_t)function->variable_count;
    variable->name = arena_format(parting->arena, "$%u", variable->number);
    variable->type = type;
    variable->size = type.bits;
    variable->place = parting->call.place;
    variables[function->variable_count++] = variable;
    function->variables = variables;
    return variable;
}

/* Adds an instruction to the end of a block; the temporary it makes. */
static uint32_t add(struct parting *parting, uint32_t block,
                    struct instruction instruction)
{
    struct block *to = &parting->function->blocks[block];
    size_t count = to->instruction_count;
    struct instruction *items =
        arena_array(parting->arena, struct instruction, count + 1);
    if (count > 0)
        memcpy(items, to->instructions, count * sizeof(*items));
    instruction.place = parting->call.place;
    items[count] = instruction;
    to->instructions = items;
    to->instruction_count++;
    return instruction.result;
}

static uint32_t *operands_of(struct parting *parting, uint32_t first,
                             uint32_t second)
{
    uint32_t *operands = arena_array(parting->arena, uint32_t, 2);
    operands[0] = first;
    operands[1] = second;
    return operands;
}

static uint32_t address_of(struct parting *parting, uint32_t block,
                           struct variable *variable)
{
    struct instruction local = { .op = OP_LOCAL,
                                 .type = type_pointer(),
                                 .result = parting->function->temp_count++,
                                 .variable = variable };
    return add(parting, block, local);
}

static void keep(struct parting *parting, uint32_t block,
                 struct variable *variable, uint32_t value)
{
    uint32_t address = address_of(parting, block, variable);
    struct instruction store = { .op = OP_STORE,
                                 .type = variable->type,
                                 .result = NO_TEMP,
                                 .operand_count = 2,
                                 .operands =
                                     operands_of(parting, address, value) };
    (void)add(parting, block, store);
}

static void fetch(struct parting *parting, uint32_t block,
                  struct variable *variable, uint32_t temp)
{
    uint32_t address = address_of(parting, block, variable);
    struct instruction load = { .op = OP_LOAD,
                                .type = variable->type,
                                .result = temp,
                                .operand_count = 1,
                                .operands = operands_of(parting, address, 0) };
    (void)add(parting, block, load);
}

/* One way: the call of `target`, and on to where the ways meet. */
static void call_in(struct parting *parting, uint32_t block,
                    struct function *target)
{
    struct instruction call = parting->call;
    make_direct(&call, target);
    if (parting->result)
        call.result = parting->function->temp_count++;
    (void)add(parting, block, call);
    if (parting->raised) {
        struct instruction raised = { .op = OP_RAISED,
                                      .type = type_int(32, true),
                                      .result =
                                          parting->function->temp_count++ };
        keep(parting, block, parting->raised, add(parting, block, raised));
    }
    if (parting->result)
        keep(parting, block, parting->result, call.result);
    struct terminator end = { .kind = END_JUMP,
                              .temp = NO_TEMP,
                              .target_count = 1,
                              .targets =
                                  operands_of(parting, parting->meeting, 0),
                              .place = parting->call.place };
    parting->function->blocks[block].end = end;
}

/* Goes to a new block when the pointer is `target`, else to another: the
 * second is the result. */
static uint32_t compare(struct parting *parting, uint32_t block,
                        struct function *target, uint32_t *there)
{
    struct instruction address = { .op = OP_FUNCTION,
                                   .type = type_pointer(),
                                   .result = parting->function->temp_count++,
                                   .function = target };
    uint32_t function = add(parting, block, address);
    struct instruction equal = {
        .op = OP_EQ,
        .type = type_pointer(),
        .result = parting->function->temp_count++,
        .operand_count = 2,
        .operands = operands_of(parting, parting->call.operands[0], function)
    };
    uint32_t is_it = add(parting, block, equal);
    *there = add_block(parting);
    uint32_t other = add_block(parting);
    struct terminator end = { .kind = END_BRANCH,
                              .temp = is_it,
                              .type = type_int(32, true),
                              .target_count = 2,
                              .targets = operands_of(parting, *there, other),
                              .place = parting->call.place };
    parting->function->blocks[block].end = end;
    return other;
}

/* What stands behind the call moves to a block of its own. */
static void cut_off(struct parting *parting, uint32_t number, size_t at)
{
    parting->meeting = add_block(parting);
    struct block *block = &parting->function->blocks[number];
    size_t next = at + 1;
    if (parting->call.result != NO_TEMP) {
        parting->result = add_variable(parting, parting->call.type);
        fetch(parting, parting->meeting, parting->result, parting->call.result);
    }
    if (next < block->instruction_count &&
        block->instructions[next].op == OP_RAISED) {
        parting->raised = add_variable(parting, type_int(32, true));
        fetch(parting, parting->meeting, parting->raised,
              block->instructions[next++].result);
    }
    for (; next < block->instruction_count; next++) {
        struct place place = parting->call.place;
        parting->call.place = block->instructions[next].place;
        (void)add(parting, parting->meeting, block->instructions[next]);
        parting->call.place = place;
    }
    parting->function->blocks[parting->meeting].end = block->end;
    block->instruction_count = at;
}

static void take_apart(struct function *function, uint32_t block, size_t at,
                       const struct targets *targets)
{
    struct parting parting = { .arena = function->unit->arena,
                               .function = function,
                               .call =
                                   function->blocks[block].instructions[at] };
    cut_off(&parting, block, at);
    for (uint32_t i = 0; i + 1 < targets->count; i++) {
        uint32_t there = 0;
        block = compare(&parting, block, targets->items[i], &there);
        call_in(&parting, there, targets->items[i]);
    }
    call_in(&parting, block, targets->items[targets->count - 1]);
}

/* Calls that were one share their operands, so each gets some of its own. */
static void rename_operands(struct arena *arena, struct instruction *at,
                            const uint32_t *names)
{
    uint32_t *operands = arena_array(arena, uint32_t, at->operand_count);
    for (uint32_t i = 0; i < at->operand_count; i++)
        operands[i] =
            at->operands[i] == NO_TEMP ? NO_TEMP : names[at->operands[i]];
    at->operands = operands;
}

/* Temporaries are numbered in the order of their making (ir/verify.h). */
static void number_temps(struct arena *scratch, struct function *function)
{
    uint32_t *names = arena_array(scratch, uint32_t, function->temp_count + 1);
    uint32_t next = 0;
    for (size_t b = 0; b < function->block_count; b++) {
        struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++)
            if (block->instructions[i].result != NO_TEMP) {
                names[block->instructions[i].result] = next;
                block->instructions[i].result = next++;
            }
    }
    for (size_t b = 0; b < function->block_count; b++) {
        struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++)
            rename_operands(function->unit->arena, &block->instructions[i],
                            names);
        if (block->end.temp != NO_TEMP)
            block->end.temp = names[block->end.temp];
    }
    function->temp_count = next;
}

static bool make_direct_in(struct arena *scratch, struct function *function,
                           const struct pointers *pointers,
                           const struct rule_set *rules)
{
    size_t block_count = function->block_count;
    bool changed = false;
    for (uint32_t b = 0; b < function->block_count; b++) {
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++) {
            struct instruction *call = &function->blocks[b].instructions[i];
            if (call->op != OP_CALL_INDIRECT)
                continue;
            struct targets targets =
                find_targets(scratch, pointers, rules, function, call);
            if (!targets.has_protocol)
                continue;
            changed = true;
            if (targets.count == 1)
                make_direct(call, targets.items[0]);
            else
                take_apart(function, b, i, &targets);
        }
    }
    if (function->block_count > block_count)
        number_temps(scratch, function);
    return changed;
}

bool direct_calls(const struct program *program, const struct rule_set *rules,
                  const struct pointers *pointers)
{
    struct arena *scratch = arena_open();
    bool changed = false;
    for (size_t i = 0; i < program->function_count; i++)
        if (!program->functions[i]->is_weak)
            changed |=
                make_direct_in(scratch, program->functions[i], pointers, rules);
    arena_close(scratch);
    return changed;
}
