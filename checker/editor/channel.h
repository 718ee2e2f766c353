/* channel.h - one end of what messages go through, whatever that is. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_CHANNEL_H
#define UNLOADCHECK_EDITOR_CHANNEL_H

#include <stdbool.h>
#include <uv.h>

struct channel {
    uv_loop_t *loop;
    uv_file file; /* where it is a plain file; else -1, and the handle counts */
    union {
        uv_handle_t handle;
        uv_stream_t stream;
        uv_pipe_t pipe;
        uv_tty_t tty;
    };
};

/* On a file descriptor of this process; false if no messages go through it. */
bool channel_open(struct channel *channel, uv_loop_t *loop, uv_file file);

/* A pipe to or from a process that is about to be started. */
void channel_make_pipe(struct channel *channel, uv_loop_t *loop);

#endif
