/* compile.c - the models that a driver needs, as one unit of weak functions.
 *
 * Needs:  the driver's units: what they declare, and their records.
 * Gives:  set->models.
 * Method: a model is compiled for each of its names that some unit declares
 *         and the driver does not define, or that another compiled model
 *         calls. Types that a model leaves open are those of the driver's
 *         declaration. A field of a record that no unit has reads as unknown,
 *         and what would be stored there is dropped.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/build.h"
#include "ir/unit.h"
#include "rules/model.h"
#include "rules/rules.h"
#include "support/map.h"
#include "support/strings.h"

#include <string.h>

/* A function to be compiled. */
struct order {
    struct function *function;
    const struct model *model;
    const struct function *declared; /* the driver's, or NULL */
};

struct local {
    const char *name;
    struct variable *variable;
};

struct compiler {
    struct arena *arena;
    const struct map *models;
    struct unit *unit;
    struct map *declared; /* name to the driver's function */
    struct map *records;  /* name to record */
    struct map *made;     /* name to function of the models' unit */
    struct vec_of(struct order) orders;
    struct builder *builder;
    struct vec_of(struct local) locals;
};

struct value {
    uint32_t temp;
    struct type type;
    bool is_number;  /* of value `number`; fits any type */
    bool is_missing; /* comes out of a field that no record has */
    int64_t number;
};

static struct value compile(struct compiler *compiler,
                            const struct expression *expression);
static void compile_all(struct compiler *compiler,
                        const struct statements *statements);

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

static struct value number_value(struct compiler *compiler, int64_t number,
                                 struct type type)
{
    struct value value = value_of(
        compiler, build_const(compiler->builder, type, wrap(number, type)));

    value.is_number = true;
    value.number = number;
    return value;
}

static struct value unknown_value(struct compiler *compiler, struct type type)
{
    return value_of(compiler, build_unknown(compiler->builder, type));
}

static uint32_t convert(struct compiler *compiler, struct value value,
                        struct type type)
{
    if (type_equal(value.type, type))
        return value.temp;
    if (value.is_number && type.kind != TYPE_FLOAT)
        return number_value(compiler, value.number, type).temp;
    return build_cast(compiler->builder, type, NULL, value.temp);
}

static uint32_t compile_as(struct compiler *compiler,
                           const struct expression *expression,
                           struct type type)
{
    return convert(compiler, compile(compiler, expression), type);
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

static struct variable *find_local(const struct compiler *compiler,
                                   const char *name)
{
    vec_each (struct local, local, &compiler->locals)
        if (local->name == name)
            return local->variable;
    return NULL;
}

static struct variable *add_local(struct compiler *compiler, const char *name,
                                  struct variable *variable)
{
    struct local local = { name, variable };

    vec_push(compiler->arena, &compiler->locals, local);
    return variable;
}

static struct value load_variable(struct compiler *compiler,
                                  struct variable *variable)
{
    struct builder *builder = compiler->builder;

    return value_of(compiler, build_load(builder, variable->type,
                                         build_local(builder, variable)));
}

/* Fields. */

struct field_place {
    uint32_t address; /* NO_TEMP: no such field */
    const struct field *field;
};

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

