/* cxx_global.c - globals that code initialises.
 *
 * What the parser can tell is there before anything runs. The rest is done by a
 * function of its own for each global, marked to run before the entry routine.
 * Nothing in a driver runs the destructors of globals.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "support/map.h"
#include "support/strings.h"

struct global_start {
    struct global *global;
    CXCursor cursor;
};

static bool is_unknown(const struct initial *initial)
{
    return initial->kind == INITIAL_UNKNOWN && initial->type.kind != TYPE_FLOAT;
}

static CXCursor construction_in(CXCursor initializer)
{
    CXCursor core = expression_core(initializer);
    return cxx_is_construction(core) ? core : clang_getNullCursor();
}

bool cxx_is_dynamic(struct lowering *lowering, const struct global *global,
                    CXCursor cursor)
{
    CXCursor initializer = clang_Cursor_getVarDeclInitializer(cursor);
    if (clang_Cursor_isNull(initializer))
        return false;
    CXCursor construction = construction_in(initializer);
    if (!clang_Cursor_isNull(construction))
        return !cxx_does_nothing(lowering, construction);
    return map_has(lowering->dynamic, global);
}

void cxx_initialize_global(struct body *body, struct global *global,
                           CXCursor cursor)
{
    CXType type = clang_getCursorType(cursor);
    struct shape pointer = { .type = type_pointer(), .record = global->record };
    uint32_t address = build_global(body->builder, global);
    struct object object =
        cxx_pointed(body, value_of_temp(pointer, address), type);
    cxx_initialize(body, object, type,
                   clang_Cursor_getVarDeclInitializer(cursor));
}

static void lower_start(struct body *body, const void *data)
{
    const struct global_start *start = data;
    body->builder->place = start->global->place;
    cxx_initialize_global(body, start->global, start->cursor);
    scope_close(body, NULL);
}

static void add_start(struct lowering *lowering, struct global *global,
                      CXCursor cursor)
{
    struct function *function = arena_new(lowering->arena, struct function);
    struct global_start start = { global, cursor };
    function->name = strings_intern(
        lowering->strings,
        arena_format(lowering->scratch, "%s::$init", global->name));
    function->spelling = global->spelling;
    function->is_internal = true;
    function->is_initializer = true;
    function->type = type_void();
    function->place = global->place;
    function->end = cursor_end(lowering->source, cursor);
    function->unit = lowering->unit;
    function->definition = function;
    vec_push(lowering->arena, &lowering->function_list, function);
    struct waiting waiting = {
        .function = function,
        .definition = cursor,
        .lower = lower_start,
        .data = arena_copy(lowering->scratch, &start, sizeof(start)),
    };
    vec_push(lowering->scratch, &lowering->waiting, waiting);
}

/* Before the code runs, what it sets is zero. */
static bool drop_unknown(struct global *global)
{
    size_t count = 0;
    for (size_t i = 0; i < global->initial_count; i++)
        if (!is_unknown(&global->initials[i]))
            global->initials[count++] = global->initials[i];
    bool dropped = count != global->initial_count;
    global->initial_count = count;
    return dropped;
}

static bool is_cast(enum CXCursorKind kind)
{
    return kind == CXCursor_CXXStaticCastExpr ||
           kind == CXCursor_CXXReinterpretCastExpr ||
           kind == CXCursor_CXXConstCastExpr ||
           kind == CXCursor_CXXFunctionalCastExpr;
}

/* The address of a method, or of what a lambda converts to. */
static struct function *function_named(struct lowering *lowering,
                                       CXCursor expression)
{
    CXCursor named = clang_getCursorReferenced(expression);
    enum CXCursorKind kind = clang_getCursorKind(named);
    if (clang_getCursorKind(expression) == CXCursor_LambdaExpr)
        return cxx_class_invoker(
            lowering, cxx_class_of(lowering, clang_getCursorType(expression)));
    if (clang_getCursorKind(expression) == CXCursor_CallExpr)
        return cxx_lambda_invoker(lowering, named);
    if (clang_getCursorKind(expression) != CXCursor_DeclRefExpr ||
        !cxx_is_function(kind))
        return NULL;
    return function_for(lowering, named);
}

bool cxx_initial(struct lowering *lowering, CXCursor expression,
                 struct initial *initial, CXCursor *inner)
{
    enum CXCursorKind kind = clang_getCursorKind(expression);
    CXCursor operand = expression;
    if (kind == CXCursor_CXXNullPtrLiteralExpr ||
        kind == CXCursor_GNUNullExpr) {
        initial->kind = INITIAL_INT;
        return true;
    }
    if (is_cast(kind)) {
        *inner = cursor_last_child(expression);
        return clang_isExpression(clang_getCursorKind(*inner));
    }
    if (kind == CXCursor_UnaryOperator)
        operand = expression_core(cursor_child(expression, 0));
    struct function *function = function_named(lowering, operand);
    if (!function)
        return false;
    initial->kind = INITIAL_FUNCTION;
    initial->function = function;
    return true;
}

static bool is_local(CXCursor cursor)
{
    CXCursor parent = clang_getCursorSemanticParent(cursor);
    return cxx_is_function(clang_getCursorKind(parent));
}

bool cxx_define_global(struct lowering *lowering, struct global *global,
                       CXCursor cursor)
{
    CXCursor initializer = clang_Cursor_getVarDeclInitializer(cursor);
    if (clang_Cursor_isNull(initializer))
        return true;
    if (clang_Cursor_isNull(construction_in(initializer))) {
        CXType type = clang_getCursorType(cursor);
        CXCursor core = expression_core(initializer);
        bool is_list = clang_getCursorKind(core) == CXCursor_InitListExpr;
        lower_initials(lowering, global, type, is_list ? core : initializer);
        if (drop_unknown(global) || (is_list && cxx_is_made(lowering, type)))
            map_put(lowering->dynamic, global, global);
    }
    if (!is_local(cursor) && cxx_is_dynamic(lowering, global, cursor))
        add_start(lowering, global, cursor);
    return true;
}

struct global *cxx_flag_for(struct lowering *lowering,
                            const struct global *global)
{
    struct global *flag = map_get(lowering->flags, global);
    if (flag)
        return flag;
    flag = arena_new(lowering->arena, struct global);
    map_put(lowering->flags, global, flag);
    vec_push(lowering->arena, &lowering->global_list, flag);
    flag->name = strings_intern(
        lowering->strings,
        arena_format(lowering->scratch, "%s::$made", global->name));
    flag->spelling = flag->name;
    flag->is_internal = global->is_internal;
    flag->is_defined = true;
    flag->is_inline = global->is_inline;
    flag->type = type_int(8, false);
    flag->size = 8;
    flag->place = global->place;
    flag->unit = lowering->unit;
    flag->definition = flag;
    return flag;
}
