/* objects.c - expressions that name an object: what stands left of `=`.
 *
 * An object is an address and what is stored there. `p->a.b[2]` becomes the
 * value of `p`, a FIELD, a FIELD and an INDEX; nothing is read until the value
 * is asked for.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "support/map.h"
#include "support/strings.h"

#include <string.h>

static struct object object_at(struct body *body, struct value address,
                               CXType type)
{
    return (struct object){ address, shape_of(body->lowering, type) };
}

static struct shape pointer_to(struct record *record)
{
    return (struct shape){ .type = type_pointer(), .record = record };
}

struct value object_load(struct body *body, struct object object)
{
    uint32_t address = value_temp(body, object.address);
    struct shape shape = object.shape;
    if (shape.type.kind == TYPE_AGGREGATE)
        return value_of_temp(shape, address);
    if (shape.type.kind == TYPE_VOID)
        return value_void();
    return value_of_temp(shape, build_load(body->builder, shape.type, address));
}

static void copy_object(struct body *body, struct object object,
                        struct value from)
{
    struct builder *builder = body->builder;
    uint32_t to = value_temp(body, object.address);
    if (from.type.kind != TYPE_AGGREGATE || object.shape.size == 0) {
        build_havoc(builder, to);
        return;
    }
    uint32_t size = build_const(builder, type_int(64, false),
                                (int64_t)(object.shape.size / 8));
    build_copy(builder, to, from.temp, size);
}

void object_store(struct body *body, struct object object, struct value value)
{
    if (object.shape.type.kind == TYPE_AGGREGATE) {
        copy_object(body, object, value);
        return;
    }
    if (object.shape.type.kind == TYPE_VOID)
        return;
    value = value_convert(body, value, object.shape);
    uint32_t temp = value_temp(body, value);
    build_store(body->builder, object.shape.type,
                value_temp(body, object.address), temp);
}

/* The address of a field of a null pointer is its offset: offsetof. */
static struct value field_address(struct body *body, struct value base,
                                  struct record *record, uint32_t number)
{
    const struct field *field = &record->fields[number];
    struct shape shape = pointer_to(field->record);
    if (base.is_constant) {
        int64_t at = base.constant + (int64_t)(field->offset / 8);
        struct value value = value_constant(shape.type, at);
        value.record = shape.record;
        return value;
    }
    uint32_t temp = build_field(body->builder, base.temp, record, number,
                                (int64_t)field->offset);
    return value_of_temp(shape, temp);
}

struct object object_field(struct body *body, struct object object,
                           CXCursor field)
{
    struct record *record;
    uint32_t number;
    CXType type = clang_getCursorType(field);
    struct shape shape = shape_of(body->lowering, type);
    if (object.address.type.kind != TYPE_POINTER ||
        !field_find(body->lowering, field, &record, &number))
        return (struct object){ value_unknown(body, pointer_to(shape.record)),
                                shape };
    shape.type = record->fields[number].type;
    return (struct object){ field_address(body, object.address, record, number),
                            shape };
}

struct object object_element(struct body *body, struct object array,
                             CXType element, int64_t index)
{
    struct value at = value_constant(type_int(64, true), index);
    array.address.record = NULL;
    struct value address =
        pointer_step(body, array.address, at, element, false);
    return object_at(body, address, element);
}

struct object variable_object(struct body *body, struct variable *variable,
                              CXType type)
{
    struct shape shape = shape_of(body->lowering, type);
    uint32_t address = build_local(body->builder, variable);
    return (struct object){ value_of_temp(pointer_to(shape.record), address),
                            shape };
}

/* A structure that was passed, or a C++ reference: the variable holds the
 * address of what it names. */
static struct object reference_object(struct body *body,
                                      struct variable *variable, CXType type)
{
    uint32_t address = build_local(body->builder, variable);
    uint32_t target = build_load(body->builder, type_pointer(), address);
    struct shape shape = shape_of(body->lowering, type);
    return (struct object){ value_of_temp(pointer_to(shape.record), target),
                            shape };
}

