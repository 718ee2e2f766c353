/* roots.c - roles of the driver's routines. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/roots.h"

#include "engine/bindings.h"
#include "engine/direct.h"
#include "engine/pointers.h"
#include "support/map.h"
#include "support/vec.h"

#include <string.h>

struct roots {
    struct arena *arena;
    const struct program *program;
    const struct rule_set *rules;
    struct pointers *pointers;
    bool has_changed;        /* calls became direct */
    struct map *internal;    /* functions that an indirect call may reach */
    struct map *records;     /* records that code outside the driver gets */
    struct map *stored;      /* field -> not NULL: something stores into it */
    struct map *overwritten; /* place_key -> written over as a whole */
    struct map *run_in;      /* call -> struct function_list, once asked for */
    struct bindings *bindings;
    struct vec_of(struct handed_over) list;
};

static bool has_role(const struct roots *roots, const struct function *function,
                     enum root_role role)
{
    for (size_t i = 0; i < roots->list.count; i++)
        if (roots->list.items[i].function == function &&
            roots->list.items[i].role == role)
            return true;
    return false;
}

static bool has_any_role(const struct roots *roots,
                         const struct function *function)
{
    for (size_t i = 0; i < roots->list.count; i++)
        if (roots->list.items[i].function == function)
            return true;
    return false;
}

static void hand_over(struct roots *roots, struct function *function,
                      enum root_role role, const char *how,
                      const struct root *root)
{
    bool is_ours = !function->is_weak || role == ROOT_UNLOAD;
    if (function->block_count == 0 || !is_ours)
        return;
    if (role == ROOT_CALLBACK ? has_any_role(roots, function)
                              : has_role(roots, function, role))
        return;
    struct handed_over item = { function, role, how, root };
    vec_push(roots->arena, &roots->list, item);
}

static void hand_over_set(struct roots *roots, const struct pointer_set *set,
                          enum root_role role, const char *how,
                          const struct root *root)
{
    for (uint32_t i = 0; i < set->count; i++) {
        struct function *function =
            pointers_function(roots->pointers, set->items[i]);
        if (function)
            hand_over(roots, function, role, how, root);
    }
}

static bool same_name(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static void find_field_root(struct roots *roots, const struct root *root)
{
    const struct program *program = roots->program;
    const char *how =
        arena_format(roots->arena, "%s of %s", root->field, root->record);
    for (size_t i = 0; i < program->record_count; i++) {
        const struct record *record = program->records[i];
        if (!same_name(record->name, root->record))
            continue;
        for (uint32_t f = 0; f < record->field_count; f++)
            if (same_name(record->fields[f].name, root->field))
                hand_over_set(roots,
                              pointers_in_field(roots->pointers, record, f),
                              root->role, how, root);
    }
}

static void find_named_root(struct roots *roots, const struct root *root)
{
    struct function *function =
        program_function(roots->program, root->function);
    if (function && (!root->is_export || function->is_exported))
        hand_over(roots, function, root->role, "by its name", root);
}

static void find_typed_root(struct roots *roots, const struct root *root)
{
    for (size_t i = 0; i < roots->program->function_count; i++) {
        struct function *function = roots->program->functions[i];
        if (same_name(function->role, root->role_type))
            hand_over(
                roots, function, root->role,
                arena_format(roots->arena, "declared %s", root->role_type),
                root);
    }
}

static void find_declared(struct roots *roots)
{
    for (size_t i = 0; i < roots->rules->root_count; i++) {
        const struct root *root = &roots->rules->roots[i];
        if (root->function)
            find_named_root(roots, root);
        else if (root->record)
            find_field_root(roots, root);
        else if (root->global)
            hand_over_set(roots,
                          pointers_in_global(roots->pointers, root->global),
                          root->role, root->global->spelling, root);
    }
}

/* Routines told by their type only: where nothing else gave the role. */
static void find_typed(struct roots *roots, enum root_role role)
{
    if (roots_has(roots, role))
        return;
    for (size_t i = 0; i < roots->rules->root_count; i++) {
        const struct root *root = &roots->rules->roots[i];
        if (root->role_type && root->role == role)
            find_typed_root(roots, root);
    }
}

static void give_record(struct roots *roots, const struct record *record);

static void give_fields(struct roots *roots, const struct record *record)
{
    for (uint32_t f = 0; f < record->field_count; f++) {
        hand_over_set(roots, pointers_in_field(roots->pointers, record, f),
                      ROOT_CALLBACK,
                      arena_format(roots->arena, "%s of %s",
                                   record->fields[f].name, record->name),
                      NULL);
        give_record(roots, record->fields[f].record);
    }
}

/* A record whose objects code outside the driver gets to see. */
static void give_record(struct roots *roots, const struct record *record)
{
    record = record_linked(record);
    if (!record || map_has(roots->records, record))
        return;
    map_put(roots->records, record, roots);
    give_fields(roots, record);
}

static bool is_table(const struct roots *roots, const char *function,
                     uint32_t argument)
{
    for (size_t i = 0; i < roots->rules->table_count; i++)
        if (same_name(roots->rules->tables[i].function, function) &&
            roots->rules->tables[i].argument == argument)
            return true;
    return false;
}

static void give_table(struct roots *roots, const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        const struct record *record =
            pointers_record(roots->pointers, set->items[i]);
        if (record)
            give_record(roots, record);
        hand_over_set(roots, pointers_in(roots->pointers, set->items[i]),
                      ROOT_CALLBACK, "in a table", NULL);
    }
}

