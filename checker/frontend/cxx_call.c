/* cxx_call.c - calls of functions, methods, operators and constructors.
 *
 * `this` is the first argument. What is passed by value is made in a temporary
 * and passed by its address; the caller destroys it. libclang counts default
 * arguments among a call's and shows nothing of them: they are taken from the
 * declaration.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

struct callee {
    struct function *function; /* NULL: through `target` */
    uint32_t target;
    CXType result;
};

static CXType function_type(CXType type)
{
    type = clang_getCanonicalType(type);
    while (type.kind == CXType_Pointer || type.kind == CXType_BlockPointer ||
           type.kind == CXType_MemberPointer || is_reference_type(type))
        type = clang_getCanonicalType(clang_getPointeeType(type));
    return type;
}

static bool is_call(CXCursor expression)
{
    return clang_getCursorKind(expression) == CXCursor_CallExpr;
}

bool cxx_is_construction(CXCursor expression)
{
    return is_call(expression) &&
           clang_getCursorKind(clang_getCursorReferenced(expression)) ==
               CXCursor_Constructor;
}

/* What the call calls: a declared function or method, else a null cursor. */
static CXCursor called(CXCursor call)
{
    CXCursor declaration = clang_getCursorReferenced(call);
    return cxx_is_function(clang_getCursorKind(declaration))
               ? declaration
               : clang_getNullCursor();
}

static CXCursor callee_expression(CXCursor call)
{
    return expression_core(cursor_child(call, 0));
}

static bool is_member_pointer(CXCursor expression)
{
    if (clang_getCursorKind(expression) != CXCursor_BinaryOperator)
        return false;
    enum CXBinaryOperatorKind kind =
        clang_getCursorBinaryOperatorKind(expression);
    return kind == CXBinaryOperator_PtrMemD || kind == CXBinaryOperator_PtrMemI;
}

static CXType result_type(CXCursor call)
{
    CXCursor declaration = called(call);
    if (!clang_Cursor_isNull(declaration))
        return clang_getResultType(
            clang_getCanonicalType(clang_getCursorType(declaration)));
    CXCursor callee = callee_expression(call);
    if (is_member_pointer(callee))
        callee = cursor_child(callee, 1);
    CXType type = function_type(clang_getCursorType(callee));
    CXType result = clang_getResultType(type);
    return result.kind == CXType_Invalid ? clang_getCursorType(call) : result;
}

bool cxx_returns_reference(CXCursor call)
{
    return is_call(call) && !cxx_is_construction(call) &&
           is_reference_type(result_type(call));
}

/* Arguments. */

static bool is_default(CXCursor argument)
{
    CXFile file;
    clang_getExpansionLocation(clang_getCursorLocation(argument), &file, NULL,
                               NULL, NULL);
    return clang_getCursorKind(argument) == CXCursor_UnexposedExpr && !file &&
           clang_Cursor_isNull(cursor_child(argument, 0));
}

static CXCursor default_in(CXCursor function, unsigned number)
{
    CXCursor parameter = clang_Cursor_getArgument(function, number);
    CXCursor last = cursor_last_child(parameter);
    return clang_isExpression(clang_getCursorKind(last))
               ? last
               : clang_getNullCursor();
}

/* Any of the declarations may say it. */
CXCursor cxx_default_argument(CXCursor function, unsigned number)
{
    CXCursor found = default_in(function, number);
    if (clang_Cursor_isNull(found))
        found = default_in(clang_getCanonicalCursor(function), number);
    if (clang_Cursor_isNull(found))
        found = default_in(clang_getCursorDefinition(function), number);
    return found;
}

static uint32_t lower_object_argument(struct body *body, CXCursor argument,
                                      CXType type)
{
    if (cxx_is_temporary(body, argument))
        return value_temp(body, cxx_materialize(body, argument).address);
    struct shape shape = shape_of(body->lowering, type);
    struct variable *variable = temporary_make(body, shape);
    struct object object = variable_object(body, variable, type);
    cxx_initialize(body, object, type, argument);
    cxx_destroy_later(body, variable, type);
    return value_temp(body, object.address);
}

