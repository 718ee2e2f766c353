/* part.c - callers and callees of the calls about one registration.
 *
 * Needs:  a slice that is about it, and who is called through pointers.
 * Gives:  a program of few functions; calls of any other have no body.
 * Method: from the functions that call the protocol some steps up, then down,
 *         the nearest callees first, as long as there is room; a caller is as
 *         far as the steps that lead to it. Entry and unload routines stay out:
 *         they would make it a whole driver. What is inert needs no room: it
 *         comes along where it is called.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/part.h"

#include "engine/pointers.h"
#include "engine/slice_index.h"
#include "support/arena.h"
#include "support/map.h"

#define MAX_DOWN      8
#define MANY          3 /* steps that a call is which may go to several */
#define MAX_FUNCTIONS 60
#define MAX_CALLERS   20 /* more would leave no room for what is called */

struct cut {
    const struct survey *survey;
    struct map *chosen; /* function -> the step in which it was met */
    uintptr_t step;     /* from 1 */
};

/* `far`: how many steps the call is. */
typedef void callee_deed(struct cut *cut, const struct function *caller,
                         const struct function *callee, uintptr_t far);

static void each_callee_of(struct cut *cut, const struct function *caller,
                           const struct instruction *at, callee_deed *deed)
{
    struct function_list targets = index_targets(cut->survey->index, at);
    for (size_t i = 0; i < targets.count; i++)
        deed(cut, caller, targets.items[i], targets.count > 1 ? MANY : 1);
}

static void each_callee(struct cut *cut, const struct function *caller,
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
    const struct roots *roots = cut->survey->roots;
    for (size_t i = 0; i < roots_count(roots); i++) {
        struct handed_over item = roots_at(roots, i);
        if (item.function == function && item.role != ROOT_CALLBACK)
            return true;
    }
    return false;
}

static void choose(struct cut *cut, const struct function *function)
{
    if (function->block_count > 0 && !function->is_weak &&
        !function->is_inert && !map_has(cut->chosen, function) &&
        !begins_or_ends(cut, function))
        map_put(cut->chosen, function, (void *)cut->step);
}

static uintptr_t met(const struct cut *cut, const struct function *function)
{
    return (uintptr_t)map_get(cut->chosen, function);
}

static void choose_caller(struct cut *cut, const struct function *caller,
                          const struct function *callee, uintptr_t far)
{
    (void)far;
    if (met(cut, callee) > 0 && met(cut, callee) < cut->step)
        choose(cut, caller);
}

static void choose_callee(struct cut *cut, const struct function *caller,
                          const struct function *callee, uintptr_t far)
{
    if (met(cut, caller) + far == cut->step &&
        map_count(cut->chosen) < MAX_FUNCTIONS)
        choose(cut, callee);
}

static void each_of_program(struct cut *cut, callee_deed *deed)
{
    const struct program *program = cut->survey->program;
    for (size_t i = 0; i < program->function_count; i++)
        if (!program->functions[i]->is_weak)
            each_callee(cut, program->functions[i], deed);
}

static void go_down(struct cut *cut)
{
    for (cut->step = 2; cut->step <= MAX_DOWN; cut->step++)
        each_of_program(cut, choose_callee);
}

static void choose_inert(struct cut *cut, const struct function *caller,
                         const struct function *callee, uintptr_t far)
{
    (void)caller;
    (void)far;
    if (callee->is_inert && !begins_or_ends(cut, callee))
        map_put(cut->chosen, callee, (void *)cut->step);
}

static void take_inert_along(struct cut *cut)
{
    for (size_t i = 0; i < map_count(cut->chosen); i++)
        each_callee(cut, map_at(cut->chosen, i).key, choose_inert);
}

static struct program *keep_chosen(struct arena *arena, const struct cut *cut)
{
    const struct program *program = cut->survey->program;
    struct function **kept =
        arena_array(arena, struct function *, program->function_count);
    size_t count = 0;
    for (size_t i = 0; i < program->function_count; i++)
        if (program->functions[i]->is_weak ||
            map_has(cut->chosen, program->functions[i]))
            kept[count++] = program->functions[i];
    return program_reduce(arena, program, kept, count);
}