static struct object unknown_object(struct body *body, CXCursor expression)
{
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    struct value address = lower_opaque(body, expression, "object");
    struct shape pointer = pointer_to(shape.record);
    if (address.type.kind != TYPE_POINTER)
        address = value_unknown(body, pointer);
    address.record = shape.record;
    return (struct object){ address, shape };
}

static struct object named_object(struct body *body, CXCursor expression)
{
    CXCursor declaration = clang_getCursorReferenced(expression);
    const void *key = declaration_key(declaration);
    enum CXCursorKind kind = clang_getCursorKind(declaration);
    CXType type = clang_getCursorType(expression);
    struct variable *variable = map_get(body->variables, key);
    if (variable)
        return variable_object(body, variable, type);
    variable = map_get(body->references, key);
    if (variable)
        return reference_object(body, variable, type);
    if (kind != CXCursor_VarDecl)
        return unknown_object(body, expression);
    struct global *global = global_for(body->lowering, declaration);
    struct shape shape = shape_of(body->lowering, type);
    uint32_t address = build_global(body->builder, global);
    return (struct object){ value_of_temp(pointer_to(shape.record), address),
                            shape };
}

/* libclang does not show the unnamed structures that a member is found in. */
struct object object_with_field(struct body *body, struct object object,
                                CXType type, CXCursor field)
{
    CXCursor step = field_toward(type, field);
    while (!clang_Cursor_isNull(step)) {
        object = object_field(body, object, step);
        step = field_toward(clang_getCursorType(step), field);
    }
    return object_field(body, object, field);
}

static struct object member_object(struct body *body, CXCursor expression)
{
    CXCursor field = clang_getCursorReferenced(expression);
    CXCursor base = cursor_child(expression, 0);
    if (clang_getCursorKind(field) != CXCursor_FieldDecl ||
        !clang_isExpression(clang_getCursorKind(base)))
        return unknown_object(body, expression);
    CXType type = clang_getCanonicalType(clang_getCursorType(base));
    struct object record;
    if (shape_of(body->lowering, type).type.kind == TYPE_POINTER) {
        record = (struct object){ .address = lower_value(body, base) };
        before_access(body, record.address);
        type = clang_getPointeeType(type);
    } else {
        record = lower_object(body, base);
    }
    return object_with_field(body, record, type, field);
}

static struct object subscript_object(struct body *body, CXCursor expression)
{
    CXType type = clang_getCursorType(expression);
    struct value a = lower_value(body, cursor_child(expression, 0));
    struct value b = lower_value(body, cursor_child(expression, 1));
    bool swapped = b.type.kind == TYPE_POINTER;
    struct value address =
        pointer_step(body, swapped ? b : a, swapped ? a : b, type, false);
    before_access(body, address);
    return object_at(body, address, type);
}

static struct object pointed_object(struct body *body, CXCursor expression)
{
    struct value address = lower_value(body, cursor_child(expression, 0));
    if (address.type.kind != TYPE_POINTER)
        address = value_convert(body, address, pointer_to(NULL));
    before_access(body, address);
    return object_at(body, address, clang_getCursorType(expression));
}

/* A field that is not there, as far as is known, may be anywhere. */
static struct object misunderstood_object(struct body *body,
                                          CXCursor expression)
{
    struct value address =
        value_convert(body, lower_value(body, expression), pointer_to(NULL));
    return object_at(body, address, clang_getCursorType(expression));
}

static struct object literal_object(struct body *body, CXCursor expression)
{
    CXType type = clang_getCursorType(expression);
    struct shape shape = shape_of(body->lowering, type);
    struct variable *variable = temporary_make(body, shape);
    struct object object = variable_object(body, variable, type);
    lower_initializer(body, object, type, cursor_last_child(expression));
    return object;
}