void cxx_add_argument(struct body *body, struct cxx_arguments *arguments,
                      CXCursor argument, CXType parameter)
{
    if (parameter.kind == CXType_Invalid)
        parameter = clang_getCursorType(argument);
    struct shape shape = shape_of(body->lowering, parameter);
    uint32_t temp;
    if (is_reference_type(parameter))
        temp = value_temp(body, cxx_bind(body, argument, parameter));
    else if (shape.type.kind == TYPE_AGGREGATE && !is_array_type(parameter))
        temp = lower_object_argument(body, argument, parameter);
    else if (is_array_type(parameter))
        temp = value_temp(body, lower_value(body, argument));
    else
        temp = value_temp(body, lower_converted(body, argument, shape));
    vec_push(body->scratch, arguments, temp);
}

static CXType parameter_type(CXType function, int number)
{
    CXType none = { .kind = CXType_Invalid };
    return number < clang_getNumArgTypes(function)
               ? clang_getArgType(function, (unsigned)number)
               : none;
}

static void add_default(struct body *body, struct cxx_arguments *arguments,
                        CXCursor callee, int number, CXType parameter)
{
    CXCursor argument = cxx_default_argument(callee, (unsigned)number);
    if (!clang_Cursor_isNull(argument)) {
        cxx_add_argument(body, arguments, argument, parameter);
    } else {
        struct value unknown =
            value_unknown(body, shape_of(body->lowering, parameter));
        vec_push(body->scratch, arguments, value_temp(body, unknown));
    }
}

static void add_typed(struct body *body, struct cxx_arguments *arguments,
                      CXCursor call, int first, CXCursor callee, CXType type)
{
    int count = clang_Cursor_getNumArguments(call);
    for (int i = first; i < count; i++) {
        CXCursor argument = clang_Cursor_getArgument(call, (unsigned)i);
        CXType parameter = parameter_type(type, i - first);
        if (is_default(argument) && !clang_Cursor_isNull(callee) &&
            parameter.kind != CXType_Invalid)
            add_default(body, arguments, callee, i - first, parameter);
        else
            cxx_add_argument(body, arguments, argument, parameter);
    }
}

void cxx_add_arguments(struct body *body, struct cxx_arguments *arguments,
                       CXCursor call, int first, CXCursor callee)
{
    CXType type = function_type(clang_getCursorType(callee));
    add_typed(body, arguments, call, first, callee, type);
}

void cxx_add_defaults(struct body *body, struct cxx_arguments *arguments,
                      CXCursor callee)
{
    CXType type = function_type(clang_getCursorType(callee));
    int count = clang_getNumArgTypes(type);
    for (int i = 0; i < count; i++)
        add_default(body, arguments, callee, i, parameter_type(type, i));
}

/* The call itself. */

void cxx_call_function(struct body *body, struct function *function,
                       const struct cxx_arguments *arguments)
{
    build_call(body->builder, function, arguments->items, arguments->count);
    after_call(body);
    if (function->is_noreturn)
        build_unreachable(body->builder);
}

static struct value finish(struct body *body, const struct callee *callee,
                           struct cxx_arguments *arguments,
                           const struct object *into)
{
    struct builder *builder = body->builder;
    struct shape shape = shape_of(body->lowering, callee->result);
    struct type type = shape.type;
    struct value value = value_void();
    if (type.kind == TYPE_AGGREGATE) {
        uint32_t address =
            into ? value_temp(body, into->address)
                 : build_local(builder, temporary_make(body, shape));
        vec_push(body->scratch, arguments, address);
        value = value_of_temp(shape, address);
        type = type_void();
    }
    uint32_t temp;
    if (callee->function)
        temp = build_call(builder, callee->function, arguments->items,
                          arguments->count);
    else
        temp = build_call_indirect(builder, type, callee->target,
                                   arguments->items, arguments->count);
    after_call(body);
    if (callee->function && callee->function->is_noreturn)
        build_unreachable(builder);
    return temp == NO_TEMP ? value : value_of_temp(shape, temp);
}

