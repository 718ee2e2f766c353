/* jump.c - break, continue, return, goto and labels.
 *
 * A goto cannot be ended when it is seen: what is to be left depends on the
 * scopes the label is in, which may stand further down. It waits, with the
 * block it ends and the frames that were open, until the function or clean-up
 * block is read. A computed goto waits for all labels whose address is taken.
 *
 * A clean-up block that is lowered several times has its labels several times:
 * each lowering opens a set of its own.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "frontend/scope.h"
#include "frontend/statements.h"
#include "support/map.h"

struct label {
    uint32_t block;
    struct frame *frames;
};

struct waiting_goto {
    const void *label; /* statement_key; NULL for a computed one */
    uint32_t block;
    struct frame *frames;
    struct place place;
};

struct labels {
    struct labels *outer;
    struct map *known; /* statement_key -> struct label */
    struct vec_of(struct waiting_goto) waiting;
    struct vec_of(const void *) addressed; /* statement_key */
};

struct labels *labels_open(struct body *body)
{
    struct labels *labels = arena_new(body->scratch, struct labels);
    labels->outer = body->labels;
    labels->known = map_make(body->scratch);
    body->labels = labels;
    return labels;
}

/* From the current block to the label, as if the frames of the goto were the
 * open ones. */
static void go(struct body *body, const struct waiting_goto *jump,
               const struct label *label)
{
    body->frames = jump->frames;
    scope_move(body, label->frames);
    build_jump(body->builder, label->block);
}

/* To any label whose address was taken. */
static void go_anywhere(struct body *body, const struct waiting_goto *jump)
{
    struct builder *builder = body->builder;
    vec_each (const void *, key, &body->labels->addressed) {
        const struct label *label = map_get(body->labels->known, *key);
        if (!label)
            continue;
        uint32_t there = build_block(builder);
        uint32_t next = build_block(builder);
        uint32_t unknown = build_unknown(builder, type_int(32, true));
        build_branch(builder, unknown, there, next, NULL);
        build_enter(builder, there);
        go(body, jump, label);
        build_enter(builder, next);
    }
    build_unreachable(builder);
}

/* False if the label is not here. */
static bool resolve(struct body *body, const struct waiting_goto *jump)
{
    const struct label *label =
        jump->label ? map_get(body->labels->known, jump->label) : NULL;
    if (!label && (jump->label || body->labels->outer))
        return false;
    body->builder->place = jump->place;
    build_enter(body->builder, jump->block);
    if (label)
        go(body, jump, label);
    else
        go_anywhere(body, jump);
    return true;
}

/* What still waits then is for a label outside; at the outermost, for a label
 * that is nowhere. */
void labels_close(struct body *body, struct labels *labels)
{
    struct frame *open = body->frames;
    struct place place = body->builder->place;
    uint32_t current = body->builder->block;
    for (size_t i = 0; i < labels->waiting.count; i++) {
        struct waiting_goto jump = labels->waiting.items[i];
        if (!resolve(body, &jump) && labels->outer)
            vec_push(body->scratch, &labels->outer->waiting, jump);
    }
    vec_each (const void *, key, &labels->addressed)
        if (labels->outer)
            vec_push(body->scratch, &labels->outer->addressed, *key);
    body->frames = open;
    body->builder->place = place;
    build_enter(body->builder, current);
    body->labels = labels->outer;
}

void lower_label(struct body *body, CXCursor statement)
{
    struct builder *builder = body->builder;
    struct label *label = arena_new(body->scratch, struct label);
    label->block = build_block(builder);
    label->frames = body->frames;
    build_jump(builder, label->block);
    build_enter(builder, label->block);
    map_put(body->labels->known, statement_key(statement), label);
    CXCursor labelled = cursor_last_child(statement);
    if (!clang_Cursor_isNull(labelled))
        lower_statement(body, labelled);
}

/* Leaves the current block open and goes on in one that nothing reaches. */
static void wait_for(struct body *body, const void *label)
{
    struct builder *builder = body->builder;
    if (build_has_ended(builder))
        return;
    struct waiting_goto jump = { label, builder->block, body->frames,
                                 builder->place };
    vec_push(body->scratch, &body->labels->waiting, jump);
    build_enter(builder, build_block(builder));
}

void lower_goto(struct body *body, CXCursor statement)
{
    CXCursor label = clang_getCursorReferenced(cursor_child(statement, 0));
    wait_for(body, statement_key(label));
}

void lower_indirect_goto(struct body *body, CXCursor statement)
{
    lower_effects(body, cursor_child(statement, 0));
    wait_for(body, NULL);
}

struct value lower_label_address(struct body *body, CXCursor expression)
{
    CXCursor label = clang_getCursorReferenced(cursor_child(expression, 0));
    vec_push(body->scratch, &body->labels->addressed, statement_key(label));
    struct shape shape = { .type = type_pointer() };
    return value_of_temp(shape, build_string(body->builder, "label"));
}

void lower_break(struct body *body, CXCursor statement)
{
    (void)statement;
    scope_jump(body, FRAME_BREAK);
}

void lower_continue(struct body *body, CXCursor statement)
{
    (void)statement;
    scope_jump(body, FRAME_CONTINUE);
}

void lower_leave(struct body *body, CXCursor statement)
{
    (void)statement;
    scope_jump(body, FRAME_LEAVE);
}

/* A structure goes where the caller said. */
static uint32_t returned_value(struct body *body, CXCursor expression)
{
    struct builder *builder = body->builder;
    uint32_t temp;
    if (body->lowering->is_cxx && cxx_lower_return(body, expression, &temp))
        return temp;
    struct value value = lower_value(body, expression);
    if (body->result) {
        uint32_t to = build_load(builder, type_pointer(),
                                 build_local(builder, body->result));
        struct shape pointer = { .type = type_pointer() };
        struct object object = { value_of_temp(pointer, to), body->returned };
        object_store(body, object, value);
        return NO_TEMP;
    }
    if (body->returned.type.kind == TYPE_VOID)
        return NO_TEMP;
    return value_temp(body, value_convert(body, value, body->returned));
}

void lower_return(struct body *body, CXCursor statement)
{
    struct place place = body->builder->place;
    struct frame *mark = body->frames;
    CXCursor expression = cursor_last_child(statement);
    uint32_t temp = NO_TEMP;
    if (!clang_Cursor_isNull(expression))
        temp = returned_value(body, expression);
    else if (body->returned.type.kind != TYPE_VOID && !body->result)
        temp = build_unknown(body->builder, body->returned.type);
    body->builder->place = place;
    scope_unwind(body, NULL);
    body->builder->place = place;
    build_return(body->builder, temp);
    body->frames = mark;
}
