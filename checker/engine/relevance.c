/* relevance.c - functions and places that matter, by closure.
 *
 *  1. core functions: those from which a protocol's call can be reached; the
 *     close ones are near to it
 *  2. value functions: called by a close one (or each other) for their result,
 *     or because they may not come back; the routines whose return is a moment
 *  3. places: those that close and value functions read, those that may hold a
 *     handle or lead to memory that does, and pointers to routines
 *  4. changing functions: those from which a change of such a place can be
 *     reached
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/relevance.h"

#include "engine/pointers.h"
#include "support/map.h"
#include "support/vec.h"

/* Of a program with more core functions than this, only those are looked at
 * closely from which a protocol's call is at most CLOSE_CALLS calls away. */
#define SMALL_PROGRAM 24
#define CLOSE_CALLS   2

struct functions vec_of(const struct function *);

struct relevance {
    struct arena *arena;
    const struct program *program;
    const struct rule_set *rules;
    const struct roots *roots;
    const struct pointers *pointers;
    struct map *callers; /* function -> struct functions */
    struct map *core;
    struct map *close;
    struct map *value;
    struct map *changing;
    struct map *holders; /* records of which a field leads to a handle */
    bool *places;        /* by number of set */
};

static const struct function *resolved(const struct function *function)
{
    return function->definition ? function->definition : function;
}

typedef void visit(struct relevance *relevance, const struct function *function,
                   const struct instruction *instruction);

static void each_instruction(struct relevance *relevance,
                             const struct function *function, visit *visitor)
{
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++)
            visitor(relevance, function, &block->instructions[i]);
    }
}

static void each_function(struct relevance *relevance, visit *visitor)
{
    for (size_t i = 0; i < relevance->program->function_count; i++)
        each_instruction(relevance, relevance->program->functions[i], visitor);
}

static void add_caller(struct relevance *relevance,
                       const struct function *callee,
                       const struct function *caller)
{
    callee = resolved(callee);
    struct functions *callers = map_get(relevance->callers, callee);
    if (!callers) {
        callers = arena_new(relevance->arena, struct functions);
        map_put(relevance->callers, callee, callers);
    }
    if (callers->count == 0 || vec_last(callers) != caller)
        vec_push(relevance->arena, callers, caller);
}

static void note_call(struct relevance *relevance,
                      const struct function *function,
                      const struct instruction *instruction)
{
    if (instruction->op == OP_CALL)
        add_caller(relevance, instruction->function, function);
    if (instruction->op != OP_CALL_INDIRECT)
        return;
    struct function_list targets =
        roots_targets(relevance->roots, function, instruction);
    for (size_t i = 0; i < targets.count; i++)
        add_caller(relevance, targets.items[i], function);
}

/* Adds a function and all that can reach it. */
static void add_upward(struct relevance *relevance, struct map *set,
                       const struct function *function)
{
    struct functions queue = { NULL, 0, 0 };
    if (map_has(set, function))
        return;
    map_put(set, function, relevance);
    vec_push(relevance->arena, &queue, function);
    while (queue.count > 0) {
        const struct functions *callers =
            map_get(relevance->callers, vec_pop(&queue));
        for (size_t i = 0; callers && i < callers->count; i++) {
            if (map_has(set, callers->items[i]))
                continue;
            map_put(set, callers->items[i], relevance);
            vec_push(relevance->arena, &queue, callers->items[i]);
        }
    }
}

static void find_core(struct relevance *relevance,
                      const struct function *function,
                      const struct instruction *instruction)
{
    if (instruction->op == OP_CALL &&
        rules_call(relevance->rules, instruction->function->name))
        add_upward(relevance, relevance->core, function);
}

static bool is_read_closely(const struct relevance *relevance,
                            const struct function *function)
{
    return map_has(relevance->close, function) ||
           map_has(relevance->value, function);
}

/* Adds the callers of a function, to a depth. */
static void add_close(struct relevance *relevance,
                      const struct function *function, unsigned depth)
{
    const struct functions *callers = map_get(relevance->callers, function);
    map_put(relevance->close, function, relevance);
    for (size_t i = 0; callers && depth > 0 && i < callers->count; i++)
        add_close(relevance, callers->items[i], depth - 1);
}

/* In a small program every core function is close. */
static void find_close(struct relevance *relevance,
                       const struct function *function,
                       const struct instruction *instruction)
{
    if (instruction->op != OP_CALL ||
        !rules_call(relevance->rules, instruction->function->name))
        return;
    add_close(relevance, function, CLOSE_CALLS);
}

/* Whether control may end in it: a failed assertion, a bug check, a loop for
 * ever. */
