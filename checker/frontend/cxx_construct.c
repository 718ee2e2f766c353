/* cxx_construct.c - makes, copies and destroys objects.
 *
 * A constructor or destructor that the user wrote is called. What the language
 * implies is done in place: bases and fields in their order, memory copied
 * where that is all there is to a copy.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

/* Arrays up to this size are done element by element, without a loop. */
enum { UNROLL_LIMIT = 4 };

struct object cxx_pointed(struct body *body, struct value address, CXType type)
{
    return (struct object){ address, shape_of(body->lowering, type) };
}

struct elements {
    struct object array;
    CXType type;        /* of one */
    struct value count; /* void: nobody knows */
    cxx_element *run;
    void *data;
};

static void run_element(struct body *body, const struct elements *elements,
                        struct value index, bool backwards)
{
    struct value base = elements->array.address;
    base.record = NULL;
    struct value address =
        pointer_step(body, base, index, elements->type, false);
    struct object element = cxx_pointed(body, address, elements->type);
    cxx_each_element(body, element, elements->type, backwards, elements->run,
                     elements->data);
}

static void unroll(struct body *body, const struct elements *elements,
                   bool backwards)
{
    int64_t count = elements->count.constant;
    for (int64_t i = 0; i < count; i++) {
        int64_t number = backwards ? count - 1 - i : i;
        struct value index = value_constant(type_int(64, true), number);
        run_element(body, elements, index, backwards);
    }
}

/* Whether the element at `at` is still to be done. */
static uint32_t is_within(struct body *body, const struct elements *elements,
                          uint32_t at, bool backwards)
{
    struct builder *builder = body->builder;
    struct type wide = type_int(64, true);
    if (elements->count.type.kind == TYPE_VOID)
        return build_unknown(builder, type_int(32, true));
    if (backwards)
        return build_binary(builder, OP_GE, wide, at,
                            build_const(builder, wide, 0));
    return build_binary(builder, OP_LT, wide, at,
                        value_temp(body, elements->count));
}

/* Counts up or down in a variable of its own. */
static void loop(struct body *body, const struct elements *elements,
                 bool backwards)
{
    struct builder *builder = body->builder;
    struct shape shape = { .type = type_int(64, true), .size = 64 };
    struct variable *variable = temporary_make(body, shape);
    uint32_t test = build_block(builder);
    uint32_t inside = build_block(builder);
    uint32_t done = build_block(builder);
    int64_t first = backwards ? elements->count.constant - 1 : 0;
    build_store(builder, shape.type, build_local(builder, variable),
                build_const(builder, shape.type, first));
    build_jump(builder, test);
    build_enter(builder, test);
    uint32_t at =
        build_load(builder, shape.type, build_local(builder, variable));
    build_branch(builder, is_within(body, elements, at, backwards), inside,
                 done, NULL);
    build_enter(builder, inside);
    run_element(body, elements, value_of_temp(shape, at), backwards);
    uint32_t one = build_const(builder, shape.type, 1);
    uint32_t next =
        build_binary(builder, backwards ? OP_SUB : OP_ADD, shape.type, at, one);
    build_store(builder, shape.type, build_local(builder, variable), next);
    build_jump(builder, test);
    build_enter(builder, done);
}

void cxx_each_element(struct body *body, struct object array, CXType type,
                      bool backwards, cxx_element *run, void *data)
{
    if (!is_array_type(type)) {
        run(body, array, type, data);
        return;
    }
    CXType canonical = clang_getCanonicalType(type);
    int64_t count = clang_getArraySize(canonical);
    struct elements elements = { array, clang_getArrayElementType(canonical),
                                 value_constant(type_int(64, true), count), run,
                                 data };
    if (count <= UNROLL_LIMIT)
        unroll(body, &elements, backwards);
    else
        loop(body, &elements, backwards);
}

static void opaque_on(struct body *body, struct object object, const char *name)
{
    uint32_t address = value_temp(body, object.address);
    build_opaque(body->builder, type_void(), name, &address, 1);
}

static const struct cxx_initializer *
find_initializer(const struct cxx_initializers *initializers,
                 const struct cxx_class *base, CXCursor field)
{
    for (size_t i = 0; initializers && i < initializers->count; i++) {
        const struct cxx_initializer *at = &initializers->items[i];
        if (base
                ? at->class == base
                : !clang_Cursor_isNull(at->field) && cxx_same(at->field, field))
            return at;
    }
    return NULL;
}

