/* inlet.c - where messages are read from. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/inlet.h"

#include "support/arena.h"

static void end(struct inlet *inlet, bool is_broken)
{
    if (inlet->has_ended)
        return;
    inlet_close(inlet);
    inlet->ended(inlet->data, is_broken);
}

static void hear(struct inlet *inlet, size_t size)
{
    enum frames_state state = FRAMES_MORE;
    struct span body;

    frames_add(&inlet->frames, inlet->bytes, size);
    while (!inlet->has_ended &&
           (state = frames_next(&inlet->frames, &body)) == FRAMES_MESSAGE)
        inlet->heard(inlet->data, body);
    if (state == FRAMES_BROKEN)
        end(inlet, true);
}

static void give_room(uv_handle_t *handle, size_t size, uv_buf_t *buffer)
{
    struct inlet *inlet = handle->data;

    (void)size;
    *buffer = uv_buf_init(inlet->bytes, sizeof(inlet->bytes));
}

static void arrived(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer)
{
    struct inlet *inlet = stream->data;

    (void)buffer;
    if (size > 0)
        hear(inlet, (size_t)size);
    else if (size < 0)
        end(inlet, false);
}

static void read_file(struct inlet *inlet);

static void was_read(uv_fs_t *request)
{
    struct inlet *inlet = request->data;
    ssize_t size = request->result;

    uv_fs_req_cleanup(request);
    if (inlet->has_ended)
        return;
    if (size <= 0) {
        end(inlet, false);
        return;
    }
    hear(inlet, (size_t)size);
    if (!inlet->has_ended)
        read_file(inlet);
}

static void read_file(struct inlet *inlet)
{
    uv_buf_t buffer = uv_buf_init(inlet->bytes, sizeof(inlet->bytes));

    inlet->request.data = inlet;
    uv_fs_read(inlet->channel.loop, &inlet->request, inlet->channel.file,
               &buffer, 1, -1, was_read);
}

void inlet_start(struct inlet *inlet)
{
    inlet->arena = arena_open();
    inlet->frames = frames_make(inlet->arena);
    if (inlet->channel.file >= 0) {
        read_file(inlet);
        return;
    }
    inlet->channel.handle.data = inlet;
    uv_read_start(&inlet->channel.stream, give_room, arrived);
}

void inlet_close(struct inlet *inlet)
{
    if (inlet->has_ended)
        return;
    inlet->has_ended = true;
    if (inlet->channel.file < 0 && !uv_is_closing(&inlet->channel.handle))
        uv_close(&inlet->channel.handle, NULL);
}

void inlet_release(struct inlet *inlet)
{
    arena_close(inlet->arena);
}
