/* pointers.c - inclusion constraints, applied until nothing changes.
 *
 * Every set has a number. Places (what a pointer can point to) are named by
 * the number of the set of their contents, functions by FUNCTION_BIT and their
 * number. The sets stay small, so sorted arrays and plain rounds over all
 * instructions do.
 *
 * Models of system functions, and functions of the driver that do nothing but
 * allocate by one, have sets of their own for each call: what is allocated or
 * copied at one place of the driver is told from what is at another. When all
 * is found, those sets are united into the function's.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/layouts.h"
#include "engine/pointers_priv.h"
#include "engine/value.h"
#include "ir/pointee.h"

#include <stdlib.h>
#include <string.h>

#define NOTHING UINT32_MAX /* instead of a place */

/* A function with more blocks than this is no wrapper of an allocator. */
#define WRAPPER_BLOCKS 16
/* How many calls deep functions have sets for each call. */
#define MAX_DEPTH      4

static uint32_t add_set(struct pointers *pointers, const struct record *record)
{
    struct pointer_set empty = { NULL, 0, 0 };
    vec_push(pointers->arena, &pointers->sets, empty);
    vec_push(pointers->arena, &pointers->set_records, record);
    vec_push(pointers->arena, &pointers->owners, (const struct record *)NULL);
    vec_push(pointers->arena, &pointers->is_variable, false);
    return (uint32_t)pointers->sets.count - 1;
}

static struct numbering *number(struct pointers *pointers,
                                const struct function *function)
{
    struct numbering *numbering = arena_new(pointers->arena, struct numbering);
    numbering->function = function;
    numbering->temps = (uint32_t)pointers->sets.count;
    for (uint32_t i = 0; i < function->temp_count; i++)
        add_set(pointers, NULL);
    numbering->variables = (uint32_t)pointers->sets.count;
    for (size_t i = 0; i < function->variable_count; i++) {
        const struct variable *variable = function->variables[i];
        add_set(pointers, variable->type.kind == TYPE_AGGREGATE
                              ? record_of(variable->record)
                              : NULL);
        vec_last(&pointers->is_variable) = true;
    }
    numbering->result = add_set(pointers, NULL);
    numbering->made = function_makers(pointers->arena, function);
    vec_push(pointers->arena, &pointers->numberings, numbering);
    return numbering;
}

static void number_function(struct pointers *pointers,
                            const struct function *function)
{
    if (!pointers->functions[function->number])
        pointers->functions[function->number] = number(pointers, function);
}

static uint32_t function_item(struct pointers *pointers,
                              const struct function *function)
{
    function = resolved(function);
    if (!map_has(pointers->numbers, function))
        map_put(pointers->numbers, function,
                boxed((uint32_t)map_count(pointers->numbers)));
    return unboxed(map_get(pointers->numbers, function)) | FUNCTION_BIT;
}

static uint32_t global_set(struct pointers *pointers,
                           const struct global *global)
{
    if (global->definition)
        global = global->definition;
    if (!map_has(pointers->globals, global)) {
        const void *box =
            boxed(add_set(pointers, global->type.kind == TYPE_AGGREGATE
                                        ? record_of(global->record)
                                        : NULL));
        map_put(pointers->globals, global, (void *)(uintptr_t)box);
        map_put(pointers->global_sets, box, (void *)(uintptr_t)global);
    }
    return unboxed(map_get(pointers->globals, global));
}

/* Of a table that never changes (the virtual functions of a class) each slot
 * has a set of its own, in the order of the initial values. */
static void add_slots(struct pointers *pointers, const struct global *global)
{
    uint32_t first = (uint32_t)pointers->sets.count;
    void *whole = boxed(global_set(pointers, global));
    for (size_t i = 0; i < global->initial_count; i++) {
        void *slot = boxed(add_set(pointers, NULL));
        map_put(pointers->global_sets, slot, (void *)(uintptr_t)global);
        map_put(pointers->slots, slot, whole);
    }
    map_put(pointers->tables, global, boxed(first));
}