        uint32_t address = build_field(compiler->builder, base, record,
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

static struct field_place
compile_field_place(struct compiler *compiler,
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
        distance = number_value(compiler, -distance.number, type);
    else if (backwards)
        distance =
            value_of(compiler, build_unary(builder, OP_NEG, type,
                                           convert(compiler, distance, type)));
    return value_of(
        compiler,
        build_index(builder, base, convert(compiler, distance, type), 1));
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
    struct value a = compile(compiler, expression->a);
    struct value b = compile(compiler, expression->b);
    bool a_points = a.type.kind == TYPE_POINTER;
    bool b_points = b.type.kind == TYPE_POINTER;
    struct type type = common_type(a, b);

    if (a_points && !b_points && (op == OP_ADD || op == OP_SUB))
        return move_pointer(compiler, a.temp, b, op == OP_SUB);
    if (b_points && !a_points && op == OP_ADD)
        return move_pointer(compiler, b.temp, a, false);
    if (type.kind == TYPE_POINTER && !is_comparison(op))
        type = type_int(64, true);
    if (op == OP_SHL || op == OP_SHR)
        type = a_points ? type : a.type;
    return value_of(compiler, build_binary(compiler->builder, op, type,
                                           convert(compiler, a, type),
                                           convert(compiler, b, type)));
}

static struct value compile_unary(struct compiler *compiler,
                                  const struct expression *expression)
{
    struct value a = compile(compiler, expression->a);

    if (a.is_number && expression->op == OP_NEG)
        return number_value(compiler, (int64_t)(0 - (uint64_t)a.number),
                            a.type);
    if (a.type.kind != TYPE_INT)
        a = value_of(compiler, convert(compiler, a, type_int(64, true)));
    return value_of(compiler, build_unary(compiler->builder, expression->op,
                                          a.type, a.temp));
}

/* Conditions. */

static void compile_condition(struct compiler *compiler,
                              const struct expression *expression,
                              uint32_t if_true, uint32_t if_false)
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
    case EXPRESSION_CALL:
        build_branch(builder, compile(compiler, expression).temp, if_true,
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
    return load_variable(compiler, truth);
}

/* Calls. */

static struct function *function_named(struct compiler *compiler,
                                       const char *name);

static struct value call_value(struct compiler *compiler, uint32_t temp)
{
    if (temp == NO_TEMP)
        return unknown_value(compiler, type_int(32, true));
    return value_of(compiler, temp);
}

static struct value call_through(struct compiler *compiler,
                                 const struct expression *expression,
                                 struct variable *variable,
                                 const uint32_t *arguments)
{
    struct type type =
        expression->has_type ? expression->type : type_int(32, true);
    struct value target = load_variable(compiler, variable);

    return call_value(
        compiler, build_call_indirect(compiler->builder, type,
                                      convert(compiler, target, type_pointer()),
                                      arguments, expression->arguments.count));
}

static struct value call_named(struct compiler *compiler,
                               const struct expression *expression,
                               const uint32_t *arguments)
{
    struct function *function = function_named(compiler, expression->name);
    uint32_t result = build_call(compiler->builder, function, arguments,
                                 expression->arguments.count);

    if (result == NO_TEMP || !expression->has_type)
        return call_value(compiler, result);
    return value_of(compiler, convert(compiler, value_of(compiler, result),
                                      expression->type));
}

static struct value compile_call(struct compiler *compiler,
                                 const struct expression *expression)
{
    struct variable *variable = find_local(compiler, expression->name);
    uint32_t *arguments =
        arena_array(compiler->arena, uint32_t, expression->arguments.count);

    for (size_t i = 0; i < expression->arguments.count; i++)
        arguments[i] = compile(compiler, expression->arguments.items[i]).temp;
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
            build_cast(compiler->builder, type_pointer(), record, value.temp);
    return value;
}

static struct value compile_size(struct compiler *compiler,
                                 const struct expression *expression)
{
    const struct record *record =
        map_get(compiler->records, expression->record);

    if (!record || record->size == 0)
        return unknown_value(compiler, type_int(64, false));
    return number_value(compiler, (int64_t)(record->size / 8),
                        type_int(64, false));
}

static struct value compile_number(struct compiler *compiler, int64_t number)
{
    bool is_small = number >= INT32_MIN && number <= INT32_MAX;

    return number_value(compiler, number, type_int(is_small ? 32 : 64, true));
}

static struct value compile(struct compiler *compiler,
                            const struct expression *expression)
{
    struct builder *builder = compiler->builder;

    switch (expression->kind) {
    case EXPRESSION_NUMBER: return compile_number(compiler, expression->number);
    case EXPRESSION_NAME:
        return load_variable(compiler, find_local(compiler, expression->name));
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
    case EXPRESSION_CALL: return compile_call(compiler, expression);
    }
    return missing_value(compiler);
}

/* Statements. */

static void compile_assign(struct compiler *compiler,
                           const struct statement *statement)
{
    struct builder *builder = compiler->builder;
    struct value value = compile(compiler, statement->value);
    struct variable *variable = find_local(compiler, statement->name);

    if (!variable)
        variable = add_local(
            compiler, statement->name,
            build_variable(builder, statement->name, value.type, NULL));

    uint32_t temp = convert(compiler, value, variable->type);

    build_store(builder, variable->type, build_local(builder, variable), temp);
}

static void compile_store(struct compiler *compiler,
                          const struct statement *statement)
{
    const struct expression *target = statement->target;
    struct builder *builder = compiler->builder;
    struct field_place place = { NO_TEMP, NULL };
    struct type type = target->type;

    if (target->kind == EXPRESSION_FIELD) {
        place = compile_field_place(compiler, target);
        if (!place.field || place.field->type.kind == TYPE_AGGREGATE)
            return;
        type = place.field->type;
    } else {
        place.address = compile_as(compiler, target->a, type_pointer());
    }
    build_store(builder, type, place.address,
                compile_as(compiler, statement->value, type));
}

static void compile_if(struct compiler *compiler,
                       const struct statement *statement)
{
    struct builder *builder = compiler->builder;
    uint32_t then = build_block(builder);
    uint32_t otherwise = build_block(builder);
    uint32_t after = build_block(builder);

    compile_condition(compiler, statement->value, then, otherwise);
    build_enter(builder, then);
    compile_all(compiler, &statement->then);
    build_jump(builder, after);
    build_enter(builder, otherwise);
    compile_all(compiler, &statement->otherwise);
    build_jump(builder, after);
    build_enter(builder, after);
}

static void compile_return(struct compiler *compiler,
                           const struct statement *statement)
{
    struct type type = compiler->builder->function->type;

    if (type.kind == TYPE_VOID)
        build_return(compiler->builder, NO_TEMP);
    else if (statement->value)
        build_return(compiler->builder,
                     compile_as(compiler, statement->value, type));
    else
        build_return(compiler->builder, build_unknown(compiler->builder, type));
}

static void compile_role(struct compiler *compiler,
                         const struct statement *statement)
{
    struct value value = compile(compiler, statement->value);

    if (value.is_missing)
        return;
    build_store(compiler->builder, type_pointer(),
                build_global(compiler->builder, statement->global),
                convert(compiler, value, type_pointer()));
}

/* free, havoc, copy, fill */
static void compile_deed(struct compiler *compiler,
                         const struct statement *statement)
{
    struct builder *builder = compiler->builder;
    struct type size = type_int(64, false);
    uint32_t to = compile_as(compiler, statement->operands[0], type_pointer());
    uint32_t what = 0;

    if (statement->kind == STATEMENT_FREE) {
        build_free(builder, to);
    } else if (statement->kind == STATEMENT_HAVOC) {
        build_havoc(builder, to);
    } else if (statement->kind == STATEMENT_COPY) {
        what = compile_as(compiler, statement->operands[1], type_pointer());
        build_copy(builder, to, what,
                   compile_as(compiler, statement->operands[2], size));
    } else {
        what = compile_as(compiler, statement->operands[1], type_int(8, false));
        build_fill(builder, to, what,
                   compile_as(compiler, statement->operands[2], size));
    }
}

static void compile_statement(struct compiler *compiler,
                              const struct statement *statement)
{
    compiler->builder->place = statement->place;
    switch (statement->kind) {
    case STATEMENT_ASSIGN: compile_assign(compiler, statement); break;
    case STATEMENT_STORE: compile_store(compiler, statement); break;
    case STATEMENT_IF: compile_if(compiler, statement); break;
    case STATEMENT_RETURN: compile_return(compiler, statement); break;
    case STATEMENT_STOP: build_unreachable(compiler->builder); break;
    case STATEMENT_RAISE: build_raise(compiler->builder); break;
    case STATEMENT_FREE:
    case STATEMENT_HAVOC:
    case STATEMENT_COPY:
    case STATEMENT_FILL: compile_deed(compiler, statement); break;
    case STATEMENT_ROLE: compile_role(compiler, statement); break;
    case STATEMENT_CALL: compile_call(compiler, statement->value); break;
    }
}

static void compile_all(struct compiler *compiler,
                        const struct statements *statements)
{
    vec_each (struct statement *, statement, statements)
        compile_statement(compiler, *statement);
}

/* Functions. */

static const struct variable *declared_parameter(const struct order *order,
                                                 size_t index)
{
    if (!order->declared || index >= order->declared->parameter_count)
        return NULL;
    return order->declared->variables[index];
}

/* A structure is passed by the address of a copy. */
static struct type scalar_type(struct type type)
{
    return type.kind == TYPE_AGGREGATE ? type_pointer() : type;
}

static void add_parameter(struct compiler *compiler, const struct order *order,
                          size_t index)
{
    const struct variable *declared = declared_parameter(order, index);
    const struct model *model = order->model;
    struct type type = type_pointer();
    const char *name = NULL;
    bool has_type = false;

    if (index < model->parameters.count) {
        name = model->parameters.items[index].name;
        type = model->parameters.items[index].type;
        has_type = model->parameters.items[index].has_type;
    }
    if (declared && !has_type)
        type = scalar_type(declared->type);
    add_local(compiler, name,
              build_parameter(compiler->builder, name, type,
                              declared ? declared->record : NULL));
}

static void add_parameters(struct compiler *compiler, const struct order *order)
{
    size_t count = order->model->parameters.count;

    if (!order->model->has_parameters && order->declared)
        count = order->declared->parameter_count;
    compiler->locals.count = 0;
    for (size_t i = 0; i < count; i++)
        add_parameter(compiler, order, i);
}

static void havoc_writes(struct compiler *compiler, const struct order *order)
{
    size_t count = compiler->locals.count;

    vec_each (const unsigned, argument, &order->model->writes) {
        if (*argument >= count)
            continue;

        struct value value =
            load_variable(compiler, compiler->locals.items[*argument].variable);

        build_havoc(compiler->builder,
                    convert(compiler, value, type_pointer()));
    }
}

static void compile_function(struct compiler *compiler,
                             const struct order *order)
{
    struct arena *scratch = arena_open();

    compiler->builder = build_start(scratch, compiler->unit, order->function);
    compiler->builder->place = order->model->place;
    add_parameters(compiler, order);
    havoc_writes(compiler, order);
    compile_all(compiler, &order->model->steps);
    build_finish(compiler->builder);
    arena_close(scratch);
}

static struct type result_type(const struct order *order)
{
    if (order->model && order->model->has_result)
        return order->model->result;
    if (order->declared)
        return scalar_type(order->declared->type);
    return type_pointer();
}

/* The models' own function of that name, made when first asked for: with a
 * body if there is a model, else only declared. */
static struct function *function_named(struct compiler *compiler,
                                       const char *name)
{
    struct function *function = map_get(compiler->made, name);
    struct order order = { .model = map_get(compiler->models, name),
                           .declared = map_get(compiler->declared, name) };

    if (function)
        return function;
    function = arena_new(compiler->arena, struct function);
    function->name = function->spelling = name;
    function->is_system = true;
    function->unit = compiler->unit;
    function->type = result_type(&order);
    function->record = order.declared ? order.declared->record : NULL;
    function->is_variadic = !order.declared || order.declared->is_variadic;
    map_put(compiler->made, name, function);
    if (!order.model)
        return function;
    function->place = function->end = order.model->place;
    function->is_weak = !order.model->replaces;
    function->is_noreturn = order.model->is_noreturn;
    order.function = function;
    vec_push(compiler->arena, &compiler->orders, order);
    return function;
}

/* What the driver's units say. */

static void note_function(struct compiler *compiler, struct function *function)
{
    const struct function *known = map_get(compiler->declared, function->name);

    if (function->is_internal)
        return;
    if (!known || known->block_count == 0)
        map_put(compiler->declared, function->name, function);
}

static void note_record(struct compiler *compiler, struct record *record)
{
    const struct record *known = map_get(compiler->records, record->name);

    if (!known || known->field_count == 0 ||
        (known->size == 0 && record->size != 0))
        map_put(compiler->records, record->name, record);
}

static void note_unit(struct compiler *compiler, const struct unit *unit)
{
    for (size_t i = 0; i < unit->function_count; i++)
        note_function(compiler, unit->functions[i]);
    for (size_t i = 0; i < unit->record_count; i++)
        note_record(compiler, unit->records[i]);
}

/* Whether the model is to be compiled for a function that some unit has. */
static bool is_wanted(const struct function *function,
                      const struct model *model)
{
    if (function->block_count == 0)
        return true;
    return function->is_system && model->replaces;
}

static void want_declared(struct compiler *compiler)
{
    for (size_t i = 0; i < map_count(compiler->declared); i++) {
        const struct function *function = map_at(compiler->declared, i).value;
        const struct model *model = map_get(compiler->models, function->name);

        if (model && is_wanted(function, model))
            function_named(compiler, function->name);
    }
}

static void list_functions(struct compiler *compiler)
{
    struct unit *unit = compiler->unit;

    unit->function_count = map_count(compiler->made);
    unit->functions =
        arena_array(compiler->arena, struct function *, unit->function_count);
    for (size_t i = 0; i < unit->function_count; i++)
        unit->functions[i] = map_at(compiler->made, i).value;
}

static void list_globals(struct compiler *compiler, const struct rule_set *set)
{
    struct unit *unit = compiler->unit;

    unit->globals =
        arena_array(compiler->arena, struct global *, set->root_count);
    for (size_t i = 0; i < set->root_count; i++) {
        struct global *global = set->roots[i].global;

        if (!global)
            continue;
        global->unit = unit;
        unit->globals[unit->global_count++] = global;
    }
}

void rules_bind(struct arena *arena, struct rule_set *set,
                struct unit *const *units, size_t count)
{
    struct compiler compiler = { .arena = arena,
                                 .models = set->models_by_name,
                                 .unit = arena_new(arena, struct unit),
                                 .declared = map_make(arena),
                                 .records = map_make(arena),
                                 .made = map_make(arena) };

    compiler.unit->path = "models";
    compiler.unit->arena = arena;
    for (size_t i = 0; i < count; i++)
        note_unit(&compiler, units[i]);
    want_declared(&compiler);
    for (size_t i = 0; i < compiler.orders.count; i++) {
        struct order order = compiler.orders.items[i];

        compile_function(&compiler, &order);
    }
    list_functions(&compiler);
    list_globals(&compiler, set);
    set->models = compiler.unit;
}
