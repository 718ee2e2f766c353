/* cxx_lambda.c - lambdas: an object of a class of their own.
 *
 * The fields of the class are what was captured. libclang gives them no name,
 * but places: a field is where its capture is written or, for one that is
 * implied, where it is first used in the body. So the variable that stands at
 * the field's place is the one that it holds.
 *
 * A lambda that captures nothing converts to a pointer to a function; that
 * function is made here, and calls the lambda.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "support/map.h"
#include "support/strings.h"

struct capture {
    CXCursor field;
    CXCursor variable;      /* null: `this` */
    struct cxx_class *self; /* the class that `this` points to */
    bool is_copied_self;
};

struct cxx_captures vec_of(struct capture);

struct search {
    CXSourceLocation location;
    CXCursor found;
};

static bool names_local(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    CXCursor declaration = clang_getCursorReferenced(cursor);
    enum CXCursorKind named = clang_getCursorKind(declaration);
    return (kind == CXCursor_VariableRef || kind == CXCursor_DeclRefExpr) &&
           (named == CXCursor_VarDecl || named == CXCursor_ParmDecl);
}

static enum CXChildVisitResult find_at(CXCursor cursor, CXCursor parent,
                                       CXClientData data)
{
    struct search *search = data;
    (void)parent;
    if (!names_local(cursor) ||
        !clang_equalLocations(clang_getCursorLocation(cursor),
                              search->location))
        return CXChildVisit_Recurse;
    search->found = clang_getCursorReferenced(cursor);
    return CXChildVisit_Break;
}

static struct capture capture_for(struct lowering *lowering, CXCursor lambda,
                                  CXCursor field)
{
    CXCursor null = clang_getNullCursor();
    struct search search = { clang_getCursorLocation(field), null };
    struct capture capture = { field, null, NULL, false };
    clang_visitChildren(lambda, find_at, &search);
    capture.variable = search.found;
    if (!clang_Cursor_isNull(capture.variable))
        return capture;
    CXType type = clang_getCanonicalType(clang_getCursorType(field));
    capture.is_copied_self = type.kind == CXType_Record;
    if (type.kind == CXType_Pointer)
        type = clang_getPointeeType(type);
    capture.self = cxx_class_of(lowering, type);
    return capture;
}

/* The record's fields get the names of what they hold. */
static void name_field(struct lowering *lowering, struct capture capture)
{
    struct record *record;
    uint32_t number;
    if (!field_find(lowering, capture.field, &record, &number))
        return;
    const char *name = clang_Cursor_isNull(capture.variable)
                           ? strings_intern(lowering->strings, "this")
                           : cursor_name(lowering->source, capture.variable);
    record->fields[number].name = name;
}

static struct cxx_captures *find_captures(struct lowering *lowering,
                                          CXCursor lambda,
                                          struct cxx_class *class)
{
    struct cxx_captures *captures = map_get(lowering->captures, class);
    if (captures)
        return captures;
    captures = arena_new(lowering->scratch, struct cxx_captures);
    map_put(lowering->captures, class, captures);
    vec_each (CXCursor, field, &class->fields) {
        struct capture capture = capture_for(lowering, lambda, *field);
        name_field(lowering, capture);
        vec_push(lowering->scratch, captures, capture);
    }
    return captures;
}

/* Filling a new lambda. */

/* A variable as it is named where the lambda stands. */
static struct object outer_variable(struct body *body, CXCursor variable)
{
    const void *key = declaration_key(variable);
    CXType type = clang_getCursorType(variable);
    struct object object;
    struct variable *local = map_get(body->variables, key);
    if (local)
        return variable_object(body, local, type);
    local = map_get(body->references, key);
    if (local) {
        struct shape pointer = { .type = type_pointer() };
        uint32_t address = build_load(body->builder, pointer.type,
                                      build_local(body->builder, local));
        if (is_reference_type(type))
            type = clang_getPointeeType(clang_getCanonicalType(type));
        return cxx_pointed(body, value_of_temp(pointer, address), type);
    }
    if (cxx_captured(body, variable, type, &object))
        return object;
    struct shape pointer = { .type = type_pointer() };
    return cxx_pointed(body, value_unknown(body, pointer), type);
}

/* `[name = value]` declares a variable of the lambda. */
static CXCursor own_value(CXCursor variable)
{
    enum CXCursorKind kind =
        clang_getCursorKind(clang_getCursorSemanticParent(variable));
    if ((kind != CXCursor_CXXMethod && kind != CXCursor_FunctionTemplate) ||
        clang_getCursorKind(variable) != CXCursor_VarDecl)
        return clang_getNullCursor();
    return clang_Cursor_getVarDeclInitializer(variable);
}

static bool is_of_lambda(CXCursor variable, const struct cxx_class *class)
{
    CXCursor method = clang_getCursorSemanticParent(variable);
    return cxx_same(clang_getCursorSemanticParent(method), class->definition);
}

static void fill_variable(struct body *body, struct object field, CXType type,
                          const struct cxx_class *class, CXCursor variable)
{
    CXCursor value = own_value(variable);
    struct shape pointer = { .type = type_pointer() };
    if (!clang_Cursor_isNull(value) && is_of_lambda(variable, class)) {
        cxx_initialize(body, field, type, value);
        return;
    }
    struct object from = outer_variable(body, variable);
    if (is_reference_type(type)) {
        field.shape = pointer;
        object_store(body, field, from.address);
    } else {
        cxx_copy(body, field, from, type, CXX_COPY);
    }
}