static void use_table(struct pointers *pointers, const struct global *global)
{
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_FUNCTION)
            map_put(pointers->used, resolved(global->initials[i].function),
                    pointers);
}

/* What is `offset` bits behind a place; of a table, the slot there, which is
 * NOTHING where no function stands. */
static uint32_t place_behind(struct pointers *pointers, uint32_t item,
                             int64_t offset)
{
    const struct global *global = map_get(pointers->global_sets, boxed(item));
    const void *table = global ? map_get(pointers->tables, global) : NULL;
    if (map_has(pointers->slots, boxed(item)))
        return unboxed(map_get(pointers->slots, boxed(item)));
    if (table)
        use_table(pointers, global);
    for (size_t i = 0; table && i < global->initial_count; i++)
        if ((int64_t)global->initials[i].offset == offset)
            return unboxed(table) + (uint32_t)i;
    return table ? NOTHING : item;
}

static uint32_t field_set(struct pointers *pointers,
                          const struct record *record, uint32_t field)
{
    record = record_of(record);
    if (!map_has(pointers->records, record)) {
        uint32_t first = (uint32_t)pointers->sets.count;
        for (size_t i = 0; i < record->field_count; i++) {
            const struct field *at = &record->fields[i];
            add_set(pointers, at->type.kind == TYPE_AGGREGATE
                                  ? record_of(at->record)
                                  : NULL);
            pointers->owners.items[first + i] = record;
        }
        map_put(pointers->records, record, boxed(first));
    }
    return unboxed(map_get(pointers->records, record)) + field;
}

