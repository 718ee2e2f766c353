/* compile_value.c - the expressions of a model's steps as instructions. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/compile.h"
#include "support/map.h"

#include <assert.h>
#include <string.h>

/* Values. */

static struct value value_of(struct compiler *compiler, uint32_t temp)
{
    return (struct value){ .temp = temp,
                           .type = build_type(compiler->builder, temp) };
}

static int64_t wrap(int64_t number, struct type type)
{
    uint64_t bits = (uint64_t)number;

    if (type.kind != TYPE_INT || type.bits == 0 || type.bits >= 64)
        return number;
    bits &= (UINT64_C(1) << type.bits) - 1;
    if (type.is_signed && bits >> (type.bits - 1))
        bits |= ~UINT64_C(0) << type.bits;
    return (int64_t)bits;
}

static struct value number_value(int64_t number, struct type type)
{
    return (struct value){
        .temp = NO_TEMP, .type = type, .is_number = true, .number = number
    };
}

static struct value unknown_value(struct compiler *compiler, struct type type)
{
    return value_of(compiler, build_unknown(compiler->builder, type));
}

uint32_t compile_convert(struct compiler *compiler, struct value value,
                         struct type type)
{
    struct builder *builder = compiler->builder;

    if (value.is_number && type.kind != TYPE_FLOAT)
        return build_const(builder, type, wrap(value.number, type));
    if (type_equal(value.type, type))
        return value.temp;
    return build_cast(builder, type, NULL, value.temp);
}

uint32_t compile_as(struct compiler *compiler,
                    const struct expression *expression, struct type type)
{
    return compile_convert(compiler, compile_value(compiler, expression), type);
}

/* As compile_as, of the type it has. */
static uint32_t compile_any(struct compiler *compiler,
                            const struct expression *expression)
{
    struct value value = compile_value(compiler, expression);

    return compile_convert(compiler, value, value.type);
}

static struct type common_type(struct value a, struct value b)
{
    if (a.is_number)
        return b.type;
    if (b.is_number || a.type.kind == TYPE_POINTER)
        return a.type;
    if (b.type.kind == TYPE_POINTER || b.type.bits > a.type.bits)
        return b.type;
    return a.type;
}

/* Locals and parameters. */

struct variable *compile_find_local(const struct compiler *compiler,
                                    const char *name)
{
    vec_each (struct local, local, &compiler->locals)
        if (local->name == name)
            return local->variable;
    return NULL;
}

struct variable *compile_add_local(struct compiler *compiler, const char *name,
                                   struct variable *variable)
{
    struct local local = { name, variable };

    vec_push(compiler->arena, &compiler->locals, local);
    return variable;
}

struct value compile_load_variable(struct compiler *compiler,
                                   struct variable *variable)
{
    struct builder *builder = compiler->builder;

    assert(variable && "names are known since the steps were read");
    return value_of(compiler, build_load(builder, variable->type,
                                         build_local(builder, variable)));
}

/* Fields. */

/* Goes into anonymous members too. */
static struct field_place field_of(struct compiler *compiler, uint32_t base,
                                   struct record *record, const char *name)
{
    struct field_place none = { NO_TEMP, NULL };

    for (size_t i = 0; record && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        struct field_place inner = none;

        if (strcmp(field->name, name) != 0 && field->name[0] != '\0')
            continue;

        uint32_t address = build_field(compiler->builder, base,
                                       compile_own_record(compiler, record),
                                       (uint32_t)i, (int64_t)field->offset);

        if (field->name[0] != '\0')
            return (struct field_place){ address, field };
        if (field->type.kind == TYPE_AGGREGATE && field->count == 0)
            inner = field_of(compiler, address, field->record, name);
        if (inner.field)
            return inner;
    }
    return none;
}

struct field_place compile_field_place(struct compiler *compiler,
                                       const struct expression *expression)
{
    struct record *record = map_get(compiler->records, expression->record);
    struct field_place place = {
        compile_as(compiler, expression->a, type_pointer()), NULL
    };

    for (size_t i = 0; i < expression->path.count; i++) {
        place = field_of(compiler, place.address, record,
                         expression->path.items[i]);
        if (!place.field)
            return place;
        record = place.field->record;
    }
    return place;
}

static struct value missing_value(struct compiler *compiler)
{
    struct value value = unknown_value(compiler, type_pointer());

    value.is_missing = true;
    return value;
}