/* Routines given to a function of the system. One that its model calls runs
 * there, and not at any other time. */
static void give_routines(struct roots *roots, const struct function *callee,
                          const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        struct function *function =
            pointers_function(roots->pointers, set->items[i]);
        if (function &&
            !(callee->is_weak && map_has(roots->internal, function)))
            hand_over(
                roots, function, ROOT_CALLBACK,
                arena_format(roots->arena, "argument of %s", callee->spelling),
                NULL);
    }
}

/* A call of a function that is not there: what it gets is known outside. */
static void find_in_call(struct roots *roots, const struct function *function,
                         const struct instruction *call)
{
    const struct function *callee = call->function->definition
                                        ? call->function->definition
                                        : call->function;
    bool is_model = callee->is_weak;
    if (callee->block_count > 0 && !is_model)
        return;
    for (uint32_t i = 0; i < call->operand_count; i++) {
        const struct pointer_set *set =
            pointers_of_temp(roots->pointers, function, call->operands[i]);
        give_routines(roots, callee, set);
        if (is_table(roots, callee->name, i))
            give_table(roots, set);
        const struct function *declared = call->function;
        if (i < declared->parameter_count)
            give_record(roots, declared->variables[i]->record);
    }
}

static void find_escaping(struct roots *roots)
{
    const struct program *program = roots->program;
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        if (function->is_weak)
            continue;
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++)
                if (block->instructions[k].op == OP_CALL)
                    find_in_call(roots, function, &block->instructions[k]);
        }
    }
}

static void find_internal(struct roots *roots)
{
    const struct program *program = roots->program;
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++) {
                if (block->instructions[k].op != OP_CALL_INDIRECT)
                    continue;
                struct function_list targets =
                    roots_targets(roots, function, &block->instructions[k]);
                for (size_t t = 0; t < targets.count; t++)
                    map_put(roots->internal, targets.items[t], roots);
            }
        }
    }
}

/* Exported routines, and those whose address is taken although nothing in the
 * program can call them by it. */
static void find_rest(struct roots *roots)
{
    const struct program *program = roots->program;
    for (size_t i = 0; i < program->function_count; i++) {
        struct function *function = program->functions[i];
        if (function->is_exported)
            hand_over(roots, function, ROOT_CALLBACK, "exported", NULL);
        if (pointers_is_taken(roots->pointers, function) &&
            !map_has(roots->internal, function) &&
            !pointers_is_virtual(roots->pointers, function))
            hand_over(roots, function, ROOT_CALLBACK, "address taken", NULL);
    }
}

/* The places that the function writes over as a whole. */
static void find_overwritten_in(struct roots *roots,
                                const struct function *function)
{
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t k = 0; k < block->instruction_count; k++) {
            const struct instruction *at = &block->instructions[k];
            if (at->op != OP_COPY && at->op != OP_FILL && at->op != OP_HAVOC)
                continue;
            const struct pointer_set *set =
                pointers_of_temp(roots->pointers, function, at->operands[0]);
            for (uint32_t i = 0; i < set->count; i++)
                map_put(roots->overwritten, place_key(set->items[i]), roots);
        }
    }
}

static void find_overwritten(struct roots *roots)
{
    for (size_t i = 0; i < roots->program->function_count; i++)
        find_overwritten_in(roots, roots->program->functions[i]);
}