static void construct_base(struct body *body, struct object object,
                           struct cxx_class *class, size_t number,
                           const struct cxx_initializers *initializers)
{
    const struct cxx_class *base = class->bases.items[number].class;
    const struct cxx_initializer *initializer =
        find_initializer(initializers, base, clang_getNullCursor());
    if (!initializer && !base->needs_constructor)
        return;
    struct value address =
        cxx_base_address(body, object.address, class, number);
    struct object part = cxx_pointed(body, address, base->type);
    if (initializer)
        cxx_initialize(body, part, base->type, initializer->expression);
    else
        cxx_construct_default(body, part, base->type);
}

void cxx_construct_field(struct body *body, struct object object,
                         CXCursor field)
{
    CXType type = clang_getCursorType(field);
    CXCursor initializer = cxx_field_initializer(body->lowering, field);
    struct cxx_class *class = cxx_class_of(body->lowering, element_type(type));
    if (!clang_Cursor_isNull(initializer))
        cxx_initialize(body, object_field(body, object, field), type,
                       initializer);
    else if (class && class->needs_constructor)
        cxx_construct_default(body, object_field(body, object, field), type);
}

/* Those of a structure or union without a name are initialised like its own. */
static void construct_inner(struct body *body, struct object object,
                            const struct cxx_class *class,
                            const struct cxx_initializers *initializers)
{
    for (size_t i = 0; initializers && i < initializers->count; i++) {
        const struct cxx_initializer *at = &initializers->items[i];
        if (clang_Cursor_isNull(at->field))
            continue;
        CXCursor parent = clang_getCursorSemanticParent(at->field);
        if (cxx_same(parent, class->definition))
            continue;
        struct object part =
            object_with_field(body, object, class->type, at->field);
        cxx_initialize(body, part, clang_getCursorType(at->field),
                       at->expression);
    }
}

static void construct_fields(struct body *body, struct object object,
                             struct cxx_class *class,
                             const struct cxx_initializers *initializers)
{
    vec_each (CXCursor, field, &class->fields) {
        const struct cxx_initializer *initializer =
            find_initializer(initializers, NULL, *field);
        struct place place = body->builder->place;
        if (initializer) {
            CXCursor expression = initializer->expression;
            body->builder->place =
                cursor_place(body->lowering->source, expression);
            cxx_initialize(body, object_field(body, object, *field),
                           clang_getCursorType(*field), expression);
        } else if (!class->is_union) {
            cxx_construct_field(body, object, *field);
        }
        body->builder->place = place;
    }
    construct_inner(body, object, class, initializers);
}

void cxx_construct_members(struct body *body, struct object object,
                           struct cxx_class *class,
                           const struct cxx_initializers *initializers)
{
    struct frame *mark = body->frames;
    struct cxx_here *outer = cxx_enter_object(body, object, class);
    for (size_t i = 0; i < class->bases.count; i++)
        construct_base(body, object, class, i, initializers);
    if (class->is_polymorphic)
        cxx_store_vptrs(body, object.address, class);
    construct_fields(body, object, class, initializers);
    scope_close(body, mark);
    body->here = outer;
}

static void construct_one(struct body *body, struct object object, CXType type,
                          void *data)
{
    struct cxx_class *class = cxx_class_of(body->lowering, type);
    (void)data;
    if (!class || !class->needs_constructor)
        return;
    CXCursor constructor = cxx_default_constructor(class);
    if (class->hides_constructor) {
        opaque_on(body, object, "constructor");
    } else if (clang_Cursor_isNull(constructor)) {
        if (!cxx_call_implied(body, class, CXX_CONSTRUCT, object.address, NULL))
            cxx_construct_members(body, object, class, NULL);
    } else {
        struct cxx_arguments arguments = { 0 };
        vec_push(body->scratch, &arguments, value_temp(body, object.address));
        cxx_add_defaults(body, &arguments, constructor);
        cxx_call_function(body, function_for(body->lowering, constructor),
                          &arguments);
    }
}

void cxx_construct_default(struct body *body, struct object object, CXType type)
{
    struct cxx_class *class = cxx_class_of(body->lowering, element_type(type));
    if (class && class->needs_constructor)
        cxx_each_element(body, object, type, false, construct_one, NULL);
}

/* What a copy is made of, and how. */
struct copying {
    struct object from; /* the whole; for an array, its first element's */
    struct object to;
    enum cxx_implied kind;
};

static void copy_memory(struct body *body, struct object to, struct object from)
{
    struct object source = { from.address, to.shape };
    object_store(body, to, object_load(body, source));
}

