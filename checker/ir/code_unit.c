/* code_unit.c - how a unit is laid out in its file, both ways.
 *
 * First how many records, globals and functions there are, so that what refers
 * to one has its number; then each of them, in order, but for the bodies of
 * what is inert, which are the end of it all, so that one can stop before. What
 * can be told from the rest is left out: temporaries count up as they are made,
 * an instruction that always has the same type or as many operands does not say
 * so.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/code_unit.h"

#include "ir/coder.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/map.h"

struct unit_coder {
    struct coder *coder;
    struct unit *unit;
    struct map *numbers;       /* writing: record, global, function -> from 1 */
    struct function *function; /* whose body it is */
    uint32_t made;             /* temporaries of `function` so far */
};

static void code_record(struct unit_coder *all, struct record **record)
{
    const struct unit *unit = all->unit;

    *record = code_reference(all->coder, *record, all->numbers,
                             (void *const *)unit->records, unit->record_count);
}

static void code_global(struct unit_coder *all, struct global **global)
{
    const struct unit *unit = all->unit;

    *global = code_reference(all->coder, *global, all->numbers,
                             (void *const *)unit->globals, unit->global_count);
}

static void code_function(struct unit_coder *all, struct function **function)
{
    const struct unit *unit = all->unit;

    *function =
        code_reference(all->coder, *function, all->numbers,
                       (void *const *)unit->functions, unit->function_count);
}

/* Records. */

static void code_field(struct unit_coder *all, struct field *field)
{
    struct coder *coder = all->coder;

    code_name(coder, &field->name);
    code_u64(coder, &field->offset);
    code_type(coder, &field->type);
    code_record(all, &field->record);
    code_u64(coder, &field->count);
}

static void code_record_itself(struct unit_coder *all, struct record *record)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &record->is_union };

    code_name(coder, &record->name);
    code_u64(coder, &record->size);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    CODE_ARRAY(coder, record->fields, record->field_count);
    for (size_t i = 0; i < record->field_count; i++)
        code_field(all, &record->fields[i]);
    if (coder_reads(coder))
        record->definition = record;
}

/* Globals. */

static void code_initial(struct unit_coder *all, struct initial *initial)
{
    struct coder *coder = all->coder;

    code_u64(coder, &initial->offset);
    code_type(coder, &initial->type);
    initial->kind = (enum initial_kind)code_choice(
        coder, (unsigned)initial->kind, INITIAL_UNKNOWN + 1);
    code_i64(coder, &initial->value);
    if (initial->kind == INITIAL_FUNCTION) {
        code_function(all, &initial->function);
        if (!initial->function)
            coder_break(coder);
    } else if (initial->kind == INITIAL_GLOBAL) {
        code_global(all, &initial->global);
        if (!initial->global)
            coder_break(coder);
    }
}

static void code_global_itself(struct unit_coder *all, struct global *global)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &global->is_internal, &global->is_constant,
                      &global->is_defined, &global->is_inline };

    code_name(coder, &global->name);
    code_name(coder, &global->spelling);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    code_type(coder, &global->type);
    code_record(all, &global->record);
    code_u64(coder, &global->size);
    CODE_ARRAY(coder, global->initials, global->initial_count);
    for (size_t i = 0; i < global->initial_count; i++)
        code_initial(all, &global->initials[i]);
    code_place(coder, &global->place);
    if (!coder_reads(coder))
        return;
    global->unit = all->unit;
    global->definition = global;
}

/* Functions. */

static void code_variable(struct unit_coder *all, struct variable *variable)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &variable->is_void_pointer, &variable->is_const_pointer };

    code_name(coder, &variable->name);
    code_type(coder, &variable->type);
    code_record(all, &variable->record);
    code_u64(coder, &variable->size);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    code_place(coder, &variable->place);
}

static void code_variables(struct unit_coder *all)
{
    struct coder *coder = all->coder;
    struct function *function = all->function;
    bool reads = coder_reads(coder);
    uint32_t parameters = reads ? 0 : (uint32_t)function->parameter_count;

    CODE_ARRAY(coder, function->variables, function->variable_count);
    parameters =
        code_choice(coder, parameters, (unsigned)function->variable_count + 1);
    function->parameter_count = parameters;
    for (size_t i = 0; i < function->variable_count; i++) {
        if (reads)
            function->variables[i] = code_new(coder, sizeof(struct variable));
        code_variable(all, function->variables[i]);
        function->variables[i]->number = (uint32_t)i;
    }
}

static void code_variable_used(struct unit_coder *all,
                               struct instruction *instruction)
{
    const struct function *function = all->function;
    uint32_t number =
        coder_reads(all->coder) ? 0 : instruction->variable->number;

