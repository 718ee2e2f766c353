/* cxx_function.c - what constructors and destructors do around their bodies.
 *
 * A constructor makes the bases, writes the pointers to the tables of virtual
 * functions and makes the fields, in order of declaration, before its body. A
 * destructor undoes that on every way out of its body: its fields and bases are
 * clean-ups that are open from the start. Behind them the object holds nothing
 * any more.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

#include <string.h>

struct cxx_here *cxx_enter_object(struct body *body, struct object object,
                                  struct cxx_class *class)
{
    struct cxx_here *outer = body->here;
    struct cxx_here here = { class, object.address };
    body->here = arena_copy(body->scratch, &here, sizeof(here));
    return outer;
}

struct value cxx_self(struct body *body, struct cxx_class **class)
{
    struct shape shape = { .type = type_pointer() };
    struct value value;
    *class = NULL;
    if (body->here) {
        *class = body->here->class;
        return body->here->address;
    }
    if (!body->self || !body->self_class)
        return value_unknown(body, shape);
    if (cxx_captured_self(body, &value, class))
        return value;
    *class = body->self_class;
    shape.record = cxx_record_of(body->lowering, *class);
    uint32_t address = build_local(body->builder, body->self);
    return value_of_temp(shape, build_load(body->builder, shape.type, address));
}

struct object cxx_self_object(struct body *body)
{
    struct cxx_class *class;
    struct value address = cxx_self(body, &class);
    return cxx_pointed(body, address, class->type);
}

static bool is_class_name(struct lowering *lowering,
                          const struct cxx_class *class, CXCursor cursor)
{
    const char *name = cursor_name(lowering->source, cursor);
    return strcmp(name, cursor_name(lowering->source, class->definition)) == 0;
}

static void gather_initializers(struct body *body,
                                struct cxx_initializers *initializers)
{
    struct cursors children = cursor_children(body->scratch, body->definition);
    CXCursor field = clang_getNullCursor();
    for (size_t i = 0; i < children.count; i++) {
        CXCursor child = children.items[i];
        enum CXCursorKind kind = clang_getCursorKind(child);
        if (kind == CXCursor_MemberRef)
            field = clang_getCursorReferenced(child);
        if (!clang_isExpression(kind))
            continue;
        struct cxx_initializer initializer = { field, NULL, child };
        if (clang_Cursor_isNull(field))
            initializer.class =
                cxx_class_of(body->lowering, clang_getCursorType(child));
        vec_push(body->scratch, initializers, initializer);
        field = clang_getNullCursor();
    }
}

/* The expression that hands the work to another constructor of the class. */
static CXCursor delegated(const struct cxx_initializers *initializers,
                          const struct cxx_class *class)
{
    for (size_t i = 0; i < initializers->count; i++)
        if (initializers->items[i].class == class)
            return initializers->items[i].expression;
    return clang_getNullCursor();
}

static bool same_parameters(CXType a, CXType b)
{
    a = clang_getCanonicalType(a);
    b = clang_getCanonicalType(b);
    int count = clang_getNumArgTypes(a);
    if (count != clang_getNumArgTypes(b))
        return false;
    for (unsigned i = 0; i < (unsigned)count; i++)
        if (!clang_equalTypes(clang_getArgType(a, i), clang_getArgType(b, i)))
            return false;
    return true;
}

/* The base's constructor that the class uses as its own. */
static CXCursor inherited_constructor(struct body *body,
                                      const struct cxx_class *base)
{
    CXType type = clang_getCursorType(body->definition);
    vec_each (CXCursor, method, &base->methods)
        if (clang_getCursorKind(*method) == CXCursor_Constructor &&
            is_class_name(body->lowering, base, body->definition) &&
            same_parameters(clang_getCursorType(*method), type))
            return *method;
    return clang_getNullCursor();
}

/* The parameters as they are, for a base at this address. */
static void call_inherited(struct body *body, struct value address,
                           CXCursor constructor)
{
    struct cxx_arguments arguments = { 0 };
    struct function *function = function_for(body->lowering, constructor);
    vec_push(body->scratch, &arguments, value_temp(body, address));
    for (size_t i = 1; i < body->parameters.count; i++) {
        struct variable *variable = body->parameters.items[i];
        uint32_t from = build_local(body->builder, variable);
        vec_push(body->scratch, &arguments,
                 build_load(body->builder, variable->type, from));
    }
    cxx_call_function(body, function, &arguments);
}

