/* cxx_object.c - expressions that name an object, where C++ has more of them.
 *
 * libclang does not say whether an expression is an lvalue. It is one if it
 * names something: a variable, a member, what a call returns by reference, the
 * left side of an assignment; and what a cast or choice makes of those. The
 * reading of a value is an expression of its own, around them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "support/map.h"

/* Other children are arguments of templates. */
CXCursor cxx_member_base(CXCursor member)
{
    CXCursor base = cursor_child(member, 0);
    for (size_t i = 1; !clang_Cursor_isNull(base); i++) {
        CXType type = clang_getCanonicalType(clang_getCursorType(base));
        if (type.kind == CXType_Pointer)
            type = clang_getCanonicalType(clang_getPointeeType(type));
        if (clang_isExpression(clang_getCursorKind(base)))
            return type.kind == CXType_Record ? base : clang_getNullCursor();
        base = cursor_child(member, i);
    }
    return base;
}

static bool is_cast(enum CXCursorKind kind)
{
    return kind == CXCursor_CXXStaticCastExpr ||
           kind == CXCursor_CXXConstCastExpr ||
           kind == CXCursor_CXXReinterpretCastExpr ||
           kind == CXCursor_CXXFunctionalCastExpr ||
           kind == CXCursor_CXXDynamicCastExpr ||
           kind == CXCursor_CStyleCastExpr;
}

static bool is_wrapper(enum CXCursorKind kind)
{
    return kind == CXCursor_ParenExpr || kind == CXCursor_UnexposedExpr;
}

/* An object whose value is not read yet. */
static bool is_unread(struct body *body, CXCursor expression)
{
    while (clang_getCursorKind(expression) == CXCursor_ParenExpr)
        expression = cursor_child(expression, 0);
    return (is_record_type(clang_getCursorType(expression)) ||
            clang_getCursorKind(expression) != CXCursor_UnexposedExpr) &&
           is_object(body, expression);
}

/* A cast that makes an object of another class or name of an object. */
static bool is_object_cast(struct body *body, CXCursor expression)
{
    CXType type = clang_getCursorType(expression);
    CXCursor operand = cursor_last_child(expression);
    bool is_record = is_record_type(type);
    return clang_isExpression(clang_getCursorKind(operand)) &&
           is_record == is_record_type(clang_getCursorType(operand)) &&
           !is_array_type(clang_getCursorType(operand)) &&
           !cxx_is_temporary(body, expression) && is_unread(body, operand);
}

static bool is_assigned(CXCursor expression)
{
    enum CXCursorKind kind = clang_getCursorKind(expression);
    if (kind == CXCursor_UnaryOperator) {
        enum CXUnaryOperatorKind operator =
            clang_getCursorUnaryOperatorKind(expression);
        return operator == CXUnaryOperator_PreInc ||
               operator == CXUnaryOperator_PreDec;
    }
    return kind == CXCursor_CompoundAssignOperator ||
           (kind == CXCursor_BinaryOperator &&
            clang_getCursorBinaryOperatorKind(expression) ==
                CXBinaryOperator_Assign);
}

static bool is_binary(CXCursor expression, enum CXBinaryOperatorKind kind)
{
    return clang_getCursorKind(expression) == CXCursor_BinaryOperator &&
           clang_getCursorBinaryOperatorKind(expression) == kind;
}

static bool is_member_access(CXCursor expression)
{
    return is_binary(expression, CXBinaryOperator_PtrMemD) ||
           is_binary(expression, CXBinaryOperator_PtrMemI);
}

static bool names_variable(CXCursor expression)
{
    enum CXCursorKind kind =
        clang_getCursorKind(clang_getCursorReferenced(expression));
    return kind == CXCursor_VarDecl || kind == CXCursor_ParmDecl ||
           kind == CXCursor_FieldDecl;
}

/* A template's parameter stands for the expression it was given. */
static bool is_substituted(CXCursor expression)
{
    return clang_getCursorKind(expression) == CXCursor_DeclRefExpr &&
           clang_Cursor_isNull(clang_getCursorReferenced(expression)) &&
           clang_isExpression(clang_getCursorKind(cursor_child(expression, 0)));
}

bool cxx_is_object(struct body *body, CXCursor expression, bool *is_known)
{
    enum CXCursorKind kind = clang_getCursorKind(expression);
    bool result = false;
    *is_known = true;
    if (is_substituted(expression))
        result = is_object(body, cursor_child(expression, 0));
    else if (kind == CXCursor_CallExpr)
        result = cxx_returns_reference(expression);
    else if (kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr)
        result = names_variable(expression);
    else if (is_cast(kind))
        result = is_object_cast(body, expression);
    else if (kind == CXCursor_ConditionalOperator)
        result = is_unread(body, cursor_child(expression, 1)) &&
                 is_unread(body, cursor_child(expression, 2));
    else if (is_binary(expression, CXBinaryOperator_Comma))
        result = is_unread(body, cursor_child(expression, 1));
    else if (is_assigned(expression) || is_member_access(expression))
        result = true;
    else
        *is_known = false;
    return result;
}