    code_u32(all->coder, &number);
    if (number < function->variable_count)
        instruction->variable = function->variables[number];
    else
        coder_break(all->coder);
}

static void code_extra(struct unit_coder *all, struct instruction *instruction)
{
    struct coder *coder = all->coder;

    switch (op_extra(instruction->op)) {
    case EXTRA_IMMEDIATE: code_i64(coder, &instruction->immediate); break;
    case EXTRA_NAME: code_name(coder, &instruction->name); break;
    case EXTRA_FUNCTION: code_function(all, &instruction->function); break;
    case EXTRA_GLOBAL: code_global(all, &instruction->global); break;
    case EXTRA_VARIABLE: code_variable_used(all, instruction); break;
    case EXTRA_FIELD:
        code_i64(coder, &instruction->immediate);
        code_record(all, &instruction->record);
        code_u32(coder, &instruction->field);
        break;
    case EXTRA_RECORD: code_record(all, &instruction->record); break;
    case EXTRA_NONE: break;
    }
}

/* Most operands were made shortly before. */
static void code_temp(struct unit_coder *all, uint32_t *temp)
{
    int64_t back =
        coder_reads(all->coder) ? 0 : (int64_t)all->made - (int64_t)*temp;

    code_i64(all->coder, &back);

    uint64_t number = (uint64_t)all->made - (uint64_t)back;

    if (number < NO_TEMP)
        *temp = (uint32_t)number;
    else
        coder_break(all->coder);
}

static void code_operands(struct unit_coder *all,
                          struct instruction *instruction)
{
    struct coder *coder = all->coder;
    int fixed = op_operands(instruction->op);
    size_t count = instruction->operand_count;

    if (fixed < 0) {
        CODE_ARRAY(coder, instruction->operands, count);
    } else if (coder_reads(coder)) {
        count = (size_t)fixed;
        instruction->operands = code_new(coder, count * sizeof(uint32_t));
    }
    instruction->operand_count = (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        code_temp(all, &instruction->operands[i]);
}

static void code_instruction(struct unit_coder *all,
                             struct instruction *instruction)
{
    struct coder *coder = all->coder;

