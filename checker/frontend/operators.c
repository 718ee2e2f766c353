/* operators.c - unary, binary and assignment operators.
 *
 * Operands arrive with their conversions made by the parser, but for compound
 * assignment and increment, whose arithmetic type libclang does not tell: it is
 * computed here by the language's rules.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/lower.h"

static const struct {
    enum CXBinaryOperatorKind kind;
    enum op op;
} binary_kinds[] = {
    { CXBinaryOperator_Mul, OP_MUL },
    { CXBinaryOperator_Div, OP_DIV },
    { CXBinaryOperator_Rem, OP_REM },
    { CXBinaryOperator_Add, OP_ADD },
    { CXBinaryOperator_Sub, OP_SUB },
    { CXBinaryOperator_Shl, OP_SHL },
    { CXBinaryOperator_Shr, OP_SHR },
    { CXBinaryOperator_LT, OP_LT },
    { CXBinaryOperator_GT, OP_GT },
    { CXBinaryOperator_LE, OP_LE },
    { CXBinaryOperator_GE, OP_GE },
    { CXBinaryOperator_EQ, OP_EQ },
    { CXBinaryOperator_NE, OP_NE },
    { CXBinaryOperator_And, OP_AND },
    { CXBinaryOperator_Xor, OP_XOR },
    { CXBinaryOperator_Or, OP_OR },
    { CXBinaryOperator_MulAssign, OP_MUL },
    { CXBinaryOperator_DivAssign, OP_DIV },
    { CXBinaryOperator_RemAssign, OP_REM },
    { CXBinaryOperator_AddAssign, OP_ADD },
    { CXBinaryOperator_SubAssign, OP_SUB },
    { CXBinaryOperator_ShlAssign, OP_SHL },
    { CXBinaryOperator_ShrAssign, OP_SHR },
    { CXBinaryOperator_AndAssign, OP_AND },
    { CXBinaryOperator_XorAssign, OP_XOR },
    { CXBinaryOperator_OrAssign, OP_OR },
};

/* OP_COUNT for an operator that is no arithmetic or comparison. */
static enum op binary_op(enum CXBinaryOperatorKind kind)
{
    for (size_t i = 0; i < sizeof(binary_kinds) / sizeof(*binary_kinds); i++)
        if (binary_kinds[i].kind == kind)
            return binary_kinds[i].op;
    return OP_COUNT;
}

/* After an error in the file, an operand may be anything. */
static bool is_scalar(struct value value)
{
    return value.type.kind != TYPE_AGGREGATE && value.type.kind != TYPE_VOID;
}

static bool is_for_pointers(enum op op)
{
    return op == OP_ADD || op == OP_SUB || (op >= OP_EQ && op <= OP_GE);
}

static bool is_shift(enum op op)
{
    return op == OP_SHL || op == OP_SHR;
}

/* In bytes; what has no size counts one, as in GNU C. */
static int64_t step_size(CXType pointee)
{
    uint64_t size = size_in_bits(pointee) / 8;
    return size != 0 ? (int64_t)size : 1;
}

struct value pointer_step(struct body *body, struct value pointer,
                          struct value index, CXType pointee, bool backwards)
{
    struct type wide = type_int(64, true);
    int64_t scale = step_size(pointee);
    struct shape shape = shape_of(body->lowering, pointee);
    if (pointer.type.kind == TYPE_INT)
        pointer = value_convert(body, pointer,
                                (struct shape){ .type = type_pointer() });
    index = value_convert(body, index, (struct shape){ .type = wide });
    if (backwards)
        index = value_unary(body, OP_NEG, wide, index);
    struct value result = pointer;
    if (pointer.is_constant && index.is_constant) {
        result = value_constant(pointer.type,
                                pointer.constant + index.constant * scale);
    } else if (!value_is_zero(index)) {
        uint32_t base = value_temp(body, pointer);
        result.temp =
            build_index(body->builder, base, value_temp(body, index), scale);
    } else {
        result.temp = value_temp(body, pointer);
    }
    result.type = type_pointer();
    result.record = shape.record;
    return result;
}

static CXType pointee_of(CXType pointer)
{
    return clang_getPointeeType(clang_getCanonicalType(pointer));
}

