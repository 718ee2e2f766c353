/* switch.c - switch statements, with labels wherever they stand.
 *
 * The body is lowered as it is written; each label starts a block and is noted.
 * The block in front of the switch is ended only then, when all labels are
 * known, so fall-through, a `default` in the middle and labels inside loops
 * need no care of their own.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/scope.h"
#include "frontend/statements.h"

/* A range with more values than this is compared with instead. */
enum { RANGE_LIMIT = 256 };

struct label_case {
    int64_t low;
    int64_t high;
    uint32_t block;
    struct frame *frames;
};

struct switching {
    struct switching *outer;
    struct vec_of(struct label_case) cases;
    struct label_case otherwise; /* `default` */
    bool has_default;
};

/* The case's block, entered as if the switch jumped into its scopes. */
static uint32_t entrance(struct body *body, const struct label_case *label)
{
    struct builder *builder = body->builder;
    if (label->frames == body->frames)
        return label->block;
    uint32_t current = builder->block;
    uint32_t made = build_block(builder);
    build_enter(builder, made);
    scope_move(body, label->frames);
    build_jump(builder, label->block);
    build_enter(builder, current);
    return made;
}

static uint64_t case_count(const struct label_case *label)
{
    return (uint64_t)label->high - (uint64_t)label->low;
}

static void compare_range(struct body *body, struct value value,
                          const struct label_case *label)
{
    struct builder *builder = body->builder;
    uint32_t target = entrance(body, label);
    uint32_t above = build_block(builder);
    uint32_t outside = build_block(builder);
    struct value low = value_constant(value.type, label->low);
    struct value high = value_constant(value.type, label->high);
    low = value_binary(body, OP_GE, value.type, value, low);
    build_branch(builder, value_temp(body, low), above, outside, NULL);
    build_enter(builder, above);
    high = value_binary(body, OP_LE, value.type, value, high);
    build_branch(builder, value_temp(body, high), target, outside, NULL);
    build_enter(builder, outside);
}

struct dispatch {
    struct vec_of(int64_t) cases;
    struct vec_of(uint32_t) targets;
};

static void add_label(struct body *body, struct dispatch *dispatch,
                      struct value value, const struct label_case *label)
{
    if (label->high < label->low)
        return;
    if (case_count(label) >= RANGE_LIMIT) {
        compare_range(body, value, label);
        return;
    }
    uint32_t target = entrance(body, label);
    for (uint64_t i = 0; i <= case_count(label); i++) {
        vec_push(body->scratch, &dispatch->cases, label->low + (int64_t)i);
        vec_push(body->scratch, &dispatch->targets, target);
    }
}

static void dispatch_build(struct body *body, struct switching *switching,
                           struct value value, uint32_t done, const char *text)
{
    struct dispatch dispatch = { 0 };
    vec_each (struct label_case, label, &switching->cases)
        add_label(body, &dispatch, value, label);
    uint32_t otherwise =
        switching->has_default ? entrance(body, &switching->otherwise) : done;
    vec_push(body->scratch, &dispatch.targets, otherwise);
    build_switch(body->builder, value_temp(body, value), dispatch.cases.items,
                 dispatch.targets.items, dispatch.cases.count, text);
}

void lower_switch(struct body *body, CXCursor statement)
{
    struct builder *builder = body->builder;
    struct place place = builder->place;
    struct frame *mark = body->frames;
    struct cursors children = cursor_children(body->scratch, statement);
    if (children.count < 2)
        return;
    CXCursor subject = children.items[children.count - 2];
    struct switching switching = { .outer = body->switching };
    struct value value = lower_value(body, subject);
    scope_close(body, mark);
    uint32_t front = builder->block;
    uint32_t done = build_block(builder);
    build_enter(builder, build_block(builder));
    frame_push(body, FRAME_BREAK, done);
    struct frame *inside = body->frames;
    body->switching = &switching;
    lower_statement(body, children.items[children.count - 1]);
    body->switching = switching.outer;
    scope_close(body, mark);
    build_jump(builder, done);
    build_enter(builder, front);
    builder->place = place;
    body->frames = inside;
    dispatch_build(body, &switching, value, done,
                   source_text(body->lowering->source, subject));
    body->frames = mark;
    build_enter(builder, done);
}

/* Falls from the code before into a new block. */
static struct label_case label_here(struct body *body)
{
    uint32_t block = build_block(body->builder);
    build_jump(body->builder, block);
    build_enter(body->builder, block);
    return (struct label_case){ .block = block, .frames = body->frames };
}

void lower_case(struct body *body, CXCursor statement)
{
    struct cursors children = cursor_children(body->scratch, statement);
    if (children.count < 2 || !body->switching)
        return;
    struct label_case label = label_here(body);
    constant_evaluate(children.items[0], &label.low);
    label.high = label.low;
    if (children.count > 2)
        constant_evaluate(children.items[1], &label.high);
    vec_push(body->scratch, &body->switching->cases, label);
    lower_statement(body, children.items[children.count - 1]);
}

void lower_default(struct body *body, CXCursor statement)
{
    if (!body->switching)
        return;
    body->switching->otherwise = label_here(body);
    body->switching->has_default = true;
    CXCursor child = cursor_last_child(statement);
    if (!clang_Cursor_isNull(child))
        lower_statement(body, child);
}
