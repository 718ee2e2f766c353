/* footprint.c - sets of names, united over the call graph until they stop
 * growing. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/footprint.h"

#include "engine/bindings.h"
#include "engine/slice.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/vec.h"

#include <stdint.h>
#include <string.h>

struct vocabulary {
    const struct program *program;
    const struct roots *roots;
    struct map *numbers; /* global, or name of a record -> number + 1 */
    struct map *blind;   /* functions that look at no memory */
    size_t words;        /* of a set of numbers */
};

/* A function that has something in the slice. */
struct naming {
    struct vec_of(const struct instruction *) sites; /* that name anything */
    uint64_t *set;
    bool is_asked; /* somebody was told what is in the set */
};

struct footprint {
    const struct vocabulary *vocabulary;
    const struct slice *slice;
    struct map *functions; /* -> struct naming */
    struct map *absent; /* functions of which it was told that they have none */
};

static const void *key_of_global(const struct global *global)
{
    return global->definition ? global->definition : global;
}

static void number(struct vocabulary *vocabulary, const void *key)
{
    if (key && !map_has(vocabulary->numbers, key))
        map_put(vocabulary->numbers, key,
                (void *)(uintptr_t)(map_count(vocabulary->numbers) + 1));
}

/* With what its initial value leads to: a table of handles' addresses. */
static void number_global(struct vocabulary *vocabulary,
                          const struct global *global)
{
    global = key_of_global(global);
    if (map_has(vocabulary->numbers, global))
        return;
    number(vocabulary, global);
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_GLOBAL)
            number_global(vocabulary, global->initials[i].global);
}

static const void *key_of(const struct instruction *instruction)
{
    if ((instruction->op == OP_FIELD || instruction->op == OP_CAST) &&
        instruction->record)
        return instruction->record->name;
    return NULL;
}

static void number_all(struct vocabulary *vocabulary)
{
    const struct program *program = vocabulary->program;
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++) {
                if (block->instructions[k].op == OP_GLOBAL)
                    number_global(vocabulary, block->instructions[k].global);
                number(vocabulary, key_of(&block->instructions[k]));
            }
        }
    }
}

static bool add(uint64_t *set, uintptr_t bit)
{
    uint64_t word = UINT64_C(1) << (bit % 64);
    if (set[bit / 64] & word)
        return false;
    set[bit / 64] |= word;
    return true;
}

static uintptr_t bit_of(const struct footprint *footprint, const void *key)
{
    return (uintptr_t)map_get(footprint->vocabulary->numbers, key) - 1;
}

static bool add_global(const struct footprint *footprint, uint64_t *set,
                       const struct global *global)
{
    global = key_of_global(global);
    if (!add(set, bit_of(footprint, global)))
        return false;
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_GLOBAL)
            (void)add_global(footprint, set, global->initials[i].global);
    return true;
}

/* NULL: the program does not have it, or it has nothing in the slice. */
static struct naming *naming_of(const struct footprint *footprint,
                                const struct function *function)
{
    return map_get(footprint->functions, function_linked(function));
}

static const uint64_t *set_of(const struct footprint *footprint,
                              const struct function *function)
{
    const struct naming *naming = naming_of(footprint, function);
    return naming ? naming->set : NULL;
}

static bool unite(struct footprint *footprint, uint64_t *into,
                  const struct function *callee)
{
    const uint64_t *from = set_of(footprint, callee);
    bool grew = false;
    for (size_t w = 0; from && w < footprint->vocabulary->words; w++) {
        grew |= (from[w] & ~into[w]) != 0;
        into[w] |= from[w];
    }
    return grew;
}

/* A call of nobody knows what may name everything. */
static bool fill(const struct footprint *footprint, uint64_t *set)
{
    bool grew = false;
    for (size_t w = 0; w < footprint->vocabulary->words; w++) {
        grew |= set[w] != UINT64_MAX;
        set[w] = UINT64_MAX;
    }
    return grew;
}

/* A call that runs a routine which begins or ends a binding counts it. */
static bool add_count(const struct footprint *footprint,
                      const struct function *routine, uint64_t *set)
{
    const struct bindings *bindings =
        roots_bindings(footprint->vocabulary->roots);
    const struct binding *binding = bindings_begun_by(bindings, routine);
    if (!binding)
        binding = bindings_ended_by(bindings, routine);
    return binding && add_global(footprint, set, binding->count);
}

static bool visit(struct footprint *footprint, const struct function *function,
                  const struct instruction *instruction, uint64_t *set)
{
    const struct roots *roots = footprint->vocabulary->roots;
    const void *key = key_of(instruction);
    bool grew = false;
    if (instruction->op == OP_GLOBAL)
        return add_global(footprint, set, instruction->global);
    if (key)
        return add(set, bit_of(footprint, key));
    if (instruction->op == OP_CALL) {
        struct function_list inside =
            roots_run_in(roots, function, instruction);
        for (size_t i = 0; i < inside.count; i++) {
            grew |= add_count(footprint, inside.items[i], set);
            grew |= unite(footprint, set, inside.items[i]);
        }
        return unite(footprint, set, instruction->function) || grew;
    }
    if (instruction->op != OP_CALL_INDIRECT)
        return false;
    struct function_list targets = roots_targets(roots, function, instruction);
    if (targets.count == 0 || function->is_weak)
        return fill(footprint, set);
    for (size_t i = 0; i < targets.count; i++)
        grew |= unite(footprint, set, targets.items[i]);
    return grew;
}

static bool visit_all(struct footprint *footprint,
                      const struct function *function, struct naming *naming)
{
    bool grew = false;
    vec_each (const struct instruction *const, site, &naming->sites)
        grew |= visit(footprint, function, *site, naming->set);
    return grew;
}

