/* part.c - callers and callees of the calls about one registration.
 *
 * Needs:  a slice that is about it, and who is called through pointers.
 * Gives:  a program of few functions; calls of any other have no body.
 * Method: from the functions that call the protocol some steps up, then down,
 *         the nearest callees first, as long as there is room; a caller is as
 *         far as the steps that lead to it. Entry and unload routines stay out:
 *         they would make it a whole driver.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/part.h"

#include "engine/pointers.h"
#include "support/arena.h"
#include "support/map.h"

#define MAX_DOWN      8
#define MANY          3 /* steps that a call is which may go to several */
#define MAX_FUNCTIONS 60
#define MAX_CALLERS   20 /* more would leave no room for what is called */

struct cut {
    const struct program *program;
    const struct roots *roots;
    struct map *chosen; /* function -> the step in which it was met */
    uintptr_t step;     /* from 1 */
};

/* `far`: how many steps the call is. */
typedef void callee_deed(struct cut *cut, struct function *caller,
                         struct function *callee, uintptr_t far);

static struct function *called(const struct instruction *call)
{
    return call->function->definition ? call->function->definition
                                      : call->function;
}

static void each_callee_of(struct cut *cut, struct function *caller,
                           const struct instruction *at, callee_deed *deed)
{
    if (at->op == OP_CALL) {
        deed(cut, caller, called(at), 1);
    } else if (at->op == OP_CALL_INDIRECT) {
        struct function_list targets = roots_targets(cut->roots, caller, at);
        for (size_t i = 0; i < targets.count; i++)
            deed(cut, caller, targets.items[i], targets.count > 1 ? MANY : 1);
    }
}

static void each_callee(struct cut *cut, struct function *caller,
                        callee_deed *deed)
{
    for (size_t b = 0; b < caller->block_count; b++)
        for (size_t i = 0; i < caller->blocks[b].instruction_count; i++)
            each_callee_of(cut, caller, &caller->blocks[b].instructions[i],
                           deed);
}

static bool begins_or_ends(const struct cut *cut,
                           const struct function *function)
{
    for (size_t i = 0; i < roots_count(cut->roots); i++) {
        struct handed_over item = roots_at(cut->roots, i);
        if (item.function == function && item.role != ROOT_CALLBACK)
            return true;
    }
    return false;
}

static void choose(struct cut *cut, struct function *function)
{
    if (function->block_count > 0 && !function->is_weak &&
        !map_has(cut->chosen, function) && !begins_or_ends(cut, function))
        map_put(cut->chosen, function, (void *)cut->step);
}

static uintptr_t met(const struct cut *cut, const struct function *function)
{
    return (uintptr_t)map_get(cut->chosen, function);
}

static void choose_caller(struct cut *cut, struct function *caller,
                          struct function *callee, uintptr_t far)
{
    (void)far;
    if (met(cut, callee) > 0 && met(cut, callee) < cut->step)
        choose(cut, caller);
}

static void choose_callee(struct cut *cut, struct function *caller,
                          struct function *callee, uintptr_t far)
{
    if (met(cut, caller) + far == cut->step &&
        map_count(cut->chosen) < MAX_FUNCTIONS)
        choose(cut, callee);
}

static void each_of_program(struct cut *cut, callee_deed *deed)
{
    for (size_t i = 0; i < cut->program->function_count; i++)
        if (!cut->program->functions[i]->is_weak)
            each_callee(cut, cut->program->functions[i], deed);
}

static void go_down(struct cut *cut)
{
    for (cut->step = 2; cut->step <= MAX_DOWN; cut->step++)
        each_of_program(cut, choose_callee);
}

static struct program *keep_chosen(struct arena *arena, const struct cut *cut)
{
    const struct program *program = cut->program;
    struct function **kept =
        arena_array(arena, struct function *, program->function_count);
    size_t count = 0;
    for (size_t i = 0; i < program->function_count; i++)
        if (program->functions[i]->is_weak ||
            map_has(cut->chosen, program->functions[i]))
            kept[count++] = program->functions[i];
    return program_reduce(arena, program, kept, count);
}

struct program *part_cut(struct arena *arena, const struct program *program,
                         const struct roots *roots, const struct slice *slice,
                         unsigned steps_up)
{
    struct cut cut = { program, roots, map_make(arena), 1 };
    for (size_t i = 0; i < program->function_count; i++)
        if (slice_calls_protocol(slice, program->functions[i]))
            choose(&cut, program->functions[i]);
    if (map_count(cut.chosen) == 0)
        return NULL;
    for (unsigned i = 0; i < steps_up; i++) {
        cut.step++;
        each_of_program(&cut, choose_caller);
    }
    if (steps_up > 0 && map_count(cut.chosen) > MAX_CALLERS)
        return NULL;
    go_down(&cut);
    return keep_chosen(arena, &cut);
}

