/* cxx_variable.c - local variables of C++, and what `return` makes.
 *
 * A variable is destroyed where its scope ends. A temporary that a reference is
 * bound to lives as long as the reference. A local that is static is made when
 * control first passes it, which a flag of its own remembers.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "frontend/statements.h"

static void begin_storage(struct body *body, struct variable *variable)
{
    build_live(body->builder, variable);
    frame_push_storage(body, variable);
}

static void store_address(struct body *body, struct variable *variable,
                          struct value address)
{
    build_store(body->builder, type_pointer(),
                build_local(body->builder, variable),
                value_temp(body, address));
}

static void lower_reference(struct body *body, CXCursor declaration,
                            CXCursor initializer)
{
    CXType type = clang_getCursorType(declaration);
    struct variable *variable = variable_for(body, declaration);
    begin_storage(body, variable);
    struct frame *mark = body->frames;
    if (clang_Cursor_isNull(initializer))
        return;
    if (!cxx_is_temporary(body, initializer)) {
        store_address(body, variable, cxx_bind(body, initializer, type));
        scope_close(body, mark);
        return;
    }
    CXType made = clang_getCursorType(initializer);
    struct variable *storage =
        temporary_make(body, shape_of(body->lowering, made));
    struct object object = variable_object(body, storage, made);
    cxx_initialize(body, object, made, initializer);
    store_address(body, variable, variable_object(body, storage, made).address);
    scope_close(body, mark);
    cxx_destroy_later(body, storage, made);
}

/* `T name;` where T is plain memory. */
static bool is_idle(struct lowering *lowering, CXCursor initializer)
{
    return cxx_is_construction(initializer) &&
           cxx_does_nothing(lowering, initializer) &&
           !cxx_is_zeroed(lowering, initializer);
}

static void lower_object_variable(struct body *body, CXCursor declaration,
                                  CXCursor initializer)
{
    CXType type = clang_getCursorType(declaration);
    struct variable *variable = variable_for(body, declaration);
    begin_storage(body, variable);
    struct frame *mark = body->frames;
    if (!clang_Cursor_isNull(initializer) &&
        !is_idle(body->lowering, initializer))
        cxx_initialize(body, variable_object(body, variable, type), type,
                       initializer);
    scope_close(body, mark);
    cxx_destroy_later(body, variable, type);
}

/* Initialises the global, once. */
static void initialize_once(struct body *body, struct global *global,
                            CXCursor declaration)
{
    struct builder *builder = body->builder;
    struct frame *mark = body->frames;
    struct type type = type_int(8, false);
    struct global *flag = cxx_flag_for(body->lowering, global);
    uint32_t first = build_block(builder);
    uint32_t done = build_block(builder);
    uint32_t is_made = build_load(builder, type, build_global(builder, flag));
    build_branch(builder, is_made, done, first, NULL);
    build_enter(builder, first);
    build_store(builder, type, build_global(builder, flag),
                build_const(builder, type, 1));
    cxx_initialize_global(body, global, declaration);
    scope_close(body, mark);
    build_jump(builder, done);
    build_enter(builder, done);
}

static void lower_static(struct body *body, CXCursor declaration)
{
    struct global *global =
        global_in_function(body->lowering, body->function, declaration);
    if (cxx_is_dynamic(body->lowering, global, declaration))
        initialize_once(body, global, declaration);
}

void cxx_lower_variable(struct body *body, CXCursor declaration)
{
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(declaration);
    CXCursor initializer = clang_Cursor_getVarDeclInitializer(declaration);
    if (storage == CX_SC_Extern)
        return;
    if (storage == CX_SC_Static)
        lower_static(body, declaration);
    else if (is_reference_type(clang_getCursorType(declaration)))
        lower_reference(body, declaration, initializer);
    else
        lower_object_variable(body, declaration, initializer);
}

bool cxx_lower_return(struct body *body, CXCursor expression, uint32_t *temp)
{
    struct builder *builder = body->builder;
    CXType type = clang_getResultType(
        clang_getCanonicalType(clang_getCursorType(body->definition)));
    *temp = NO_TEMP;
    if (is_reference_type(type)) {
        *temp = value_temp(body, cxx_bind(body, expression, type));
        return true;
    }
    if (!body->result)
        return false;
    struct shape pointer = { .type = type_pointer() };
    uint32_t to =
        build_load(builder, pointer.type, build_local(builder, body->result));
    struct object object = { value_of_temp(pointer, to), body->returned };
    cxx_initialize(body, object, type, expression);
    return true;
}
