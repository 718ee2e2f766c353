/* verify.c - the rules of the IR, one question each.
 *
 * Needs:  a unit before linking.
 * Gives:  nothing but the answer.
 * Method: first what can be seen of each instruction alone, so that the graph
 *         can be trusted; then, with the dominators, that every use comes after
 *         what it uses.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/verify.h"

#include "ir/cfg.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/printf_like.h"

#include <inttypes.h>
#include <stdarg.h>

struct verifier {
    struct arena *scratch;
    struct fail *fail;
    const struct unit *unit;
    struct map *functions; /* those of the unit, as keys */
    struct map *globals;
    struct map *records;
    bool ok;
    /* Where we are, for messages. */
    const struct function *function;
    uint32_t block;
    size_t index; /* of the instruction; instruction_count: the end */
    /* By temporary. */
    struct type *types;
    uint32_t *made_in;
    size_t *made_at;
};

/* Messages. */

static const char *whereabouts(const struct verifier *verifier,
                               struct place *place)
{
    const struct function *function = verifier->function;
    const struct block *block = &function->blocks[verifier->block];
    bool at_end = verifier->index == block->instruction_count;

    if (at_end) {
        *place = block->end.place;
        return arena_format(verifier->scratch,
                            "function '%s', block b%" PRIu32 ", its end",
                            function->name, verifier->block);
    }

    const struct instruction *instruction =
        &block->instructions[verifier->index];
    bool is_known = instruction->op >= 0 && instruction->op < OP_COUNT;

    *place = instruction->place;
    return arena_format(verifier->scratch,
                        "function '%s', block b%" PRIu32
                        ", instruction %zu (%s)",
                        function->name, verifier->block, verifier->index,
                        is_known ? op_text(instruction->op) : "?");
}

static void tell(struct verifier *verifier, struct place place,
                 const char *where, const char *what)
{
    struct fail_place at = place_to_fail(place);

    if (place.file == NULL)
        at = (struct fail_place){ .file = verifier->unit->path };
    fail_add(verifier->fail, at, "%s: %s", where, what);
    verifier->ok = false;
}

/* Something is wrong where we are; gives false. */
PRINTF_LIKE(2, 3)
static bool wrong(struct verifier *verifier, const char *format, ...)
{
    va_list arguments;
    struct place place;
    const char *where = whereabouts(verifier, &place);

    va_start(arguments, format);
    tell(verifier, place, where,
         arena_vformat(verifier->scratch, format, arguments));
    va_end(arguments);
    return false;
}

/* Something is wrong with a thing of the unit; gives false. */
static bool wrong_thing(struct verifier *verifier, struct place place,
                        const char *kind, const char *name, const char *what)
{
    tell(verifier, place,
         arena_format(verifier->scratch, "%s '%s'", kind, name), what);
    return false;
}

/* Types. */

static bool is_scalar(struct type type)
{
    switch (type.kind) {
    case TYPE_INT: return type.bits <= 64;
    case TYPE_POINTER: return type.bits > 0 && !type.is_signed;
    case TYPE_FLOAT: return !type.is_signed;
    case TYPE_VOID:
    case TYPE_AGGREGATE: break;
    }
    return false;
}

static bool is_storable(struct type type)
{
    return is_scalar(type) || (type.kind == TYPE_AGGREGATE && !type.is_signed);
}

static bool is_result_type(struct type type)
{
    return is_scalar(type) || type_equal(type, type_void());
}

static bool belongs(const struct map *things, const void *thing)
{
    return thing != NULL && map_has(things, thing);
}

static bool is_record(const struct verifier *verifier,
                      const struct record *record)
{
    return record == NULL || map_has(verifier->records, record);
}

/* Instructions, one by one. */

static bool check_operands(struct verifier *verifier,
                           const struct instruction *instruction)
{
    int wanted = op_operands(instruction->op);
    uint32_t count = instruction->operand_count;

    if (wanted >= 0 && count != (uint32_t)wanted)
        return wrong(verifier, "%" PRIu32 " operands instead of %d", count,
                     wanted);
    if (instruction->op == OP_CALL_INDIRECT && count == 0)
        return wrong(verifier, "no function is called");
    for (uint32_t i = 0; i < count; i++)
        if (instruction->operands[i] >= verifier->function->temp_count)
            return wrong(verifier, "operand %" PRIu32 " does not exist", i);
    return true;
}