static void add_item(struct pointers *pointers, uint32_t set, uint32_t item)
{
    struct pointer_set *to = &pointers->sets.items[set];
    uint32_t low = 0;
    uint32_t high = to->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (to->items[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < to->count && to->items[low] == item)
        return;
    if (to->count == to->capacity) {
        uint32_t capacity = to->capacity ? to->capacity * 2 : 4;
        uint32_t *items = arena_array(pointers->arena, uint32_t, capacity);
        if (to->count > 0)
            memcpy(items, to->items, to->count * sizeof(*items));
        to->items = items;
        to->capacity = capacity;
    }
    memmove(&to->items[low + 1], &to->items[low],
            (to->count - low) * sizeof(*to->items));
    to->items[low] = item;
    to->count++;
    pointers->changed = true;
}

static void add_all(struct pointers *pointers, uint32_t to, uint32_t from)
{
    if (to == from)
        return;
    for (uint32_t i = 0; i < pointers->sets.items[from].count; i++)
        add_item(pointers, to, pointers->sets.items[from].items[i]);
}

static void load_from(struct pointers *pointers, uint32_t to, uint32_t address)
{
    for (uint32_t i = 0; i < pointers->sets.items[address].count; i++) {
        uint32_t item = pointers->sets.items[address].items[i];
        if (is_place(item))
            add_all(pointers, to, item);
    }
}

static void store_to(struct pointers *pointers, uint32_t address,
                     uint32_t value)
{
    for (uint32_t i = 0; i < pointers->sets.items[address].count; i++) {
        uint32_t item = pointers->sets.items[address].items[i];
        if (is_place(item))
            add_all(pointers, item, value);
    }
}

static void copy_to(struct pointers *pointers, uint32_t to, uint32_t from)
{
    for (uint32_t i = 0; i < pointers->sets.items[to].count; i++) {
        uint32_t item = pointers->sets.items[to].items[i];
        if (is_place(item))
            load_from(pointers, item, from);
    }
}

/* The sets of the callee for this call. */
static struct numbering *numbering_for(struct pointers *pointers,
                                       const struct function *callee,
                                       struct numbering *caller,
                                       const struct instruction *instruction)
{
    struct numbering *numbering = pointers->functions[callee->number];
    if (!map_has(pointers->wrappers, callee) || caller->depth >= MAX_DEPTH ||
        instruction->op != OP_CALL) {
        pointers->changed |= !numbering->is_called;
        numbering->is_called = true;
        return numbering;
    }
    if (!caller->calls)
        caller->calls = map_make(pointers->arena);
    numbering = map_get(caller->calls, instruction);
    if (numbering)
        return numbering;
    numbering = number(pointers, callee);
    numbering->depth = caller->depth + 1;
    numbering->is_called = true;
    map_put(caller->calls, instruction, numbering);
    pointers->changed = true;
    return numbering;
}

static void call(struct pointers *pointers, const struct function *callee,
                 struct numbering *caller,
                 const struct instruction *instruction, uint32_t first)
{
    callee = resolved(callee);
    if (callee->block_count == 0 || !pointers->functions[callee->number])
        return;
    const struct numbering *numbering =
        numbering_for(pointers, callee, caller, instruction);
    for (uint32_t i = first; i < instruction->operand_count; i++)
        if (i - first < callee->parameter_count)
            add_all(pointers, numbering->variables + i - first,
                    caller->temps + instruction->operands[i]);
    if (instruction->result != NO_TEMP)
        add_all(pointers, caller->temps + instruction->result,
                numbering->result);
}

static void call_indirect(struct pointers *pointers, struct numbering *at,
                          const struct instruction *instruction)
{
    uint32_t target = at->temps + instruction->operands[0];
    for (uint32_t i = 0; i < pointers->sets.items[target].count; i++) {
        struct function *callee =
            pointers_function(pointers, pointers->sets.items[target].items[i]);
        if (callee)
            call(pointers, callee, at, instruction, 1);
    }
}

static uint32_t handle_item(struct pointers *pointers,
                            const struct function *maker,
                            const struct instruction *call)
{
    if (!map_has(pointers->handles, call)) {
        map_put(pointers->handles, call,
                boxed((uint32_t)map_count(pointers->handles)));
        vec_push(pointers->arena, &pointers->makers, maker);
    }
    return UINT32_MAX - unboxed(map_get(pointers->handles, call));
}

const struct pointer_set *pointers_made_with(const struct pointers *pointers,
                                             uint32_t item, uint32_t argument)
{
    uint32_t number = UINT32_MAX - item;
    const struct instruction *call = map_at(pointers->handles, number).key;
    return pointers_of_temp(pointers, pointers->makers.items[number],
                            call->operands[argument]);
}

/* What a call that makes an object puts where its out-argument points. */
static void put_handle(struct pointers *pointers, const struct numbering *at,
                       const struct instruction *instruction)
{
    const struct protocol_call *call =
        rules_call(pointers->rules, instruction->function->name);
    if (!call || !call->creates || !call->is_out ||
        call->argument >= instruction->operand_count)
        return;
    uint32_t address = at->temps + instruction->operands[call->argument];
    for (uint32_t i = 0; i < pointers->sets.items[address].count; i++) {
        uint32_t item = pointers->sets.items[address].items[i];
        if (is_place(item))
            add_item(pointers, item,
                     handle_item(pointers, at->function, instruction));
    }
}

/* What is allocated there: named by the temporary that gets its address. */
static uint32_t allocation(struct pointers *pointers,
                           const struct numbering *at,
                           const struct instruction *instruction)
{
    const void *key = boxed(at->temps + instruction->result);
    if (!map_has(pointers->allocated, key)) {
        uint32_t set = add_set(pointers, NULL);
        map_put(pointers->allocated, key, boxed(set));
        map_put(pointers->allocated_sets, boxed(set), pointers);
    }
    return unboxed(map_get(pointers->allocated, key));
}

static void add_behind(struct pointers *pointers, uint32_t to, uint32_t from,
                       int64_t offset)
{
    for (uint32_t i = 0; i < pointers->sets.items[from].count; i++) {
        uint32_t item = pointers->sets.items[from].items[i];
        bool is_known = is_place(item);
        if (is_known)
            item = place_behind(pointers, item, offset);
        if (!is_known || item != NOTHING)
            add_item(pointers, to, item);
    }
}

/* What is allocated and may be there is used as the record, or as nobody knows
 * what (NULL). What an inert function (ir/inert.h) finds there it tells nobody.
 */
static void use_as(struct pointers *pointers, const struct numbering *at,
                   uint32_t temp, const struct record *record)
{
    const struct pointer_set *set = &pointers->sets.items[at->temps + temp];
    for (uint32_t i = 0; i < set->count && !at->function->is_inert; i++)
        if (pointers_is_allocated(pointers, set->items[i]))
            pointers->changed |=
                layouts_use(pointers->layouts, set->items[i], record);
}

/* What lies behind a pointer that is moved on need not be what is in front. */
static void move_on(struct pointers *pointers, const struct numbering *at,
                    const struct instruction *instruction)
{
    const struct instruction *by = at->made[instruction->operands[1]];
    if (!by || by->op != OP_CONST || by->immediate > 0)
        use_as(pointers, at, instruction->operands[0], NULL);
}

/* Whether a pointer to the item can be made one to the record: by what the item
 * is, or what it is a part of. */
static bool may_be(struct pointers *pointers, uint32_t item,
                   const struct record *record)
{
    if (!is_place(item))
        return true;
    const struct record *owner = pointers->owners.items[item];
    const struct record *own = pointers->set_records.items[item];
    if (pointers_is_allocated(pointers, item))
        return layouts_may_be(pointers->layouts, item, record);
    if (!own)
        return true;
    return (owner && layouts_meet(pointers->layouts, owner, record)) ||
           layouts_hold(pointers->layouts, own, record);
}

static void cast(struct pointers *pointers, const struct numbering *at,
                 const struct instruction *instruction)
{
    const struct record *record = record_of(instruction->record);
    const struct instruction *made = at->made[instruction->operands[0]];
    uint32_t from = at->temps + instruction->operands[0];
    uint32_t to = at->temps + instruction->result;
    if (made && made->op == OP_CALL)
        use_as(pointers, at, instruction->operands[0], record);
    for (uint32_t i = 0; i < pointers->sets.items[from].count; i++)
        if (may_be(pointers, pointers->sets.items[from].items[i], record))
            add_item(pointers, to, pointers->sets.items[from].items[i]);
}

static void apply(struct pointers *pointers, struct numbering *at,
                  const struct instruction *instruction)
{
    const uint32_t *operands = instruction->operands;
    uint32_t result = at->temps + instruction->result;
    switch ((int)instruction->op) {
    case OP_FUNCTION:
        map_put(pointers->taken, resolved(instruction->function), pointers);
        add_item(pointers, result,
                 function_item(pointers, instruction->function));
        return;
    case OP_GLOBAL:
        add_item(pointers, result, global_set(pointers, instruction->global));
        return;
    case OP_LOCAL:
        add_item(pointers, result,
                 at->variables + instruction->variable->number);
        return;
    case OP_FIELD:
        if (!instruction->record) {
            add_behind(pointers, result, at->temps + operands[0],
                       instruction->immediate);
            return;
        }
        add_item(pointers, result,
                 field_set(pointers, instruction->record, instruction->field));
        return;
    case OP_LOAD: load_from(pointers, result, at->temps + operands[0]); return;
    case OP_STORE:
        store_to(pointers, at->temps + operands[0], at->temps + operands[1]);
        return;
    case OP_COPY:
        copy_to(pointers, at->temps + operands[0], at->temps + operands[1]);
        return;
    case OP_ALLOC:
        add_item(pointers, result, allocation(pointers, at, instruction));
        return;
    case OP_OBJECT:
        add_item(pointers, result, allocation(pointers, at, instruction));
        break;
    case OP_CALL:
        put_handle(pointers, at, instruction);
        call(pointers, instruction->function, at, instruction, 0);
        return;
    case OP_CALL_INDIRECT: call_indirect(pointers, at, instruction); return;
    case OP_CAST:
        if (!instruction->record)
            break;
        cast(pointers, at, instruction);
        return;
    case OP_INDEX:
    case OP_ADD: move_on(pointers, at, instruction); break;
    default: break;
    }
    if (instruction->result == NO_TEMP || op_is_comparison(instruction->op))
        return;
    for (uint32_t i = 0; i < instruction->operand_count; i++)
        add_all(pointers, result, at->temps + operands[i]);
}

static void apply_all(struct pointers *pointers, struct numbering *at)
{
    const struct function *function = at->function;
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++)
            apply(pointers, at, &block->instructions[i]);
        if (block->end.kind == END_RETURN && block->end.temp != NO_TEMP)
            add_all(pointers, at->result, at->temps + block->end.temp);
    }
}

