/* values.c - values while they are computed.
 *
 * Constants stay constants as long as they can, which keeps the blocks of
 * `while (TRUE)` and the arithmetic inside CONTAINING_RECORD out of the IR:
 * an operation on constants is a constant.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/lower.h"

/* As it looks in a variable of that type. */
static int64_t wrapped(struct type type, int64_t constant)
{
    if (type.kind == TYPE_POINTER || type.bits == 0 || type.bits >= 64)
        return constant;
    uint64_t mask = (UINT64_C(1) << type.bits) - 1;
    uint64_t low = (uint64_t)constant & mask;
    if (type.is_signed && (low >> (type.bits - 1)) != 0)
        low |= ~mask;
    return (int64_t)low;
}

struct value value_constant(struct type type, int64_t constant)
{
    return (struct value){
        .type = type,
        .is_constant = true,
        .constant = wrapped(type, constant),
        .temp = NO_TEMP,
    };
}

struct value value_of_temp(struct shape shape, uint32_t temp)
{
    return (struct value){ .type = shape.type,
                           .record = shape.record,
                           .temp = temp };
}

struct value value_void(void)
{
    return (struct value){ .type = type_void(), .temp = NO_TEMP };
}

/* An unknown structure is a variable that nobody has written to. */
struct value value_unknown(struct body *body, struct shape shape)
{
    struct builder *builder = body->builder;
    if (shape.type.kind == TYPE_VOID)
        return value_void();
    if (shape.type.kind != TYPE_AGGREGATE)
        return value_of_temp(shape, build_unknown(builder, shape.type));
    struct variable *variable = temporary_make(body, shape);
    uint32_t address = build_local(builder, variable);
    build_havoc(builder, address);
    return value_of_temp(shape, address);
}

uint32_t value_temp(struct body *body, struct value value)
{
    struct builder *builder = body->builder;
    if (value.type.kind == TYPE_VOID)
        return build_unknown(builder, type_int(32, true));
    if (!value.is_constant)
        return value.temp;
    if (value.type.kind == TYPE_POINTER && value.constant == 0)
        return build_null(builder);
    return build_const(builder, value.type, value.constant);
}

bool value_is_zero(struct value value)
{
    return value.is_constant && value.constant == 0;
}

static struct value cast(struct body *body, struct value value,
                         struct shape shape)
{
    if (value.is_constant && shape.type.kind != TYPE_FLOAT) {
        struct value result = value_constant(shape.type, value.constant);
        result.record = shape.record;
        return result;
    }
    uint32_t temp = value_temp(body, value);
    return value_of_temp(
        shape, build_cast(body->builder, shape.type, shape.record, temp));
}

/* A pointer that loses its type keeps what was known of it. */
static bool says_nothing_new(struct value value, struct shape shape)
{
    if (!type_equal(value.type, shape.type))
        return false;
    return value.type.kind != TYPE_POINTER || !shape.record ||
           shape.record == value.record;
}

struct value value_convert(struct body *body, struct value value,
                           struct shape shape)
{
    if (shape.type.kind == TYPE_VOID || value.type.kind == TYPE_VOID)
        return shape.type.kind == TYPE_VOID ? value_void()
                                            : value_unknown(body, shape);
    if (shape.type.kind == TYPE_AGGREGATE)
        return value.type.kind == TYPE_AGGREGATE ? value
                                                 : value_unknown(body, shape);
    if (value.type.kind == TYPE_AGGREGATE)
        return value_unknown(body, shape);
    if (shape.is_bool && value.type.bits != shape.type.bits) {
        struct value zero = value_constant(value.type, 0);
        value = value_binary(body, OP_NE, value.type, value, zero);
    }
    if (says_nothing_new(value, shape))
        return value;
    return cast(body, value, shape);
}

static bool fold_compare(enum op op, struct type type, int64_t a, int64_t b)
{
    if (op == OP_EQ || op == OP_NE)
        return (a == b) == (op == OP_EQ);
    bool less = type.is_signed ? a < b : (uint64_t)a < (uint64_t)b;
    if (op == OP_LT || op == OP_GE)
        return less == (op == OP_LT);
    return (less || a == b) == (op == OP_LE);
}

static bool is_comparison(enum op op)
{
    return op == OP_EQ || op == OP_NE || op == OP_LT || op == OP_LE ||
           op == OP_GT || op == OP_GE;
}

static bool fold_shift(enum op op, struct type type, int64_t a, int64_t b,
                       int64_t *result)
{
    if (b < 0 || b > 63)
        return false;
    if (op == OP_SHL)
        *result = (int64_t)((uint64_t)a << b);
    else if (type.is_signed && a < 0)
        *result = (int64_t)~(~(uint64_t)a >> b);
    else
        *result = (int64_t)((uint64_t)a >> b);
    return true;
}

static bool fold_division(enum op op, struct type type, int64_t a, int64_t b,
                          int64_t *result)
{
    if (b == 0 || (a == INT64_MIN && b == -1))
        return false;
    if (type.is_signed)
        *result = op == OP_DIV ? a / b : a % b;
    else
        *result = (int64_t)(op == OP_DIV ? (uint64_t)a / (uint64_t)b
                                         : (uint64_t)a % (uint64_t)b);
    return true;
}

static bool fold(enum op op, struct type type, int64_t a, int64_t b,
                 int64_t *result)
{
    uint64_t x = (uint64_t)a, y = (uint64_t)b;
    if (op == OP_SHL || op == OP_SHR)
        return fold_shift(op, type, a, b, result);
    if (op == OP_DIV || op == OP_REM)
        return fold_division(op, type, a, b, result);
    if (op == OP_ADD)
        *result = (int64_t)(x + y);
    else if (op == OP_SUB)
        *result = (int64_t)(x - y);
    else if (op == OP_MUL)
        *result = (int64_t)(x * y);
    else if (op == OP_AND)
        *result = (int64_t)(x & y);
    else if (op == OP_OR)
        *result = (int64_t)(x | y);
    else if (op == OP_XOR)
        *result = (int64_t)(x ^ y);
    else
        return false;
    return true;
}

struct value value_binary(struct body *body, enum op op, struct type type,
                          struct value left, struct value right)
{
    bool folds =
        left.is_constant && right.is_constant && type.kind != TYPE_FLOAT;
    int64_t result;
    if (folds && is_comparison(op))
        return value_constant(
            type_int(32, true),
            fold_compare(op, type, left.constant, right.constant));
    if (folds && fold(op, type, left.constant, right.constant, &result))
        return value_constant(type, result);
    uint32_t a = value_temp(body, left);
    uint32_t b = value_temp(body, right);
    uint32_t temp = build_binary(body->builder, op, type, a, b);
    struct shape shape = { .type =
                               is_comparison(op) ? type_int(32, true) : type };
    return value_of_temp(shape, temp);
}

struct value value_unary(struct body *body, enum op op, struct type type,
                         struct value operand)
{
    if (operand.is_constant && type.kind == TYPE_INT) {
        uint64_t bits = (uint64_t)operand.constant;
        return value_constant(type, (int64_t)(op == OP_NEG ? 0 - bits : ~bits));
    }
    uint32_t temp = value_temp(body, operand);
    return value_of_temp((struct shape){ .type = type },
                         build_unary(body->builder, op, type, temp));
}
