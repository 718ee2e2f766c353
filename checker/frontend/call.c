/* call.c - calls, direct and through pointers.
 *
 * A structure is passed by the address of a copy and returned through one more
 * argument. Arguments are converted to the parameters' types even where the
 * parser should have done so: after an error in the file it may not have.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/lower.h"

struct call {
    struct function *function; /* NULL: through `target` */
    uint32_t target;
    CXType type; /* of the function; invalid if not known */
    struct shape result;
    struct vec_of(uint32_t) arguments;
};

/* The function that is named, through parentheses, `*` and `&`. */
static CXCursor named_function(CXCursor callee)
{
    for (;;) {
        callee = expression_core(callee);
        if (clang_getCursorKind(callee) == CXCursor_GenericSelectionExpr) {
            callee = generic_chosen(callee);
            continue;
        }
        if (clang_getCursorKind(callee) != CXCursor_UnaryOperator)
            break;
        enum CXUnaryOperatorKind kind =
            clang_getCursorUnaryOperatorKind(callee);
        if (kind != CXUnaryOperator_Deref && kind != CXUnaryOperator_AddrOf)
            break;
        callee = cursor_child(callee, 0);
    }
    if (clang_getCursorKind(callee) != CXCursor_DeclRefExpr)
        return clang_getNullCursor();
    CXCursor declaration = clang_getCursorReferenced(callee);
    return clang_getCursorKind(declaration) == CXCursor_FunctionDecl
               ? declaration
               : clang_getNullCursor();
}

static CXType function_type(CXType type)
{
    type = clang_getCanonicalType(type);
    while (type.kind == CXType_Pointer || type.kind == CXType_BlockPointer)
        type = clang_getCanonicalType(clang_getPointeeType(type));
    return type;
}

static uint32_t copy_of(struct body *body, struct value value, CXType type)
{
    struct shape shape = shape_of(body->lowering, type);
    struct variable *variable = temporary_make(body, shape);
    struct object object = variable_object(body, variable, type);
    object_store(body, object, value);
    return value_temp(body, object.address);
}

static uint32_t lower_argument(struct body *body, CXCursor argument,
                               CXType parameter)
{
    struct value value = lower_value(body, argument);
    if (value.type.kind == TYPE_AGGREGATE)
        return copy_of(body, value, clang_getCursorType(argument));
    if (parameter.kind == CXType_Invalid)
        return value_temp(body, value);
    struct shape shape = shape_of(body->lowering, parameter);
    if (shape.type.kind == TYPE_AGGREGATE)
        return copy_of(body, value_unknown(body, shape), parameter);
    return value_temp(body, value_convert(body, value, shape));
}

static void add_arguments(struct body *body, struct call *call,
                          struct cursors children)
{
    int parameters = clang_getNumArgTypes(call->type);
    for (size_t i = 1; i < children.count; i++) {
        CXType parameter = { .kind = CXType_Invalid };
        if ((int)i <= parameters)
            parameter = clang_getArgType(call->type, (unsigned)i - 1);
        uint32_t argument = lower_argument(body, children.items[i], parameter);
        vec_push(body->scratch, &call->arguments, argument);
    }
}

static struct value finish_call(struct body *body, struct call *call)
{
    struct builder *builder = body->builder;
    struct type type = call->result.type;
    struct value value = value_void();
    if (type.kind == TYPE_AGGREGATE) {
        struct variable *variable = temporary_make(body, call->result);
        uint32_t address = build_local(builder, variable);
        vec_push(body->scratch, &call->arguments, address);
        value = value_of_temp(call->result, address);
        type = type_void();
    }
    uint32_t temp;
    if (call->function)
        temp = build_call(builder, call->function, call->arguments.items,
                          call->arguments.count);
    else
        temp =
            build_call_indirect(builder, type, call->target,
                                call->arguments.items, call->arguments.count);
    after_call(body);
    if (call->function && call->function->is_noreturn)
        build_unreachable(builder);
    return temp == NO_TEMP ? value : value_of_temp(call->result, temp);
}

static struct value call_function(struct body *body, CXCursor declaration,
                                  struct cursors children)
{
    struct call call = { .function =
                             function_for(body->lowering, declaration) };
    call.type = function_type(clang_getCursorType(declaration));
    call.result = shape_of(body->lowering, clang_getResultType(call.type));
    add_arguments(body, &call, children);
    return finish_call(body, &call);
}

static struct value call_pointer(struct body *body, CXCursor expression,
                                 struct cursors children)
{
    struct call call = { .target = NO_TEMP };
    struct value target = lower_value(body, children.items[0]);
    struct shape pointer = { .type = type_pointer() };
    call.target = value_temp(body, value_convert(body, target, pointer));
    call.type = function_type(clang_getCursorType(children.items[0]));
    call.result = shape_of(body->lowering, clang_getCursorType(expression));
    add_arguments(body, &call, children);
    return finish_call(body, &call);
}

struct value lower_call(struct body *body, CXCursor expression)
{
    struct cursors children = cursor_children(body->scratch, expression);
    if (children.count == 0)
        return lower_opaque(body, expression, "call");
    CXCursor declaration = named_function(children.items[0]);
    if (clang_Cursor_isNull(declaration))
        return call_pointer(body, expression, children);
    struct value value;
    const char *name = cursor_name(body->lowering->source, declaration);
    if (lower_builtin(body, expression, name, &value))
        return value;
    return call_function(body, declaration, children);
}