static void fill_self(struct body *body, struct object field, CXType type,
                      const struct capture *capture)
{
    struct cxx_class *class;
    struct value self = cxx_self(body, &class);
    if (capture->is_copied_self)
        cxx_copy(body, field, cxx_pointed(body, self, type), type, CXX_COPY);
    else
        object_store(body, field, self);
}

void cxx_lower_lambda(struct body *body, struct object object, CXCursor lambda)
{
    struct cxx_class *class =
        cxx_class_of(body->lowering, clang_getCursorType(lambda));
    if (!class)
        return;
    struct cxx_captures *captures =
        find_captures(body->lowering, lambda, class);
    vec_each (struct capture, capture, captures) {
        struct object field = object_field(body, object, capture->field);
        CXType type = clang_getCursorType(capture->field);
        if (clang_Cursor_isNull(capture->variable))
            fill_self(body, field, type, capture);
        else
            fill_variable(body, field, type, class, capture->variable);
    }
}

/* Inside of a lambda. */

static const struct cxx_captures *captures_of(struct body *body)
{
    if (!body->self || !body->self_class || !body->self_class->is_lambda)
        return NULL;
    return map_get(body->lowering->captures, body->self_class);
}

static struct object field_of_self(struct body *body, CXCursor field)
{
    struct shape pointer = { .type = type_pointer() };
    pointer.record = cxx_record_of(body->lowering, body->self_class);
    uint32_t address = build_load(body->builder, pointer.type,
                                  build_local(body->builder, body->self));
    struct object self = cxx_pointed(body, value_of_temp(pointer, address),
                                     body->self_class->type);
    return object_field(body, self, field);
}

bool cxx_captured(struct body *body, CXCursor declaration, CXType type,
                  struct object *object)
{
    const struct cxx_captures *captures = captures_of(body);
    (void)type;
    for (size_t i = 0; captures && i < captures->count; i++) {
        const struct capture *capture = &captures->items[i];
        if (clang_Cursor_isNull(capture->variable) ||
            !cxx_same(capture->variable, declaration))
            continue;
        CXType held = clang_getCursorType(capture->field);
        *object = field_of_self(body, capture->field);
        if (is_reference_type(held)) {
            object->shape = shape_of(body->lowering, held);
            *object =
                cxx_pointed(body, object_load(body, *object),
                            clang_getPointeeType(clang_getCanonicalType(held)));
        }
        return true;
    }
    return false;
}

bool cxx_captured_self(struct body *body, struct value *self,
                       struct cxx_class **class)
{
    const struct cxx_captures *captures = captures_of(body);
    for (size_t i = 0; captures && i < captures->count; i++) {
        const struct capture *capture = &captures->items[i];
        if (!clang_Cursor_isNull(capture->variable))
            continue;
        struct object field = field_of_self(body, capture->field);
        *class = capture->self;
        *self =
            capture->is_copied_self ? field.address : object_load(body, field);
        return true;
    }
    return false;
}

/* The function that a lambda converts to. */

static void lower_invoker(struct body *body, const void *data)
{
    struct function *target = *(struct function *const *)data;
    struct builder *builder = body->builder;
    struct cxx_arguments arguments = { 0 };
    vec_push(body->scratch, &arguments, build_null(builder));
    vec_each (struct variable *, variable, &body->parameters)
        vec_push(body->scratch, &arguments,
                 build_load(builder, (*variable)->type,
                            build_local(builder, *variable)));
    uint32_t result =
        build_call(builder, target, arguments.items, arguments.count);
    build_return(builder, result);
}

static struct function *make_invoker(struct lowering *lowering,
                                     struct function *target, CXCursor method)
{
    struct function *function = arena_new(lowering->arena, struct function);
    function->name = strings_intern(
        lowering->strings,
        arena_format(lowering->scratch, "%s::$invoke", target->name));
    function->spelling = target->spelling;
    function->is_internal = true;
    function->type = target->type;
    function->record = target->record;
    function->place = target->place;
    function->end = target->end;
    function->unit = lowering->unit;
    function->definition = function;
    vec_push(lowering->arena, &lowering->function_list, function);
    struct waiting waiting = {
        .function = function,
        .definition = method,
        .has_no_self = true,
        .lower = lower_invoker,
        .data = arena_copy(lowering->scratch, &target, sizeof(target)),
    };
    vec_push(lowering->scratch, &lowering->waiting, waiting);
    return function;
}

struct function *cxx_class_invoker(struct lowering *lowering,
                                   struct cxx_class *class)
{
    if (!class || !class->is_lambda)
        return NULL;
    if (class->invoker)
        return class->invoker;
    CXCursor call = cxx_call_operator(lowering, class);
    if (clang_Cursor_isNull(call))
        return NULL;
    struct function *target = function_for(lowering, call);
    class->invoker = make_invoker(lowering, target, call);
    return class->invoker;
}

struct function *cxx_lambda_invoker(struct lowering *lowering, CXCursor method)
{
    if (clang_getCursorKind(method) != CXCursor_ConversionFunction)
        return NULL;
    return cxx_class_invoker(lowering, cxx_class_of_member(lowering, method));
}
