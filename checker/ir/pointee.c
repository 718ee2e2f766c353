/* pointee.c - what a temporary points to, by types only. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/pointee.h"

#include "ir/function.h"
#include "ir/type.h"

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
