/* scope.h - what happens on the way out of a block.
 *
 * Every block that is left, by its end, a jump or an exception, ends the
 * storage of its variables and runs its clean-ups: a __finally block, a
 * destructor. The frames that are open at a point of the function form a list,
 * innermost first; a frame never changes once it is pushed, so the list as it
 * was at a `goto` can be kept until the label is known.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_SCOPE_H
#define UNLOADCHECK_FRONTEND_SCOPE_H

#include <stdbool.h>
#include <stdint.h>

struct body;
struct variable;

enum frame_kind {
    FRAME_STORAGE,  /* a variable lives */
    FRAME_CLEANUP,  /* something is to be run */
    FRAME_HANDLER,  /* exceptions go to `target` */
    FRAME_BREAK,    /* `break` goes to `target` */
    FRAME_CONTINUE, /* `continue` does */
    FRAME_LEAVE     /* `__leave` does */
};

enum way_out {
    WAY_END,  /* over the end of the block */
    WAY_JUMP, /* by return, goto, break, continue */
    WAY_RAISE /* by an exception */
};

/* Adds what is to be run at the end of the current block; the frames outside
 * the clean-up's own are the open ones meanwhile. */
typedef void cleanup_run(struct body *body, void *data, enum way_out way);

struct frame {
    struct frame *outer;
    enum frame_kind kind;
    uint32_t depth;
    uint32_t target;
    struct variable *variable;
    cleanup_run *run;
    void *data;
    bool runs_on_raise;
    bool is_guarded;      /* here or outside, an exception does something */
    uint32_t raise_block; /* starts this frame's part of an exception's way */
};

struct frame *frame_push(struct body *body, enum frame_kind kind,
                         uint32_t target);
void frame_push_storage(struct body *body, struct variable *variable);
void frame_push_cleanup(struct body *body, cleanup_run *run, void *data,
                        bool runs_on_raise);

/* Leaves over the end: the frames down to `mark`, exclusive, are closed. */
void scope_close(struct body *body, struct frame *mark);

/* Adds what is due when a jump leaves the frames down to `mark`; they stay
 * open for the code that follows. */
void scope_unwind(struct body *body, struct frame *mark);

/* Leaves to the target of the innermost frame of that kind. False if there is
 * none. */
bool scope_jump(struct body *body, enum frame_kind kind);

/* Goes from the open frames to `frames`, which need not contain them: what is
 * left is unwound, the storage of what is entered begins. */
void scope_move(struct body *body, struct frame *frames);

/* Ends the current block by an exception. */
void scope_raise(struct body *body);

#endif
