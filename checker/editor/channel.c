/* channel.c - one end of what messages go through. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/channel.h"

bool channel_open(struct channel *channel, uv_loop_t *loop, uv_file file)
{
    uv_handle_type kind = uv_guess_handle(file);

    channel->loop = loop;
    channel->file = kind == UV_FILE ? file : -1;
    if (kind == UV_TTY)
        return uv_tty_init(loop, &channel->tty, file, 0) == 0;
    if (kind == UV_NAMED_PIPE)
        return uv_pipe_init(loop, &channel->pipe, 0) == 0 &&
               uv_pipe_open(&channel->pipe, file) == 0;
    return kind == UV_FILE;
}

void channel_make_pipe(struct channel *channel, uv_loop_t *loop)
{
    channel->loop = loop;
    channel->file = -1;
    uv_pipe_init(loop, &channel->pipe, 0);
}