/* The set of the scalar at `offset` bits of an object of `record`. */
static uint32_t set_at(struct pointers *pointers, const struct record *record,
                       uint64_t offset, uint32_t otherwise)
{
    record = record_of(record);
    if (!record || record->size == 0)
        return otherwise;
    offset %= record->size;
    for (size_t i = record->field_count; i-- > 0;) {
        const struct field *field = &record->fields[i];
        if (field->offset > offset)
            continue;
        uint32_t set = field_set(pointers, record, (uint32_t)i);
        if (field->type.kind == TYPE_AGGREGATE && field->record)
            return set_at(pointers, field->record, offset - field->offset, set);
        return set;
    }
    return otherwise;
}

static void add_initial(struct pointers *pointers, const struct global *global,
                        size_t number, uint32_t set, uint32_t item)
{
    const void *table = map_get(pointers->tables, global);
    add_item(pointers, set, item);
    if (table)
        add_item(pointers, unboxed(table) + (uint32_t)number, item);
}

static void apply_initials(struct pointers *pointers,
                           const struct global *global)
{
    uint32_t whole = global_set(pointers, global);
    bool is_table = global->is_constant && !global->record &&
                    global->type.kind == TYPE_AGGREGATE;
    if (is_table)
        add_slots(pointers, global);
    for (size_t i = 0; i < global->initial_count; i++) {
        const struct initial *initial = &global->initials[i];
        uint32_t set =
            global->type.kind == TYPE_AGGREGATE
                ? set_at(pointers, global->record, initial->offset, whole)
                : whole;
        if (initial->kind == INITIAL_FUNCTION) {
            map_put(pointers->taken, resolved(initial->function), pointers);
            add_initial(pointers, global, i, set,
                        function_item(pointers, initial->function));
        } else if (initial->kind == INITIAL_GLOBAL) {
            add_initial(pointers, global, i, set,
                        global_set(pointers, initial->global));
        }
    }
}

