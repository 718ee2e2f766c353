/* seh.c - __try, __except, __finally, __leave.
 *
 * A __finally block is a clean-up: it is lowered once for each way out, and
 * AbnormalTermination() is a constant in each copy. A filter is evaluated where
 * an exception arrives; one that says "continue search" sends it outward.
 *
 * Which call raises is not for the frontend to know: every call inside a __try
 * may. So may each access through a pointer, where the function itself handles
 * exceptions (scope.c).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/scope.h"
#include "frontend/statements.h"

/* A __finally inside a __finally is there for each way out of both, so that
 * only a few may be inside each other. */
enum { FINALLY_DEPTH = DEPTH_LIMIT / 8 };

static void lower_finally(struct body *body, void *data, enum way_out way)
{
    const CXCursor *block = data;
    int outer = body->termination;
    struct switching *switching = body->switching;
    struct place place = body->builder->place;
    struct labels *labels = labels_open(body);
    body->termination = way != WAY_END;
    body->switching = NULL;
    body->depth += FINALLY_DEPTH;
    lower_statement(body, *block);
    body->depth -= FINALLY_DEPTH;
    body->termination = outer;
    body->switching = switching;
    labels_close(body, labels);
    body->builder->place = place;
}

static void lower_try_finally(struct body *body, CXCursor block,
                              CXCursor handler)
{
    struct frame *mark = body->frames;
    CXCursor finally = cursor_last_child(handler);
    uint32_t end = build_block(body->builder);
    frame_push_cleanup(body, lower_finally,
                       arena_copy(body->scratch, &finally, sizeof(finally)),
                       true);
    struct frame *cleanup = body->frames;
    frame_push(body, FRAME_LEAVE, end);
    lower_statement(body, block);
    scope_close(body, cleanup);
    build_jump(body->builder, end);
    build_enter(body->builder, end);
    body->builder->place = cursor_place(body->lowering->source, finally);
    scope_close(body, mark);
}

/* Positive: the handler; else the search goes on outside. */
static void lower_filter(struct body *body, CXCursor filter)
{
    struct builder *builder = body->builder;
    struct value value = lower_value(body, filter);
    if (value.type.kind != TYPE_INT)
        return;
    struct value zero = value_constant(value.type, 0);
    struct type type = type_int(value.type.bits, true);
    value = value_binary(body, OP_GT, type, value, zero);
    if (value.is_constant && value.constant != 0)
        return;
    uint32_t handled = build_block(builder);
    uint32_t passed_on = build_block(builder);
    build_branch(builder, value_temp(body, value), handled, passed_on,
                 source_text(body->lowering->source, filter));
    build_enter(builder, passed_on);
    scope_raise(body);
    build_enter(builder, handled);
}

static void lower_try_except(struct body *body, CXCursor block,
                             CXCursor handler)
{
    struct builder *builder = body->builder;
    struct frame *mark = body->frames;
    uint32_t caught = build_block(builder);
    uint32_t done = build_block(builder);
    frame_push(body, FRAME_LEAVE, done);
    frame_push(body, FRAME_HANDLER, caught);
    lower_statement(body, block);
    scope_close(body, mark);
    build_jump(builder, done);
    build_enter(builder, caught);
    builder->place = cursor_place(body->lowering->source, handler);
    lower_filter(body, cursor_child(handler, 0));
    lower_statement(body, cursor_last_child(handler));
    build_jump(builder, done);
    build_enter(builder, done);
}

void lower_try(struct body *body, CXCursor statement)
{
    CXCursor block = cursor_child(statement, 0);
    CXCursor handler = cursor_child(statement, 1);
    enum CXCursorKind kind = clang_getCursorKind(handler);
    if (kind == CXCursor_SEHFinallyStmt)
        lower_try_finally(body, block, handler);
    else if (kind == CXCursor_SEHExceptStmt)
        lower_try_except(body, block, handler);
    else
        lower_statement(body, block);
}