static bool start_inherited(struct body *body, struct object object,
                            struct cxx_class *class)
{
    if (is_class_name(body->lowering, class, body->definition))
        return false;
    for (size_t i = 0; i < class->bases.count; i++) {
        const struct cxx_class *base = class->bases.items[i].class;
        CXCursor constructor = inherited_constructor(body, base);
        if (clang_Cursor_isNull(constructor))
            continue;
        call_inherited(body, cxx_base_address(body, object.address, class, i),
                       constructor);
        if (class->is_polymorphic)
            cxx_store_vptrs(body, object.address, class);
        vec_each (CXCursor, field, &class->fields)
            cxx_construct_field(body, object, *field);
        return true;
    }
    return false;
}

static void start_constructor(struct body *body)
{
    struct object object = cxx_self_object(body);
    struct cxx_class *class = body->self_class;
    struct cxx_initializers initializers = { 0 };
    if (start_inherited(body, object, class))
        return;
    gather_initializers(body, &initializers);
    CXCursor other = delegated(&initializers, class);
    if (!clang_Cursor_isNull(other))
        cxx_initialize(body, object, class->type, other);
    else
        cxx_construct_members(body, object, class, &initializers);
}

struct part_to_destroy {
    CXCursor field; /* or null: a base */
    size_t base;
};

static void destroy_part(struct body *body, void *data, enum way_out way)
{
    const struct part_to_destroy *part = data;
    struct cxx_class *class = body->self_class;
    struct object object = cxx_self_object(body);
    (void)way;
    if (clang_Cursor_isNull(part->field)) {
        struct value address =
            cxx_base_address(body, object.address, class, part->base);
        CXType type = class->bases.items[part->base].class->type;
        cxx_destroy(body, cxx_pointed(body, address, type), type);
        return;
    }
    cxx_destroy(body, object_field(body, object, part->field),
                clang_getCursorType(part->field));
}

static void destroy_at_end(struct body *body, struct part_to_destroy part)
{
    frame_push_cleanup(body, destroy_part,
                       arena_copy(body->scratch, &part, sizeof(part)), false);
}

/* Parts of such an object lie elsewhere when it is a part itself. */
static bool has_virtual_base(const struct cxx_class *class)
{
    bool has = false;
    for (size_t i = 0; i < class->bases.count && !has; i++)
        has = class->bases.items[i].is_virtual ||
              has_virtual_base(class->bases.items[i].class);
    return has;
}

static void end_object(struct body *body, void *data, enum way_out way)
{
    const struct cxx_class *class = data;
    (void)way;
    cxx_end(body, cxx_self_object(body).address, class->type);
}

void cxx_start_destructor(struct body *body)
{
    struct cxx_class *class = body->self_class;
    if (!has_virtual_base(class))
        frame_push_cleanup(body, end_object, class, false);
    if (class->is_polymorphic)
        cxx_store_vptrs(body, cxx_self_object(body).address, class);
    for (size_t i = 0; i < class->bases.count; i++)
        if (class->bases.items[i].class->needs_destructor)
            destroy_at_end(
                body, (struct part_to_destroy){ clang_getNullCursor(), i });
    for (size_t i = 0; i < class->fields.count && !class->is_union; i++) {
        CXCursor field = class->fields.items[i];
        if (cxx_needs_destructor(body->lowering, clang_getCursorType(field)))
            destroy_at_end(body, (struct part_to_destroy){ field, 0 });
    }
}

/* How the implied copy of a class is made out of the only parameter. */
static bool start_implied(struct body *body)
{
    enum cxx_implied kind = cxx_copy_kind(body->definition);
    if (kind == CXX_CONSTRUCT ||
        !clang_CXXMethod_isDefaulted(body->definition) ||
        body->parameters.count != 2)
        return false;
    struct shape pointer = { .type = type_pointer() };
    struct object to = cxx_self_object(body);
    uint32_t from =
        build_load(body->builder, pointer.type,
                   build_local(body->builder, body->parameters.items[1]));
    struct object other = { value_of_temp(pointer, from), to.shape };
    if (body->self_class->is_union)
        cxx_copy(body, to, other, body->self_class->type, kind);
    else
        cxx_copy_members(body, to, other, body->self_class, kind);
    bool is_assignment = kind == CXX_ASSIGN || kind == CXX_MOVE_ASSIGN;
    if (is_assignment && body->function->type.kind == TYPE_POINTER)
        build_return(body->builder, value_temp(body, to.address));
    return true;
}

void cxx_start_function(struct body *body)
{
    enum CXCursorKind kind = clang_getCursorKind(body->definition);
    if (!body->self || !body->self_class || start_implied(body))
        return;
    if (kind == CXCursor_Constructor)
        start_constructor(body);
    else if (kind == CXCursor_Destructor)
        cxx_start_destructor(body);
}

void cxx_end_function(struct body *body)
{
    body->builder->place = body->function->end;
    scope_close(body, NULL);
}