/* In the map, the value of a function that was reached is the function. */
static void reach(struct cut *cut, struct function *caller,
                  struct function *callee, uintptr_t far)
{
    (void)caller;
    (void)far;
    if (callee->block_count > 0)
        map_put(cut->chosen, callee, callee);
}

static bool is_reached_by_entry(struct arena *arena,
                                const struct program *program,
                                const struct roots *roots,
                                const struct function *function)
{
    struct cut cut = { program, roots, map_make(arena), 1 };
    for (size_t i = 0; i < roots_count(roots); i++)
        if (roots_at(roots, i).role == ROOT_ENTRY)
            reach(&cut, NULL, roots_at(roots, i).function, 0);
    for (size_t i = 0; i < map_count(cut.chosen); i++)
        each_callee(&cut, map_at(cut.chosen, i).value, reach);
    return map_has(cut.chosen, function);
}

/* A creating call and the function that it is in. */
struct making {
    const struct function *function;
    const struct instruction *call;
};

typedef bool instruction_question(const struct roots *roots,
                                  const struct rule_set *rules,
                                  const struct making *making,
                                  const struct function *function,
                                  const struct instruction *at);

/* The first function with an instruction of which it is so; or NULL. */
static const struct function *first_with(const struct program *program,
                                         const struct roots *roots,
                                         const struct rule_set *rules,
                                         const struct making *making,
                                         instruction_question *is_so)
{
    for (size_t f = 0; f < program->function_count; f++) {
        const struct function *function = program->functions[f];
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t i = 0; i < block->instruction_count; i++)
                if (is_so(roots, rules, making, function,
                          &block->instructions[i]))
                    return function;
        }
    }
    return NULL;
}

static bool is_it(const struct roots *roots, const struct rule_set *rules,
                  const struct making *making, const struct function *function,
                  const struct instruction *at)
{
    (void)roots;
    (void)rules;
    (void)function;
    return at == making->call;
}

static bool ends_it(const struct roots *roots, const struct rule_set *rules,
                    const struct making *making,
                    const struct function *function,
                    const struct instruction *at)
{
    const struct pointers *pointers = roots_pointers(roots);
    const struct protocol_call *call = rules_call_at(rules, at);
    if (!call || call->creates || call->argument >= at->operand_count)
        return false;
    const struct pointer_set *set =
        pointers_of_temp(pointers, function, at->operands[call->argument]);
    for (uint32_t i = 0; i < set->count; i++)
        if (pointers_handle(pointers, set->items[i]) == making->call)
            return true;
    return false;
}

static const struct instruction *maker(const struct function *function,
                                       uint32_t temp)
{
    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++)
            if (function->blocks[b].instructions[i].result == temp)
                return &function->blocks[b].instructions[i];
    return NULL;
}

/* Whether the address leads into memory that is allocated, and to nothing that
 * has a name. */
static bool is_in_allocated(const struct pointers *pointers,
                            const struct function *function, uint32_t temp)
{
    bool is_allocated = false;
    const struct instruction *at = maker(function, temp);
    while (at && (at->op == OP_FIELD || at->op == OP_CAST)) {
        temp = at->operands[0];
        at = maker(function, temp);
    }
    const struct pointer_set *set = pointers_of_temp(pointers, function, temp);
    for (uint32_t i = 0; i < set->count; i++) {
        if (pointers_global(pointers, set->items[i]) ||
            pointers_is_variable(pointers, set->items[i]))
            return false;
        is_allocated |= pointers_is_allocated(pointers, set->items[i]);
    }
    return is_allocated;
}

bool part_has_own_life(const struct program *program, const struct roots *roots,
                       const struct rule_set *rules,
                       const struct instruction *made)
{
    struct arena *scratch = arena_open();
    struct making making = { NULL, made };
    const struct protocol_call *call = rules_call_at(rules, made);
    bool has_own = call && call->creates && call->is_out &&
                   call->argument < made->operand_count;
    making.function =
        has_own ? first_with(program, roots, rules, &making, is_it) : NULL;
    has_own = making.function &&
              is_in_allocated(roots_pointers(roots), making.function,
                              made->operands[call->argument]) &&
              first_with(program, roots, rules, &making, ends_it) &&
              !is_reached_by_entry(scratch, program, roots, making.function);
    arena_close(scratch);
    return has_own;
}