/* Whether a function's result is what `allocators` give, and it is small. */
static bool is_wrapper(const struct map *wrappers,
                       const struct function *function)
{
    if (function->block_count == 0 || function->block_count > WRAPPER_BLOCKS ||
        function->type.kind != TYPE_POINTER)
        return false;
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++) {
            const struct instruction *at = &block->instructions[i];
            if (at->op == OP_CALL && at->type.kind == TYPE_POINTER &&
                map_has(wrappers, resolved(at->function)))
                return true;
        }
    }
    return false;
}

static bool allocates(const struct function *function)
{
    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++)
            if (function->blocks[b].instructions[i].op == OP_ALLOC)
                return true;
    return false;
}

static void find_wrappers(struct pointers *pointers)
{
    const struct program *program = pointers->program;
    struct map *allocators = map_make(pointers->arena);
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        if (function->is_weak || allocates(function))
            map_put(pointers->wrappers, function, pointers);
        if (allocates(function))
            map_put(allocators, function, pointers);
    }
    for (unsigned depth = 0; depth < MAX_DEPTH; depth++)
        for (size_t i = 0; i < program->function_count; i++) {
            const struct function *function = program->functions[i];
            if (!is_wrapper(allocators, function))
                continue;
            map_put(allocators, function, pointers);
            map_put(pointers->wrappers, function, pointers);
        }
}

