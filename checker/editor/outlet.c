/* outlet.c - where messages are written to. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/outlet.h"

#include "editor/frames.h"
#include "support/arena.h"

/* A message on its way; in its own arena. */
struct sending {
    struct arena *arena;
    uv_write_t request;
    struct outlet *outlet;
    struct text bytes;
};

static void closed(uv_handle_t *handle)
{
    struct outlet *outlet = handle->data;

    outlet->is_closed = true;
}

static void close_now(struct outlet *outlet)
{
    if (outlet->is_closed || outlet->unwritten != 0)
        return;
    if (outlet->channel.file >= 0) {
        outlet->is_closed = true;
        return;
    }
    outlet->channel.handle.data = outlet;
    if (!uv_is_closing(&outlet->channel.handle))
        uv_close(&outlet->channel.handle, closed);
}

static void written(uv_write_t *request, int status)
{
    struct sending *sending = request->data;
    struct outlet *outlet = sending->outlet;

    outlet->unwritten--;
    outlet->is_broken |= status < 0;
    arena_close(sending->arena);
    if (outlet->is_closing)
        close_now(outlet);
}

static void write_file(struct outlet *outlet, const struct text *bytes)
{
    size_t done = 0;

    while (done < bytes->length && !outlet->is_broken) {
        uv_buf_t buffer =
            uv_buf_init(bytes->data + done, (unsigned)(bytes->length - done));
        uv_fs_t request;
        int count = uv_fs_write(NULL, &request, outlet->channel.file, &buffer,
                                1, -1, NULL);
        uv_fs_req_cleanup(&request);
        outlet->is_broken = count <= 0;
        done += count > 0 ? (size_t)count : 0;
    }
}

void outlet_send(struct outlet *outlet, struct span body)
{
    struct arena *arena;
    struct sending *sending;
    uv_buf_t buffer;

    if (outlet->is_broken || outlet->is_closing)
        return;
    arena = arena_open();
    sending = arena_new(arena, struct sending);
    *sending = (struct sending){ .arena = arena, .outlet = outlet };
    sending->bytes = text_make(arena);
    frames_write(&sending->bytes, body);
    if (outlet->channel.file >= 0) {
        write_file(outlet, &sending->bytes);
        arena_close(arena);
        return;
    }
    buffer = uv_buf_init(sending->bytes.data, (unsigned)sending->bytes.length);
    sending->request.data = sending;
    outlet->unwritten++;
    if (uv_write(&sending->request, &outlet->channel.stream, &buffer, 1,
                 written) != 0) {
        outlet->unwritten--;
        outlet->is_broken = true;
        arena_close(arena);
    }
}

void outlet_close(struct outlet *outlet)
{
    outlet->is_closing = true;
    close_now(outlet);
}
