/* footprint.c - sets of names, united over the call graph until they stop
 * growing. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/footprint.h"

#include "engine/bindings.h"
#include "engine/slice.h"
#include "support/arena.h"
#include "support/map.h"

#include <stdint.h>

struct footprint {
    struct map *numbers;   /* global, or name of a record -> number + 1 */
    struct map *functions; /* function -> set of numbers */
    struct map *blind;     /* functions that look at no memory */
    size_t words;
};

static const void *key_of_global(const struct global *global)
{
    return global->definition ? global->definition : global;
}

static void number(struct footprint *footprint, const void *key)
{
    if (key && !map_has(footprint->numbers, key))
        map_put(footprint->numbers, key,
                (void *)(uintptr_t)(map_count(footprint->numbers) + 1));
}

/* With what its initial value leads to: a table of handles' addresses. */
static void number_global(struct footprint *footprint,
                          const struct global *global)
{
    global = key_of_global(global);
    if (map_has(footprint->numbers, global))
        return;
    number(footprint, global);
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_GLOBAL)
            number_global(footprint, global->initials[i].global);
}

static const void *key_of(const struct instruction *instruction)
{
    if ((instruction->op == OP_FIELD || instruction->op == OP_CAST) &&
        instruction->record)
        return instruction->record->name;
    return NULL;
}

static void number_all(struct footprint *footprint,
                       const struct program *program)
{
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++) {
                if (block->instructions[k].op == OP_GLOBAL)
                    number_global(footprint, block->instructions[k].global);
                number(footprint, key_of(&block->instructions[k]));
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
    return (uintptr_t)map_get(footprint->numbers, key) - 1;
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

static bool unite(struct footprint *footprint, uint64_t *into,
                  const struct function *callee)
{
    const uint64_t *from = map_get(
        footprint->functions, callee->definition ? callee->definition : callee);
    bool grew = false;
    for (size_t w = 0; from && w < footprint->words; w++) {
        grew |= (from[w] & ~into[w]) != 0;
        into[w] |= from[w];
    }
    return grew;
}

/* A call of nobody knows what may name everything. */
static bool fill(const struct footprint *footprint, uint64_t *set)
{
    bool grew = false;
    for (size_t w = 0; w < footprint->words; w++) {
        grew |= set[w] != UINT64_MAX;
        set[w] = UINT64_MAX;
    }
    return grew;
}

/* A call that runs a routine which begins or ends a binding counts it. */
static bool add_count(const struct footprint *footprint,
                      const struct roots *roots, const struct function *routine,
                      uint64_t *set)
{
    const struct bindings *bindings = roots_bindings(roots);
    const struct binding *binding = bindings_begun_by(bindings, routine);
    if (!binding)
        binding = bindings_ended_by(bindings, routine);
    return binding && add_global(footprint, set, binding->count);
}

static bool visit(struct footprint *footprint, const struct roots *roots,
                  const struct function *function,
                  const struct instruction *instruction, uint64_t *set)
{
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
            grew |= add_count(footprint, roots, inside.items[i], set);
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

static bool visit_all(struct footprint *footprint, const struct roots *roots,
                      const struct slice *slice,
                      const struct function *function)
{
    uint64_t *set = map_get(footprint->functions, function);
    bool grew = false;
    for (uint32_t b = 0; b < function->block_count; b++)
        for (uint32_t k = 0; k < function->blocks[b].instruction_count; k++)
            grew |= slice_has(slice, function, b, k) &&
                    visit(footprint, roots, function,
                          &function->blocks[b].instructions[k], set);
    return grew;
}

/* Both ways: a chain of calls is seen through at once, whether what is called
 * stands before or behind. */
static bool sweep(struct footprint *footprint, const struct roots *roots,
                  const struct slice *slice, const struct program *program)
{
    size_t count = program->function_count;
    bool grew = false;
    for (size_t i = 0; i < 2 * count; i++)
        grew |= visit_all(
            footprint, roots, slice,
            program->functions[i < count ? count - 1 - i : i - count]);
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

struct footprint *footprint_find(struct arena *arena,
                                 const struct program *program,
                                 const struct roots *roots,
                                 const struct slice *slice)
{
    struct footprint *footprint = arena_new(arena, struct footprint);
    footprint->numbers = map_make(arena);
    footprint->functions = map_make(arena);
    footprint->blind = map_make(arena);
    number_all(footprint, program);
    for (size_t i = 0; i < bindings_count(roots_bindings(roots)); i++)
        number_global(footprint, bindings_at(roots_bindings(roots), i)->count);
    footprint->words = map_count(footprint->numbers) / 64 + 1;
    for (size_t i = 0; i < program->function_count; i++)
        map_put(footprint->functions, program->functions[i],
                arena_array(arena, uint64_t, footprint->words));
    for (size_t i = 0; i < program->function_count; i++)
        if (is_blind(program->functions[i]))
            map_put(footprint->blind, program->functions[i], footprint);
    while (sweep(footprint, roots, slice, program))
        ;
    return footprint;
}

static bool has(const struct footprint *footprint,
                const struct function *function, const void *key)
{
    const uint64_t *set = map_get(footprint->functions, function);
    uintptr_t box = (uintptr_t)map_get(footprint->numbers, key);
    if (!set)
        return true;
    return box && ((set[(box - 1) / 64] >> ((box - 1) % 64)) & 1);
}

bool footprint_is_blind(const struct footprint *footprint,
                        const struct function *function)
{
    return map_has(footprint->blind, function);
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