static struct value pointer_difference(struct body *body, struct value left,
                                       struct value right, CXType pointee)
{
    struct shape wide = { .type = type_int(64, true) };
    left = value_convert(body, left, wide);
    right = value_convert(body, right, wide);
    struct value bytes = value_binary(body, OP_SUB, wide.type, left, right);
    struct value size = value_constant(wide.type, step_size(pointee));
    if (size.constant == 1)
        return bytes;
    return value_binary(body, OP_DIV, wide.type, bytes, size);
}

static struct value lower_pointer_sum(struct body *body, CXCursor expression,
                                      bool backwards)
{
    CXCursor left = cursor_child(expression, 0);
    CXCursor right = cursor_child(expression, 1);
    CXType pointee = pointee_of(clang_getCursorType(expression));
    struct value a = lower_value(body, left);
    struct value b = lower_value(body, right);
    bool swapped = b.type.kind == TYPE_POINTER && !backwards;
    return pointer_step(body, swapped ? b : a, swapped ? a : b, pointee,
                        backwards);
}

static struct value lower_arithmetic(struct body *body, CXCursor expression,
                                     enum op op)
{
    CXCursor left = cursor_child(expression, 0);
    CXCursor right = cursor_child(expression, 1);
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    if (shape.type.kind == TYPE_POINTER)
        return lower_pointer_sum(body, expression, op == OP_SUB);
    struct value a = lower_value(body, left);
    struct value b = lower_value(body, right);
    if (!is_scalar(a) || !is_scalar(b))
        return value_unknown(body, shape);
    if (op == OP_SUB && a.type.kind == TYPE_POINTER &&
        b.type.kind == TYPE_POINTER) {
        CXType pointee = pointee_of(clang_getCursorType(left));
        return value_convert(body, pointer_difference(body, a, b, pointee),
                             shape);
    }
    struct type type = is_shift(op) ? a.type : common_type(a.type, b.type);
    if (type.kind == TYPE_POINTER && !is_for_pointers(op))
        return value_unknown(body, shape);
    a = value_convert(body, a, (struct shape){ .type = type });
    b = value_convert(body, b, (struct shape){ .type = type });
    return value_convert(body, value_binary(body, op, type, a, b), shape);
}

static struct value lower_assignment(struct body *body, CXCursor expression)
{
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    struct value value = lower_value(body, cursor_child(expression, 1));
    struct object object = lower_object(body, cursor_child(expression, 0));
    if (object.shape.type.kind == TYPE_AGGREGATE) {
        object_store(body, object, value);
        return object_load(body, object);
    }
    value = value_convert(body, value, object.shape);
    object_store(body, object, value);
    return value_convert(body, value, shape);
}

struct value lower_binary(struct body *body, CXCursor expression)
{
    enum CXBinaryOperatorKind kind =
        clang_getCursorBinaryOperatorKind(expression);
    enum op op = binary_op(kind);
    if (op != OP_COUNT)
        return lower_arithmetic(body, expression, op);
    if (kind == CXBinaryOperator_Assign)
        return lower_assignment(body, expression);
    if (kind == CXBinaryOperator_LAnd || kind == CXBinaryOperator_LOr)
        return lower_logical(body, expression);
    if (kind == CXBinaryOperator_Comma) {
        lower_effects(body, cursor_child(expression, 0));
        return lower_value(body, cursor_child(expression, 1));
    }
    return lower_opaque(body, expression, "operator");
}

/* `old op value`, in the type that the language says. */
static struct value stepped(struct body *body, enum op op, struct object object,
                            struct value old, struct value value, CXType type)
{
    if (old.type.kind == TYPE_POINTER)
        return pointer_step(body, old, value, pointee_of(type), op == OP_SUB);
    struct type arithmetic =
        is_shift(op) ? promoted(old.type) : common_type(old.type, value.type);
    struct shape shape = { .type = arithmetic };
    struct value result =
        value_binary(body, op, arithmetic, value_convert(body, old, shape),
                     value_convert(body, value, shape));
    return value_convert(body, result, object.shape);
}

