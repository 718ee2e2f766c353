/* local_init.c - stores an initialiser into a local object.
 *
 * An object with a list in braces is zero where the list says nothing, so it is
 * filled with zeros first and the parts are stored one by one.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "frontend/initializer.h"
#include "frontend/lower.h"

struct storing {
    struct body *body;
    struct object object;
};

static struct object part_object(struct storing *storing,
                                 const struct part *part)
{
    if (!part->outer)
        return storing->object;
    struct object outer = part_object(storing, part->outer);
    if (!clang_Cursor_isNull(part->field))
        return object_field(storing->body, outer, part->field);
    return object_element(storing->body, outer, part->type, part->index);
}

/* No more of a string than the array has room for. */
static void store_string(struct body *body, struct object object,
                         CXCursor expression)
{
    struct builder *builder = body->builder;
    struct object string = lower_object(body, expression_core(expression));
    uint64_t size = string.shape.size;
    if (object.shape.size != 0 && object.shape.size < size)
        size = object.shape.size;
    uint32_t bytes =
        build_const(builder, type_int(64, false), (int64_t)(size / 8));
    build_copy(builder, value_temp(body, object.address),
               value_temp(body, string.address), bytes);
}

static void store_part(void *data, const struct part *part, CXCursor expression)
{
    struct storing *storing = data;
    struct body *body = storing->body;
    struct place place = body->builder->place;
    body->builder->place = cursor_place(body->lowering->source, expression);
    if (body->lowering->is_cxx && cxx_makes(body, part->type, expression)) {
        cxx_initialize(body, part_object(storing, part), part->type,
                       expression);
    } else if (is_array_type(part->type)) {
        store_string(body, part_object(storing, part), expression);
    } else {
        struct value value = lower_value(body, expression);
        object_store(body, part_object(storing, part), value);
    }
    body->builder->place = place;
}

static void fill_with_zeros(struct body *body, struct object object)
{
    struct builder *builder = body->builder;
    uint32_t address = value_temp(body, object.address);
    uint32_t zero = build_const(builder, type_int(8, false), 0);
    uint32_t size = build_const(builder, type_int(64, false),
                                (int64_t)(object.shape.size / 8));
    build_fill(builder, address, zero, size);
}

void lower_initializer(struct body *body, struct object object, CXType type,
                       CXCursor initializer)
{
    struct storing storing = { body, object };
    struct initializer_visitor visitor = { &storing, store_part };
    CXCursor core = expression_core(initializer);
    bool is_compound_literal =
        is_array_type(type) &&
        clang_getCursorKind(core) == CXCursor_CompoundLiteralExpr;
    if (is_compound_literal)
        initializer = cursor_last_child(core);
    if (object.shape.type.kind == TYPE_AGGREGATE && object.shape.size != 0 &&
        clang_getCursorKind(initializer) != CXCursor_StringLiteral &&
        (is_array_type(type) ||
         clang_getCursorKind(initializer) == CXCursor_InitListExpr))
        fill_with_zeros(body, object);
    initializer_walk(body->lowering, type, initializer, visitor);
}
