/* loops.c - if, while, do and for. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/for_parts.h"
#include "frontend/scope.h"
#include "frontend/statements.h"

void lower_if(struct body *body, CXCursor statement)
{
    struct builder *builder = body->builder;
    struct cursors children = cursor_children(body->scratch, statement);
    if (children.count < 2)
        return;
    uint32_t if_true = build_block(builder);
    uint32_t done = build_block(builder);
    bool has_else = children.count > 2;
    uint32_t if_false = has_else ? build_block(builder) : done;
    lower_condition(body, children.items[0], if_true, if_false);
    build_enter(builder, if_true);
    lower_statement(body, children.items[1]);
    build_jump(builder, done);
    if (has_else) {
        build_enter(builder, if_false);
        lower_statement(body, children.items[2]);
        build_jump(builder, done);
    }
    build_enter(builder, done);
}

/* The statement that is repeated; break and continue inside go to `done` and
 * `again`. */
static void lower_repeated(struct body *body, CXCursor statement, uint32_t done,
                           uint32_t again)
{
    struct frame *mark = body->frames;
    frame_push(body, FRAME_BREAK, done);
    frame_push(body, FRAME_CONTINUE, again);
    lower_statement(body, statement);
    scope_close(body, mark);
    build_jump(body->builder, again);
}

void lower_while(struct body *body, CXCursor statement)
{
    struct builder *builder = body->builder;
    uint32_t test = build_block(builder);
    uint32_t inside = build_block(builder);
    uint32_t done = build_block(builder);
    build_jump(builder, test);
    build_enter(builder, test);
    lower_condition(body, cursor_child(statement, 0), inside, done);
    build_enter(builder, inside);
    lower_repeated(body, cursor_last_child(statement), done, test);
    build_enter(builder, done);
}

void lower_do(struct body *body, CXCursor statement)
{
    struct builder *builder = body->builder;
    uint32_t inside = build_block(builder);
    uint32_t test = build_block(builder);
    uint32_t done = build_block(builder);
    build_jump(builder, inside);
    build_enter(builder, inside);
    lower_repeated(body, cursor_child(statement, 0), done, test);
    build_enter(builder, test);
    lower_condition(body, cursor_last_child(statement), inside, done);
    build_enter(builder, done);
}

static void lower_for_test(struct body *body, CXCursor condition,
                           uint32_t inside, uint32_t done)
{
    if (clang_Cursor_isNull(condition))
        build_jump(body->builder, inside);
    else
        lower_condition(body, condition, inside, done);
}

void lower_for(struct body *body, CXCursor statement)
{
    struct builder *builder = body->builder;
    struct frame *mark = body->frames;
    struct for_statement parts = for_parts_find(body->for_parts, statement);
    uint32_t test = build_block(builder);
    uint32_t inside = build_block(builder);
    uint32_t step = build_block(builder);
    uint32_t done = build_block(builder);
    if (!clang_Cursor_isNull(parts.start))
        lower_statement(body, parts.start);
    build_jump(builder, test);
    build_enter(builder, test);
    lower_for_test(body, parts.condition, inside, done);
    build_enter(builder, inside);
    lower_repeated(body, parts.body, done, step);
    build_enter(builder, step);
    if (!clang_Cursor_isNull(parts.step))
        lower_effects(body, parts.step);
    build_jump(builder, test);
    build_enter(builder, done);
    scope_close(body, mark);
}