struct value lower_compound_assignment(struct body *body, CXCursor expression)
{
    enum op op = binary_op(clang_getCursorBinaryOperatorKind(expression));
    CXType type = clang_getCursorType(expression);
    struct value value = lower_value(body, cursor_child(expression, 1));
    struct object object = lower_object(body, cursor_child(expression, 0));
    struct value old = object_load(body, object);
    if (op == OP_COUNT || !is_scalar(old) || !is_scalar(value))
        return lower_opaque(body, expression, "compound assignment");
    struct value result = stepped(body, op, object, old, value, type);
    object_store(body, object, result);
    return value_convert(body, result, shape_of(body->lowering, type));
}

static struct value lower_increment(struct body *body, CXCursor expression,
                                    enum op op, bool is_postfix)
{
    CXType type = clang_getCursorType(expression);
    struct object object = lower_object(body, cursor_child(expression, 0));
    struct value one = value_constant(type_int(32, true), 1);
    struct value old = object_load(body, object);
    if (!is_scalar(old))
        return value_unknown(body, shape_of(body->lowering, type));
    struct value result = stepped(body, op, object, old, one, type);
    object_store(body, object, result);
    return value_convert(body, is_postfix ? old : result,
                         shape_of(body->lowering, type));
}

static struct value lower_address(struct body *body, CXCursor expression)
{
    CXCursor operand = cursor_child(expression, 0);
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    if (!is_object(body, operand) &&
        shape_of(body->lowering, clang_getCursorType(operand)).type.kind !=
            TYPE_AGGREGATE)
        return value_convert(body, lower_value(body, operand), shape);
    struct value address = lower_object(body, operand).address;
    address.record = shape.record;
    return address;
}

static struct value lower_not(struct body *body, CXCursor expression)
{
    struct value value = lower_value(body, cursor_child(expression, 0));
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    if (!is_scalar(value))
        return value_unknown(body, shape);
    struct value zero = value_constant(value.type, 0);
    struct value result = value_binary(body, OP_EQ, value.type, value, zero);
    return value_convert(body, result, shape);
}

static struct value lower_sign(struct body *body, CXCursor expression,
                               enum op op)
{
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    struct value value =
        lower_converted(body, cursor_child(expression, 0), shape);
    if (op == OP_COUNT || shape.type.kind == TYPE_AGGREGATE)
        return value;
    return value_unary(body, op, shape.type, value);
}

static struct value lower_dereference(struct body *body, CXCursor expression)
{
    struct object object = lower_object(body, expression);
    CXType type = clang_getCursorType(expression);
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    if (is_array_type(type) || kind == CXType_FunctionProto ||
        kind == CXType_FunctionNoProto)
        return object.address;
    return object_load(body, object);
}

static const struct {
    enum CXUnaryOperatorKind kind;
    enum op op;
    bool is_postfix;
} increments[] = {
    { CXUnaryOperator_PostInc, OP_ADD, true },
    { CXUnaryOperator_PostDec, OP_SUB, true },
    { CXUnaryOperator_PreInc, OP_ADD, false },
    { CXUnaryOperator_PreDec, OP_SUB, false },
};

struct value lower_unary(struct body *body, CXCursor expression)
{
    enum CXUnaryOperatorKind kind =
        clang_getCursorUnaryOperatorKind(expression);
    for (size_t i = 0; i < sizeof(increments) / sizeof(*increments); i++)
        if (increments[i].kind == kind)
            return lower_increment(body, expression, increments[i].op,
                                   increments[i].is_postfix);
    if (kind == CXUnaryOperator_AddrOf)
        return lower_address(body, expression);
    if (kind == CXUnaryOperator_Deref)
        return lower_dereference(body, expression);
    if (kind == CXUnaryOperator_LNot)
        return lower_not(body, expression);
    if (kind == CXUnaryOperator_Minus)
        return lower_sign(body, expression, OP_NEG);
    if (kind == CXUnaryOperator_Not)
        return lower_sign(body, expression, OP_NOT);
    if (kind == CXUnaryOperator_Plus)
        return lower_sign(body, expression, OP_COUNT);
    if (kind == CXUnaryOperator_Extension)
        return lower_value(body, cursor_child(expression, 0));
    return lower_opaque(body, expression, "operator");
}
