/* essence.c - a unit stripped to what counts, as the bytes of a unit file.
 *
 * What the engine asks of the body of a function of which nothing mattered
 * (engine/engine.h) it asks in engine/pointers.c, engine/slice_index.c and
 * engine/masks.c; of a comparison, that it is one. Whoever asks for more there
 * must keep more here: scripts/shortcuts --edits tells.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/essence.h"

#include "engine/value.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "support/arena.h"
#include "support/map.h"

#include <string.h>

static const struct place nowhere;

/* By temporary: whether its value counts if it is a constant. */
static bool *find_counting(struct arena *arena, const struct function *function)
{
    bool *counting = arena_array(arena, bool, function->temp_count);

    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++) {
            const struct instruction *at = &function->blocks[b].instructions[i];
            bool counts =
                at->op == OP_ADD || at->op == OP_INDEX || at->op == OP_AND;
            for (uint32_t k = 0; counts && k < at->operand_count; k++)
                counting[at->operands[k]] = true;
        }
    return counting;
}

static void strip_block(struct block *block, const bool *counting)
{
    struct terminator *end = &block->end;

    for (size_t i = 0; i < block->instruction_count; i++) {
        struct instruction *at = &block->instructions[i];
        at->place = nowhere;
        if (op_is_comparison(at->op))
            at->op = OP_EQ;
        if (at->op == OP_CONST && !counting[at->result])
            at->immediate = 0;
    }
    end->place = nowhere;
    end->text = NULL;
    if (end->kind == END_SWITCH && end->target_count > 1)
        memset(end->cases, 0, (end->target_count - 1) * sizeof(*end->cases));
}

static void strip_function(struct function *function)
{
    struct arena *scratch = arena_open();
    const bool *counting = find_counting(scratch, function);

    function->place = function->end = nowhere;
    for (size_t i = 0; i < function->variable_count; i++)
        function->variables[i]->place = nowhere;
    for (size_t b = 0; b < function->block_count; b++)
        strip_block(&function->blocks[b], counting);
    arena_close(scratch);
}

/* Whether the initial value refers to something. */
static bool is_referring(const struct global *global)
{
    for (size_t i = 0; i < global->initial_count; i++)
        if (global->initials[i].kind == INITIAL_FUNCTION ||
            global->initials[i].kind == INITIAL_GLOBAL)
            return true;
    return false;
}

static void find_used_in(struct map *used, const struct function *function)
{
    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++)
            if (function->blocks[b].instructions[i].op == OP_GLOBAL)
                map_put(used, function->blocks[b].instructions[i].global, used);
}

static struct map *find_used(struct arena *arena, const struct unit *unit)
{
    struct map *used = map_make(arena);

    for (size_t i = 0; i < unit->function_count; i++)
        find_used_in(used, unit->functions[i]);
    for (size_t i = 0; i < unit->global_count; i++) {
        const struct global *global = unit->globals[i];
        for (size_t k = 0; k < global->initial_count; k++)
            if (global->initials[k].kind == INITIAL_GLOBAL)
                map_put(used, global->initials[k].global, used);
    }
    return used;
}

static void strip_globals(struct unit *unit, const struct essence_scope *scope)
{
    struct arena *scratch = arena_open();
    const struct map *used = find_used(scratch, unit);
    size_t kept = 0;

    for (size_t i = 0; i < unit->global_count; i++) {
        struct global *global = unit->globals[i];
        bool is_idle = !map_has(used, global) && !is_referring(global) &&
                       (global->is_internal ||
                        scope->is_lonely(scope->data, global->name));
        global->place = nowhere;
        if (!is_idle)
            unit->globals[kept++] = global;
    }
    unit->global_count = kept;
    arena_close(scratch);
}

void essence_add(struct unit *unit, const struct fail *said,
                 const struct essence_scope *scope, struct text *out)
{
    strip_globals(unit, scope);
    for (size_t i = 0; i < unit->function_count; i++)
        if (!scope->is_seen(scope->data, unit->functions[i]->name))
            strip_function(unit->functions[i]);
    unit_file_write(out, unit, said);
}
