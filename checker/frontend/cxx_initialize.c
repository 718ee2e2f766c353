/* cxx_initialize.c - what an expression initialises: an object, a reference, or
 * nothing that has a name.
 *
 * An object that an expression makes is made where it is to be, without a copy:
 * its address may be told to others by its constructor. One that has no place
 * is a temporary, and is destroyed where the full expression ends: the frames
 * that are pushed while it is lowered are closed there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

struct destruction {
    struct variable *variable;
    CXType type;
};

static void run_destruction(struct body *body, void *data, enum way_out way)
{
    const struct destruction *destruction = data;
    struct variable *variable = destruction->variable;
    (void)way;
    cxx_destroy(body, variable_object(body, variable, destruction->type),
                destruction->type);
}

void cxx_destroy_later(struct body *body, struct variable *variable,
                       CXType type)
{
    struct destruction made = { variable, type };
    if (cxx_needs_destructor(body->lowering, type))
        frame_push_cleanup(body, run_destruction,
                           arena_copy(body->scratch, &made, sizeof(made)),
                           false);
}

static bool is_cast(enum CXCursorKind kind)
{
    return kind == CXCursor_CXXStaticCastExpr ||
           kind == CXCursor_CXXFunctionalCastExpr ||
           kind == CXCursor_CStyleCastExpr;
}

/* The expression that makes the object, without what changes nothing. */
static CXCursor making(CXCursor expression)
{
    for (;;) {
        enum CXCursorKind kind = clang_getCursorKind(expression);
        CXCursor child = cursor_last_child(expression);
        if (kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr &&
            !is_cast(kind))
            return expression;
        if (!clang_isExpression(clang_getCursorKind(child)) ||
            !same_type(clang_getCursorType(expression),
                       clang_getCursorType(child)))
            return expression;
        expression = child;
    }
}

/* Whether the expression makes an object of a class that has no place yet. */
bool cxx_is_temporary(struct body *body, CXCursor expression)
{
    if (!is_record_type(clang_getCursorType(expression)))
        return false;
    CXCursor core = making(expression);
    enum CXCursorKind kind = clang_getCursorKind(core);
    if (kind == CXCursor_ConditionalOperator)
        return cxx_is_temporary(body, cursor_child(core, 1)) ||
               cxx_is_temporary(body, cursor_child(core, 2));
    return kind == CXCursor_InitListExpr || kind == CXCursor_LambdaExpr ||
           (kind == CXCursor_CallExpr && !cxx_returns_reference(core));
}

struct object cxx_materialize(struct body *body, CXCursor expression)
{
    CXType type = clang_getCursorType(expression);
    struct shape shape = shape_of(body->lowering, type);
    struct variable *variable = temporary_make(body, shape);
    struct object object = variable_object(body, variable, type);
    cxx_initialize(body, object, type, expression);
    cxx_destroy_later(body, variable, type);
    return object;
}

static CXCursor core_of(CXCursor expression)
{
    CXCursor core = expression_core(expression);
    CXCursor child = cursor_child(core, 0);
    if (clang_getCursorKind(core) == CXCursor_InitListExpr &&
        clang_isExpression(clang_getCursorKind(child)) &&
        clang_Cursor_isNull(cursor_child(core, 1)))
        return child;
    return expression;
}

/* A value that is not what the reference refers to needs a place of its own. */
static bool is_converted(struct body *body, CXCursor expression,
                         struct shape shape)
{
    CXType inner = clang_getCursorType(expression_core(expression));
    struct type type = shape_of(body->lowering, inner).type;
    return shape.type.kind != TYPE_AGGREGATE && !type_equal(type, shape.type);
}

struct value cxx_bind(struct body *body, CXCursor expression, CXType reference)
{
    CXType type = clang_getPointeeType(clang_getCanonicalType(reference));
    struct shape shape = shape_of(body->lowering, type);
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    if (kind == CXType_FunctionProto || kind == CXType_FunctionNoProto)
        return lower_value(body, expression);
    expression = core_of(expression);
    if (is_object(body, expression) && is_converted(body, expression, shape)) {
        struct variable *variable = temporary_make(body, shape);
        struct object object = variable_object(body, variable, type);
        object_store(body, object, lower_value(body, expression));
        return object.address;
    }
    struct value address = lower_object(body, expression).address;
    address.record = shape.record;
    return address;
}

static void initialize_by_choice(struct body *body, struct object object,
                                 CXType type, CXCursor expression)
{
    struct builder *builder = body->builder;
    uint32_t blocks[3];
    for (size_t i = 0; i < 3; i++)
        blocks[i] = build_block(builder);
    lower_condition(body, cursor_child(expression, 0), blocks[0], blocks[1]);
    for (unsigned i = 0; i < 2; i++) {
        struct frame *mark = body->frames;
        build_enter(builder, blocks[i]);
        cxx_initialize(body, object, type, cursor_child(expression, i + 1));
        scope_close(body, mark);
        build_jump(builder, blocks[2]);
    }
    build_enter(builder, blocks[2]);
}

static bool is_designator(CXCursor item)
{
    return clang_getCursorKind(item) == CXCursor_UnexposedExpr &&
           clang_getCursorType(item).kind == CXType_Void;
}