static bool check_type(struct verifier *verifier,
                       const struct instruction *instruction)
{
    enum op_typing typing = op_typing(instruction->op);
    struct type type = instruction->type;
    bool may_be_void = op_operands(instruction->op) < 0;

    if (typing != TYPING_VARIES)
        return type_equal(type, typing_type(typing)) ||
               wrong(verifier, "its type is not the one it always has");
    if (!is_scalar(type) && !(may_be_void && type_equal(type, type_void())))
        return wrong(verifier, "its type is not that of a value");
    if (instruction->op == OP_CONST && type.kind == TYPE_FLOAT)
        return wrong(verifier, "its type is not an integer or a pointer");
    return true;
}

static bool check_result(struct verifier *verifier,
                         const struct instruction *instruction, uint32_t *made)
{
    uint32_t result = instruction->result;

    if (instruction_type(instruction).kind == TYPE_VOID)
        return result == NO_TEMP ||
               wrong(verifier, "it has a result but makes no value");
    if (result == NO_TEMP)
        return wrong(verifier, "it makes a value but has no result");
    if (result != *made)
        return wrong(verifier,
                     "%%%" PRIu32 " is made where %%%" PRIu32 " is next",
                     result, *made);
    if (result >= verifier->function->temp_count)
        return wrong(verifier, "the function has no temporary %%%" PRIu32,
                     result);
    verifier->types[result] = instruction_type(instruction);
    verifier->made_in[result] = verifier->block;
    verifier->made_at[result] = verifier->index;
    ++*made;
    return true;
}

static bool check_variable(struct verifier *verifier,
                           const struct variable *variable)
{
    const struct function *function = verifier->function;

    return (variable != NULL && variable->number < function->variable_count &&
            function->variables[variable->number] == variable) ||
           wrong(verifier, "the variable is not one of the function's");
}

static bool check_field(struct verifier *verifier,
                        const struct instruction *instruction)
{
    const struct record *record = instruction->record;

    if (!is_record(verifier, record))
        return wrong(verifier, "the record is not one of the unit's");
    return record == NULL || instruction->field < record->field_count ||
           wrong(verifier, "record '%s' has no field %" PRIu32, record->name,
                 instruction->field);
}

static bool check_called(struct verifier *verifier,
                         const struct instruction *instruction)
{
    const struct function *function = instruction->function;

    if (!belongs(verifier->functions, function))
        return wrong(verifier, "the function is not one of the unit's");
    return instruction->op != OP_CALL ||
           type_equal(instruction->type, function->type) ||
           wrong(verifier, "its type is not that of '%s'", function->name);
}

static bool check_extra(struct verifier *verifier,
                        const struct instruction *instruction)
{
    switch (op_extra(instruction->op)) {
    case EXTRA_NAME:
        return instruction->name != NULL || wrong(verifier, "it has no text");
    case EXTRA_FUNCTION: return check_called(verifier, instruction);
    case EXTRA_GLOBAL:
        return belongs(verifier->globals, instruction->global) ||
               wrong(verifier, "the global is not one of the unit's");
    case EXTRA_VARIABLE: return check_variable(verifier, instruction->variable);
    case EXTRA_FIELD: return check_field(verifier, instruction);
    case EXTRA_RECORD:
        return is_record(verifier, instruction->record) ||
               wrong(verifier, "the record is not one of the unit's");
    case EXTRA_NONE:
    case EXTRA_IMMEDIATE: break;
    }
    return true;
}

static bool check_targets(struct verifier *verifier,
                          const struct terminator *end)
{
    for (uint32_t i = 0; i < end->target_count; i++)
        if (end->targets[i] >= verifier->function->block_count)
            return wrong(verifier, "there is no block b%" PRIu32,
                         end->targets[i]);
    return true;
}

