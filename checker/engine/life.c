/* life.c - the driver's life, as the outermost function of the program.
 *
 *     run the initializers
 *     status = entry routine
 *     failed:  teardown; moment 2
 *     hub:     any routine handed to the system, with any arguments; again
 *     unload:  what runs before unload; unload routine; teardown; moment 1
 *
 * It is made of instructions like any other function, so that the engine needs
 * to know nothing about it but the three markers.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/bindings.h"
#include "engine/engine_priv.h"
#include "ir/build.h"

struct life_builder {
    struct engine *engine;
    struct builder *build;
    struct life *life;
    uint32_t entry_failed;
    uint32_t hub;
    uint32_t unload;
    uint32_t unloaded;     /* after the unload routine */
    struct record *single; /* record of which a field holds the routine */
};

static void mark(struct life_builder *life, const char *marker)
{
    build_opaque(life->build, type_void(), marker, NULL, 0);
}

static uint32_t choice(struct life_builder *life)
{
    return build_unknown(life->build, type_int(32, true));
}

/* The object that a model gave with a routine: its first argument. */
static uint32_t object_of(struct life_builder *life, struct global *argument)
{
    uint32_t object = build_load(life->build, type_pointer(),
                                 build_global(life->build, argument));
    return build_opaque(life->build, type_pointer(), life->life->each_object,
                        &object, 1);
}

/* `argument`, if not NULL, holds the first argument. */
static uint32_t call_with(struct life_builder *life, struct function *function,
                          struct global *argument)
{
    struct arena *scratch = life->engine->scratch;
    uint32_t *arguments =
        arena_array(scratch, uint32_t, function->parameter_count);
    for (size_t i = 0; i < function->parameter_count; i++) {
        struct type type = function->variables[i]->type;
        if (type.kind == TYPE_AGGREGATE)
            type = type_pointer();
        arguments[i] = i == 0 && argument ? object_of(life, argument)
                                          : build_unknown(life->build, type);
    }
    return build_call(life->build, function, arguments,
                      function->parameter_count);
}

static uint32_t call(struct life_builder *life, struct function *function)
{
    return call_with(life, function, NULL);
}

/* Calls what the place at `address` holds, if it is not null; `argument`, if
 * not NULL, holds the first argument. */
static void call_stored(struct life_builder *life, uint32_t address,
                        struct global *argument, uint32_t called,
                        uint32_t not_there)
{
    enum { ARGUMENTS = 4 };
    uint32_t arguments[ARGUMENTS];
    uint32_t target = build_load(life->build, type_pointer(), address);
    uint32_t there = build_block(life->build);
    build_branch(life->build, target, there, not_there, NULL);
    build_enter(life->build, there);
    for (size_t i = 0; i < ARGUMENTS; i++)
        arguments[i] = build_unknown(life->build, type_pointer());
    if (argument)
        arguments[0] = object_of(life, argument);
    build_call_indirect(life->build, type_void(), target, arguments, ARGUMENTS);
    build_jump(life->build, called);
}

/* The field that a root names, where there is one object of its record; NULL
 * when the program has no such field or the record is not a single one. */
static const struct field *single_field(const struct life_builder *life,
                                        const struct root *root)
{
    if (!root->record || !is_singleton(life->engine->rules, root->record))
        return NULL;
    struct record *record = program_record(life->engine->program, root->record);
    return record ? record_field(record, root->field) : NULL;
}

/* The address of that field. */
static uint32_t single_place(struct life_builder *life, const struct root *root)
{
    struct record *record = program_record(life->engine->program, root->record);
    const struct field *field = record_field(record, root->field);
    uint32_t base = build_unknown(life->build, type_pointer());
    return build_field(life->build, base, record,
                       (uint32_t)(field - record->fields),
                       (int64_t)field->offset);
}

/* Whether the place a root names is looked at when the time comes, instead of
 * calling all that may be there. */
static bool is_looked_up(struct life_builder *life, const struct root *root)
{
    return root->global || single_field(life, root);
}