/* A set for one call becomes part of the function's. */
static void unite(struct pointers *pointers, const struct numbering *from,
                  const struct numbering *into)
{
    const struct function *function = from->function;
    for (uint32_t i = 0; i < function->temp_count; i++)
        add_all(pointers, into->temps + i, from->temps + i);
    for (uint32_t i = 0; i < function->variable_count; i++)
        add_all(pointers, into->variables + i, from->variables + i);
    add_all(pointers, into->result, from->result);
}

/* Where a set names a variable for one call, it names the function's. */
static void rename_variables(struct pointers *pointers, uint32_t *names,
                             uint32_t set)
{
    struct pointer_set old = pointers->sets.items[set];
    bool changed = false;
    for (uint32_t i = 0; i < old.count && !changed; i++)
        changed = is_place(old.items[i]) && names[old.items[i]] != old.items[i];
    if (!changed)
        return;
    pointers->sets.items[set] = (struct pointer_set){ NULL, 0, 0 };
    for (uint32_t i = 0; i < old.count; i++)
        add_item(pointers, set,
                 is_place(old.items[i]) ? names[old.items[i]] : old.items[i]);
}

static void unite_calls(struct pointers *pointers)
{
    uint32_t count = (uint32_t)pointers->sets.count;
    uint32_t *names = arena_array(pointers->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++)
        names[i] = i;
    for (size_t n = 0; n < pointers->numberings.count; n++) {
        const struct numbering *from = pointers->numberings.items[n];
        const struct numbering *into =
            pointers->functions[from->function->number];
        if (from == into)
            continue;
        unite(pointers, from, into);
        for (uint32_t i = 0; i < from->function->variable_count; i++)
            names[from->variables + i] = into->variables + i;
    }
    for (uint32_t i = 0; i < count; i++)
        rename_variables(pointers, names, i);
}

static void solve(struct pointers *pointers)
{
    do {
        pointers->changed = false;
        for (size_t i = 0; i < pointers->numberings.count; i++) {
            struct numbering *at = pointers->numberings.items[i];
            if (at->is_called || !at->function->is_weak)
                apply_all(pointers, at);
        }
    } while (pointers->changed);
}

struct pointers *pointers_solve(struct arena *arena,
                                const struct program *program,
                                const struct rule_set *rules)
{
    struct pointers *pointers = arena_new(arena, struct pointers);
    pointers->arena = arena;
    pointers->rules = rules;
    pointers->allocated = map_make(arena);
    pointers->allocated_sets = map_make(arena);
    pointers->program = program;
    pointers->functions =
        arena_array(arena, struct numbering *, program->number_end);
    pointers->numbers = map_make(arena);
    pointers->handles = map_make(arena);
    pointers->globals = map_make(arena);
    pointers->global_sets = map_make(arena);
    pointers->tables = map_make(arena);
    pointers->slots = map_make(arena);
    pointers->used = map_make(arena);
    pointers->layouts = layouts_make(arena);
    pointers->records = map_make(arena);
    pointers->taken = map_make(arena);
    pointers->wrappers = map_make(arena);
    for (size_t i = 0; i < program->function_count; i++)
        number_function(pointers, program->functions[i]);
    for (size_t i = 0; i < program->global_count; i++)
        apply_initials(pointers, program->globals[i]);
    find_wrappers(pointers);
    solve(pointers);
    unite_calls(pointers);
    return pointers;
}
