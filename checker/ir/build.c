/* build.c - a draft of blocks that grow, and the copy without what is dead. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/build.h"

#include "ir/cfg.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/vec.h"

#include <assert.h>
#include <string.h>

struct draft_block {
    struct vec_of(struct instruction) instructions;
    struct terminator end;
    bool has_ended;
};

struct build_draft {
    struct arena *scratch;
    struct vec_of(struct draft_block) blocks;
    struct vec_of(struct variable *) variables;
    struct vec_of(struct type) temp_types;
    size_t parameter_count;
    unsigned made_up; /* how many variables got a name from us */
};

struct builder *build_start(struct arena *scratch, struct unit *unit,
                            struct function *function)
{
    struct builder *builder = arena_new(scratch, struct builder);

    builder->arena = unit->arena;
    builder->function = function;
    builder->place = function->place;
    builder->draft = arena_new(scratch, struct build_draft);
    builder->draft->scratch = scratch;
    function->unit = unit;
    build_enter(builder, build_block(builder));
    return builder;
}

/* Variables. */

struct variable *build_variable(struct builder *builder, const char *name,
                                struct type type, struct record *record)
{
    struct build_draft *draft = builder->draft;
    struct variable *variable = arena_new(builder->arena, struct variable);

    if (name == NULL)
        name = arena_format(builder->arena, "$%u", ++draft->made_up);
    *variable = (struct variable){
        .name = name,
        .type = type,
        .record = record,
        .size = type.bits,
        .place = builder->place,
        .number = (uint32_t)draft->variables.count,
    };
    vec_push(draft->scratch, &draft->variables, variable);
    return variable;
}

struct variable *build_parameter(struct builder *builder, const char *name,
                                 struct type type, struct record *record)
{
    struct build_draft *draft = builder->draft;

    assert(draft->parameter_count == draft->variables.count);
    draft->parameter_count++;
    return build_variable(builder, name, type, record);
}

/* Blocks. */

uint32_t build_block(struct builder *builder)
{
    struct build_draft *draft = builder->draft;
    struct draft_block block = { .has_ended = false };

    vec_push(draft->scratch, &draft->blocks, block);
    return (uint32_t)draft->blocks.count - 1;
}

void build_enter(struct builder *builder, uint32_t block)
{
    assert(block < builder->draft->blocks.count);
    builder->block = block;
}

bool build_has_ended(const struct builder *builder)
{
    return builder->draft->blocks.items[builder->block].has_ended;
}

struct type build_type(const struct builder *builder, uint32_t temp)
{
    assert(temp < builder->draft->temp_types.count);
    return builder->draft->temp_types.items[temp];
}

/* Instructions. */

static uint32_t *copy_numbers(struct arena *arena, const uint32_t *numbers,
                              size_t count)
{
    uint32_t *copy = arena_array(arena, uint32_t, count);

    if (count > 0)
        memcpy(copy, numbers, count * sizeof(*numbers));
    return copy;
}

/* The operands are the caller's; a copy is kept. */
static uint32_t add(struct builder *builder, struct instruction instruction)
{
    struct build_draft *draft = builder->draft;
    struct type type = instruction_type(&instruction);

    if (build_has_ended(builder))
        build_enter(builder, build_block(builder));
    instruction.place = builder->place;
    instruction.operands = copy_numbers(draft->scratch, instruction.operands,
                                        instruction.operand_count);
    instruction.result = NO_TEMP;
    if (type.kind != TYPE_VOID) {
        instruction.result = (uint32_t)draft->temp_types.count;
        vec_push(draft->scratch, &draft->temp_types, type);
    }
    vec_push(draft->scratch, &draft->blocks.items[builder->block].instructions,
             instruction);
    return instruction.result;
}

uint32_t build_const(struct builder *builder, struct type type, int64_t value)
{
    return add(builder, (struct instruction){
                            .op = OP_CONST,
                            .type = type,
                            .immediate = value,
                        });
}

uint32_t build_null(struct builder *builder)
{
    return build_const(builder, type_pointer(), 0);
}

uint32_t build_string(struct builder *builder, const char *text)
{
    return add(builder, (struct instruction){
                            .op = OP_STRING,
                            .type = type_pointer(),
                            .name = text,
                        });
}

uint32_t build_function(struct builder *builder, struct function *function)
{
    return add(builder, (struct instruction){
                            .op = OP_FUNCTION,
                            .type = type_pointer(),
                            .function = function,
                        });
}