static bool check_end(struct verifier *verifier, const struct terminator *end)
{
    static const struct shape {
        uint32_t targets;
        bool has_temp;
    } shapes[] = {
        [END_JUMP] = { 1, false },  [END_BRANCH] = { 2, true },
        [END_SWITCH] = { 0, true }, [END_RETURN] = { 0, false },
        [END_RAISE] = { 0, false }, [END_UNREACHABLE] = { 0, false },
    };

    if (end->kind < 0 || end->kind > END_UNREACHABLE)
        return wrong(verifier, "it is of no known kind");

    const struct shape *shape = &shapes[end->kind];
    bool returns_value = verifier->function->type.kind != TYPE_VOID;
    bool has_temp = end->kind == END_RETURN ? returns_value : shape->has_temp;

    if (end->kind == END_SWITCH ? end->target_count == 0
                                : end->target_count != shape->targets)
        return wrong(verifier, "it has %" PRIu32 " targets", end->target_count);
    if (has_temp && end->temp == NO_TEMP)
        return wrong(verifier, "it has no value");
    if (!has_temp && end->temp != NO_TEMP)
        return wrong(verifier, "it has a value but needs none");
    if (has_temp && end->temp >= verifier->function->temp_count)
        return wrong(verifier, "its value does not exist");
    return check_targets(verifier, end);
}

static bool check_alone(struct verifier *verifier,
                        const struct instruction *instruction, uint32_t *made)
{
    if (instruction->op < 0 || instruction->op >= OP_COUNT)
        return wrong(verifier, "there is no such instruction");
    return check_operands(verifier, instruction) &&
           check_type(verifier, instruction) &&
           check_extra(verifier, instruction) &&
           check_result(verifier, instruction, made);
}

static bool check_shape(struct verifier *verifier)
{
    const struct function *function = verifier->function;
    uint32_t made = 0;

    for (uint32_t i = 0; i < function->block_count; i++) {
        const struct block *block = &function->blocks[i];
        verifier->block = i;
        for (size_t j = 0; j < block->instruction_count; j++) {
            verifier->index = j;
            if (!check_alone(verifier, &block->instructions[j], &made))
                return false;
        }
        verifier->index = block->instruction_count;
        if (!check_end(verifier, &block->end))
            return false;
    }
    return made == function->temp_count ||
           wrong_thing(verifier, function->place, "function", function->name,
                       "it has more temporaries than its blocks make");
}

/* What operands must be. */

enum wanted {
    WANTED_ANY,
    WANTED_POINTER,
    WANTED_INT,
    WANTED_SAME,  /* as the instruction's type */
    WANTED_NUMBER /* the same, or an integer or pointer as wide */
};

static enum wanted wanted_of(enum op op, uint32_t operand)
{
    if (op >= OP_ADD && op <= OP_SUB)
        return WANTED_NUMBER;
    if ((op == OP_SHL || op == OP_SHR) && operand == 1)
        return WANTED_INT;
    if (op >= OP_ADD && op <= OP_NOT)
        return WANTED_SAME;
    if (op == OP_CALL_INDIRECT)
        return operand == 0 ? WANTED_POINTER : WANTED_ANY;
    if (op == OP_STORE)
        return operand == 0 ? WANTED_POINTER : WANTED_SAME;
    if (op == OP_COPY)
        return operand < 2 ? WANTED_POINTER : WANTED_INT;
    if (op == OP_INDEX || op == OP_FILL)
        return operand == 0 ? WANTED_POINTER : WANTED_INT;
    if (op == OP_ALLOC)
        return WANTED_INT;
    if (op == OP_FIELD || op == OP_LOAD || op == OP_HAVOC || op == OP_OBJECT ||
        op == OP_FAULTS || op == OP_FREE)
        return WANTED_POINTER;
    return WANTED_ANY;
}