struct roots *roots_find(struct arena *arena, const struct program *program,
                         const struct rule_set *rules)
{
    struct roots *roots = arena_new(arena, struct roots);
    roots->arena = arena;
    roots->program = program;
    roots->rules = rules;
    roots->pointers = pointers_solve(arena, program, rules);
    roots->has_changed = direct_calls(program, rules, roots->pointers);
    if (roots->has_changed)
        roots->pointers = pointers_solve(arena, program, rules);
    roots->internal = map_make(arena);
    roots->records = map_make(arena);
    roots->stored = map_make(arena);
    roots->overwritten = map_make(arena);
    roots->run_in = map_make(arena);
    find_declared(roots);
    find_typed(roots, ROOT_UNLOAD);
    find_typed(roots, ROOT_ENTRY);
    find_internal(roots);
    find_escaping(roots);
    find_rest(roots);
    find_overwritten(roots);
    roots->bindings = bindings_find(arena, program, rules, roots);
    return roots;
}

bool roots_changed(const struct roots *roots)
{
    return roots->has_changed;
}

size_t roots_count(const struct roots *roots)
{
    return roots->list.count;
}

struct handed_over roots_at(const struct roots *roots, size_t index)
{
    return roots->list.items[index];
}

struct function_list roots_targets(const struct roots *roots,
                                   const struct function *function,
                                   const struct instruction *call)
{
    const struct pointer_set *set =
        pointers_of_temp(roots->pointers, function, call->operands[0]);
    struct function_list list = { NULL, 0 };
    list.items = arena_array(roots->arena, struct function *, set->count);
    for (uint32_t i = 0; i < set->count; i++) {
        struct function *target =
            pointers_function(roots->pointers, set->items[i]);
        if (target && target->block_count > 0)
            list.items[list.count++] = target;
    }
    return list;
}

/* Each once, and only those with a body. */
static void add_routine(const struct roots *roots, struct function_list *list,
                        struct function *function)
{
    if (function && function->definition)
        function = function->definition;
    if (!function || function->block_count == 0)
        return;
    struct function **items =
        arena_array(roots->arena, struct function *, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i] == function)
            return;
        items[i] = list->items[i];
    }
    items[list->count++] = function;
    list->items = items;
}

static void add_stored(const struct roots *roots, struct function_list *list,
                       const struct routine_field *where)
{
    const struct record *record = program_record(roots->program, where->record);
    const struct field *field =
        record ? record_field(record, where->field) : NULL;
    if (!field)
        return;
    const struct pointer_set *set = pointers_in_field(
        roots->pointers, record, (uint32_t)(field - record->fields));
    for (uint32_t i = 0; i < set->count; i++)
        add_routine(roots, list,
                    pointers_function(roots->pointers, set->items[i]));
}

bool roots_takes_run(const struct instruction *call, uint32_t operand,
                     const struct record *record)
{
    if (operand >= call->function->parameter_count)
        return false;
    const struct record *taken = call->function->variables[operand]->record;
    return taken && (taken == record || taken->definition == record);
}

/* Whether the function stores into a field of that name and place. */
static bool stores_in(struct arena *scratch, const struct function *function,
                      const struct field *field)
{
    bool *is_address = arena_array(scratch, bool, function->temp_count + 1);
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t k = 0; k < block->instruction_count; k++) {
            const struct instruction *at = &block->instructions[k];
            if (at->op == OP_FIELD && at->record &&
                at->field < at->record->field_count) {
                const struct field *named = &at->record->fields[at->field];
                is_address[at->result] = named->name == field->name &&
                                         named->offset == field->offset;
            } else if (at->op == OP_STORE && is_address[at->operands[0]]) {
                return true;
            }
        }
    }
    return false;
}

/* Whether anything in the program does; each field is looked for once. */
static bool is_stored(const struct roots *roots, const struct field *field)
{
    if (map_has(roots->stored, field))
        return map_get(roots->stored, field) != NULL;
    struct arena *scratch = arena_open();
    bool stores = false;
    for (size_t i = 0; i < roots->program->function_count && !stores; i++)
        stores = stores_in(scratch, roots->program->functions[i], field);
    arena_close(scratch);
    map_put(roots->stored, field, stores ? roots->stored : NULL);
    return stores;
}

/* Whether the field of the record, a global, holds what it did at first. */
static bool never_changes(const struct roots *roots,
                          const struct global *global, uint32_t record,
                          const struct field *field)
{
    if (global->is_constant || !global->is_defined)
        return global->is_constant;
    return !map_has(roots->overwritten, place_key(record)) &&
           !is_stored(roots, field);
}

/* What stands in the field of a record that never changes; false where it may
 * change. */