static struct value compile_field(struct compiler *compiler,
                                  const struct expression *expression)
{
    struct field_place place = compile_field_place(compiler, expression);

    if (!place.field)
        return missing_value(compiler);
    if (expression->kind == EXPRESSION_ADDRESS ||
        place.field->type.kind == TYPE_AGGREGATE)
        return value_of(compiler, place.address);
    return value_of(compiler, build_load(compiler->builder, place.field->type,
                                         place.address));
}

/* Operators. */

static struct value move_pointer(struct compiler *compiler, uint32_t base,
                                 struct value distance, bool backwards)
{
    struct builder *builder = compiler->builder;
    struct type type = type_int(64, true);

    if (backwards && distance.is_number)
        distance = number_value(-distance.number, type);
    else if (backwards)
        distance = value_of(
            compiler, build_unary(builder, OP_NEG, type,
                                  compile_convert(compiler, distance, type)));
    return value_of(compiler,
                    build_index(builder, base,
                                compile_convert(compiler, distance, type), 1));
}

static bool is_comparison(enum op op)
{
    return op == OP_EQ || op == OP_NE || op == OP_LT || op == OP_LE ||
           op == OP_GT || op == OP_GE;
}

static struct value compile_binary(struct compiler *compiler,
                                   const struct expression *expression)
{
    enum op op = expression->op;
    struct value a = compile_value(compiler, expression->a);
    struct value b = compile_value(compiler, expression->b);
    bool a_points = a.type.kind == TYPE_POINTER;
    bool b_points = b.type.kind == TYPE_POINTER;
    struct type type = common_type(a, b);

    if (a_points && !b_points && (op == OP_ADD || op == OP_SUB))
        return move_pointer(compiler, a.temp, b, op == OP_SUB);
    if (b_points && !a_points && op == OP_ADD)
        return move_pointer(compiler, b.temp, a, false);
    if (type.kind == TYPE_POINTER && !is_comparison(op))
        type = type_int(64, true);
    if ((op == OP_SHL || op == OP_SHR) && !a_points && !a.is_number)
        type = a.type;
    return value_of(compiler, build_binary(compiler->builder, op, type,
                                           compile_convert(compiler, a, type),
                                           compile_convert(compiler, b, type)));
}

static struct value compile_unary(struct compiler *compiler,
                                  const struct expression *expression)
{
    struct value a = compile_value(compiler, expression->a);

    if (a.is_number && expression->op == OP_NEG)
        return number_value((int64_t)(0 - (uint64_t)a.number), a.type);
    if (a.type.kind != TYPE_INT)
        a = value_of(compiler,
                     compile_convert(compiler, a, type_int(64, true)));
    return value_of(compiler, build_unary(compiler->builder, expression->op,
                                          a.type, a.temp));
}

/* Conditions. */

void compile_condition(struct compiler *compiler,
                       const struct expression *expression, uint32_t if_true,
                       uint32_t if_false)
{
    struct builder *builder = compiler->builder;
    uint32_t between = 0;

    switch (expression->kind) {
    case EXPRESSION_FALSE:
        compile_condition(compiler, expression->a, if_false, if_true);
        return;
    case EXPRESSION_BOTH:
        between = build_block(builder);
        compile_condition(compiler, expression->a, between, if_false);
        build_enter(builder, between);
        compile_condition(compiler, expression->b, if_true, if_false);
        return;
    case EXPRESSION_EITHER:
        between = build_block(builder);
        compile_condition(compiler, expression->a, if_true, between);
        build_enter(builder, between);
        compile_condition(compiler, expression->b, if_true, if_false);
        return;
    case EXPRESSION_NUMBER:
    case EXPRESSION_NAME:
    case EXPRESSION_LOAD:
    case EXPRESSION_FIELD:
    case EXPRESSION_ADDRESS:
    case EXPRESSION_UNARY:
    case EXPRESSION_BINARY:
    case EXPRESSION_ALLOC:
    case EXPRESSION_UNKNOWN:
    case EXPRESSION_SIZE:
    case EXPRESSION_FUNCTION:
    case EXPRESSION_CALL:
        build_branch(builder, compile_any(compiler, expression), if_true,
                     if_false, NULL);
        return;
    }
}

/* The value of a condition: 0 or 1, by way of a local. */
static struct value compile_truth(struct compiler *compiler,
                                  const struct expression *expression)
{
    struct builder *builder = compiler->builder;
    struct type type = type_int(32, true);
    struct variable *truth = build_variable(builder, NULL, type, NULL);
    uint32_t blocks[] = { build_block(builder), build_block(builder) };
    uint32_t after = build_block(builder);

    compile_condition(compiler, expression, blocks[1], blocks[0]);
    for (int i = 0; i < 2; i++) {
        build_enter(builder, blocks[i]);
        build_store(builder, type, build_local(builder, truth),
                    build_const(builder, type, i));
        build_jump(builder, after);
    }
    build_enter(builder, after);
    return compile_load_variable(compiler, truth);
}

