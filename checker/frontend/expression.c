/* expression.c - the value of an expression.
 *
 * One row per kind of cursor. libclang does not say which implicit conversion
 * an "unexposed" expression is, and does not need to: its type and that of its
 * child tell what to do. What has no row is opaque.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "frontend/scope.h"

#include <string.h>

static struct shape expression_shape(struct body *body, CXCursor expression)
{
    return shape_of(body->lowering, clang_getCursorType(expression));
}

static struct value lower_read(struct body *body, CXCursor expression)
{
    struct object object = lower_object(body, expression);
    struct shape shape = expression_shape(body, expression);
    if (is_array_type(clang_getCursorType(expression))) {
        object.address.record = shape.record;
        return object.address;
    }
    struct value value = object_load(body, object);
    bool is_bit_field =
        value.type.kind == TYPE_INT && value.type.bits != shape.type.bits;
    return is_bit_field ? value_convert(body, value, shape) : value;
}

static struct value lower_reference(struct body *body, CXCursor expression)
{
    CXCursor declaration = clang_getCursorReferenced(expression);
    struct builder *builder = body->builder;
    struct shape pointer = { .type = type_pointer() };
    enum CXCursorKind kind = clang_getCursorKind(declaration);
    if (kind == CXCursor_EnumConstantDecl)
        return value_constant(expression_shape(body, expression).type,
                              clang_getEnumConstantDeclValue(declaration));
    if (kind == CXCursor_FunctionDecl) {
        struct function *function = function_for(body->lowering, declaration);
        return value_of_temp(pointer, build_function(builder, function));
    }
    if (kind == CXCursor_VarDecl || kind == CXCursor_ParmDecl ||
        kind == CXCursor_UnexposedDecl) /* a name of a structured binding */
        return lower_read(body, expression);
    return lower_opaque(body, expression, "reference");
}

static struct value lower_constant(struct body *body, CXCursor expression)
{
    int64_t constant;
    struct shape shape = expression_shape(body, expression);
    if (constant_evaluate(expression, &constant))
        return value_constant(shape.type, constant);
    return value_unknown(body, shape);
}

/* In which line something stands may change at any time and decides nothing. */
static struct value lower_integer(struct body *body, CXCursor expression)
{
    int64_t constant;
    struct shape shape = expression_shape(body, expression);
    if (constant_evaluate(expression, &constant) &&
        !is_line_number(expression, constant))
        return value_constant(shape.type, constant);
    return value_unknown(body, shape);
}

static struct value lower_unknown(struct body *body, CXCursor expression)
{
    return value_unknown(body, expression_shape(body, expression));
}

static struct value lower_null(struct body *body, CXCursor expression)
{
    (void)body;
    (void)expression;
    return value_constant(type_pointer(), 0);
}

static struct value lower_inner(struct body *body, CXCursor expression)
{
    return lower_value(body, cursor_child(expression, 0));
}

static struct value lower_cast(struct body *body, CXCursor expression)
{
    struct shape shape = expression_shape(body, expression);
    CXCursor operand = cursor_last_child(expression);
    if (shape.type.kind == TYPE_VOID) {
        lower_effects(body, operand);
        return value_void();
    }
    return value_convert(body, lower_value(body, operand), shape);
}

/* A scalar in braces, or one that is zero because the braces are empty. */
static struct value lower_braces(struct body *body, CXCursor expression)
{
    struct shape shape = expression_shape(body, expression);
    CXCursor child = cursor_child(expression, 0);
    if (shape.type.kind == TYPE_AGGREGATE) {
        CXType type = clang_getCursorType(expression);
        struct variable *variable = temporary_make(body, shape);
        struct object object = variable_object(body, variable, type);
        lower_initializer(body, object, type, expression);
        return object_load(body, object);
    }
    if (clang_Cursor_isNull(child))
        return value_constant(shape.type, 0);
    return lower_converted(body, child, shape);
}

static struct value lower_generic(struct body *body, CXCursor expression)
{
    CXCursor chosen = generic_chosen(expression);
    return clang_Cursor_isNull(chosen)
               ? lower_opaque(body, expression, "_Generic")
               : lower_value(body, chosen);
}

/* `a ?: b`: the condition stands three times in front of `b`. */
static struct value lower_elvis(struct body *body, struct cursors children,
                                struct shape shape)
{
    struct builder *builder = body->builder;
    struct variable *variable = temporary_make(body, shape);
    struct value value =
        value_convert(body, lower_value(body, children.items[0]), shape);
    build_store(builder, shape.type, build_local(builder, variable),
                value_temp(body, value));
    uint32_t otherwise = build_block(builder);
    uint32_t done = build_block(builder);
    build_branch(builder, value_temp(body, value), done, otherwise,
                 source_text(body->lowering->source, children.items[0]));
    build_enter(builder, otherwise);
    value = lower_converted(body, children.items[3], shape);
    build_store(builder, shape.type, build_local(builder, variable),
                value_temp(body, value));
    build_jump(builder, done);
    build_enter(builder, done);
    uint32_t address = build_local(builder, variable);
    return value_of_temp(shape, build_load(builder, shape.type, address));
}