uint32_t build_unknown(struct builder *builder, struct type type)
{
    return add(builder, (struct instruction){ .op = OP_UNKNOWN, .type = type });
}

uint32_t build_global(struct builder *builder, struct global *global)
{
    return add(builder, (struct instruction){
                            .op = OP_GLOBAL,
                            .type = type_pointer(),
                            .global = global,
                        });
}

uint32_t build_local(struct builder *builder, struct variable *variable)
{
    return add(builder, (struct instruction){
                            .op = OP_LOCAL,
                            .type = type_pointer(),
                            .variable = variable,
                        });
}

uint32_t build_field(struct builder *builder, uint32_t base,
                     struct record *record, uint32_t field, int64_t offset)
{
    return add(builder, (struct instruction){
                            .op = OP_FIELD,
                            .type = type_pointer(),
                            .operand_count = 1,
                            .operands = &base,
                            .immediate = offset,
                            .record = record,
                            .field = field,
                        });
}

uint32_t build_index(struct builder *builder, uint32_t base, uint32_t index,
                     int64_t scale)
{
    return add(builder, (struct instruction){
                            .op = OP_INDEX,
                            .type = type_pointer(),
                            .operand_count = 2,
                            .operands = (uint32_t[]){ base, index },
                            .immediate = scale,
                        });
}

uint32_t build_load(struct builder *builder, struct type type, uint32_t address)
{
    return build_unary(builder, OP_LOAD, type, address);
}

void build_store(struct builder *builder, struct type type, uint32_t address,
                 uint32_t value)
{
    build_binary(builder, OP_STORE, type, address, value);
}

static void add_block_deed(struct builder *builder, enum op op, uint32_t to,
                           uint32_t what, uint32_t size)
{
    add(builder, (struct instruction){
                     .op = op,
                     .operand_count = 3,
                     .operands = (uint32_t[]){ to, what, size },
                 });
}

void build_copy(struct builder *builder, uint32_t to, uint32_t from,
                uint32_t size)
{
    add_block_deed(builder, OP_COPY, to, from, size);
}

void build_fill(struct builder *builder, uint32_t to, uint32_t byte,
                uint32_t size)
{
    add_block_deed(builder, OP_FILL, to, byte, size);
}

void build_havoc(struct builder *builder, uint32_t address)
{
    build_unary(builder, OP_HAVOC, type_void(), address);
}

uint32_t build_alloc(struct builder *builder, uint32_t size)
{
    return build_unary(builder, OP_ALLOC, type_pointer(), size);
}

uint32_t build_object(struct builder *builder, uint32_t address)
{
    return build_unary(builder, OP_OBJECT, type_pointer(), address);
}

uint32_t build_faults(struct builder *builder, uint32_t address)
{
    return build_unary(builder, OP_FAULTS, type_int(32, true), address);
}

void build_free(struct builder *builder, uint32_t address)
{
    build_unary(builder, OP_FREE, type_void(), address);
}

void build_live(struct builder *builder, struct variable *variable)
{
    add(builder, (struct instruction){ .op = OP_LIVE, .variable = variable });
}

void build_dead(struct builder *builder, struct variable *variable)
{
    add(builder, (struct instruction){ .op = OP_DEAD, .variable = variable });
}

uint32_t build_unary(struct builder *builder, enum op op, struct type type,
                     uint32_t operand)
{
    assert(op_operands(op) == 1);
    return add(builder, (struct instruction){
                            .op = op,
                            .type = type,
                            .operand_count = 1,
                            .operands = &operand,
                        });
}

uint32_t build_binary(struct builder *builder, enum op op, struct type type,
                      uint32_t left, uint32_t right)
{
    assert(op_operands(op) == 2);
    return add(builder, (struct instruction){
                            .op = op,
                            .type = type,
                            .operand_count = 2,
                            .operands = (uint32_t[]){ left, right },
                        });
}

uint32_t build_cast(struct builder *builder, struct type type,
                    struct record *record, uint32_t value)
{
    return add(builder, (struct instruction){
                            .op = OP_CAST,
                            .type = type,
                            .operand_count = 1,
                            .operands = &value,
                            .record = record,
                        });
}

uint32_t build_call(struct builder *builder, struct function *function,
                    const uint32_t *arguments, size_t count)
{
    struct arena *scratch = builder->draft->scratch;

    return add(builder, (struct instruction){
                            .op = OP_CALL,
                            .type = function->type,
                            .operand_count = (uint32_t)count,
                            .operands = copy_numbers(scratch, arguments, count),
                            .function = function,
                        });
}

