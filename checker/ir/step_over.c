/* step_over.c - a program in which nobody calls what was not read. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/step_over.h"

#include "ir/unit.h"
#include "support/arena.h"
#include "support/map.h"

/* By temporary: whether anything in the function uses it. */
static bool *find_used(struct arena *arena, const struct function *function)
{
    bool *used = arena_array(arena, bool, function->temp_count);

    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++)
            for (uint32_t k = 0; k < block->instructions[i].operand_count; k++)
                used[block->instructions[i].operands[k]] = true;
        if (block->end.temp != NO_TEMP)
            used[block->end.temp] = true;
    }
    return used;
}

/* What is needed, while it is looked for. */
struct needs {
    struct map *units; /* unit -> its index, from 1 */
    bool *is_needed;   /* by unit */
    bool is_any;
};

static void need(struct needs *needs, const struct function *function)
{
    function = function_linked(function);
    if (!function->is_absent)
        return;

    size_t number = (size_t)(uintptr_t)map_get(needs->units, function->unit);

    needs->is_needed[number - 1] = true;
    needs->is_any = true;
}

static bool is_absent_call(const struct instruction *at)
{
    return at->op == OP_CALL && function_linked(at->function)->is_absent;
}

static void need_for(struct needs *needs, const struct function *function)
{
    struct arena *scratch = arena_open();
    const bool *used = NULL;

    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++) {
            const struct instruction *at = &block->instructions[i];
            if (at->op == OP_FUNCTION)
                need(needs, at->function);
            if (!is_absent_call(at) || at->result == NO_TEMP)
                continue;
            if (!used)
                used = find_used(scratch, function);
            if (used[at->result])
                need(needs, at->function);
        }
    }
    arena_close(scratch);
}

static void need_for_global(struct needs *needs, const struct global *global)
{
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_FUNCTION)
            need(needs, global->initials[i].function);
}

bool *step_over_needs(struct arena *arena, const struct program *program,
                      bool (*is_known)(const void *data, const char *name),
                      const void *data)
{
    struct needs needs = {
        .units = map_make(arena),
        .is_needed = arena_array(arena, bool, program->unit_count),
    };

    for (size_t i = 0; i < program->unit_count; i++)
        map_put(needs.units, program->units[i], (void *)(uintptr_t)(i + 1));
    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t k = 0; k < unit->function_count; k++) {
            const struct function *function = unit->functions[k];
            if (function->is_absent && is_known(data, function->name))
                need(&needs, function);
            need_for(&needs, function);
        }
        for (size_t k = 0; k < unit->global_count; k++)
            need_for_global(&needs, unit->globals[k]);
    }
    return needs.is_any ? needs.is_needed : NULL;
}

/* What stands where the call stood has its place, and makes what it made. */
static void replace(struct function *function, struct instruction *call)
{
    call->op = OP_UNKNOWN;
    call->operand_count = 0;
    if (call->result != NO_TEMP)
        return;
    call->type = typing_type(TYPING_INT);
    call->result = function->temp_count++;
}

/* Nor did it leave by an exception. */
static void forget_raised(struct instruction *raised)
{
    raised->op = OP_CONST;
    raised->immediate = 0;
}

void step_over(struct program *program)
{
    for (size_t i = 0; i < program->function_count; i++) {
        struct function *function = program->functions[i];
        for (size_t b = 0; b < function->block_count; b++) {
            struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++) {
                struct instruction *at = &block->instructions[k];
                if (!is_absent_call(at))
                    continue;
                replace(function, at);
                if (k + 1 < block->instruction_count && at[1].op == OP_RAISED)
                    forget_raised(&at[1]);
            }
        }
    }
}