struct program *part_cut(struct arena *arena, const struct survey *survey,
                         const struct slice *slice, unsigned steps_up)
{
    const struct program *program = survey->program;
    struct cut cut = { survey, map_make(arena), 1 };
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
    take_inert_along(&cut);
    return keep_chosen(arena, &cut);
}

static void reach(struct cut *cut, const struct function *caller,
                  const struct function *callee, uintptr_t far)
{
    (void)caller;
    (void)far;
    map_put(cut->chosen, callee, cut);
}

static bool is_reached_by_entry(const struct survey *survey,
                                const struct function *function)
{
    struct arena *scratch = arena_open();
    struct cut cut = { survey, map_make(scratch), 1 };
    for (size_t i = 0; i < roots_count(survey->roots); i++)
        if (roots_at(survey->roots, i).role == ROOT_ENTRY)
            reach(&cut, NULL, roots_at(survey->roots, i).function, 0);
    for (size_t i = 0; i < map_count(cut.chosen); i++)
        each_callee(&cut, map_at(cut.chosen, i).key, reach);
    bool is_reached = map_has(cut.chosen, function);
    arena_close(scratch);
    return is_reached;
}

/* Where the call is; no part: nowhere. */
static struct site site_of(const struct slice_index *index,
                           const struct instruction *call)
{
    for (size_t i = 0; i < index->protocols.count; i++)
        if (site_instruction(index->protocols.items[i]) == call)
            return index->protocols.items[i];
    return (struct site){ NULL, 0, 0 };
}

/* Whether the call may end what `made` makes. */
static bool ends_it(const struct slice_index *index, struct site site,
                    const struct instruction *made)
{
    const struct instruction *at = site_instruction(site);
    const struct protocol_call *call = index_protocol_call(index, at);
    if (call->creates || call->argument >= at->operand_count)
        return false;
    const struct pointer_set *set =
        index_places(index, site.part, at->operands[call->argument]);
    for (uint32_t i = 0; i < set->count; i++)
        if (pointers_handle(index->pointers, set->items[i]) == made)
            return true;
    return false;
}

static bool is_ended(const struct slice_index *index,
                     const struct instruction *made)
{
    for (size_t i = 0; i < index->protocols.count; i++)
        if (ends_it(index, index->protocols.items[i], made))
            return true;
    return false;
}

/* What the address of a field is made from, all the way. */
static uint32_t base_of(const struct part *part, uint32_t temp)
{
    while (part->made[temp].part) {
        const struct instruction *at = site_instruction(part->made[temp]);
        if (at->op != OP_FIELD && at->op != OP_CAST)
            break;
        temp = at->operands[0];
    }
    return temp;
}

/* Whether the address leads into memory that is allocated, and to nothing that
 * has a name. */
static bool is_in_allocated(const struct slice_index *index,
                            const struct part *part, uint32_t temp)
{
    bool is_allocated = false;
    const struct pointer_set *set =
        index_places(index, part, base_of(part, temp));
    for (uint32_t i = 0; i < set->count; i++) {
        if (pointers_global(index->pointers, set->items[i]) ||
            pointers_is_variable(index->pointers, set->items[i]))
            return false;
        is_allocated |= pointers_is_allocated(index->pointers, set->items[i]);
    }
    return is_allocated;
}

bool part_has_own_life(const struct survey *survey,
                       const struct instruction *made)
{
    const struct slice_index *index = survey->index;
    const struct part *part = site_of(index, made).part;
    const struct protocol_call *call = rules_call_at(survey->rules, made);
    return part && call->creates && call->is_out &&
           call->argument < made->operand_count &&
           is_in_allocated(index, part, made->operands[call->argument]) &&
           is_ended(index, made) &&
           !is_reached_by_entry(survey, part->function);
}
