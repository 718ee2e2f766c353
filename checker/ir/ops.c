/* ops.c - what the table of instructions says. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/function.h"

#include <assert.h>

static const struct op_row {
    const char *text;
    bool has_result;
    int operands;
    enum op_extra extra;
    enum op_typing typing;
} rows[] = {
#define OP(id, text, result, operands, extra, typing) \
    { #text, (result) != 0, operands, EXTRA_##extra, TYPING_##typing },
#include "ir/ops.def"
#undef OP
};

static const struct op_row *row_of(enum op op)
{
    assert(op >= 0 && op < OP_COUNT);
    return &rows[op];
}

const char *op_text(enum op op)
{
    return row_of(op)->text;
}

bool op_has_result(enum op op)
{
    return row_of(op)->has_result;
}

int op_operands(enum op op)
{
    return row_of(op)->operands;
}

bool op_is_comparison(enum op op)
{
    return op >= OP_EQ && op <= OP_GE;
}

enum op_extra op_extra(enum op op)
{
    return row_of(op)->extra;
}

enum op_typing op_typing(enum op op)
{
    return row_of(op)->typing;
}

struct type typing_type(enum op_typing typing)
{
    switch (typing) {
    case TYPING_POINTER: return type_pointer();
    case TYPING_INT: return type_int(32, true);
    case TYPING_VARIES:
    case TYPING_VOID: break;
    }
    return type_void();
}

struct type instruction_type(const struct instruction *instruction)
{
    if (!op_has_result(instruction->op))
        return type_void();
    if (op_is_comparison(instruction->op))
        return typing_type(TYPING_INT);
    return instruction->type;
}