/* All routines of a role, one after the other. */
static void call_each(struct life_builder *life, enum root_role role)
{
    const struct engine *engine = life->engine;
    for (size_t i = 0; i < roots_count(engine->roots); i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.role == role && !(item.root && item.root->global))
            call(life, item.function);
    }
    for (size_t i = 0; i < engine->rules->root_count; i++) {
        const struct root *root = &engine->rules->roots[i];
        if (root->role != role || !root->global)
            continue;
        uint32_t next = build_block(life->build);
        call_stored(life, build_global(life->build, root->global),
                    root->argument, next, next);
        build_enter(life->build, next);
    }
}

static void start(struct life_builder *life)
{
    const struct engine *engine = life->engine;
    for (size_t i = 0; i < engine->rules->root_count; i++) {
        const struct root *root = &engine->rules->roots[i];
        if (root->global)
            build_store(life->build, type_pointer(),
                        build_global(life->build, root->global),
                        build_null(life->build));
        if (root->role != ROOT_UNLOAD || engine->world.is_partial)
            continue;
        if (single_field(life, root))
            build_store(life->build, type_pointer(), single_place(life, root),
                        build_null(life->build));
    }
    for (size_t i = 0; i < engine->program->function_count; i++)
        if (engine->program->functions[i]->is_initializer)
            call(life, engine->program->functions[i]);
}

/* Ends the current block by going to any of the targets. */
static void go_to_any(struct life_builder *life, const uint32_t *targets,
                      size_t count)
{
    if (count == 1) {
        build_jump(life->build, targets[0]);
        return;
    }
    int64_t *cases = arena_array(life->engine->scratch, int64_t, count);
    for (size_t i = 0; i < count; i++)
        cases[i] = (int64_t)i;
    build_switch(life->build, choice(life), cases, targets, count - 1, NULL);
}

/* Whether the status says so. Some declare it a number without a sign. */
static uint32_t failed(struct life_builder *life, uint32_t status)
{
    struct type type = type_int(build_type(life->build, status).bits, true);
    uint32_t zero = build_const(life->build, type, 0);
    status = build_cast(life->build, type, NULL, status);
    return build_binary(life->build, OP_LT, type, status, zero);
}

static void call_entry(struct life_builder *life, struct function *entry)
{
    uint32_t status = call(life, entry);
    if (status == NO_TEMP) {
        mark(life, life->life->at_start);
        build_jump(life->build, life->hub);
        return;
    }
    uint32_t started = build_block(life->build);
    build_branch(life->build, failed(life, status), life->entry_failed, started,
                 NULL);
    build_enter(life->build, started);
    mark(life, life->life->at_start);
    build_jump(life->build, life->hub);
}

static void make_entry(struct life_builder *life)
{
    const struct engine *engine = life->engine;
    size_t count = roots_count(engine->roots);
    uint32_t *targets = arena_array(engine->scratch, uint32_t, count + 1);
    struct function **entries =
        arena_array(engine->scratch, struct function *, count + 1);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.role != ROOT_ENTRY)
            continue;
        targets[found] = build_block(life->build);
        entries[found++] = item.function;
    }
    if (found == 0) {
        build_jump(life->build, life->hub);
        return;
    }
    go_to_any(life, targets, found);
    for (size_t i = 0; i < found; i++) {
        build_enter(life->build, targets[i]);
        call_entry(life, entries[i]);
    }
    build_enter(life->build, life->entry_failed);
    call_each(life, ROOT_TEARDOWN);
    mark(life, life->life->at_entry_failure);
    build_return(life->build, NO_TEMP);
}

static bool is_called_elsewhere(const struct engine *engine,
                                const struct function *function)
{
    return map_has(engine->survey->called, function);
}

/* In a part of a program, what other files may call counts as handed over. */
static bool is_open(const struct engine *engine,
                    const struct function *function)
{
    return engine->world.is_partial &&
           (!function->is_internal || engine->pass.is_cut_out) &&
           !function->is_weak && !function->is_system &&
           !function->is_initializer && !function->is_inline &&
           !is_called_elsewhere(engine, function);
}

static bool has_role(const struct engine *engine,
                     const struct function *function)
{
    for (size_t i = 0; i < roots_count(engine->roots); i++)
        if (roots_at(engine->roots, i).function == function)
            return true;
    return false;
}

/* Of a part of a program nobody knows in which order its routines are called,
 * and how often: each is looked at by itself. */