/* Methods. */

/* `object.method`, not an operand that happens to be a field. */
static bool names_method(CXCursor expression, CXCursor method)
{
    return clang_getCursorKind(expression) == CXCursor_MemberRefExpr &&
           cxx_same(clang_getCursorReferenced(expression), method);
}

/* `Base::run()` calls just that. */
static bool is_qualified(CXCursor member)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor_child(member, 0));
    return kind == CXCursor_TypeRef || kind == CXCursor_NamespaceRef ||
           kind == CXCursor_TemplateRef;
}

static bool is_pointer(CXCursor expression)
{
    return clang_getCanonicalType(clang_getCursorType(expression)).kind ==
           CXType_Pointer;
}

/* An object whose class is known, so that its virtual functions are. */
static bool is_exact_object(struct body *body, CXCursor expression)
{
    if (is_pointer(expression))
        return false;
    if (cxx_is_temporary(body, expression))
        return true;
    CXCursor core = expression_core(expression);
    CXCursor declaration = clang_getCursorReferenced(core);
    enum CXCursorKind kind = clang_getCursorKind(core);
    return (kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr) &&
           is_record_type(clang_getCursorType(declaration));
}

/* Where the method's `this` points. */
static struct value method_object(struct body *body, CXCursor base,
                                  CXCursor method)
{
    struct cxx_class *wanted = cxx_class_of_member(body->lowering, method);
    struct cxx_class *class;
    struct value address;
    if (clang_Cursor_isNull(base)) {
        address = cxx_self(body, &class);
    } else if (is_pointer(base)) {
        CXType type = clang_getCanonicalType(clang_getCursorType(base));
        class = cxx_class_of(body->lowering, clang_getPointeeType(type));
        address = lower_value(body, base);
    } else {
        class = cxx_class_of(body->lowering, clang_getCursorType(base));
        address = lower_object(body, base).address;
    }
    if (class != wanted)
        cxx_convert_address(body, &address, class, wanted);
    return address;
}

static struct callee callee_of(struct body *body, CXCursor method,
                               struct value object, bool is_exact)
{
    struct callee callee = { .target = NO_TEMP };
    callee.result = clang_getResultType(
        clang_getCanonicalType(clang_getCursorType(method)));
    if (clang_CXXMethod_isVirtual(method) && !is_exact) {
        struct cxx_class *class = cxx_class_of_member(body->lowering, method);
        struct shape unknown = { .type = type_pointer() };
        struct value function =
            class ? cxx_virtual_function(body, object, class, method)
                  : value_unknown(body, unknown); /* of a broken class */
        callee.target = value_temp(body, function);
        return callee;
    }
    callee.function = function_for(body->lowering, method);
    return callee;
}

static bool is_implied_assignment(CXCursor method)
{
    return clang_CXXMethod_isDefaulted(method) &&
           cxx_copy_kind(method) != CXX_CONSTRUCT;
}

static struct value assign(struct body *body, CXCursor call, CXCursor method)
{
    bool is_member = names_method(callee_expression(call), method);
    CXCursor base = is_member ? cxx_member_base(callee_expression(call))
                              : clang_Cursor_getArgument(call, 0);
    CXCursor value = clang_Cursor_getArgument(call, is_member ? 0 : 1);
    struct cxx_class *class = cxx_class_of_member(body->lowering, method);
    struct value from = lower_object(body, value).address;
    struct value to = method_object(body, base, method);
    cxx_copy(body, cxx_pointed(body, to, class->type),
             cxx_pointed(body, from, class->type), class->type,
             cxx_copy_kind(method));
    return to;
}