/* Without prefix and quotes. */
static const char *string_text(struct body *body, CXCursor expression)
{
    const char *text = cursor_name(body->lowering->source, expression);
    const char *start = strchr(text, '"');
    const char *end = strrchr(text, '"');
    if (!start || end == start)
        return text;
    return strings_intern_n(body->lowering->strings, start + 1,
                            (size_t)(end - start - 1));
}

static struct object string_object(struct body *body, CXCursor expression)
{
    const char *text = string_text(body, expression);
    uint32_t address = build_string(body->builder, text);
    return object_at(body, value_of_temp(pointer_to(NULL), address),
                     clang_getCursorType(expression));
}

/* A structure that is the result of a call or the like: it lies in memory. */
static struct object value_object(struct body *body, CXCursor expression)
{
    struct value value = lower_value(body, expression);
    struct shape shape =
        shape_of(body->lowering, clang_getCursorType(expression));
    if (value.type.kind == TYPE_AGGREGATE)
        return (struct object){
            value_of_temp(pointer_to(shape.record), value.temp), shape
        };
    struct variable *variable = temporary_make(body, shape);
    struct object object =
        variable_object(body, variable, clang_getCursorType(expression));
    if (value.type.kind != TYPE_VOID)
        object_store(body, object, value);
    return object;
}

static bool is_dereference(CXCursor expression)
{
    return clang_getCursorKind(expression) == CXCursor_UnaryOperator &&
           clang_getCursorUnaryOperatorKind(expression) ==
               CXUnaryOperator_Deref;
}

static const struct {
    enum CXCursorKind kind;
    struct object (*lower)(struct body *body, CXCursor expression);
} object_kinds[] = {
    { CXCursor_DeclRefExpr, named_object },
    { CXCursor_MemberRefExpr, member_object },
    { CXCursor_ArraySubscriptExpr, subscript_object },
    { CXCursor_CompoundLiteralExpr, literal_object },
    { CXCursor_StringLiteral, string_object },
};

/* The child of what only passes an object on; else a null cursor. */
static CXCursor passed_on(CXCursor expression)
{
    CXCursor core = expression_core(expression);
    if (clang_getCursorKind(core) == CXCursor_UnaryOperator &&
        clang_getCursorUnaryOperatorKind(core) == CXUnaryOperator_Extension)
        return cursor_child(core, 0);
    if (clang_equalCursors(core, expression))
        return clang_getNullCursor();
    return core;
}

bool is_object(struct body *body, CXCursor expression)
{
    bool known;
    enum CXCursorKind kind = clang_getCursorKind(expression);
    if (body->lowering->is_cxx && cxx_is_object(body, expression, &known))
        return known;
    for (size_t i = 0; i < sizeof(object_kinds) / sizeof(*object_kinds); i++)
        if (object_kinds[i].kind == kind)
            return kind != CXCursor_DeclRefExpr ||
                   clang_getCursorKind(clang_getCursorReferenced(expression)) !=
                       CXCursor_FunctionDecl;
    if (is_dereference(expression) || is_misunderstood(expression))
        return true;
    CXCursor inner = passed_on(expression);
    return !clang_Cursor_isNull(inner) && is_object(body, inner);
}

struct object lower_object(struct body *body, CXCursor expression)
{
    struct object object;
    enum CXCursorKind kind = clang_getCursorKind(expression);
    if (body->lowering->is_cxx && cxx_lower_object(body, expression, &object))
        return object;
    for (size_t i = 0; i < sizeof(object_kinds) / sizeof(*object_kinds); i++)
        if (object_kinds[i].kind == kind)
            return object_kinds[i].lower(body, expression);
    if (is_dereference(expression))
        return pointed_object(body, expression);
    if (is_misunderstood(expression))
        return misunderstood_object(body, expression);
    CXCursor inner = passed_on(expression);
    if (!clang_Cursor_isNull(inner) && is_object(body, inner))
        return lower_object(body, inner);
    return value_object(body, expression);
}