static uint32_t end_after_one(struct life_builder *life)
{
    uint32_t end = build_block(life->build);
    build_enter(life->build, end);
    mark(life, life->life->at_hub);
    build_return(life->build, NO_TEMP);
    return end;
}

/* Of a part of a program, where each routine is looked at by itself, nothing
 * comes of one that no call of a protocol can be reached from. */
static bool matters(const struct engine *engine,
                    const struct function *function)
{
    return inside_acts(engine, function) &&
           (!engine->world.is_partial ||
            slice_is_core(engine->slice, function));
}

/* All that may be called between entry and unload and matters. */
static size_t find_callbacks(const struct life_builder *life,
                             struct handed_over *callbacks)
{
    const struct engine *engine = life->engine;
    const struct program *program = engine->program;
    size_t found = 0;
    for (size_t i = 0; i < roots_count(engine->roots); i++)
        if (roots_at(engine->roots, i).role == ROOT_CALLBACK &&
            matters(engine, roots_at(engine->roots, i).function))
            callbacks[found++] = roots_at(engine->roots, i);
    for (size_t i = 0; i < program->function_count; i++)
        if (is_open(engine, program->functions[i]) &&
            matters(engine, program->functions[i]) &&
            !has_role(engine, program->functions[i]))
            callbacks[found++] =
                (struct handed_over){ .function = program->functions[i] };
    return found;
}

/* Goes on where the count of bindings compares like that, else to `other`. */
static uint32_t check_count(struct life_builder *life,
                            const struct binding *binding, enum op op,
                            int64_t limit, uint32_t other)
{
    struct type type = binding->count->type;
    uint32_t count = build_load(life->build, type,
                                build_global(life->build, binding->count));
    uint32_t holds = build_binary(life->build, op, type, count,
                                  build_const(life->build, type, limit));
    uint32_t there = build_block(life->build);
    build_branch(life->build, holds, there, other, NULL);
    build_enter(life->build, there);
    return count;
}

static void change_count(struct life_builder *life,
                         const struct binding *binding, uint32_t count,
                         int64_t by)
{
    struct type type = binding->count->type;
    uint32_t changed = build_binary(life->build, OP_ADD, type, count,
                                    build_const(life->build, type, by));
    build_store(life->build, type, build_global(life->build, binding->count),
                changed);
}

/* A routine that begins a binding and succeeds makes one more; one that ends a
 * binding is called where there is one. */
static void call_bound(struct life_builder *life, struct function *function,
                       struct global *argument, uint32_t after)
{
    const struct bindings *bindings = roots_bindings(life->engine->roots);
    const struct binding *begun = bindings_begun_by(bindings, function);
    const struct binding *ended = bindings_ended_by(bindings, function);
    uint32_t count = NO_TEMP;
    if (begun)
        count = check_count(life, begun, OP_LT, MAX_BINDINGS, after);
    if (ended)
        change_count(life, ended, check_count(life, ended, OP_GT, 0, after),
                     -1);
    uint32_t status = call_with(life, function, argument);
    if (!begun)
        return;
    if (status != NO_TEMP) {
        uint32_t there = build_block(life->build);
        build_branch(life->build, failed(life, status), after, there, NULL);
        build_enter(life->build, there);
    }
    change_count(life, begun, count, 1);
}

/* One that a model gave its role is called when the model ran, with the object
 * it gave. */
static void call_back(struct life_builder *life,
                      const struct handed_over *callback, uint32_t after)
{
    const struct root *root = callback->root;
    if (root && root->global) {
        uint32_t given = build_load(life->build, type_pointer(),
                                    build_global(life->build, root->global));
        uint32_t routine = build_function(life->build, callback->function);
        uint32_t is_given =
            build_binary(life->build, OP_EQ, type_pointer(), given, routine);
        uint32_t there = build_block(life->build);
        build_branch(life->build, is_given, there, after, NULL);
        build_enter(life->build, there);
    }
    call_bound(life, callback->function, root ? root->argument : NULL, after);
    build_jump(life->build, after);
}