static bool is_expression(CXCursor cursor)
{
    return clang_isExpression(clang_getCursorKind(cursor));
}

/* What an erroneous file has may have as many children. */
static bool is_elvis(struct cursors children)
{
    if (children.count != 4 || !is_expression(children.items[3]))
        return false;
    CXSourceRange first = clang_getCursorExtent(children.items[0]);
    return clang_equalRanges(first, clang_getCursorExtent(children.items[1])) &&
           clang_equalRanges(first, clang_getCursorExtent(children.items[2]));
}

static bool is_function_reference(CXCursor cursor)
{
    return clang_getCursorKind(cursor) == CXCursor_DeclRefExpr &&
           clang_getCursorKind(clang_getCursorReferenced(cursor)) ==
               CXCursor_FunctionDecl;
}

/* What libclang shows as an unexposed expression and is no implicit
 * conversion: told apart by the word it starts with. */
static bool lower_keyword(struct body *body, CXCursor expression,
                          struct value *value)
{
    struct source *source = body->lowering->source;
    CXSourceRange extent = clang_getCursorExtent(expression);
    const char *word = source_word(source, clang_getRangeStart(extent));
    if (strcmp(word, "__builtin_va_arg") == 0) {
        lower_effects(body, cursor_child(expression, 0));
        *value = lower_unknown(body, expression);
        return true;
    }
    if (strcmp(word, "__builtin_choose_expr") == 0) {
        int64_t chosen = 0;
        constant_evaluate(cursor_child(expression, 0), &chosen);
        *value = lower_value(body, cursor_child(expression, chosen ? 1 : 2));
        return true;
    }
    if (strcmp(word, "__builtin_offsetof") == 0 ||
        strcmp(word, "__builtin_types_compatible_p") == 0) {
        *value = lower_constant(body, expression);
        return true;
    }
    return false;
}

/* `__func__` and the like have no child. */
static struct value lower_predefined(struct body *body, CXCursor expression)
{
    if (!is_array_type(clang_getCursorType(expression)))
        return lower_constant(body, expression);
    struct shape shape = { .type = type_pointer() };
    return value_of_temp(shape, build_string(body->builder, ""));
}

/* Microsoft's compiler takes a cast of an object for the object, in C, where
 * clang sees an error: `&(LONG)Count`, `((PCHAR)At)++`, `(LONG)Count = 1`. The
 * first has no text of its own. */
static bool lower_cast_object(struct body *body, CXCursor expression,
                              struct cursors children, struct value *value)
{
    if (!is_use_of_cast(expression))
        return false;
    CXCursor cast = expression_core(children.items[0]);
    CXCursor operand = expression_core(cursor_last_child(cast));
    const char *text = source_text(body->lowering->source, expression);
    if (!is_object(body, operand))
        return false;
    struct object object = lower_object(body, operand);
    *value = object.address;
    if (!text || *text == '\0' || *text == '&')
        return true;
    for (size_t i = 1; i < children.count; i++)
        lower_effects(body, children.items[i]);
    *value = value_unknown(body, object.shape);
    object_store(body, object, *value);
    return true;
}

/* Nothing is known of a field that is not there. */
static struct value lower_misunderstood(struct body *body, CXCursor base)
{
    struct shape shape = { .type = type_int(64, false), .size = 64 };
    lower_effects(body, base);
    return value_unknown(body, shape);
}

static struct value lower_unexposed(struct body *body, CXCursor expression)
{
    struct cursors children = cursor_children(body->scratch, expression);
    struct shape shape = expression_shape(body, expression);
    struct value value;
    if (lower_keyword(body, expression, &value))
        return value;
    if (children.count == 0)
        return lower_predefined(body, expression);
    if (is_misunderstood(expression))
        return lower_misunderstood(body, children.items[0]);
    CXType type = clang_getCursorType(children.items[0]);
    if (is_function_reference(children.items[0]) &&
        (children.count > 1 || shape.type.kind != TYPE_POINTER))
        return lower_call(body, expression);
    if (lower_cast_object(body, expression, children, &value))
        return value;
    if (is_elvis(children))
        return lower_elvis(body, children, shape);
    if (children.count != 1 || !is_expression(children.items[0]))
        return lower_opaque(body, expression, "expression");
    value = lower_value(body, children.items[0]);
    if (is_array_type(type) && shape.type.kind == TYPE_AGGREGATE)
        return value;
    return value_convert(body, value, shape);
}

