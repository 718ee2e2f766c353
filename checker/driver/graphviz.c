/* graphviz.c - one run of `dot`: graphs go in while pictures come out. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/graphviz.h"

#include "support/arena.h"
#include "support/environment.h"
#include "support/text.h"

#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <uv.h>

enum { MILLISECONDS = 10000 };

struct drawing {
    struct arena *arena;
    struct text answer;
    uv_loop_t loop;
    uv_process_t process;
    uv_pipe_t in;
    uv_pipe_t out;
    uv_timer_t timer;
    uv_write_t write;
    int64_t status;
};

static void on_exit_of(uv_process_t *process, int64_t status, int sign)
{
    struct drawing *drawing = process->data;

    drawing->status = sign ? sign : status;
    uv_timer_stop(&drawing->timer);
    uv_close((uv_handle_t *)process, NULL);
    uv_close((uv_handle_t *)&drawing->timer, NULL);
}

static void on_time(uv_timer_t *timer)
{
    struct drawing *drawing = timer->data;

    uv_process_kill(&drawing->process, SIGKILL);
}

static void give_room(uv_handle_t *handle, size_t wanted, uv_buf_t *buffer)
{
    struct drawing *drawing = handle->data;

    *buffer = uv_buf_init(arena_array(drawing->arena, char, wanted),
                          (unsigned)wanted);
}

static void on_read(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer)
{
    struct drawing *drawing = stream->data;

    if (size > 0)
        text_add_n(&drawing->answer, buffer->base, (size_t)size);
    else if (size < 0)
        uv_close((uv_handle_t *)stream, NULL);
}

static void on_written(uv_write_t *write, int status)
{
    (void)status;
    uv_close((uv_handle_t *)write->handle, NULL);
}

static bool spawn(struct drawing *drawing, char *program)
{
    char format[] = "-Tsvg";
    char *arguments[] = { program, format, NULL };
    uv_stdio_container_t stdio[3] = {
        { .flags = UV_CREATE_PIPE | UV_READABLE_PIPE,
          .data.stream = (uv_stream_t *)&drawing->in },
        { .flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
          .data.stream = (uv_stream_t *)&drawing->out },
        { .flags = UV_IGNORE },
    };
    uv_process_options_t options = { .exit_cb = on_exit_of,
                                     .file = program,
                                     .args = arguments,
                                     .stdio_count = 3,
                                     .stdio = stdio };

    return uv_spawn(&drawing->loop, &drawing->process, &options) == 0;
}

/* The program may end before it has read all: that is no reason to end, too. */
static void hear_no_pipes(void)
{
#ifdef SIGPIPE
    signal(SIGPIPE, SIG_IGN);
#endif
}

static void run(struct drawing *drawing, char *program, char *graphs)
{
    uv_buf_t buffer = uv_buf_init(graphs, (unsigned)strlen(graphs));

    drawing->process.data = drawing;
    drawing->out.data = drawing;
    drawing->timer.data = drawing;
    uv_pipe_init(&drawing->loop, &drawing->in, 0);
    uv_pipe_init(&drawing->loop, &drawing->out, 0);
    uv_timer_init(&drawing->loop, &drawing->timer);
    if (spawn(drawing, program)) {
        uv_timer_start(&drawing->timer, on_time, MILLISECONDS, 0);
        uv_read_start((uv_stream_t *)&drawing->out, give_room, on_read);
        uv_write(&drawing->write, (uv_stream_t *)&drawing->in, &buffer, 1,
                 on_written);
    } else {
        uv_close((uv_handle_t *)&drawing->process, NULL);
        uv_close((uv_handle_t *)&drawing->in, NULL);
        uv_close((uv_handle_t *)&drawing->out, NULL);
        uv_close((uv_handle_t *)&drawing->timer, NULL);
    }
    uv_run(&drawing->loop, UV_RUN_DEFAULT);
}

const char *graphviz_draw(struct arena *arena, const char *graphs)
{
    struct drawing *drawing = arena_new(arena, struct drawing);
    const char *named = environment_get(arena, "UNLOADCHECK_DOT");

    if ((named && *named == '\0') || uv_loop_init(&drawing->loop) != 0)
        return NULL;
    drawing->arena = arena;
    drawing->answer = text_make(arena);
    drawing->status = -1;
    hear_no_pipes();
    run(drawing, arena_strdup(arena, named ? named : "dot"),
        arena_strdup(arena, graphs));
    uv_loop_close(&drawing->loop);
    return drawing->status == 0 ? text_str(&drawing->answer) : NULL;
}