static void make_hub(struct life_builder *life)
{
    const struct engine *engine = life->engine;
    size_t count = roots_count(engine->roots) + engine->program->function_count;
    uint32_t *targets = arena_array(engine->scratch, uint32_t, count + 1);
    struct handed_over *callbacks =
        arena_array(engine->scratch, struct handed_over, count + 1);
    size_t found = find_callbacks(life, callbacks);
    uint32_t after = life->hub;
    if (engine->world.is_partial)
        after = end_after_one(life);
    build_enter(life->build, life->hub);
    mark(life, life->life->at_hub);
    for (size_t i = 0; i < found; i++)
        targets[i] = build_block(life->build);
    targets[found] = life->unload;
    go_to_any(life, targets, found + 1);
    for (size_t i = 0; i < found; i++) {
        build_enter(life->build, targets[i]);
        call_back(life, &callbacks[i], after);
    }
}

/* Calls the routine that stands in the place of a root; goes on in a new block
 * when there is none. */
static void try_unload(struct life_builder *life, const struct root *root)
{
    uint32_t next = build_block(life->build);
    uint32_t address = root->global ? build_global(life->build, root->global)
                                    : single_place(life, root);
    call_stored(life, address, root->argument, life->unloaded, next);
    build_enter(life->build, next);
}

/* Routines known only by their name or type: any of them, or what follows. */
static void try_named_unload(struct life_builder *life)
{
    const struct engine *engine = life->engine;
    for (size_t i = 0; i < roots_count(engine->roots); i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.role != ROOT_UNLOAD ||
            (item.root && is_looked_up(life, item.root)))
            continue;
        uint32_t this_one = build_block(life->build);
        uint32_t next = build_block(life->build);
        build_branch(life->build, choice(life), this_one, next, NULL);
        build_enter(life->build, this_one);
        call(life, item.function);
        build_jump(life->build, life->unloaded);
        build_enter(life->build, next);
    }
}

/* The places of a kind that may hold an unload routine. */
static void try_looked_up(struct life_builder *life, bool are_fields)
{
    const struct engine *engine = life->engine;
    for (size_t i = 0; i < engine->rules->root_count; i++) {
        const struct root *root = &engine->rules->roots[i];
        if (root->role == ROOT_UNLOAD && is_looked_up(life, root) &&
            are_fields == !root->global)
            try_unload(life, root);
    }
}

/* The first place that holds an unload routine counts: the driver may have put
 * its own where a model put another. Where none ever is, a driver that cleans
 * up in a teardown routine is unloaded all the same. */
static void make_unload(struct life_builder *life)
{
    const struct engine *engine = life->engine;
    build_enter(life->build, life->unload);
    call_each(life, ROOT_BEFORE_UNLOAD);
    try_named_unload(life);
    try_looked_up(life, true);
    try_looked_up(life, false);
    if (roots_has(engine->roots, ROOT_TEARDOWN) &&
        !roots_has(engine->roots, ROOT_UNLOAD))
        build_jump(life->build, life->unloaded);
    else
        build_return(life->build, NO_TEMP);
    build_enter(life->build, life->unloaded);
    call_each(life, ROOT_TEARDOWN);
    mark(life, life->life->at_unload_return);
    build_return(life->build, NO_TEMP);
}

struct life *life_make(struct engine *engine)
{
    struct arena *arena = engine->arena;
    struct life *life = arena_new(arena, struct life);
    struct unit *unit = arena_new(arena, struct unit);
    unit->arena = arena;
    unit->path = "the driver's life";
    life->function = arena_new(arena, struct function);
    life->function->name = "the driver's life";
    life->function->spelling = life->function->name;
    life->function->type = type_void();
    life->function->definition = life->function;
    life->each_object = "each object in its turn";
    life->at_start = "the entry routine succeeded";
    life->at_hub = "between two routines";
    life->at_entry_failure = "the entry routine failed";
    life->at_unload_return = "the unload routine returned";
    struct life_builder builder = { .engine = engine, .life = life };
    builder.build = build_start(engine->scratch, unit, life->function);
    builder.entry_failed = build_block(builder.build);
    builder.hub = build_block(builder.build);
    builder.unload = build_block(builder.build);
    builder.unloaded = build_block(builder.build);
    start(&builder);
    make_entry(&builder);
    make_hub(&builder);
    make_unload(&builder);
    build_finish(builder.build);
    return life;
}
