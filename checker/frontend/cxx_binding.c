/* cxx_binding.c - `auto [a, b] = x`: names for the parts of an object.
 *
 * The object is a variable without a name, or a reference to one; each name is
 * a reference to an element of it, or to a field. Of a class that gives its
 * parts by get<>() nothing is known.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "support/map.h"

struct parts {
    struct arena *arena;
    struct vec_of(CXCursor) fields;
};

static enum CXVisitorResult add_field(CXCursor field, CXClientData data)
{
    struct parts *parts = data;
    vec_push(parts->arena, &parts->fields, field);
    return CXVisit_Continue;
}

/* The object that the declaration made. */
static struct object whole_of(struct body *body, CXCursor declaration,
                              CXType type)
{
    CXType declared = clang_getCursorType(declaration);
    struct variable *variable = variable_for(body, declaration);
    if (!is_reference_type(declared))
        return variable_object(body, variable, type);
    struct shape shape = shape_of(body->lowering, type);
    struct shape pointer = { .type = type_pointer(), .record = shape.record };
    uint32_t target = build_load(body->builder, pointer.type,
                                 build_local(body->builder, variable));
    return (struct object){ value_of_temp(pointer, target), shape };
}

static void bind_name(struct body *body, CXCursor binding, struct object part)
{
    struct shape pointer = { .type = type_pointer(),
                             .record = part.shape.record,
                             .size = type_pointer().bits };
    const void *key = declaration_key(binding);
    struct variable *variable = map_get(body->references, key);
    if (!variable) {
        variable = temporary_make(body, pointer);
        map_put(body->references, key, variable);
    }
    build_store(body->builder, pointer.type,
                build_local(body->builder, variable),
                value_temp(body, part.address));
}

/* Whether part number `index` has a place of its own. */
static bool has_part(const struct parts *parts, CXType type, size_t index)
{
    if (is_array_type(type))
        return true;
    return index < parts->fields.count &&
           !clang_Cursor_isBitField(parts->fields.items[index]);
}

void cxx_lower_bindings(struct body *body, CXCursor declaration)
{
    CXType type = clang_getCanonicalType(
        clang_getNonReferenceType(clang_getCursorType(declaration)));
    struct cursors children = cursor_children(body->scratch, declaration);
    struct parts parts = { .arena = body->scratch };
    size_t index = 0;
    cxx_lower_variable(body, declaration);
    clang_Type_visitFields(type, add_field, &parts);
    struct object whole = whole_of(body, declaration, type);
    for (size_t i = 0; i < children.count; i++) {
        CXCursor binding = children.items[i];
        if (clang_getCursorKind(binding) != CXCursor_UnexposedDecl)
            continue;
        if (!has_part(&parts, type, index))
            return;
        bind_name(body, binding,
                  is_array_type(type)
                      ? object_element(body, whole, element_type(type),
                                       (int64_t)index)
                      : object_field(body, whole, parts.fields.items[index]));
        index++;
    }
}