/* Calls. */

/* A call without a result is worth 0. Nothing is added after the call, so that
 * it can be asked whether it left by an exception. */
static struct value call_value(struct compiler *compiler, uint32_t temp)
{
    if (temp == NO_TEMP)
        return number_value(0, type_int(32, true));
    return value_of(compiler, temp);
}

static struct value call_through(struct compiler *compiler,
                                 const struct expression *expression,
                                 struct variable *variable,
                                 const uint32_t *arguments)
{
    struct type type =
        expression->has_type ? expression->type : type_int(32, true);
    struct value target = compile_load_variable(compiler, variable);

    return call_value(
        compiler,
        build_call_indirect(compiler->builder, type,
                            compile_convert(compiler, target, type_pointer()),
                            arguments, expression->arguments.count));
}

static struct value call_named(struct compiler *compiler,
                               const struct expression *expression,
                               const uint32_t *arguments)
{
    struct function *function =
        compile_function_named(compiler, expression->name);
    uint32_t result = build_call(compiler->builder, function, arguments,
                                 expression->arguments.count);

    if (result == NO_TEMP || !expression->has_type ||
        expression->type.kind == TYPE_VOID)
        return call_value(compiler, result);
    return value_of(compiler,
                    compile_convert(compiler, value_of(compiler, result),
                                    expression->type));
}

static struct value compile_call(struct compiler *compiler,
                                 const struct expression *expression)
{
    struct variable *variable = compile_find_local(compiler, expression->name);
    uint32_t *arguments =
        arena_array(compiler->arena, uint32_t, expression->arguments.count);

    for (size_t i = 0; i < expression->arguments.count; i++)
        arguments[i] = compile_any(compiler, expression->arguments.items[i]);
    if (variable)
        return call_through(compiler, expression, variable, arguments);
    return call_named(compiler, expression, arguments);
}

static struct value compile_unknown(struct compiler *compiler,
                                    const struct expression *expression)
{
    struct value value = unknown_value(compiler, expression->type);
    struct record *record = NULL;

    if (expression->record)
        record = map_get(compiler->records, expression->record);
    if (record)
        value.temp =
            build_cast(compiler->builder, type_pointer(),
                       compile_own_record(compiler, record), value.temp);
    return value;
}

static struct value compile_size(struct compiler *compiler,
                                 const struct expression *expression)
{
    const struct record *record =
        map_get(compiler->records, expression->record);

    if (!record || record->size == 0)
        return unknown_value(compiler, type_int(64, false));
    return number_value((int64_t)(record->size / 8), type_int(64, false));
}

static struct value compile_number(int64_t number)
{
    bool is_small = number >= INT32_MIN && number <= INT32_MAX;

    return number_value(number, type_int(is_small ? 32 : 64, true));
}

struct value compile_value(struct compiler *compiler,
                           const struct expression *expression)
{
    struct builder *builder = compiler->builder;

    switch (expression->kind) {
    case EXPRESSION_NUMBER: return compile_number(expression->number);
    case EXPRESSION_NAME:
        return compile_load_variable(
            compiler, compile_find_local(compiler, expression->name));
    case EXPRESSION_LOAD:
        return value_of(compiler, build_load(builder, expression->type,
                                             compile_as(compiler, expression->a,
                                                        type_pointer())));
    case EXPRESSION_FIELD:
    case EXPRESSION_ADDRESS: return compile_field(compiler, expression);
    case EXPRESSION_UNARY: return compile_unary(compiler, expression);
    case EXPRESSION_BINARY: return compile_binary(compiler, expression);
    case EXPRESSION_FALSE:
    case EXPRESSION_BOTH:
    case EXPRESSION_EITHER: return compile_truth(compiler, expression);
    case EXPRESSION_ALLOC:
        return value_of(compiler,
                        build_alloc(builder, compile_as(compiler, expression->a,
                                                        type_int(64, false))));
    case EXPRESSION_UNKNOWN: return compile_unknown(compiler, expression);
    case EXPRESSION_SIZE: return compile_size(compiler, expression);
    case EXPRESSION_FUNCTION:
        return value_of(
            compiler, build_function(builder, compile_function_named(
                                                  compiler, expression->name)));
    case EXPRESSION_CALL: return compile_call(compiler, expression);
    }
    return missing_value(compiler);
}