/* Both ways: a chain of calls is seen through at once, whether what is called
 * stands before or behind. */
static bool sweep(struct footprint *footprint)
{
    size_t count = map_count(footprint->functions);
    bool grew = false;
    for (size_t i = 0; i < 2 * count; i++) {
        struct map_entry entry =
            map_at(footprint->functions, i < count ? count - 1 - i : i - count);
        grew |= visit_all(footprint, entry.key, entry.value);
    }
    return grew;
}

/* Whether the instruction makes a value out of nothing but values, and an
 * address only of what has a name. */
static bool looks_at_nothing(const struct instruction *instruction, bool *named)
{
    switch ((int)instruction->op) {
    case OP_STRING:
    case OP_FUNCTION:
    case OP_GLOBAL:
    case OP_LOCAL: named[instruction->result] = true; return true;
    case OP_FIELD:
    case OP_INDEX:
        named[instruction->result] = named[instruction->operands[0]];
        return named[instruction->result];
    case OP_CONST: return true;
    default: return false;
    }
}

/* Whether a function, such as one that gives the address of a global, does the
 * same whatever memory holds. */
static bool is_blind(const struct function *function)
{
    struct arena *scratch = arena_open();
    bool *named = arena_array(scratch, bool, function->temp_count + 1);
    bool blind = function->block_count > 0;
    for (size_t b = 0; b < function->block_count; b++)
        for (size_t k = 0; k < function->blocks[b].instruction_count; k++)
            blind = blind && looks_at_nothing(
                                 &function->blocks[b].instructions[k], named);
    arena_close(scratch);
    return blind;
}

struct vocabulary *vocabulary_make(struct arena *arena,
                                   const struct program *program,
                                   const struct roots *roots)
{
    struct vocabulary *vocabulary = arena_new(arena, struct vocabulary);
    const struct bindings *bindings = roots_bindings(roots);
    vocabulary->program = program;
    vocabulary->roots = roots;
    vocabulary->numbers = map_make(arena);
    vocabulary->blind = map_make(arena);
    number_all(vocabulary);
    for (size_t i = 0; i < bindings_count(bindings); i++)
        number_global(vocabulary, bindings_at(bindings, i)->count);
    vocabulary->words = map_count(vocabulary->numbers) / 64 + 1;
    for (size_t i = 0; i < program->function_count; i++)
        if (is_blind(program->functions[i]))
            map_put(vocabulary->blind, program->functions[i], vocabulary);
    return vocabulary;
}

static bool names_anything(const struct instruction *instruction)
{
    return instruction->op == OP_GLOBAL || instruction->op == OP_CALL ||
           instruction->op == OP_CALL_INDIRECT || key_of(instruction);
}

static void add_function(struct arena *arena, struct footprint *footprint,
                         const struct function *function)
{
    struct naming *naming = arena_new(arena, struct naming);
    naming->set = arena_array(arena, uint64_t, footprint->vocabulary->words);
    for (uint32_t b = 0; b < function->block_count; b++)
        for (uint32_t k = 0; k < function->blocks[b].instruction_count; k++) {
            const struct instruction *at = &function->blocks[b].instructions[k];
            if (names_anything(at) &&
                slice_has(footprint->slice, function, b, k))
                vec_push(arena, &naming->sites, at);
        }
    map_put(footprint->functions, function, naming);
}

struct footprint *footprint_find(struct arena *arena,
                                 const struct vocabulary *vocabulary,
                                 const struct slice *slice)
{
    struct footprint *footprint = arena_new(arena, struct footprint);
    const struct program *program = vocabulary->program;
    footprint->vocabulary = vocabulary;
    footprint->slice = slice;
    footprint->functions = map_make(arena);
    footprint->absent = map_make(arena);
    for (size_t i = 0; i < program->function_count; i++)
        if (slice_has_function(slice, program->functions[i]))
            add_function(arena, footprint, program->functions[i]);
    while (sweep(footprint))
        ;
    return footprint;
}

static bool has(const struct footprint *footprint,
                const struct function *function, const void *key)
{
    struct naming *naming = naming_of(footprint, function);
    uintptr_t box = (uintptr_t)map_get(footprint->vocabulary->numbers, key);
    if (!naming) {
        map_put(footprint->absent, function_linked(function),
                footprint->absent);
        return !slice_is_of_program(footprint->slice, function);
    }
    naming->is_asked = true;
    return box && ((naming->set[(box - 1) / 64] >> ((box - 1) % 64)) & 1);
}

bool footprint_answers_as(const struct footprint *footprint,
                          const struct footprint *other)
{
    size_t size = other->vocabulary->words * sizeof(uint64_t);
    for (size_t i = 0; i < map_count(other->absent); i++)
        if (naming_of(footprint, map_at(other->absent, i).key))
            return false;
    for (size_t i = 0; i < map_count(other->functions); i++) {
        struct map_entry entry = map_at(other->functions, i);
        const struct naming *naming = entry.value;
        const uint64_t *set = set_of(footprint, entry.key);
        if (naming->is_asked && (!set || memcmp(set, naming->set, size) != 0))
            return false;
    }
    return true;
}

bool footprint_is_blind(const struct footprint *footprint,
                        const struct function *function)
{
    return map_has(footprint->vocabulary->blind, function);
}

bool footprint_has_global(const struct footprint *footprint,
                          const struct function *function,
                          const struct global *global)
{
    return has(footprint, function, key_of_global(global));
}

bool footprint_has_record(const struct footprint *footprint,
                          const struct function *function, const char *name)
{
    return has(footprint, function, name);
}
