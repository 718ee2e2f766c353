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
        lower_initials(lowering, global, type, initializer);
        if (drop_unknown(global))
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