uint32_t build_call_indirect(struct builder *builder, struct type type,
                             uint32_t target, const uint32_t *arguments,
                             size_t count)
{
    struct arena *scratch = builder->draft->scratch;
    uint32_t *operands = arena_array(scratch, uint32_t, count + 1);

    operands[0] = target;
    if (count > 0)
        memcpy(operands + 1, arguments, count * sizeof(*arguments));
    return add(builder, (struct instruction){
                            .op = OP_CALL_INDIRECT,
                            .type = type,
                            .operand_count = (uint32_t)count + 1,
                            .operands = operands,
                        });
}

uint32_t build_raised(struct builder *builder)
{
    return add(builder, (struct instruction){
                            .op = OP_RAISED,
                            .type = type_int(32, true),
                        });
}

uint32_t build_opaque(struct builder *builder, struct type type,
                      const char *name, const uint32_t *operands, size_t count)
{
    struct arena *scratch = builder->draft->scratch;

    return add(builder, (struct instruction){
                            .op = OP_OPAQUE,
                            .type = type,
                            .operand_count = (uint32_t)count,
                            .operands = copy_numbers(scratch, operands, count),
                            .name = name,
                        });
}

/* Ends. */

/* The targets and cases are the caller's; copies are kept. */
static void end(struct builder *builder, struct terminator terminator)
{
    struct arena *scratch = builder->draft->scratch;
    struct draft_block *block = &builder->draft->blocks.items[builder->block];

    if (block->has_ended)
        return;
    terminator.place = builder->place;
    terminator.targets =
        copy_numbers(scratch, terminator.targets, terminator.target_count);
    if (terminator.temp != NO_TEMP)
        terminator.type = build_type(builder, terminator.temp);
    block->end = terminator;
    block->has_ended = true;
}

void build_jump(struct builder *builder, uint32_t target)
{
    end(builder, (struct terminator){
                     .kind = END_JUMP,
                     .temp = NO_TEMP,
                     .target_count = 1,
                     .targets = &target,
                 });
}

void build_branch(struct builder *builder, uint32_t temp, uint32_t if_true,
                  uint32_t if_false, const char *text)
{
    end(builder, (struct terminator){
                     .kind = END_BRANCH,
                     .temp = temp,
                     .target_count = 2,
                     .targets = (uint32_t[]){ if_true, if_false },
                     .text = text,
                 });
}

void build_switch(struct builder *builder, uint32_t temp, const int64_t *cases,
                  const uint32_t *targets, size_t case_count, const char *text)
{
    struct arena *scratch = builder->draft->scratch;
    struct terminator terminator = {
        .kind = END_SWITCH,
        .temp = temp,
        .target_count = (uint32_t)case_count + 1,
        .targets = copy_numbers(scratch, targets, case_count + 1),
        .cases = arena_array(builder->arena, int64_t, case_count),
        .text = text,
    };

    if (case_count > 0)
        memcpy(terminator.cases, cases, case_count * sizeof(*cases));
    end(builder, terminator);
}

static void end_plainly(struct builder *builder, enum terminator_kind kind,
                        uint32_t temp)
{
    end(builder, (struct terminator){ .kind = kind, .temp = temp });
}

void build_return(struct builder *builder, uint32_t temp_or_none)
{
    end_plainly(builder, END_RETURN, temp_or_none);
}

void build_raise(struct builder *builder)
{
    end_plainly(builder, END_RAISE, NO_TEMP);
}

void build_unreachable(struct builder *builder)
{
    end_plainly(builder, END_UNREACHABLE, NO_TEMP);
}

/* The end of the work. */

static void end_open_blocks(struct builder *builder)
{
    struct type type = builder->function->type;

    builder->place = builder->function->end;
    for (uint32_t i = 0; i < builder->draft->blocks.count; i++) {
        build_enter(builder, i);
        if (build_has_ended(builder))
            continue;
        build_return(builder, type.kind == TYPE_VOID
                                  ? NO_TEMP
                                  : build_unknown(builder, type));
    }
}

/* Old numbers to new ones, NO_TEMP and NO_BLOCK for what is dropped. */
struct renumbering {
    uint32_t *temps;
    uint32_t *blocks;
    uint32_t temp_count;
};

