/* cxx_expression.c - values of the expressions that only C++ has, or that mean
 * more there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

typedef bool lower_kind(struct body *body, CXCursor expression,
                        struct value *value);

static struct shape expression_shape(struct body *body, CXCursor expression)
{
    return shape_of(body->lowering, clang_getCursorType(expression));
}

static bool lower_this(struct body *body, CXCursor expression,
                       struct value *value)
{
    struct cxx_class *class;
    (void)expression;
    *value = cxx_self(body, &class);
    return true;
}

static struct value read_object(struct body *body, CXCursor expression)
{
    struct object object = lower_object(body, expression);
    CXType type = clang_getCursorType(expression);
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    if (is_array_type(type) || kind == CXType_FunctionProto)
        return object.address;
    return object_load(body, object);
}

static bool lower_call_value(struct body *body, CXCursor expression,
                             struct value *value)
{
    if (cxx_is_temporary(body, expression))
        *value = object_load(body, cxx_materialize(body, expression));
    else if (cxx_returns_reference(expression))
        *value = read_object(body, expression);
    else
        *value = cxx_lower_call(body, expression, NULL);
    return true;
}

static bool lower_temporary(struct body *body, CXCursor expression,
                            struct value *value)
{
    if (!cxx_is_temporary(body, expression))
        return false;
    *value = object_load(body, cxx_materialize(body, expression));
    return true;
}

static bool points_to_class(CXType type)
{
    type = clang_getCanonicalType(type);
    return type.kind == CXType_Pointer &&
           is_record_type(clang_getPointeeType(type));
}

/* Between pointers to classes, one of which derives from the other. */
static bool convert_class_pointer(struct body *body, CXCursor expression,
                                  CXCursor operand, struct value *value)
{
    CXType to = clang_getCursorType(expression);
    CXType from = clang_getCursorType(operand);
    if (!points_to_class(from) || !points_to_class(to))
        return false;
    *value = cxx_convert_pointer(body, lower_value(body, operand), from, to);
    return true;
}

static bool lower_implicit(struct body *body, CXCursor expression,
                           struct value *value)
{
    CXCursor child = cursor_child(expression, 0);
    if (!clang_isExpression(clang_getCursorKind(child)) ||
        !clang_Cursor_isNull(cursor_child(expression, 1)))
        return false;
    if (lower_temporary(body, expression, value))
        return true;
    if (is_record_type(clang_getCursorType(expression))) {
        *value = object_load(body, lower_object(body, expression));
        return true;
    }
    return convert_class_pointer(body, expression, child, value);
}

static bool lower_cast(struct body *body, CXCursor expression,
                       struct value *value)
{
    CXCursor operand = cursor_last_child(expression);
    struct shape shape = expression_shape(body, expression);
    bool is_operand = clang_isExpression(clang_getCursorKind(operand));
    if (shape.type.kind == TYPE_VOID && is_operand) {
        lower_effects(body, operand);
        *value = value_void();
    } else if (lower_temporary(body, expression, value) ||
               (is_operand &&
                clang_getCursorKind(expression) !=
                    CXCursor_CXXReinterpretCastExpr &&
                convert_class_pointer(body, expression, operand, value))) {
        return true;
    } else if (is_record_type(clang_getCursorType(expression)) && is_operand) {
        *value = object_load(body, lower_object(body, expression));
    } else if (is_operand) {
        *value = value_convert(body, lower_value(body, operand), shape);
    } else {
        *value = value_constant(shape.type, 0);
    }
    return true;
}

/* Whether an object is of that class is not known: the pointer may be null. */
static bool lower_dynamic_cast(struct body *body, CXCursor expression,
                               struct value *value)
{
    *value = lower_opaque(body, expression, "dynamic_cast");
    return true;
}

static bool lower_constant(struct body *body, CXCursor expression,
                           struct value *value)
{
    int64_t constant;
    struct shape shape = expression_shape(body, expression);
    if (constant_evaluate(expression, &constant))
        *value = value_constant(shape.type, constant);
    else
        *value = value_unknown(body, shape);
    return true;
}

static struct value address_of_function(struct body *body, CXCursor function)
{
    struct shape shape = { .type = type_pointer() };
    struct function *named = function_for(body->lowering, function);
    return value_of_temp(shape, build_function(body->builder, named));
}

/* A variable that is one, by its declaration. */
static bool lower_constant_variable(struct body *body, CXCursor expression,
                                    CXCursor declaration, struct value *value)
{
    int64_t constant;
    CXType type = clang_getCanonicalType(clang_getCursorType(declaration));
    struct shape shape = expression_shape(body, expression);
    if (clang_getCursorKind(declaration) != CXCursor_VarDecl ||
        !clang_isConstQualifiedType(type) || shape.type.kind != TYPE_INT ||
        !constant_evaluate(expression, &constant))
        return false;
    *value = value_constant(shape.type, constant);
    return true;
}