static bool may_stop(const struct function *function)
{
    bool returns = false;
    for (size_t b = 0; b < function->block_count; b++) {
        if (function->blocks[b].end.kind == END_UNREACHABLE)
            return true;
        returns |= function->blocks[b].end.kind == END_RETURN;
    }
    return function->block_count > 0 && !returns;
}

static void add_value(struct relevance *relevance,
                      const struct function *callee)
{
    callee = resolved(callee);
    if (callee->block_count > 0 && !is_read_closely(relevance, callee))
        map_put(relevance->value, callee, relevance);
}

static void find_values(struct relevance *relevance,
                        const struct function *function,
                        const struct instruction *instruction)
{
    bool is_call =
        instruction->op == OP_CALL || instruction->op == OP_CALL_INDIRECT;
    if (!is_call || !is_read_closely(relevance, function))
        return;
    if (instruction->op == OP_CALL) {
        if (instruction->result != NO_TEMP ||
            may_stop(resolved(instruction->function)))
            add_value(relevance, instruction->function);
        return;
    }
    if (instruction->result == NO_TEMP)
        return;
    struct function_list targets =
        roots_targets(relevance->roots, function, instruction);
    for (size_t i = 0; i < targets.count; i++)
        add_value(relevance, targets.items[i]);
}

static void add_place(struct relevance *relevance, uint32_t item)
{
    if (item < pointers_count(relevance->pointers))
        relevance->places[item] = true;
}

/* The places that an address may be. */
static const struct pointer_set *
places_of(const struct relevance *relevance, const struct function *function,
          const struct instruction *instruction)
{
    return pointers_of_temp(relevance->pointers, function,
                            instruction->operands[0]);
}

static bool loads_routine(const struct relevance *relevance,
                          const struct function *function,
                          const struct instruction *instruction)
{
    const struct pointer_set *set =
        pointers_of_temp(relevance->pointers, function, instruction->result);
    for (uint32_t i = 0; i < set->count; i++)
        if (pointers_function(relevance->pointers, set->items[i]))
            return true;
    return false;
}

static void find_read(struct relevance *relevance,
                      const struct function *function,
                      const struct instruction *instruction)
{
    if (instruction->op != OP_LOAD ||
        (!is_read_closely(relevance, function) &&
         !loads_routine(relevance, function, instruction)))
        return;
    const struct pointer_set *set = places_of(relevance, function, instruction);
    for (uint32_t i = 0; i < set->count; i++)
        add_place(relevance, set->items[i]);
}

/* Whether a set has the handle, or memory from which it can be reached. */
static bool leads_to_handle(const struct relevance *relevance,
                            const struct pointer_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        uint32_t item = set->items[i];
        if (item == POINTER_HANDLE)
            return true;
        if (pointers_is_allocated(relevance->pointers, item) &&
            relevance->places[item])
            return true;
        if (map_has(relevance->holders,
                    pointers_owner(relevance->pointers, item)))
            return true;
    }
    return false;
}

/* An allocated object matters when a field of it, as some instruction sees
 * it, does. */
static void find_holders(struct relevance *relevance,
                         const struct function *function,
                         const struct instruction *instruction)
{
    if (instruction->op != OP_FIELD || !instruction->record)
        return;
    uint32_t field = pointers_place_of_field(
        relevance->pointers, instruction->record, instruction->field);
    const struct pointer_set *inside =
        field < pointers_count(relevance->pointers)
            ? pointers_in(relevance->pointers, field)
            : NULL;
    if (!inside || !leads_to_handle(relevance, inside))
        return;
    const struct pointer_set *base =
        places_of(relevance, function, instruction);
    for (uint32_t i = 0; i < base->count; i++)
        if (pointers_is_allocated(relevance->pointers, base->items[i]))
            add_place(relevance, base->items[i]);
}

static size_t count_places(const struct relevance *relevance)
{
    size_t count = 0;
    for (uint32_t i = 0; i < pointers_count(relevance->pointers); i++)
        count += relevance->places[i];
    return count;
}

static void find_holding(struct relevance *relevance)
{
    size_t before = 0;
    do {
        before = count_places(relevance);
        each_function(relevance, find_holders);
        for (uint32_t i = 0; i < pointers_count(relevance->pointers); i++) {
            if (!leads_to_handle(relevance,
                                 pointers_in(relevance->pointers, i)))
                continue;
            relevance->places[i] = true;
            const struct record *owner = pointers_owner(relevance->pointers, i);
            if (owner)
                map_put(relevance->holders, owner, relevance);
        }
    } while (count_places(relevance) != before);
}

