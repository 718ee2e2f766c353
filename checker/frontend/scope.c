/* scope.c - leaves blocks in all the ways there are.
 *
 * Method: a jump runs the clean-ups between it and its target in line. The way
 * of an exception is shared: every frame has at most one block where its part
 * of that way starts, made when the first call needs it, so a function with n
 * calls and m frames gets n + m blocks for it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/scope.h"

#include "frontend/lower.h"

#define NO_BLOCK UINT32_MAX

static bool catches(const struct frame *frame)
{
    return frame->kind == FRAME_HANDLER ||
           (frame->kind == FRAME_CLEANUP && frame->runs_on_raise);
}

static struct frame *push(struct body *body, struct frame made)
{
    struct frame *frame = arena_copy(body->scratch, &made, sizeof(made));
    frame->outer = body->frames;
    frame->depth = frame->outer ? frame->outer->depth + 1 : 1;
    frame->raise_block = NO_BLOCK;
    frame->is_guarded =
        catches(frame) || (frame->outer && frame->outer->is_guarded);
    body->frames = frame;
    return frame;
}

struct frame *frame_push(struct body *body, enum frame_kind kind,
                         uint32_t target)
{
    return push(body, (struct frame){ .kind = kind, .target = target });
}

void frame_push_storage(struct body *body, struct variable *variable)
{
    push(body, (struct frame){ .kind = FRAME_STORAGE, .variable = variable });
}

void frame_push_cleanup(struct body *body, cleanup_run *run, void *data,
                        bool runs_on_raise)
{
    push(body, (struct frame){ .kind = FRAME_CLEANUP,
                               .run = run,
                               .data = data,
                               .runs_on_raise = runs_on_raise });
}

/* The frame's own part of leaving it; its outer frames are the open ones. */
static void leave_frame(struct body *body, const struct frame *frame,
                        enum way_out way)
{
    body->frames = frame->outer;
    if (frame->kind == FRAME_STORAGE)
        build_dead(body->builder, frame->variable);
    else if (frame->kind == FRAME_CLEANUP)
        frame->run(body, frame->data, way);
}

void scope_close(struct body *body, struct frame *mark)
{
    while (body->frames != mark) {
        const struct frame *frame = body->frames;
        body->frames = frame->outer;
        if (!build_has_ended(body->builder))
            leave_frame(body, frame, WAY_END);
    }
}

void scope_unwind(struct body *body, struct frame *mark)
{
    struct frame *open = body->frames;
    for (const struct frame *frame = open; frame != mark; frame = frame->outer)
        if (!build_has_ended(body->builder))
            leave_frame(body, frame, WAY_JUMP);
    body->frames = open;
}

static struct frame *innermost(struct body *body, enum frame_kind kind)
{
    struct frame *frame = body->frames;
    while (frame && frame->kind != kind)
        frame = frame->outer;
    return frame;
}

/* __leave is an ordinary end of its block: what is inside is left by a jump,
 * but the block's own __finally is outside of the frame and sees its end. */
bool scope_jump(struct body *body, enum frame_kind kind)
{
    struct frame *frame = innermost(body, kind);
    if (!frame)
        return false;
    scope_unwind(body, frame);
    build_jump(body->builder, frame->target);
    return true;
}

static struct frame *common(struct frame *a, struct frame *b)
{
    while (a != b) {
        if (!b || (a && a->depth >= b->depth))
            a = a->outer;
        else
            b = b->outer;
    }
    return a;
}

void scope_move(struct body *body, struct frame *frames)
{
    struct frame *shared = common(body->frames, frames);
    scope_unwind(body, shared);
    for (struct frame *frame = frames; frame != shared; frame = frame->outer)
        if (frame->kind == FRAME_STORAGE)
            build_live(body->builder, frame->variable);
}

static uint32_t raise_block(struct body *body, struct frame *frame);

/* Ends the current block with the rest of the way, from `frame` outward. */
static void raise_from(struct body *body, struct frame *frame)
{
    while (frame && !catches(frame)) {
        if (frame->kind == FRAME_STORAGE)
            build_dead(body->builder, frame->variable);
        frame = frame->outer;
    }
    if (frame)
        build_jump(body->builder, raise_block(body, frame));
    else
        build_raise(body->builder);
}

/* Where an exception goes that is raised with `frame` innermost. */
static uint32_t raise_block(struct body *body, struct frame *frame)
{
    if (frame->kind == FRAME_HANDLER)
        return frame->target;
    if (frame->raise_block != NO_BLOCK)
        return frame->raise_block;
    uint32_t current = body->builder->block;
    struct frame *open = body->frames;
    frame->raise_block = build_block(body->builder);
    build_enter(body->builder, frame->raise_block);
    struct frame *rest = frame;
    if (catches(frame)) {
        leave_frame(body, frame, WAY_RAISE);
        rest = frame->outer;
    }
    if (!build_has_ended(body->builder))
        raise_from(body, rest);
    body->frames = open;
    build_enter(body->builder, current);
    return frame->raise_block;
}

void scope_raise(struct body *body)
{
    raise_from(body, body->frames);
}

void before_access(struct body *body, struct value address)
{
    struct builder *builder = body->builder;
    const struct frame *frame = body->frames;
    while (frame && frame->kind != FRAME_HANDLER)
        frame = frame->outer;
    if (!frame || address.is_constant || address.type.kind != TYPE_POINTER)
        return;
    uint32_t faults = build_faults(builder, value_temp(body, address));
    uint32_t next = build_block(builder);
    build_branch(builder, faults, raise_block(body, body->frames), next, NULL);
    build_enter(builder, next);
}

void after_call(struct body *body)
{
    struct builder *builder = body->builder;
    if (!body->frames || !body->frames->is_guarded)
        return;
    uint32_t raised = build_raised(builder);
    uint32_t next = build_block(builder);
    build_branch(builder, raised, raise_block(body, body->frames), next, NULL);
    build_enter(builder, next);
}