static bool lower_name(struct body *body, CXCursor expression,
                       struct value *value)
{
    CXCursor declaration = clang_getCursorReferenced(expression);
    CXCursor child = cursor_child(expression, 0);
    enum CXCursorKind kind = clang_getCursorKind(declaration);
    if (kind == CXCursor_EnumConstantDecl &&
        clang_getCursorKind(expression) == CXCursor_MemberRefExpr)
        *value = value_constant(expression_shape(body, expression).type,
                                clang_getEnumConstantDeclValue(declaration));
    else if (cxx_is_function(kind) && kind != CXCursor_FunctionDecl)
        *value = address_of_function(body, declaration);
    else if (clang_Cursor_isNull(declaration) &&
             clang_isExpression(clang_getCursorKind(child)))
        *value = value_convert(body, lower_value(body, child),
                               expression_shape(body, expression));
    else if (kind == CXCursor_NonTypeTemplateParameter)
        return lower_constant(body, expression, value);
    else
        return lower_constant_variable(body, expression, declaration, value);
    return true;
}

/* `&Class::member` is the member's offset or the method's address. */
static bool lower_member_pointer(struct body *body, CXCursor expression,
                                 struct value *value)
{
    CXCursor operand = expression_core(cursor_child(expression, 0));
    CXCursor member = clang_getCursorReferenced(operand);
    enum CXCursorKind kind = clang_getCursorKind(member);
    if (clang_getCursorUnaryOperatorKind(expression) !=
            CXUnaryOperator_AddrOf ||
        clang_getCursorKind(operand) != CXCursor_DeclRefExpr)
        return false;
    if (kind == CXCursor_FieldDecl) {
        long long offset = clang_Cursor_getOffsetOfField(member);
        *value = value_constant(type_pointer(), offset > 0 ? offset / 8 : 0);
        return true;
    }
    if (!cxx_is_function(kind) || kind == CXCursor_FunctionDecl)
        return false;
    *value = address_of_function(body, member);
    return true;
}

static bool lower_member_access(struct body *body, CXCursor expression,
                                struct value *value)
{
    enum CXBinaryOperatorKind kind =
        clang_getCursorBinaryOperatorKind(expression);
    if (kind != CXBinaryOperator_PtrMemD && kind != CXBinaryOperator_PtrMemI)
        return false;
    *value = read_object(body, expression);
    return true;
}

static bool lower_new(struct body *body, CXCursor expression,
                      struct value *value)
{
    *value = cxx_lower_new(body, expression);
    return true;
}

static bool lower_delete(struct body *body, CXCursor expression,
                         struct value *value)
{
    *value = cxx_lower_delete(body, expression);
    return true;
}

static const struct {
    enum CXCursorKind kind;
    lower_kind *lower;
} kinds[] = {
    { CXCursor_CXXThisExpr, lower_this },
    { CXCursor_CallExpr, lower_call_value },
    { CXCursor_UnexposedExpr, lower_implicit },
    { CXCursor_DeclRefExpr, lower_name },
    { CXCursor_MemberRefExpr, lower_name },
    { CXCursor_UnaryOperator, lower_member_pointer },
    { CXCursor_BinaryOperator, lower_member_access },
    { CXCursor_InitListExpr, lower_temporary },
    { CXCursor_LambdaExpr, lower_temporary },
    { CXCursor_ConditionalOperator, lower_temporary },
    { CXCursor_CStyleCastExpr, lower_cast },
    { CXCursor_CXXStaticCastExpr, lower_cast },
    { CXCursor_CXXConstCastExpr, lower_cast },
    { CXCursor_CXXReinterpretCastExpr, lower_cast },
    { CXCursor_CXXFunctionalCastExpr, lower_cast },
    { CXCursor_CXXDynamicCastExpr, lower_dynamic_cast },
    { CXCursor_CXXNewExpr, lower_new },
    { CXCursor_CXXDeleteExpr, lower_delete },
    { CXCursor_SizeOfPackExpr, lower_constant },
    { CXCursor_ConceptSpecializationExpr, lower_constant },
    { CXCursor_RequiresExpr, lower_constant },
};

bool cxx_lower_value(struct body *body, CXCursor expression,
                     struct value *value)
{
    enum CXCursorKind kind = clang_getCursorKind(expression);
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        if (kinds[i].kind == kind)
            return kinds[i].lower(body, expression, value);
    return false;
}
