/* bind.c - the models that a driver needs, as one unit of weak functions.
 *
 * Needs:  the driver's units: what they declare, and their records.
 * Gives:  the models' unit; takes the bodies of replaced functions away.
 * Method: a model is compiled for each of its names that some unit declares
 *         and the driver does not define, or that another compiled model
 *         calls. Types that a model leaves open are those of the driver's
 *         declaration. A field of a record that no unit has reads as unknown,
 *         and what would be stored there is dropped.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/unit.h"
#include "rules/compile.h"
#include "rules/rules.h"
#include "support/map.h"

#include <string.h>

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
    compile_add_local(
        compiler, name,
        build_parameter(
            compiler->builder, name, type,
            compile_own_record(compiler, declared ? declared->record : NULL)));
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

        struct value value = compile_load_variable(
            compiler, compiler->locals.items[*argument].variable);

        build_havoc(compiler->builder,
                    compile_convert(compiler, value, type_pointer()));
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
    compile_statements(compiler, &order->model->steps);
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

struct function *compile_function_named(struct compiler *compiler,
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
    function->record = compile_own_record(
        compiler, order.declared ? order.declared->record : NULL);
    function->is_variadic = order.declared
                                ? order.declared->is_variadic
                                : !order.model || !order.model->has_parameters;
    map_put(compiler->made, name, function);
    if (!order.model)
        return function;
    function->place = function->end = order.model->place;
    function->is_weak = true;
    function->is_noreturn = order.model->is_noreturn;
    order.function = function;
    vec_push(compiler->arena, &compiler->orders, order);
    return function;
}

struct function *compile_keeper(struct compiler *compiler)
{
    struct function *keeper = compile_function_named(compiler, "the system");

    keeper->type = type_void();
    return keeper;
}

/* Linking makes one of it and the driver's, so what its fields refer to need
 * not be copied. */
struct record *compile_own_record(struct compiler *compiler,
                                  const struct record *record)
{
    struct record *own = NULL;

    if (!record)
        return NULL;
    own = map_get(compiler->own, record);
    if (own)
        return own;
    own = arena_copy(compiler->arena, record, sizeof(*record));
    own->definition = NULL;
    own->fields =
        arena_array(compiler->arena, struct field, record->field_count);
    for (size_t i = 0; i < record->field_count; i++) {
        own->fields[i] = record->fields[i];
        own->fields[i].record = NULL;
    }
    map_put(compiler->own, record, own);
    return own;
}

/* What the driver's units say. */

static void note_function(struct compiler *compiler, struct function *function)
{
    const struct function *known = map_get(compiler->declared, function->name);

    if (function->is_internal)
        return;
    if (!known || !function_is_defined(known))
        map_put(compiler->declared, function->name, function);
}

static void note_record(struct compiler *compiler, struct record *record)
{
    const struct record *known = map_get(compiler->records, record->name);

    if (!known || known->field_count == 0 ||
        (known->size == 0 && record->size != 0))
        map_put(compiler->records, record->name, record);
}

static void drop_body(struct function *function)
{
    function->blocks = NULL;
    function->block_count = 0;
    function->is_inert = function->is_absent = false;
    function->temp_count = 0;
    function->variable_count = function->parameter_count;
}

/* A body in a system header gives way to a model that replaces it. */
static void drop_replaced(const struct compiler *compiler,
                          const struct unit *unit)
{
    for (size_t i = 0; i < unit->function_count; i++) {
        struct function *function = unit->functions[i];
        const struct model *model = map_get(compiler->models, function->name);

        if (model && model->replaces && function->is_system &&
            !function->is_internal)
            drop_body(function);
    }
}

static void note_unit(struct compiler *compiler, const struct unit *unit)
{
    drop_replaced(compiler, unit);
    for (size_t i = 0; i < unit->function_count; i++)
        note_function(compiler, unit->functions[i]);
    for (size_t i = 0; i < unit->record_count; i++)
        note_record(compiler, unit->records[i]);
}

static void want_declared(struct compiler *compiler)
{
    for (size_t i = 0; i < map_count(compiler->declared); i++) {
        const struct function *function = map_at(compiler->declared, i).value;
        const struct model *model = map_get(compiler->models, function->name);

        if (model && !function_is_defined(function))
            compile_function_named(compiler, function->name);
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

static void list_records(struct compiler *compiler)
{
    struct unit *unit = compiler->unit;

    unit->record_count = map_count(compiler->own);
    unit->records =
        arena_array(compiler->arena, struct record *, unit->record_count);
    for (size_t i = 0; i < unit->record_count; i++)
        unit->records[i] = map_at(compiler->own, i).value;
}

static void list_global(struct unit *unit, struct global *global)
{
    if (!global)
        return;
    global->unit = unit;
    unit->globals[unit->global_count++] = global;
}

static void list_globals(struct compiler *compiler, const struct rule_set *set)
{
    struct unit *unit = compiler->unit;

    unit->globals =
        arena_array(compiler->arena, struct global *, set->root_count * 2);
    for (size_t i = 0; i < set->root_count; i++) {
        list_global(unit, set->roots[i].global);
        list_global(unit, set->roots[i].argument);
    }
}

struct unit *rules_bind(struct arena *arena, const struct rule_set *set,
                        struct unit *const *units, size_t count)
{
    struct compiler compiler = { .arena = arena,
                                 .models = rules_models(set),
                                 .unit = arena_new(arena, struct unit),
                                 .declared = map_make(arena),
                                 .records = map_make(arena),
                                 .own = map_make(arena),
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
    list_records(&compiler);
    list_globals(&compiler, set);
    return compiler.unit;
}

bool rules_know(const struct rule_set *set, const char *function)
{
    for (size_t i = 0; i < set->root_count; i++)
        if (set->roots[i].function == function)
            return true;
    for (size_t i = 0; i < set->table_count; i++)
        if (set->tables[i].function == function)
            return true;
    return rules_call(set, function) || map_has(rules_models(set), function);
}