static const struct {
    enum CXCursorKind kind;
    struct value (*lower)(struct body *body, CXCursor expression);
} value_kinds[] = {
    { CXCursor_UnexposedExpr, lower_unexposed },
    { CXCursor_DeclRefExpr, lower_reference },
    { CXCursor_MemberRefExpr, lower_read },
    { CXCursor_CallExpr, lower_call },
    { CXCursor_IntegerLiteral, lower_integer },
    { CXCursor_ParenExpr, lower_inner },
    { CXCursor_BinaryOperator, lower_binary },
    { CXCursor_UnaryOperator, lower_unary },
    { CXCursor_CStyleCastExpr, lower_cast },
    { CXCursor_ArraySubscriptExpr, lower_read },
    { CXCursor_CompoundAssignOperator, lower_compound_assignment },
    { CXCursor_ConditionalOperator, lower_conditional },
    { CXCursor_UnaryExpr, lower_constant },
    { CXCursor_StringLiteral, lower_read },
    { CXCursor_CharacterLiteral, lower_constant },
    { CXCursor_FloatingLiteral, lower_unknown },
    { CXCursor_ImaginaryLiteral, lower_unknown },
    { CXCursor_CompoundLiteralExpr, lower_read },
    { CXCursor_InitListExpr, lower_braces },
    { CXCursor_StmtExpr, lower_statement_expression },
    { CXCursor_GenericSelectionExpr, lower_generic },
    { CXCursor_AddrLabelExpr, lower_label_address },
    { CXCursor_GNUNullExpr, lower_null },
    { CXCursor_CXXNullPtrLiteralExpr, lower_null },
    { CXCursor_CXXBoolLiteralExpr, lower_constant },
};

static struct value lower_kind(struct body *body, CXCursor expression)
{
    struct value value;
    enum CXCursorKind kind = clang_getCursorKind(expression);
    if (body->lowering->is_cxx && cxx_lower_value(body, expression, &value))
        return value;
    for (size_t i = 0; i < sizeof(value_kinds) / sizeof(*value_kinds); i++)
        if (value_kinds[i].kind == kind)
            return value_kinds[i].lower(body, expression);
    const char *name = source_string(body->lowering->source,
                                     clang_getCursorKindSpelling(kind));
    return lower_opaque(body, expression, name);
}

static bool is_too_deep(struct body *body)
{
    if (body->depth < DEPTH_LIMIT)
        return false;
    body->is_lost = true;
    return true;
}

struct value lower_value(struct body *body, CXCursor expression)
{
    if (is_too_deep(body))
        return value_unknown(body, expression_shape(body, expression));
    struct place place = body->builder->place;
    struct place here = cursor_place(body->lowering->source, expression);
    if (here.file)
        body->builder->place = here;
    body->depth++;
    struct value value = lower_kind(body, expression);
    body->depth--;
    body->builder->place = place;
    return value;
}

struct value lower_converted(struct body *body, CXCursor expression,
                             struct shape shape)
{
    return value_convert(body, lower_value(body, expression), shape);
}

/* What an opaque operation may write to is what it is given the address of. */
static uint32_t opaque_operand(struct body *body, CXCursor child)
{
    if (is_object(body, child))
        return value_temp(body, lower_object(body, child).address);
    return value_temp(body, lower_value(body, child));
}

/* A structure that is the result is one more thing that is written to. */
struct value lower_opaque(struct body *body, CXCursor expression,
                          const char *name)
{
    struct cursors children = cursor_children(body->scratch, expression);
    bool is_call = clang_getCursorKind(expression) == CXCursor_CallExpr;
    struct shape shape = { .type = type_void() };
    struct value result = value_void();
    struct vec_of(uint32_t) operands = { 0 };
    if (is_expression(expression))
        shape = expression_shape(body, expression);
    for (size_t i = is_call ? 1 : 0; i < children.count; i++)
        if (is_expression(children.items[i]))
            vec_push(body->scratch, &operands,
                     opaque_operand(body, children.items[i]));
    struct type type = shape.type;
    if (type.kind == TYPE_AGGREGATE) {
        result = value_unknown(body, shape);
        vec_push(body->scratch, &operands, result.temp);
        type = type_void();
    }
    uint32_t temp =
        build_opaque(body->builder, type, name, operands.items, operands.count);
    return temp == NO_TEMP ? result : value_of_temp(shape, temp);
}

/* Reading what nobody looks at is left out: UNREFERENCED_PARAMETER. The end of
 * a full expression. */
void lower_effects(struct body *body, CXCursor expression)
{
    CXCursor core = expression_core(expression);
    while (clang_getCursorKind(core) == CXCursor_CStyleCastExpr)
        core = expression_core(cursor_last_child(core));
    if (clang_getCursorKind(core) == CXCursor_DeclRefExpr &&
        is_object(body, core))
        return;
    struct frame *mark = body->frames;
    lower_value(body, core);
    scope_close(body, mark);
}