static bool add_constant(const struct roots *roots, struct function_list *list,
                         const struct pointer_set *records,
                         const struct field *field)
{
    for (uint32_t i = 0; i < records->count; i++) {
        const struct global *global =
            pointers_global(roots->pointers, records->items[i]);
        if (!global || !never_changes(roots, global, records->items[i], field))
            return false;
        for (size_t k = 0; k < global->initial_count; k++)
            if (global->initials[k].offset == field->offset &&
                global->initials[k].kind == INITIAL_FUNCTION)
                add_routine(roots, list, global->initials[k].function);
    }
    return records->count > 0;
}

/* The routine that stands in the record that an object was made with. */
static bool add_made_with(const struct roots *roots, struct function_list *list,
                          uint32_t handle, const struct routine_field *where)
{
    const struct instruction *made = pointers_handle(roots->pointers, handle);
    const struct record *record = program_record(roots->program, where->record);
    const struct field *field =
        record ? record_field(record, where->field) : NULL;
    for (uint32_t i = 0; made && field && i < made->operand_count; i++)
        if (roots_takes_run(made, i, record))
            return add_constant(roots, list,
                                pointers_made_with(roots->pointers, handle, i),
                                field);
    return false;
}

bool roots_made_with(const struct roots *roots, const struct instruction *made,
                     const struct routine_field *where,
                     struct function_list *list)
{
    uint32_t handle = 0;
    return pointers_find_handle(roots->pointers, made, &handle) &&
           add_made_with(roots, list, handle, where);
}

const struct bindings *roots_bindings(const struct roots *roots)
{
    return roots->bindings;
}

/* Whether the handle is of what a call of the protocol can do something to. */
static bool is_of(const struct roots *roots, uint32_t handle,
                  const struct protocol *protocol)
{
    const struct instruction *made = pointers_handle(roots->pointers, handle);
    const struct protocol_call *call = rules_call_at(roots->rules, made);
    return !call || call->protocol == protocol;
}

/* Inside a call that is given a handle: of all that it may be the handle of. */
static void add_run_for(const struct roots *roots, struct function_list *list,
                        const struct protocol *protocol,
                        const struct pointer_set *handles,
                        const struct routine_field *where)
{
    bool is_known = handles->count > 0;
    for (uint32_t i = 0; i < handles->count; i++)
        if (is_of(roots, handles->items[i], protocol))
            is_known &= add_made_with(roots, list, handles->items[i], where);
    if (!is_known)
        add_stored(roots, list, where);
}

static struct function_list find_run_in(const struct roots *roots,
                                        const struct function *function,
                                        const struct instruction *call,
                                        const struct protocol_call *known)
{
    struct function_list list = { NULL, 0 };
    for (size_t i = 0; i < known->run_count; i++)
        if (known->creates)
            add_stored(roots, &list, &known->runs[i]);
        else if (known->argument < call->operand_count)
            add_run_for(roots, &list, known->protocol,
                        pointers_of_temp(roots->pointers, function,
                                         call->operands[known->argument]),
                        &known->runs[i]);
    return list;
}

struct function_list roots_run_in(const struct roots *roots,
                                  const struct function *function,
                                  const struct instruction *call)
{
    const struct protocol_call *known = rules_call_at(roots->rules, call);
    struct function_list *list = known ? map_get(roots->run_in, call) : NULL;
    if (!known)
        return (struct function_list){ NULL, 0 };
    if (!list) {
        struct function_list found = find_run_in(roots, function, call, known);
        list = arena_copy(roots->arena, &found, sizeof(found));
        map_put(roots->run_in, call, list);
    }
    return *list;
}

bool roots_has(const struct roots *roots, enum root_role role)
{
    for (size_t i = 0; i < roots->list.count; i++)
        if (roots->list.items[i].role == role)
            return true;
    return false;
}

bool is_singleton(const struct rule_set *rules, const char *record)
{
    for (size_t i = 0; i < rules->singleton_count; i++)
        if (same_name(rules->singletons[i], record))
            return true;
    return false;
}

bool is_own_argument(const struct rule_set *rules, const struct root *root,
                     uint32_t argument)
{
    for (size_t i = 0; i < rules->own_argument_count; i++) {
        const struct own_argument *own = &rules->own_arguments[i];
        if (own->argument == argument && same_name(own->record, root->record) &&
            same_name(own->field, root->field))
            return true;
    }
    return false;
}

const struct pointers *roots_pointers(const struct roots *roots)
{
    return roots->pointers;
}