static bool is_listed(struct cursors items, size_t number, CXCursor field)
{
    for (size_t i = 0; i < items.count; i++)
        if (is_designator(items.items[i])) {
            CXCursor named =
                clang_getCursorReferenced(cursor_child(items.items[i], 0));
            if (cxx_same(named, field))
                return true;
        } else if (i == number) {
            return true;
        }
    return false;
}

/* The bases take the first expressions, one each. */
static size_t initialize_bases(struct body *body, struct object object,
                               struct cxx_class *class, struct cursors items)
{
    size_t count = class->bases.count;
    for (size_t i = 0; i < count; i++) {
        CXType type = class->bases.items[i].class->type;
        struct value address = cxx_base_address(body, object.address, class, i);
        struct object part = cxx_pointed(body, address, type);
        if (i < items.count)
            cxx_initialize(body, part, type, items.items[i]);
        else
            cxx_construct_default(body, part, type);
    }
    return count < items.count ? count : items.count;
}

/* What the list leaves out is what the class says, else zero. */
static void initialize_by_list(struct body *body, struct object object,
                               CXType type, CXCursor list)
{
    struct cxx_class *class = cxx_class_of(body->lowering, type);
    struct cursors items = cursor_children(body->scratch, list);
    if (cxx_has_constructors(body->lowering, type)) {
        if (items.count == 0)
            cxx_construct_default(body, object, type);
        else
            cxx_construct_from(body, object, type, items);
        return;
    }
    if (!class || (!class->needs_constructor && class->bases.count == 0)) {
        lower_initializer(body, object, type, list);
        return;
    }
    struct cxx_here *outer = cxx_enter_object(body, object, class);
    if (class->bases.count == 0)
        lower_initializer(body, object, type, list);
    size_t skipped = initialize_bases(body, object, class, items);
    items.items += skipped;
    items.count -= skipped;
    for (size_t i = 0; i < class->fields.count && !class->is_union; i++) {
        CXCursor field = class->fields.items[i];
        if (!is_listed(items, i, field))
            cxx_construct_field(body, object, field);
        else if (class->bases.count != 0 && i < items.count)
            cxx_initialize(body, object_field(body, object, field),
                           clang_getCursorType(field), items.items[i]);
    }
    body->here = outer;
}

static bool makes_record(struct body *body, CXCursor core)
{
    switch ((int)clang_getCursorKind(core)) {
    case CXCursor_LambdaExpr:
    case CXCursor_InitListExpr: return true;
    case CXCursor_ConditionalOperator: return cxx_is_temporary(body, core);
    case CXCursor_CallExpr: return !cxx_returns_reference(core);
    default: return false;
    }
}

/* Inside of a list the conversions are not shown. */
static bool is_unconverted(struct body *body, CXType type, CXCursor expression)
{
    CXType given = clang_getCursorType(expression);
    if (clang_getCursorKind(expression) == CXCursor_InitListExpr)
        return false;
    if (is_record_type(type) && is_record_type(given))
        return is_object(body, expression);
    if (is_record_type(type))
        return cxx_has_constructors(body->lowering, type);
    return is_record_type(given) && !is_array_type(type);
}

bool cxx_makes(struct body *body, CXType type, CXCursor expression)
{
    CXCursor core = making(expression);
    return is_reference_type(type) || cxx_is_construction(core) ||
           (is_record_type(type) && makes_record(body, core)) ||
           is_unconverted(body, type, core);
}

static void copy_part(struct body *body, struct object object, CXType type,
                      CXCursor expression)
{
    struct cxx_class *to = cxx_class_of(body->lowering, type);
    struct cxx_class *from =
        cxx_class_of(body->lowering, clang_getCursorType(expression));
    struct object other = lower_object(body, expression);
    if (from != to)
        cxx_convert_address(body, &other.address, from, to);
    cxx_copy(body, object, cxx_pointed(body, other.address, type), type,
             CXX_COPY);
}

static void convert_part(struct body *body, struct object object, CXType type,
                         CXCursor expression)
{
    struct cursors items = { &expression, 1 };
    CXType given = clang_getCursorType(expression);
    if (is_record_type(type) && is_record_type(given))
        copy_part(body, object, type, expression);
    else if (is_record_type(type))
        cxx_construct_from(body, object, type, items);
    else
        object_store(body, object,
                     cxx_convert_object(body, expression, object.shape));
}

static void bind_part(struct body *body, struct object object, CXType type,
                      CXCursor expression)
{
    object.shape = (struct shape){ .type = type_pointer() };
    object_store(body, object, cxx_bind(body, expression, type));
}

void cxx_initialize(struct body *body, struct object object, CXType type,
                    CXCursor expression)
{
    CXCursor core = making(expression);
    enum CXCursorKind kind = clang_getCursorKind(core);
    if (!cxx_makes(body, type, expression))
        lower_initializer(body, object, type, expression);
    else if (is_reference_type(type))
        bind_part(body, object, type, expression);
    else if (is_unconverted(body, type, core))
        convert_part(body, object, type, core);
    else if (cxx_is_construction(core))
        cxx_construct(body, object, type, core);
    else if (kind == CXCursor_LambdaExpr)
        cxx_lower_lambda(body, object, core);
    else if (kind == CXCursor_InitListExpr)
        initialize_by_list(body, object, type, core);
    else if (kind == CXCursor_ConditionalOperator)
        initialize_by_choice(body, object, type, core);
    else
        cxx_lower_call(body, core, &object);
}