/* `p->~T()`: by the table of virtual functions, or in place. */
static struct value destroy(struct body *body, CXCursor member,
                            CXCursor destructor)
{
    struct cxx_class *class = cxx_class_of_member(body->lowering, destructor);
    CXCursor base = cxx_member_base(member);
    struct value object = method_object(body, base, destructor);
    struct cxx_arguments arguments = { 0 };
    if (!clang_CXXMethod_isVirtual(destructor) || is_qualified(member)) {
        cxx_destroy(body, cxx_pointed(body, object, class->type), class->type);
        return value_void();
    }
    struct callee callee = callee_of(body, destructor, object, false);
    vec_push(body->scratch, &arguments, value_temp(body, object));
    return finish(body, &callee, &arguments, NULL);
}

static struct value call_member(struct body *body, CXCursor call,
                                CXCursor member, CXCursor method,
                                const struct object *into)
{
    struct cxx_arguments arguments = { 0 };
    CXCursor base = cxx_member_base(member);
    bool is_static = clang_CXXMethod_isStatic(method) != 0;
    bool is_exact = is_qualified(member) ||
                    (!clang_Cursor_isNull(base) && is_exact_object(body, base));
    struct value object = value_void();
    if (!is_static) {
        object = method_object(body, base, method);
        vec_push(body->scratch, &arguments, value_temp(body, object));
    } else if (!clang_Cursor_isNull(base)) {
        lower_effects(body, base);
    }
    struct callee callee = callee_of(body, method, object, is_exact);
    cxx_add_arguments(body, &arguments, call, 0, method);
    return finish(body, &callee, &arguments, into);
}

/* `a + b` with a method: the first operand is the object. */
static struct value call_operator(struct body *body, CXCursor call,
                                  CXCursor method, const struct object *into)
{
    struct cxx_arguments arguments = { 0 };
    CXCursor base = clang_Cursor_getArgument(call, 0);
    struct value object = method_object(body, base, method);
    if (!clang_CXXMethod_isStatic(method))
        vec_push(body->scratch, &arguments, value_temp(body, object));
    struct callee callee =
        callee_of(body, method, object, is_exact_object(body, base));
    cxx_add_arguments(body, &arguments, call, 1, method);
    return finish(body, &callee, &arguments, into);
}

static bool is_operator_call(CXCursor call, CXCursor method)
{
    CXType type = function_type(clang_getCursorType(method));
    return !names_method(callee_expression(call), method) &&
           clang_Cursor_getNumArguments(call) > clang_getNumArgTypes(type);
}

static struct value call_method(struct body *body, CXCursor call,
                                CXCursor method, const struct object *into)
{
    CXCursor callee = callee_expression(call);
    struct function *invoker = cxx_lambda_invoker(body->lowering, method);
    struct shape pointer = { .type = type_pointer() };
    if (invoker) {
        lower_effects(body, cxx_member_base(callee));
        return value_of_temp(pointer, build_function(body->builder, invoker));
    }
    if (is_implied_assignment(method))
        return assign(body, call, method);
    if (clang_getCursorKind(method) == CXCursor_Destructor)
        return destroy(body, callee, method);
    if (names_method(callee, method))
        return call_member(body, call, callee, method, into);
    if (is_operator_call(call, method))
        return call_operator(body, call, method, into);
    struct cxx_arguments arguments = { 0 };
    struct callee made = callee_of(body, method, value_void(), true);
    if (!clang_CXXMethod_isStatic(method))
        vec_push(body->scratch, &arguments,
                 build_unknown(body->builder, pointer.type));
    cxx_add_arguments(body, &arguments, call, 0, method);
    return finish(body, &made, &arguments, into);
}

/* Functions and what is called through a value. */