static bool is_wanted(enum wanted wanted, struct type type, struct type own)
{
    switch (wanted) {
    case WANTED_POINTER: return type.kind == TYPE_POINTER;
    case WANTED_INT: return type.kind == TYPE_INT;
    case WANTED_SAME: return type_equal(type, own);
    case WANTED_NUMBER:
        return type_equal(type, own) ||
               ((type.kind == TYPE_POINTER || own.kind == TYPE_POINTER) &&
                type.kind != TYPE_FLOAT && own.kind != TYPE_FLOAT &&
                type.bits == own.bits);
    case WANTED_ANY: break;
    }
    return true;
}

static bool check_operand_types(struct verifier *verifier,
                                const struct instruction *instruction)
{
    for (uint32_t i = 0; i < instruction->operand_count; i++)
        if (!is_wanted(wanted_of(instruction->op, i),
                       verifier->types[instruction->operands[i]],
                       instruction->type))
            return wrong(verifier, "%%%" PRIu32 " is of the wrong type",
                         instruction->operands[i]);
    return true;
}

static bool check_end_types(struct verifier *verifier,
                            const struct terminator *end)
{
    if (end->temp == NO_TEMP)
        return true;

    struct type type = verifier->types[end->temp];

    if (!type_equal(type, end->type))
        return wrong(verifier, "its type is not that of its value");
    if (end->kind == END_RETURN && !type_equal(type, verifier->function->type))
        return wrong(verifier, "the value is not of the function's type");
    if (end->kind == END_SWITCH && type.kind != TYPE_INT)
        return wrong(verifier, "the value is not an integer");
    return true;
}

/* Uses come after what they use. */

static bool check_use(struct verifier *verifier, const struct cfg *cfg,
                      uint32_t temp)
{
    uint32_t made_in = verifier->made_in[temp];
    bool is_after = made_in == verifier->block
                        ? verifier->made_at[temp] < verifier->index
                        : cfg_dominates(cfg, made_in, verifier->block);

    return is_after ||
           wrong(verifier, "%%%" PRIu32 " may not have been made", temp);
}

static bool check_instruction_uses(struct verifier *verifier,
                                   const struct cfg *cfg,
                                   const struct instruction *instruction)
{
    for (uint32_t i = 0; i < instruction->operand_count; i++)
        if (!check_use(verifier, cfg, instruction->operands[i]))
            return false;
    return check_operand_types(verifier, instruction);
}

static bool check_block_uses(struct verifier *verifier, const struct cfg *cfg)
{
    const struct block *block = &verifier->function->blocks[verifier->block];

    for (size_t i = 0; i < block->instruction_count; i++) {
        verifier->index = i;
        if (!check_instruction_uses(verifier, cfg, &block->instructions[i]))
            return false;
    }
    verifier->index = block->instruction_count;
    if (block->end.temp != NO_TEMP &&
        !check_use(verifier, cfg, block->end.temp))
        return false;
    return check_end_types(verifier, &block->end);
}

static void check_uses(struct verifier *verifier)
{
    const struct cfg *cfg =
        cfg_make_shape(verifier->scratch, verifier->function);

    for (uint32_t i = 0; i < cfg->order_count; i++) {
        verifier->block = cfg->order[i];
        if (!check_block_uses(verifier, cfg))
            return;
    }
}

/* The things of a unit. */

static bool check_variables(struct verifier *verifier,
                            const struct function *function)
{
    for (size_t i = 0; i < function->variable_count; i++) {
        const struct variable *variable = function->variables[i];
        if (variable->name == NULL || variable->number != i ||
            !is_storable(variable->type) ||
            !is_record(verifier, variable->record))
            return wrong_thing(
                verifier, function->place, "function", function->name,
                arena_format(verifier->scratch,
                             "variable %zu has a wrong name, number, type or "
                             "record",
                             i));
    }
    return true;
}

static bool check_head(struct verifier *verifier,
                       const struct function *function)
{
    const char *what = NULL;

    if (function->unit != verifier->unit)
        what = "it belongs to another unit";
    else if (!is_result_type(function->type))
        what = "it cannot return its type";
    else if (!is_record(verifier, function->record))
        what = "its record is not one of the unit's";
    else if (function->parameter_count > function->variable_count)
        what = "it has more parameters than variables";
    if (what != NULL)
        return wrong_thing(verifier, function->place, "function",
                           function->name, what);
    return check_variables(verifier, function);
}

