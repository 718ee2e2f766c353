/* pointee.c - what a temporary points to, by types only. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/pointee.h"

#include "ir/function.h"
#include "ir/type.h"
#include "support/arena.h"

const struct record *pointee_record(const struct instruction *const *made,
                                    uint32_t temp)
{
    const struct instruction *at = made[temp];

    while (at && at->op == OP_CAST && !at->record)
        at = made[at->operands[0]];
    if (!at)
        return NULL;
    if (at->op == OP_CAST)
        return at->record;
    if (at->op == OP_CALL)
        return at->function->record;
    if (at->op != OP_LOAD)
        return NULL;

    const struct instruction *from = made[at->operands[0]];

    if (from && from->op == OP_LOCAL)
        return from->variable->record;
    if (from && from->op == OP_FIELD && from->record)
        return from->record->fields[from->field].record;
    return NULL;
}

const struct instruction **function_makers(struct arena *arena,
                                           const struct function *function)
{
    const struct instruction **makers =
        arena_array(arena, const struct instruction *, function->temp_count);

    for (size_t b = 0; b < function->block_count; b++)
        for (size_t i = 0; i < function->blocks[b].instruction_count; i++) {
            const struct instruction *at = &function->blocks[b].instructions[i];
            if (at->result != NO_TEMP)
                makers[at->result] = at;
        }
    return makers;
}