    instruction->op = (enum op)code_choice(coder, instruction->op, OP_COUNT);
    if (op_typing(instruction->op) == TYPING_VARIES)
        code_type(coder, &instruction->type);
    else
        instruction->type = typing_type(op_typing(instruction->op));
    code_operands(all, instruction);
    code_extra(all, instruction);
    code_place(coder, &instruction->place);
    instruction->result = NO_TEMP;
    if (instruction_type(instruction).kind != TYPE_VOID)
        instruction->result = all->made++;
    if (coder_reads(coder) && instruction->op == OP_OPAQUE)
        all->unit->opaque_count++;
}

static void code_targets(struct unit_coder *all, struct terminator *end)
{
    struct coder *coder = all->coder;
    size_t count = end->target_count;

    if (end->kind == END_SWITCH) {
        CODE_ARRAY(coder, end->targets, count);
        if (coder_reads(coder) && count != 0)
            end->cases = code_new(coder, count * sizeof(*end->cases));
    } else if (coder_reads(coder)) {
        count = end->kind == END_BRANCH ? 2 : end->kind == END_JUMP;
        end->targets = code_new(coder, count * sizeof(*end->targets));
    }
    end->target_count = (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        code_u32(coder, &end->targets[i]);
    for (size_t i = 0; end->kind == END_SWITCH && i + 1 < count; i++)
        code_i64(coder, &end->cases[i]);
}

static void code_end(struct unit_coder *all, struct terminator *end)
{
    struct coder *coder = all->coder;
    bool has_temp = !coder_reads(coder) && end->temp != NO_TEMP;
    bool *flags[] = { &has_temp };

    end->kind = (enum terminator_kind)code_choice(coder, end->kind,
                                                  END_UNREACHABLE + 1);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    if (has_temp)
        code_temp(all, &end->temp);
    else
        end->temp = NO_TEMP;
    code_targets(all, end);
    code_string(coder, &end->text);
    code_place(coder, &end->place);
}

static void code_block(struct unit_coder *all, struct block *block)
{
    CODE_ARRAY(all->coder, block->instructions, block->instruction_count);
    for (size_t i = 0; i < block->instruction_count; i++)
        code_instruction(all, &block->instructions[i]);
    code_end(all, &block->end);
}

/* What a block ends with has the type of what it uses, wherever made. */
static void find_types(struct unit_coder *all, struct arena *scratch)
{
    struct function *function = all->function;
    struct type *types = arena_array(scratch, struct type, all->made);

    for (size_t i = 0; i < function->block_count; i++) {
        const struct block *block = &function->blocks[i];
        for (size_t j = 0; j < block->instruction_count; j++)
            if (block->instructions[j].result != NO_TEMP)
                types[block->instructions[j].result] =
                    instruction_type(&block->instructions[j]);
    }
    for (size_t i = 0; i < function->block_count; i++) {
        struct terminator *end = &function->blocks[i].end;
        if (end->temp < all->made)
            end->type = types[end->temp];
        else if (end->temp != NO_TEMP)
            coder_break(all->coder);
    }
}

/* Variables, blocks and where it ends. */
static void code_body(struct unit_coder *all, struct function *function)
{
    struct arena *scratch = arena_open();

    all->function = function;
    all->made = 0;
    code_variables(all);
    CODE_ARRAY(all->coder, function->blocks, function->block_count);
    for (size_t i = 0; i < function->block_count; i++)
        code_block(all, &function->blocks[i]);
    if (coder_reads(all->coder)) {
        function->temp_count = all->made;
        find_types(all, scratch);
    }
    code_place(all->coder, &function->end);
    arena_close(scratch);
}

static void code_function_itself(struct unit_coder *all,
                                 struct function *function)
{
    struct coder *coder = all->coder;
    bool *flags[] = {
        &function->is_internal, &function->is_inline,
        &function->is_noreturn, &function->is_variadic,
        &function->is_exported, &function->is_initializer,
        &function->is_weak,     &function->is_system,
        &function->is_inert,    &function->gives_no_pointer,
    };

    code_name(coder, &function->name);
    code_name(coder, &function->spelling);
    code_string(coder, &function->role);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    code_type(coder, &function->type);
    code_record(all, &function->record);
    code_place(coder, &function->place);
    if (!function->is_inert)
        code_body(all, function);
    if (!coder_reads(coder))
        return;
    function->unit = all->unit;
    function->definition = function;
    function->is_absent = function->is_inert;
}

/* The unit. */

static void code_allowances(struct unit_coder *all)
{
    struct unit *unit = all->unit;

    CODE_ARRAY(all->coder, unit->allowances, unit->allowance_count);
    for (size_t i = 0; i < unit->allowance_count; i++)
        code_allowance(all->coder, &unit->allowances[i]);
}

static void number(struct unit_coder *all, const void *thing, size_t index)
{
    map_put(all->numbers, thing, (void *)(uintptr_t)(index + 1));
}

static void number_all(struct unit_coder *all)
{
    const struct unit *unit = all->unit;

    for (size_t i = 0; i < unit->record_count; i++)
        number(all, unit->records[i], i);
    for (size_t i = 0; i < unit->global_count; i++)
        number(all, unit->globals[i], i);
    for (size_t i = 0; i < unit->function_count; i++)
        number(all, unit->functions[i], i);
}

static void make_all(struct unit_coder *all)
{
    struct unit *unit = all->unit;
    struct coder *coder = all->coder;

    for (size_t i = 0; i < unit->record_count; i++)
        unit->records[i] = code_new(coder, sizeof(struct record));
    for (size_t i = 0; i < unit->global_count; i++)
        unit->globals[i] = code_new(coder, sizeof(struct global));
    for (size_t i = 0; i < unit->function_count; i++)
        unit->functions[i] = code_new(coder, sizeof(struct function));
}

struct unit_coder *code_unit(struct arena *scratch, struct coder *coder,
                             struct unit *unit)
{
    struct unit_coder *all = arena_new(scratch, struct unit_coder);

    *all = (struct unit_coder){ .coder = coder, .unit = unit };
    code_name(coder, &unit->path);
    CODE_ARRAY(coder, unit->records, unit->record_count);
    CODE_ARRAY(coder, unit->globals, unit->global_count);
    CODE_ARRAY(coder, unit->functions, unit->function_count);
    if (coder_reads(coder)) {
        make_all(all);
    } else {
        all->numbers = map_make(scratch);
        number_all(all);
    }
    for (size_t i = 0; i < unit->record_count; i++)
        code_record_itself(all, unit->records[i]);
    for (size_t i = 0; i < unit->global_count; i++)
        code_global_itself(all, unit->globals[i]);
    for (size_t i = 0; i < unit->function_count; i++)
        code_function_itself(all, unit->functions[i]);
    code_allowances(all);
    return all;
}

void code_inert(struct unit_coder *all)
{
    const struct unit *unit = all->unit;

    for (size_t i = 0; i < unit->function_count; i++) {
        if (!unit->functions[i]->is_inert)
            continue;
        code_body(all, unit->functions[i]);
        if (coder_reads(all->coder))
            unit->functions[i]->is_absent = false;
    }
}
