/* part.c - callers and callees of the calls about one registration.
 *
 * Needs:  a slice that is about it, and who is called through pointers.
 * Gives:  a program of few functions; calls of any other have no body.
 * Method: from the functions that call the protocol some steps up, then all the
 *         way down, as long as there is room. Entry and unload routines stay
 *         out: they would make it a whole driver.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/part.h"

#include "support/arena.h"
#include "support/map.h"

#define STEPS_UP      2
#define MAX_FUNCTIONS 120

struct cut {
    const struct program *program;
    const struct roots *roots;
    struct map *chosen; /* function -> the step in which it was met */
    uintptr_t step;     /* from 1 */
};

typedef void callee_deed(struct cut *cut, struct function *caller,
                         struct function *callee);

static void each_callee_of(struct cut *cut, struct function *caller,
                           const struct instruction *at, callee_deed *deed)
{
    if (at->op == OP_CALL) {
        deed(cut, caller,
             at->function->definition ? at->function->definition
                                      : at->function);
    } else if (at->op == OP_CALL_INDIRECT) {
        struct function_list targets = roots_targets(cut->roots, caller, at);
        for (size_t i = 0; i < targets.count; i++)
            deed(cut, caller, targets.items[i]);
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
        map_count(cut->chosen) < MAX_FUNCTIONS &&
        !map_has(cut->chosen, function) && !begins_or_ends(cut, function))
        map_put(cut->chosen, function, (void *)cut->step);
}

static void choose_caller(struct cut *cut, struct function *caller,
                          struct function *callee)
{
    uintptr_t met = (uintptr_t)map_get(cut->chosen, callee);
    if (met > 0 && met < cut->step)
        choose(cut, caller);
}

static void choose_callee(struct cut *cut, struct function *caller,
                          struct function *callee)
{
    (void)caller;
    choose(cut, callee);
}

/* One step up from those that are met in an earlier one. */
static void step_up(struct cut *cut)
{
    cut->step++;
    for (size_t i = 0; i < cut->program->function_count; i++)
        if (!cut->program->functions[i]->is_weak)
            each_callee(cut, cut->program->functions[i], choose_caller);
}

static void go_down(struct cut *cut)
{
    for (size_t i = 0; i < cut->program->function_count; i++)
        if (map_has(cut->chosen, cut->program->functions[i]))
            each_callee(cut, cut->program->functions[i], choose_callee);
}

static struct program *keep_chosen(struct arena *arena, const struct cut *cut)
{
    struct program *part = arena_copy(arena, cut->program, sizeof(*part));
    part->functions =
        arena_array(arena, struct function *, cut->program->function_count);
    part->function_count = 0;
    for (size_t i = 0; i < cut->program->function_count; i++) {
        struct function *function = cut->program->functions[i];
        if (function->is_weak || map_has(cut->chosen, function))
            part->functions[part->function_count++] = function;
    }
    return part;
}

struct program *part_cut(struct arena *arena, const struct program *program,
                         const struct roots *roots, const struct slice *slice)
{
    struct cut cut = { program, roots, map_make(arena), 1 };
    for (size_t i = 0; i < program->function_count; i++)
        if (slice_calls_protocol(slice, program->functions[i]))
            choose(&cut, program->functions[i]);
    if (map_count(cut.chosen) == 0)
        return NULL;
    for (unsigned i = 0; i < STEPS_UP; i++)
        step_up(&cut);
    size_t before;
    do {
        before = map_count(cut.chosen);
        go_down(&cut);
    } while (map_count(cut.chosen) > before);
    return keep_chosen(arena, &cut);
}