static uint32_t renumber_temp(const struct renumbering *new, uint32_t temp)
{
    return temp == NO_TEMP ? NO_TEMP : new->temps[temp];
}

static struct instruction copy_instruction(struct arena *arena,
                                           const struct renumbering *new,
                                           const struct instruction *draft)
{
    struct instruction copy = *draft;

    copy.result = renumber_temp(new, draft->result);
    copy.operands = arena_array(arena, uint32_t, draft->operand_count);
    for (uint32_t i = 0; i < draft->operand_count; i++)
        copy.operands[i] = renumber_temp(new, draft->operands[i]);
    return copy;
}

static struct terminator copy_end(struct arena *arena,
                                  const struct renumbering *new,
                                  const struct terminator *draft)
{
    struct terminator copy = *draft;

    copy.temp = renumber_temp(new, draft->temp);
    copy.targets = arena_array(arena, uint32_t, draft->target_count);
    for (uint32_t i = 0; i < draft->target_count; i++)
        copy.targets[i] = new->blocks[draft->targets[i]];
    return copy;
}

static struct block copy_block(struct arena *arena,
                               const struct renumbering *new,
                               const struct draft_block *draft)
{
    size_t count = draft->instructions.count;
    struct block copy = {
        .instructions = arena_array(arena, struct instruction, count),
        .instruction_count = count,
        .end = copy_end(arena, new, &draft->end),
    };

    for (size_t i = 0; i < count; i++)
        copy.instructions[i] =
            copy_instruction(arena, new, &draft->instructions.items[i]);
    return copy;
}

static uint32_t order_draft(struct build_draft *draft, uint32_t *order)
{
    size_t count = draft->blocks.count;
    struct block *blocks = arena_array(draft->scratch, struct block, count);

    for (size_t i = 0; i < count; i++)
        blocks[i].end = draft->blocks.items[i].end;
    return cfg_order(draft->scratch, blocks, count, order);
}

static void number_temps(struct renumbering *new,
                         const struct draft_block *block)
{
    for (size_t i = 0; i < block->instructions.count; i++) {
        uint32_t temp = block->instructions.items[i].result;
        if (temp != NO_TEMP)
            new->temps[temp] = new->temp_count++;
    }
}

static struct renumbering number(struct build_draft *draft,
                                 const uint32_t *order, uint32_t order_count)
{
    struct arena *scratch = draft->scratch;
    size_t temp_count = draft->temp_types.count;
    size_t block_count = draft->blocks.count;
    struct renumbering new = {
        .temps = arena_array(scratch, uint32_t, temp_count),
        .blocks = arena_array(scratch, uint32_t, block_count),
    };

    memset(new.temps, 0xff, temp_count * sizeof(*new.temps));
    memset(new.blocks, 0xff, block_count * sizeof(*new.blocks));
    for (uint32_t i = 0; i < order_count; i++) {
        new.blocks[order[i]] = i;
        number_temps(&new, &draft->blocks.items[order[i]]);
    }
    return new;
}

static void copy_variables(struct builder *builder, size_t count)
{
    struct function *function = builder->function;
    struct variable **copy =
        arena_array(builder->arena, struct variable *, count);

    if (count > 0)
        memcpy(copy, builder->draft->variables.items, count * sizeof(*copy));
    function->variables = copy;
    function->variable_count = count;
    function->parameter_count = builder->draft->parameter_count;
}

static size_t count_opaque(const struct block *block)
{
    size_t count = 0;

    for (size_t i = 0; i < block->instruction_count; i++)
        count += block->instructions[i].op == OP_OPAQUE;
    return count;
}

void build_finish(struct builder *builder)
{
    struct build_draft *draft = builder->draft;
    struct function *function = builder->function;

    end_open_blocks(builder);

    uint32_t *order =
        arena_array(draft->scratch, uint32_t, draft->blocks.count);
    uint32_t order_count = order_draft(draft, order);
    struct renumbering new = number(draft, order, order_count);

    copy_variables(builder, draft->variables.count);
    function->temp_count = new.temp_count;
    function->blocks = arena_array(builder->arena, struct block, order_count);
    function->block_count = order_count;
    for (uint32_t i = 0; i < order_count; i++) {
        struct block *block = &function->blocks[i];
        *block =
            copy_block(builder->arena, &new, &draft->blocks.items[order[i]]);
        function->unit->opaque_count += count_opaque(block);
    }
}

void build_declare(struct builder *builder)
{
    copy_variables(builder, builder->draft->parameter_count);
}