/* Members. */

/* The class around a structure or union that has no name. */
static CXCursor outer_class(CXCursor field)
{
    CXCursor class = clang_getCursorSemanticParent(field);
    while (clang_Cursor_isAnonymousRecordDecl(class))
        class = clang_getCursorSemanticParent(class);
    return class;
}

static struct object own_member(struct body *body, CXCursor field)
{
    struct cxx_class *class;
    struct value address = cxx_self(body, &class);
    CXType type = clang_getCursorType(outer_class(field));
    struct cxx_class *wanted = cxx_class_of(body->lowering, type);
    if (class != wanted)
        cxx_convert_address(body, &address, class, wanted);
    struct object object = cxx_pointed(body, address, type);
    return object_with_field(body, object, type, field);
}

static struct object member_of(struct body *body, CXCursor base, CXCursor field)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(base));
    if (type.kind != CXType_Pointer)
        return object_with_field(body, lower_object(body, base), type, field);
    struct value address = lower_value(body, base);
    type = clang_getCanonicalType(clang_getPointeeType(type));
    return object_with_field(body, cxx_pointed(body, address, type), type,
                             field);
}

/* What a reference that is kept in memory refers to. */
static struct object referred(struct body *body, struct object object,
                              CXType reference)
{
    object.shape = shape_of(body->lowering, reference);
    struct value address = object_load(body, object);
    return cxx_pointed(body, address,
                       clang_getPointeeType(clang_getCanonicalType(reference)));
}

static struct object global_object(struct body *body, CXCursor declaration)
{
    struct global *global = global_for(body->lowering, declaration);
    CXType type = clang_getCursorType(declaration);
    struct shape pointer = { .type = type_pointer() };
    pointer.record = shape_of(body->lowering, type).record;
    uint32_t address = build_global(body->builder, global);
    struct object object =
        cxx_pointed(body, value_of_temp(pointer, address), type);
    return is_reference_type(type) ? referred(body, object, type) : object;
}

static bool member_object(struct body *body, CXCursor expression,
                          struct object *object)
{
    CXCursor declaration = clang_getCursorReferenced(expression);
    CXCursor base = cxx_member_base(expression);
    if (clang_getCursorKind(declaration) == CXCursor_VarDecl) {
        if (!clang_Cursor_isNull(base))
            lower_effects(body, base);
        *object = global_object(body, declaration);
        return true;
    }
    if (clang_getCursorKind(declaration) != CXCursor_FieldDecl)
        return false;
    *object = clang_Cursor_isNull(base) ? own_member(body, declaration)
                                        : member_of(body, base, declaration);
    CXType type = clang_getCursorType(declaration);
    if (is_reference_type(type))
        *object = referred(body, *object, type);
    return true;
}

/* Variables. */

/* A local of a function around this one that was not captured: a constant. */
static struct object constant_object(struct body *body, CXCursor expression)
{
    int64_t constant;
    CXType type = clang_getCursorType(expression);
    struct shape shape = shape_of(body->lowering, type);
    struct variable *variable = temporary_make(body, shape);
    struct object object = variable_object(body, variable, type);
    if (constant_evaluate(expression, &constant))
        object_store(body, object, value_constant(shape.type, constant));
    else
        build_havoc(body->builder, value_temp(body, object.address));
    return object;
}

static bool is_local(CXCursor declaration)
{
    enum CXCursorKind kind = clang_getCursorKind(declaration);
    return kind == CXCursor_ParmDecl ||
           (kind == CXCursor_VarDecl &&
            clang_getCursorLinkage(declaration) == CXLinkage_NoLinkage &&
            clang_Cursor_getStorageClass(declaration) != CX_SC_Static);
}

static bool variable_named(struct body *body, CXCursor expression,
                           struct object *object)
{
    CXCursor declaration = clang_getCursorReferenced(expression);
    const void *key = declaration_key(declaration);
    CXType type = clang_getCursorType(declaration);
    if (map_has(body->variables, key) || map_has(body->references, key))
        return false;
    if (cxx_captured(body, declaration, type, object)) {
        if (is_reference_type(type))
            object->shape =
                shape_of(body->lowering, clang_getCursorType(expression));
        return true;
    }
    if (is_local(declaration)) {
        *object = constant_object(body, expression);
        return true;
    }
    if (clang_getCursorKind(declaration) != CXCursor_VarDecl)
        return false;
    *object = global_object(body, declaration);
    return true;
}