static bool has_relevant_field(const struct relevance *relevance,
                               const struct record *record, unsigned depth)
{
    if (!record || depth > 8)
        return false;
    for (uint32_t f = 0; f < record->field_count; f++) {
        uint32_t place =
            pointers_place_of_field(relevance->pointers, record, f);
        if (place < pointers_count(relevance->pointers) &&
            relevance->places[place])
            return true;
        if (record->fields[f].type.kind == TYPE_AGGREGATE &&
            has_relevant_field(relevance, record->fields[f].record, depth + 1))
            return true;
    }
    return false;
}

static bool is_relevant_place(const struct relevance *relevance, uint32_t item)
{
    if (item >= pointers_count(relevance->pointers))
        return true;
    return relevance->places[item];
}

static bool touches(const struct relevance *relevance,
                    const struct function *function,
                    const struct instruction *instruction)
{
    const struct pointer_set *set = places_of(relevance, function, instruction);
    bool whole = instruction->op != OP_LOAD && instruction->op != OP_STORE;
    for (uint32_t i = 0; i < set->count; i++) {
        uint32_t item = set->items[i];
        if (is_relevant_place(relevance, item))
            return true;
        if (whole &&
            has_relevant_field(relevance,
                               pointers_record(relevance->pointers, item), 0))
            return true;
    }
    return set->count == 0 && instruction->op != OP_FREE;
}

static void find_changing(struct relevance *relevance,
                          const struct function *function,
                          const struct instruction *instruction)
{
    switch ((int)instruction->op) {
    case OP_STORE:
    case OP_COPY:
    case OP_FILL:
    case OP_FREE:
        if (places_of(relevance, function, instruction)->count > 0 &&
            touches(relevance, function, instruction))
            add_upward(relevance, relevance->changing, function);
        break;
    default: break;
    }
}

/* What is looked at when the driver's life is put together. */
static void find_roots(struct relevance *relevance)
{
    const struct pointers *pointers = relevance->pointers;
    for (size_t i = 0; i < relevance->rules->root_count; i++) {
        const struct root *root = &relevance->rules->roots[i];
        if (root->global)
            add_place(relevance,
                      pointers_place_of_global(pointers, root->global));
        if (root->argument)
            add_place(relevance,
                      pointers_place_of_global(pointers, root->argument));
        const struct record *record =
            root->record && is_singleton(relevance->rules, root->record)
                ? program_record(relevance->program, root->record)
                : NULL;
        const struct field *field =
            record ? record_field(record, root->field) : NULL;
        if (field && root->role == ROOT_UNLOAD)
            add_place(relevance, pointers_place_of_field(
                                     pointers, record,
                                     (uint32_t)(field - record->fields)));
    }
}

struct relevance *relevance_find(struct arena *arena,
                                 const struct program *program,
                                 const struct rule_set *rules,
                                 const struct roots *roots)
{
    struct relevance *relevance = arena_new(arena, struct relevance);
    relevance->arena = arena;
    relevance->program = program;
    relevance->rules = rules;
    relevance->roots = roots;
    relevance->pointers = roots_pointers(roots);
    relevance->callers = map_make(arena);
    relevance->core = map_make(arena);
    relevance->close = relevance->core;
    relevance->value = map_make(arena);
    relevance->changing = map_make(arena);
    relevance->holders = map_make(arena);
    relevance->places =
        arena_array(arena, bool, pointers_count(relevance->pointers));
    each_function(relevance, note_call);
    each_function(relevance, find_core);
    if (map_count(relevance->core) > SMALL_PROGRAM) {
        relevance->close = map_make(arena);
        each_function(relevance, find_close);
    }
    for (size_t i = 0; i < roots_count(roots); i++)
        if (roots_at(roots, i).role != ROOT_CALLBACK)
            add_value(relevance, roots_at(roots, i).function);
    for (size_t before = SIZE_MAX; before != map_count(relevance->value);) {
        before = map_count(relevance->value);
        each_function(relevance, find_values);
    }
    each_function(relevance, find_read);
    find_roots(relevance);
    find_holding(relevance);
    each_function(relevance, find_changing);
    return relevance;
}

bool relevance_executes(const struct relevance *relevance,
                        const struct function *function)
{
    return function->is_weak || map_has(relevance->core, function) ||
           is_read_closely(relevance, function) ||
           map_has(relevance->changing, function);
}

bool relevance_tracks(const struct relevance *relevance,
                      const struct function *function,
                      const struct instruction *instruction)
{
    const struct pointer_set *set = places_of(relevance, function, instruction);
    for (uint32_t i = 0; i < set->count; i++)
        if (pointers_is_local(relevance->pointers, function, set->items[i]))
            return true;
    return function->is_weak || touches(relevance, function, instruction);
}

bool relevance_is_core(const struct relevance *relevance,
                       const struct function *function)
{
    return map_has(relevance->core, resolved(function));
}