static void copy_with(struct body *body, struct object to, struct object from,
                      CXCursor method)
{
    struct cxx_arguments arguments = { 0 };
    vec_push(body->scratch, &arguments, value_temp(body, to.address));
    vec_push(body->scratch, &arguments, value_temp(body, from.address));
    cxx_call_function(body, function_for(body->lowering, method), &arguments);
}

static void copy_bases(struct body *body, const struct copying *copying,
                       struct cxx_class *class)
{
    for (size_t i = 0; i < class->bases.count; i++) {
        CXType type = class->bases.items[i].class->type;
        struct value to = cxx_base_address(body, copying->to.address, class, i);
        struct value from =
            cxx_base_address(body, copying->from.address, class, i);
        cxx_copy(body, cxx_pointed(body, to, type),
                 cxx_pointed(body, from, type), type, copying->kind);
    }
}

void cxx_copy_members(struct body *body, struct object to, struct object from,
                      struct cxx_class *class, enum cxx_implied kind)
{
    struct copying copying = { from, to, kind };
    copy_bases(body, &copying, class);
    if (class->is_polymorphic && (kind == CXX_COPY || kind == CXX_MOVE))
        cxx_store_vptrs(body, to.address, class);
    vec_each (CXCursor, field, &class->fields) {
        CXType type = clang_getCursorType(*field);
        cxx_copy(body, object_field(body, to, *field),
                 object_field(body, from, *field), type, kind);
    }
}

/* An element of an array stands as far from the start as its twin. */
static void copy_element(struct body *body, struct object to, CXType type,
                         void *data)
{
    const struct copying *copying = data;
    struct value start = copying->to.address;
    struct shape wide = { .type = type_int(64, true) };
    struct value distance = value_binary(body, OP_SUB, wide.type,
                                         value_convert(body, to.address, wide),
                                         value_convert(body, start, wide));
    struct shape pointer = { .type = type_pointer(),
                             .record = to.address.record };
    uint32_t from =
        build_index(body->builder, value_temp(body, copying->from.address),
                    value_temp(body, distance), 1);
    struct object twin = cxx_pointed(body, value_of_temp(pointer, from), type);
    cxx_copy(body, to, twin, type, copying->kind);
}

void cxx_copy(struct body *body, struct object to, struct object from,
              CXType type, enum cxx_implied kind)
{
    struct copying copying = { from, to, kind };
    struct cxx_class *class = cxx_class_of(body->lowering, element_type(type));
    if (!class || (!class->needs_copy && !class->is_polymorphic)) {
        copy_memory(body, to, from);
        return;
    }
    if (is_array_type(type)) {
        cxx_each_element(body, to, type, false, copy_element, &copying);
        return;
    }
    CXCursor method = cxx_copy_method(class, kind);
    if (!clang_Cursor_isNull(method))
        copy_with(body, to, from, method);
    else if (class->is_union || class->hides_constructor)
        copy_memory(body, to, from);
    else if (!cxx_call_implied(body, class, kind, to.address, &from.address))
        cxx_copy_members(body, to, from, class, kind);
}

void cxx_destroy_members(struct body *body, struct object object,
                         struct cxx_class *class)
{
    for (size_t i = class->fields.count; i-- > 0 && !class->is_union;) {
        CXCursor field = class->fields.items[i];
        CXType type = clang_getCursorType(field);
        if (cxx_needs_destructor(body->lowering, type))
            cxx_destroy(body, object_field(body, object, field), type);
    }
    for (size_t i = class->bases.count; i-- > 0;) {
        const struct cxx_class *base = class->bases.items[i].class;
        if (!base->needs_destructor)
            continue;
        struct value address = cxx_base_address(body, object.address, class, i);
        cxx_destroy(body, cxx_pointed(body, address, base->type), base->type);
    }
}

static void destroy_one(struct body *body, struct object object, CXType type,
                        void *data)
{
    struct cxx_class *class = cxx_class_of(body->lowering, type);
    (void)data;
    if (!class || !class->needs_destructor)
        return;
    if (class->hides_destructor) {
        opaque_on(body, object, "destructor");
    } else if (!cxx_is_provided(class->destructor)) {
        if (!cxx_call_implied(body, class, CXX_DESTROY, object.address, NULL))
            cxx_destroy_members(body, object, class);
    } else {
        struct cxx_arguments arguments = { 0 };
        vec_push(body->scratch, &arguments, value_temp(body, object.address));
        cxx_call_function(body, cxx_destructor(body->lowering, class),
                          &arguments);
    }
}

void cxx_end(struct body *body, struct value address, CXType type)
{
    struct builder *builder = body->builder;
    build_fill(builder, value_temp(body, address),
               build_unknown(builder, type_int(8, false)),
               build_const(builder, type_int(64, false),
                           (int64_t)(size_in_bits(type) / 8)));
}

