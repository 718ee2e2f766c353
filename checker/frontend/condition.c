/* condition.c - where control goes by an expression's value.
 *
 * `&&`, `||` and `!` become branches, one per operand that is looked at, each
 * with the text of that operand. A constant condition is a jump.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/lower.h"
#include "frontend/scope.h"

static void branch_on(struct body *body, CXCursor expression, uint32_t if_true,
                      uint32_t if_false)
{
    struct builder *builder = body->builder;
    struct frame *mark = body->frames;
    struct value value = lower_value(body, expression);
    scope_close(body, mark);
    struct place place = builder->place;
    builder->place = cursor_place(body->lowering->source, expression);
    if (value.is_constant)
        build_jump(builder, value.constant != 0 ? if_true : if_false);
    else
        build_branch(builder, value_temp(body, value), if_true, if_false,
                     source_text(body->lowering->source, expression));
    builder->place = place;
}

/* An implicit conversion that cannot turn something into nothing. */
static CXCursor without_widening(struct body *body, CXCursor expression)
{
    for (;;) {
        CXCursor child = cursor_child(expression, 0);
        enum CXCursorKind kind = clang_getCursorKind(expression);
        if ((kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr) ||
            is_misunderstood(expression) ||
            !clang_isExpression(clang_getCursorKind(child)) ||
            !clang_Cursor_isNull(cursor_child(expression, 1)))
            return expression;
        struct type outer =
            shape_of(body->lowering, clang_getCursorType(expression)).type;
        struct type inner =
            shape_of(body->lowering, clang_getCursorType(child)).type;
        bool is_bool =
            clang_getCanonicalType(clang_getCursorType(expression)).kind ==
            CXType_Bool;
        bool is_widening = inner.kind == TYPE_INT && outer.kind == TYPE_INT &&
                           inner.bits <= outer.bits;
        if (!is_bool && !is_widening && !type_equal(inner, outer))
            return expression;
        expression = child;
    }
}

static bool is_binary(CXCursor expression, enum CXBinaryOperatorKind kind)
{
    return clang_getCursorKind(expression) == CXCursor_BinaryOperator &&
           clang_getCursorBinaryOperatorKind(expression) == kind;
}

static bool is_not(CXCursor expression)
{
    return clang_getCursorKind(expression) == CXCursor_UnaryOperator &&
           clang_getCursorUnaryOperatorKind(expression) == CXUnaryOperator_LNot;
}

static void lower_both(struct body *body, CXCursor expression, bool is_and,
                       uint32_t if_true, uint32_t if_false)
{
    uint32_t second = build_block(body->builder);
    lower_condition(body, cursor_child(expression, 0),
                    is_and ? second : if_true, is_and ? if_false : second);
    build_enter(body->builder, second);
    lower_condition(body, cursor_child(expression, 1), if_true, if_false);
}

void lower_condition(struct body *body, CXCursor expression, uint32_t if_true,
                     uint32_t if_false)
{
    CXCursor core = without_widening(body, expression);
    if (body->depth >= DEPTH_LIMIT) {
        body->is_lost = true;
        build_unreachable(body->builder);
        return;
    }
    body->depth++;
    bool is_and = is_binary(core, CXBinaryOperator_LAnd);
    if (is_and || is_binary(core, CXBinaryOperator_LOr)) {
        lower_both(body, core, is_and, if_true, if_false);
    } else if (is_not(core)) {
        lower_condition(body, cursor_child(core, 0), if_false, if_true);
    } else if (is_binary(core, CXBinaryOperator_Comma)) {
        lower_effects(body, cursor_child(core, 0));
        lower_condition(body, cursor_child(core, 1), if_true, if_false);
    } else {
        branch_on(body, core, if_true, if_false);
    }
    body->depth--;
}

static void store_constant(struct body *body, struct variable *variable,
                           int64_t constant)
{
    struct builder *builder = body->builder;
    uint32_t value = build_const(builder, variable->type, constant);
    build_store(builder, variable->type, build_local(builder, variable), value);
}

struct value lower_logical(struct body *body, CXCursor expression)
{
    struct builder *builder = body->builder;
    struct shape shape = { .type = type_int(32, true), .size = 32 };
    struct variable *variable = temporary_make(body, shape);
    uint32_t if_true = build_block(builder);
    uint32_t if_false = build_block(builder);
    uint32_t done = build_block(builder);
    lower_condition(body, expression, if_true, if_false);
    build_enter(builder, if_true);
    store_constant(body, variable, 1);
    build_jump(builder, done);
    build_enter(builder, if_false);
    store_constant(body, variable, 0);
    build_jump(builder, done);
    build_enter(builder, done);
    uint32_t address = build_local(builder, variable);
    struct value value =
        value_of_temp(shape, build_load(builder, shape.type, address));
    return value_convert(
        body, value, shape_of(body->lowering, clang_getCursorType(expression)));
}

/* One of the two values; a structure is passed on by its address. */
static void lower_choice(struct body *body, CXCursor expression,
                         struct shape shape, struct variable *variable)
{
    struct builder *builder = body->builder;
    struct frame *mark = body->frames;
    struct value value = lower_value(body, expression);
    if (!variable) {
        scope_close(body, mark);
        return;
    }
    if (shape.type.kind != TYPE_AGGREGATE)
        value = value_convert(body, value, shape);
    else if (value.type.kind != TYPE_AGGREGATE)
        value = value_unknown(body, shape);
    build_store(builder, variable->type, build_local(builder, variable),
                value_temp(body, value));
    scope_close(body, mark);
}

static struct variable *choice_variable(struct body *body, struct shape shape)
{
    if (shape.type.kind == TYPE_VOID)
        return NULL;
    if (shape.type.kind == TYPE_AGGREGATE)
        shape = (struct shape){ .type = type_pointer(),
                                .record = shape.record,
                                .size = 64 };
    return temporary_make(body, shape);
}

struct value lower_conditional(struct body *body, CXCursor expression)
{
    struct builder *builder = body->builder;
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    struct variable *variable = choice_variable(body, shape);
    uint32_t blocks[3];
    for (size_t i = 0; i < 3; i++)
        blocks[i] = build_block(builder);
    lower_condition(body, cursor_child(expression, 0), blocks[0], blocks[1]);
    for (unsigned i = 0; i < 2; i++) {
        build_enter(builder, blocks[i]);
        lower_choice(body, cursor_child(expression, i + 1), shape, variable);
        build_jump(builder, blocks[2]);
    }
    build_enter(builder, blocks[2]);
    if (!variable)
        return value_void();
    uint32_t address = build_local(builder, variable);
    return value_of_temp(shape, build_load(builder, variable->type, address));
}