/* A pointer to a method is taken for the address of just that function. */
static struct value call_member_pointer(struct body *body, CXCursor call,
                                        CXCursor access,
                                        const struct object *into)
{
    CXCursor base = cursor_child(access, 0);
    CXCursor method = cursor_child(access, 1);
    CXType type = function_type(clang_getCursorType(method));
    struct value object = is_pointer(base) ? lower_value(body, base)
                                           : lower_object(body, base).address;
    struct cxx_arguments arguments = { 0 };
    struct callee callee = { .result = clang_getResultType(type) };
    struct shape pointer = { .type = type_pointer() };
    struct value target = lower_value(body, method);
    callee.target = value_temp(body, value_convert(body, target, pointer));
    vec_push(body->scratch, &arguments, value_temp(body, object));
    add_typed(body, &arguments, call, 0, clang_getNullCursor(), type);
    return finish(body, &callee, &arguments, into);
}

/* The function that a template was given, or that is named in a roundabout
 * way. */
static CXCursor named_function(CXCursor callee)
{
    for (;;) {
        callee = expression_core(callee);
        enum CXCursorKind kind = clang_getCursorKind(callee);
        CXCursor declaration = clang_getCursorReferenced(callee);
        if (cxx_is_function(clang_getCursorKind(declaration)))
            return declaration;
        bool is_passed_on =
            kind == CXCursor_UnaryOperator ||
            (kind == CXCursor_DeclRefExpr && clang_Cursor_isNull(declaration));
        if (!is_passed_on)
            return clang_getNullCursor();
        callee = cursor_child(callee, 0);
    }
}

static struct value call_value(struct body *body, CXCursor call,
                               const struct object *into)
{
    CXCursor callee = cursor_child(call, 0);
    struct shape pointer = { .type = type_pointer() };
    struct cxx_arguments arguments = { 0 };
    CXType type = function_type(clang_getCursorType(callee));
    struct callee made = { .result = result_type(call) };
    struct value target = lower_value(body, callee);
    made.target = value_temp(body, value_convert(body, target, pointer));
    add_typed(body, &arguments, call, 0, clang_getNullCursor(), type);
    return finish(body, &made, &arguments, into);
}

static struct value call_declared(struct body *body, CXCursor call,
                                  CXCursor function, const struct object *into)
{
    struct value value;
    struct cxx_arguments arguments = { 0 };
    const char *name = cursor_name(body->lowering->source, function);
    if (lower_builtin(body, call, name, &value))
        return value;
    struct callee callee = { .result = result_type(call) };
    callee.function = function_for(body->lowering, function);
    cxx_add_arguments(body, &arguments, call, 0, function);
    return finish(body, &callee, &arguments, into);
}

/* `p->~T()` where T turns out to be no class. */
static bool is_pseudo_destructor(CXCursor call, CXCursor callee)
{
    return clang_Cursor_getNumArguments(call) == 0 &&
           clang_getCursorType(call).kind == CXType_Void &&
           function_type(clang_getCursorType(callee)).kind !=
               CXType_FunctionProto &&
           !is_pointer(callee);
}

struct value cxx_lower_call(struct body *body, CXCursor call,
                            const struct object *into)
{
    CXCursor function = called(call);
    CXCursor callee = callee_expression(call);
    if (!clang_isExpression(clang_getCursorKind(callee)))
        return lower_opaque(body, call, "call");
    if (clang_getCursorKind(function) == CXCursor_FunctionDecl)
        return call_declared(body, call, function, into);
    if (!clang_Cursor_isNull(function))
        return call_method(body, call, function, into);
    function = named_function(callee);
    if (clang_getCursorKind(function) == CXCursor_FunctionDecl)
        return call_declared(body, call, function, into);
    if (is_member_pointer(callee))
        return call_member_pointer(body, call, callee, into);
    if (is_pseudo_destructor(call, callee)) {
        lower_effects(body, cursor_child(callee, 0));
        return value_void();
    }
    return call_value(body, call, into);
}
