/* function.c - lowers one function. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "frontend/for_parts.h"
#include "frontend/scope.h"
#include "frontend/statements.h"
#include "support/fail.h"
#include "support/map.h"

static CXCursor body_of(struct body *body)
{
    struct cursors children = cursor_children(body->scratch, body->definition);
    for (size_t i = children.count; i-- > 0;)
        if (clang_getCursorKind(children.items[i]) == CXCursor_CompoundStmt)
            return children.items[i];
    return clang_getNullCursor();
}

/* Falls off the end: in C that is a return without a value. */
static void return_at_end(struct body *body)
{
    struct builder *builder = body->builder;
    if (build_has_ended(builder))
        return;
    builder->place = body->function->end;
    bool is_void = body->result || body->returned.type.kind == TYPE_VOID;
    build_return(builder, is_void
                              ? NO_TEMP
                              : build_unknown(builder, body->returned.type));
}

static void tell_lost(struct body *body)
{
    if (body->is_lost)
        fail_add(body->lowering->fail, place_to_fail(body->function->place),
                 "'%s' is nested too deep to be analysed",
                 body->function->spelling);
}

static void lower_written(struct body *body)
{
    CXCursor block = body_of(body);
    if (body->lowering->is_cxx)
        cxx_start_function(body);
    body->builder->place = body->function->place;
    if (!clang_Cursor_isNull(block))
        lower_statement(body, block);
    if (body->lowering->is_cxx)
        cxx_end_function(body);
}

void lower_function(struct lowering *lowering, const struct waiting *waiting)
{
    struct arena *scratch = arena_open();
    struct body body = { .lowering = lowering, .scratch = scratch };
    body.definition = waiting->definition;
    body.function = waiting->function;
    body.variables = map_make(scratch);
    body.references = map_make(scratch);
    body.for_parts = for_parts_make(scratch, body.definition);
    body.builder = build_start(scratch, lowering->unit, body.function);
    body.builder->place = body.function->place;
    if (lowering->is_cxx && !waiting->has_no_self)
        cxx_add_self(&body);
    function_add_parameters(&body);
    struct labels *labels = labels_open(&body);
    body.builder->place = body.function->place;
    if (waiting->lower)
        waiting->lower(&body, waiting->data);
    else
        lower_written(&body);
    return_at_end(&body);
    labels_close(&body, labels);
    build_finish(body.builder);
    tell_lost(&body);
    arena_close(scratch);
}