/* Casts and operators. */

static struct object convert_object(struct body *body, CXCursor inner,
                                    CXType type)
{
    struct object object = lower_object(body, inner);
    struct cxx_class *from =
        cxx_class_of(body->lowering, clang_getCursorType(inner));
    struct cxx_class *to = cxx_class_of(body->lowering, type);
    if (from && to && from != to)
        cxx_convert_address(body, &object.address, from, to);
    object.shape = shape_of(body->lowering, type);
    return object;
}

static struct object chosen_object(struct body *body, CXCursor expression)
{
    struct builder *builder = body->builder;
    CXType type = clang_getCursorType(expression);
    struct shape shape = { .type = type_pointer(), .size = 64 };
    shape.record = shape_of(body->lowering, type).record;
    struct variable *variable = temporary_make(body, shape);
    uint32_t blocks[3];
    for (size_t i = 0; i < 3; i++)
        blocks[i] = build_block(builder);
    lower_condition(body, cursor_child(expression, 0), blocks[0], blocks[1]);
    for (unsigned i = 0; i < 2; i++) {
        build_enter(builder, blocks[i]);
        CXCursor child = cursor_child(expression, i + 1);
        uint32_t address = value_temp(body, lower_object(body, child).address);
        build_store(builder, shape.type, build_local(builder, variable),
                    address);
        build_jump(builder, blocks[2]);
    }
    build_enter(builder, blocks[2]);
    uint32_t address =
        build_load(builder, shape.type, build_local(builder, variable));
    return cxx_pointed(body, value_of_temp(shape, address), type);
}

/* `object.*member`: the pointer is the member's offset. */
static struct object pointed_member(struct body *body, CXCursor expression)
{
    CXCursor base = cursor_child(expression, 0);
    bool is_arrow = is_binary(expression, CXBinaryOperator_PtrMemI);
    struct value address =
        is_arrow ? lower_value(body, base) : lower_object(body, base).address;
    struct shape wide = { .type = type_int(64, true) };
    struct value offset = value_convert(
        body, lower_value(body, cursor_child(expression, 1)), wide);
    CXType type = clang_getCursorType(expression);
    struct shape pointer = { .type = type_pointer() };
    pointer.record = shape_of(body->lowering, type).record;
    uint32_t at = build_index(body->builder, value_temp(body, address),
                              value_temp(body, offset), 1);
    return cxx_pointed(body, value_of_temp(pointer, at), type);
}

static bool operator_object(struct body *body, CXCursor expression,
                            struct object *object)
{
    bool is_known;
    if (is_member_access(expression)) {
        *object = pointed_member(body, expression);
    } else if (is_assigned(expression)) {
        lower_value(body, expression);
        *object = lower_object(body, cursor_child(expression, 0));
    } else if (is_binary(expression, CXBinaryOperator_Comma) &&
               cxx_is_object(body, expression, &is_known)) {
        lower_effects(body, cursor_child(expression, 0));
        *object = lower_object(body, cursor_child(expression, 1));
    } else {
        return false;
    }
    return true;
}

static struct object called_object(struct body *body, CXCursor call)
{
    struct value address = cxx_lower_call(body, call, NULL);
    struct shape pointer = { .type = type_pointer() };
    if (address.type.kind != TYPE_POINTER)
        address = value_convert(body, address, pointer);
    return cxx_pointed(body, address, clang_getCursorType(call));
}

bool cxx_lower_object(struct body *body, CXCursor expression,
                      struct object *object)
{
    bool is_known;
    enum CXCursorKind kind = clang_getCursorKind(expression);
    CXType type = clang_getCursorType(expression);
    CXCursor inner = cursor_last_child(expression);
    if (is_substituted(expression))
        *object = lower_object(body, cursor_child(expression, 0));
    else if (kind == CXCursor_DeclRefExpr)
        return variable_named(body, expression, object);
    else if (kind == CXCursor_MemberRefExpr)
        return member_object(body, expression, object);
    else if (kind == CXCursor_CallExpr && cxx_returns_reference(expression))
        *object = called_object(body, expression);
    else if (is_wrapper(kind) && is_record_type(type) &&
             clang_isExpression(clang_getCursorKind(inner)))
        *object = convert_object(body, inner, type);
    else if (is_cast(kind) && is_object_cast(body, expression))
        *object = convert_object(body, inner, type);
    else if (kind == CXCursor_ConditionalOperator &&
             cxx_is_object(body, expression, &is_known))
        *object = chosen_object(body, expression);
    else
        return operator_object(body, expression, object);
    return true;
}
