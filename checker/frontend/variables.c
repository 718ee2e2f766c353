/* variables.c - local variables. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "frontend/scope.h"
#include "frontend/statements.h"
#include "support/map.h"

struct variable *temporary_make(struct body *body, struct shape shape)
{
    if (shape.type.kind == TYPE_VOID)
        shape.type = type_int(8, false);
    struct variable *variable =
        build_variable(body->builder, NULL, shape.type, shape.record);
    variable->size = shape.size;
    return variable;
}

/* A clean-up block that is lowered several times keeps its variables. */
struct variable *variable_for(struct body *body, CXCursor declaration)
{
    const void *key = declaration_key(declaration);
    CXType type = clang_getCursorType(declaration);
    struct map *variables =
        is_reference_type(type) ? body->references : body->variables;
    struct variable *variable = map_get(variables, key);
    if (variable)
        return variable;
    struct lowering *lowering = body->lowering;
    struct shape shape = shape_of(lowering, type);
    body->builder->place = cursor_place(lowering->source, declaration);
    if (shape.type.kind == TYPE_VOID)
        shape.type = type_int(8, false);
    variable = build_variable(body->builder,
                              cursor_name(lowering->source, declaration),
                              shape.type, shape.record);
    variable->size = shape.size;
    map_put(variables, key, variable);
    return variable;
}

static void lower_static(struct body *body, CXCursor declaration)
{
    global_in_function(body->lowering, body->function, declaration);
}

void lower_variable(struct body *body, CXCursor declaration)
{
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(declaration);
    if (storage == CX_SC_Extern)
        return;
    if (storage == CX_SC_Static) {
        lower_static(body, declaration);
        return;
    }
    struct variable *variable = variable_for(body, declaration);
    build_live(body->builder, variable);
    frame_push_storage(body, variable);
    CXCursor initializer = clang_Cursor_getVarDeclInitializer(declaration);
    if (clang_Cursor_isNull(initializer))
        return;
    CXType type = clang_getCursorType(declaration);
    lower_initializer(body, variable_object(body, variable, type), type,
                      initializer);
}

void lower_declarations(struct body *body, CXCursor statement)
{
    struct cursors children = cursor_children(body->scratch, statement);
    for (size_t i = 0; i < children.count; i++)
        if (clang_getCursorKind(children.items[i]) == CXCursor_VarDecl)
            lower_variable(body, children.items[i]);
}