void cxx_destroy(struct body *body, struct object object, CXType type)
{
    if (cxx_needs_destructor(body->lowering, type))
        cxx_each_element(body, object, type, true, destroy_one, NULL);
}

/* `T()` makes every field zero that no constructor of the user's sets. */
bool cxx_is_zeroed(struct lowering *lowering, CXCursor call)
{
    const char *text = source_text(lowering->source, call);
    size_t length = 0;
    while (text && text[length])
        length++;
    return length != 0 && (text[length - 1] == ')' || text[length - 1] == '}');
}

static void fill_with_zeros(struct body *body, struct object object)
{
    struct builder *builder = body->builder;
    if (object.shape.size == 0)
        return;
    uint32_t zero = build_const(builder, type_int(8, false), 0);
    uint32_t size = build_const(builder, type_int(64, false),
                                (int64_t)(object.shape.size / 8));
    build_fill(builder, value_temp(body, object.address), zero, size);
}

static void construct_element(struct body *body, struct object object,
                              CXType type, void *data)
{
    const CXCursor *call = data;
    CXCursor constructor = clang_getCursorReferenced(*call);
    struct cxx_arguments arguments = { 0 };
    (void)type;
    vec_push(body->scratch, &arguments, value_temp(body, object.address));
    cxx_add_arguments(body, &arguments, *call, 0, constructor);
    cxx_call_function(body, function_for(body->lowering, constructor),
                      &arguments);
}

bool cxx_does_nothing(struct lowering *lowering, CXCursor call)
{
    CXType type = element_type(clang_getCursorType(call));
    struct cxx_class *class = cxx_class_of(lowering, type);
    return class && !class->needs_constructor &&
           clang_Cursor_getNumArguments(call) == 0;
}

static void construct_implied(struct body *body, struct object object,
                              CXType type, CXCursor call)
{
    struct cxx_class *class = cxx_class_of(body->lowering, element_type(type));
    CXCursor constructor = clang_getCursorReferenced(call);
    enum cxx_implied kind = cxx_copy_kind(constructor);
    if (kind != CXX_CONSTRUCT) {
        CXCursor argument = clang_Cursor_getArgument(call, 0);
        struct object from = lower_object(body, argument);
        cxx_copy(body, object, from, type, kind);
        return;
    }
    if (cxx_is_zeroed(body->lowering, call))
        fill_with_zeros(body, object);
    if (class && class->needs_constructor)
        cxx_each_element(body, object, type, false, construct_element, &call);
}

void cxx_construct(struct body *body, struct object object, CXType type,
                   CXCursor call)
{
    CXCursor constructor = clang_getCursorReferenced(call);
    bool is_copy = cxx_copy_kind(constructor) != CXX_CONSTRUCT;
    bool is_implied = clang_CXXMethod_isDefaulted(constructor) ||
                      clang_CXXMethod_isDeleted(constructor);
    if (is_implied &&
        (is_copy || clang_CXXConstructor_isDefaultConstructor(constructor)))
        construct_implied(body, object, type, call);
    else
        cxx_each_element(body, object, type, false, construct_element, &call);
}

static void initialize_items(struct body *body, struct object first,
                             CXType type, CXCursor list)
{
    struct cursors items = cursor_children(body->scratch, list);
    for (size_t i = 0; i < items.count; i++)
        cxx_initialize(body, object_element(body, first, type, (int64_t)i),
                       type, items.items[i]);
}

void cxx_construct_many(struct body *body, struct object first, CXType type,
                        struct value count, CXCursor initializer)
{
    struct elements elements = { first, type, count, construct_element,
                                 &initializer };
    CXCursor constructor = clang_getCursorReferenced(initializer);
    if (clang_getCursorKind(initializer) == CXCursor_InitListExpr) {
        initialize_items(body, first, type, initializer);
        return;
    }
    if (!cxx_is_construction(initializer))
        return;
    if (clang_CXXMethod_isDefaulted(constructor) &&
        !cxx_class_of(body->lowering, element_type(type))->needs_constructor)
        return;
    if (count.is_constant && count.constant <= UNROLL_LIMIT)
        unroll(body, &elements, false);
    else
        loop(body, &elements, false);
}

void cxx_destroy_many(struct body *body, struct object first, CXType type,
                      struct value count)
{
    struct elements elements = { first, type, count, destroy_one, NULL };
    if (cxx_needs_destructor(body->lowering, type))
        loop(body, &elements, false);
}