static void check_function(struct verifier *verifier,
                           const struct function *function)
{
    struct arena *scratch = verifier->scratch;
    uint32_t temp_count = function->temp_count;

    verifier->function = function;
    if (!check_head(verifier, function) || function->block_count == 0)
        return;
    verifier->types = arena_array(scratch, struct type, temp_count);
    verifier->made_in = arena_array(scratch, uint32_t, temp_count);
    verifier->made_at = arena_array(scratch, size_t, temp_count);
    if (check_shape(verifier))
        check_uses(verifier);
}

static const char *initial_fault(const struct verifier *verifier,
                                 const struct initial *initial)
{
    bool is_address = initial->kind == INITIAL_FUNCTION ||
                      initial->kind == INITIAL_GLOBAL ||
                      initial->kind == INITIAL_STRING;

    if (!is_scalar(initial->type))
        return "a value's type is not that of a value";
    if (is_address && initial->type.kind != TYPE_POINTER)
        return "an address is not of pointer type";
    if (initial->kind == INITIAL_FUNCTION &&
        !belongs(verifier->functions, initial->function))
        return "a function is not one of the unit's";
    if (initial->kind == INITIAL_GLOBAL &&
        !belongs(verifier->globals, initial->global))
        return "a global is not one of the unit's";
    return NULL;
}

static const char *global_fault(const struct verifier *verifier,
                                const struct global *global)
{
    const char *fault = NULL;

    if (global->unit != verifier->unit)
        return "it belongs to another unit";
    if (!is_storable(global->type))
        return "it cannot have its type";
    if (!is_record(verifier, global->record))
        return "its record is not one of the unit's";
    if (!global->is_defined && global->initial_count > 0)
        return "it is only declared but has values";
    for (size_t i = 0; i < global->initial_count && fault == NULL; i++) {
        if (i > 0 &&
            global->initials[i].offset <= global->initials[i - 1].offset)
            return "its values are not in the order of their offsets";
        fault = initial_fault(verifier, &global->initials[i]);
    }
    return fault;
}

static void check_global(struct verifier *verifier, const struct global *global)
{
    const char *fault = global_fault(verifier, global);

    if (fault != NULL)
        wrong_thing(verifier, global->place, "global", global->name, fault);
}

static void check_record(struct verifier *verifier, const struct record *record)
{
    const struct place nowhere = { .file = NULL };

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        if (field->name != NULL && is_storable(field->type) &&
            is_record(verifier, field->record))
            continue;
        wrong_thing(verifier, nowhere, "record", record->name,
                    arena_format(verifier->scratch,
                                 "field %zu has a wrong name, type or record",
                                 i));
        return;
    }
}

static void gather_things(struct verifier *verifier)
{
    const struct unit *unit = verifier->unit;

    for (size_t i = 0; i < unit->record_count; i++)
        map_put(verifier->records, unit->records[i], unit->records[i]);
    for (size_t i = 0; i < unit->global_count; i++)
        map_put(verifier->globals, unit->globals[i], unit->globals[i]);
    for (size_t i = 0; i < unit->function_count; i++)
        map_put(verifier->functions, unit->functions[i], unit->functions[i]);
}

bool unit_verify(const struct unit *unit, struct fail *fail)
{
    struct arena *scratch = arena_open();
    struct verifier verifier = {
        .scratch = scratch,
        .fail = fail,
        .unit = unit,
        .functions = map_make(scratch),
        .globals = map_make(scratch),
        .records = map_make(scratch),
        .ok = true,
    };

    gather_things(&verifier);
    for (size_t i = 0; i < unit->record_count; i++)
        check_record(&verifier, unit->records[i]);
    for (size_t i = 0; i < unit->global_count; i++)
        check_global(&verifier, unit->globals[i]);
    for (size_t i = 0; i < unit->function_count; i++)
        check_function(&verifier, unit->functions[i]);
    arena_close(scratch);
    return verifier.ok;
}
