/* process.c - libuv's processes, with a loop of its own for each.
 *
 * Both streams of the child are read at the same time: a child that fills one
 * while the other is waited for would never end.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/process.h"

#include "support/arena.h"
#include "support/text.h"
#include "support/words.h"

#include <signal.h>
#include <string.h>
#include <uv.h>

enum { STREAMS = 3, PIECE = 65536 };

/* A stream that is read, and where it goes. */
struct reading {
    uv_pipe_t pipe;
    struct text *out;
    char piece[PIECE];
};

struct child {
    uv_loop_t loop;
    uv_process_t process;
    uv_timer_t timer;
    uv_pipe_t input;
    uv_write_t write;
    struct reading readings[STREAMS]; /* by number of the stream; 0 is none */
    uv_stdio_container_t stdio[STREAMS];
    int64_t status;
    int signal;
};

static void on_exit(uv_process_t *process, int64_t status, int signal)
{
    struct child *child = process->data;

    child->status = status;
    child->signal = signal;
    uv_close((uv_handle_t *)process, NULL);
    uv_close((uv_handle_t *)&child->timer, NULL);
}

static void on_time(uv_timer_t *timer)
{
    struct child *child = timer->data;

    uv_process_kill(&child->process, SIGKILL);
}

static void on_written(uv_write_t *write, int status)
{
    (void)status; /* it may end before it has read all */
    uv_close((uv_handle_t *)write->handle, NULL);
}

static void on_space(uv_handle_t *pipe, size_t wanted, uv_buf_t *buffer)
{
    struct reading *reading = pipe->data;

    (void)wanted;
    *buffer = uv_buf_init(reading->piece, PIECE);
}

static void on_read(uv_stream_t *pipe, ssize_t size, const uv_buf_t *buffer)
{
    struct reading *reading = pipe->data;

    if (size > 0)
        text_add_n(reading->out, buffer->base, (size_t)size);
    else if (size < 0)
        uv_close((uv_handle_t *)pipe, NULL);
}

static void open_pipes(struct child *child, const struct text *input)
{
    child->stdio[0].flags = UV_IGNORE;
    uv_pipe_init(&child->loop, &child->input, 0);
    if (input) {
        child->stdio[0].flags = UV_CREATE_PIPE | UV_READABLE_PIPE;
        child->stdio[0].data.stream = (uv_stream_t *)&child->input;
    }
    for (int i = 1; i < STREAMS; i++) {
        struct reading *reading = &child->readings[i];
        uv_pipe_init(&child->loop, &reading->pipe, 0);
        reading->pipe.data = reading;
        child->stdio[i].flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE;
        child->stdio[i].data.stream = (uv_stream_t *)&reading->pipe;
    }
}

/* libuv does not write to them, but wants them as if it did. */
static char **writable(struct arena *arena, const char *const *words)
{
    struct vec_of(char *) copies = { 0 };

    for (; *words; words++)
        vec_push(arena, &copies, arena_strdup(arena, *words));
    vec_push(arena, &copies, NULL);
    return copies.items;
}

static bool is_same_name(const char *a, const char *b)
{
    size_t length = strcspn(a, "=");

    return length == strcspn(b, "=") && strncmp(a, b, length) == 0;
}

static bool is_named(const char *const *variables, const char *variable)
{
    for (; *variables; variables++)
        if (is_same_name(*variables, variable))
            return true;
    return false;
}

/* NULL: it is ours. */
static char **environment(struct arena *arena, const char *const *variables)
{
    struct words all = { 0 };
    uv_env_item_t *items;
    int count = 0;

    if (!variables || uv_os_environ(&items, &count) != 0)
        return NULL;
    for (int i = 0; i < count; i++) {
        const char *one =
            arena_format(arena, "%s=%s", items[i].name, items[i].value);
        if (!is_named(variables, one))
            vec_push(arena, &all, one);
    }
    uv_os_free_environ(items, count);
    for (; *variables; variables++)
        vec_push(arena, &all, *variables);
    vec_push(arena, &all, NULL);
    return writable(arena, all.items);
}

static int spawn(struct child *child, char **words, char **variables)
{
    uv_process_options_t options = {
        .exit_cb = on_exit,
        .file = words[0],
        .args = words,
        .env = variables,
        .stdio = child->stdio,
        .stdio_count = STREAMS,
        .flags = UV_PROCESS_WINDOWS_HIDE,
    };

    child->process.data = child;
    return uv_spawn(&child->loop, &child->process, &options);
}

static void feed(struct child *child, const struct text *input)
{
    uv_buf_t bytes;

    if (!input || input->length == 0) {
        uv_close((uv_handle_t *)&child->input, NULL);
        return;
    }
    bytes = uv_buf_init(input->data, (unsigned)input->length);
    uv_write(&child->write, (uv_stream_t *)&child->input, &bytes, 1,
             on_written);
}

static void close_all(struct child *child)
{
    uv_close((uv_handle_t *)&child->process, NULL);
    uv_close((uv_handle_t *)&child->timer, NULL);
    uv_close((uv_handle_t *)&child->input, NULL);
    for (int i = 1; i < STREAMS; i++)
        uv_close((uv_handle_t *)&child->readings[i].pipe, NULL);
}

static void talk(struct child *child, const struct process_call *call)
{
    enum { MILLISECONDS = 1000 };

    child->timer.data = child;
    if (call->seconds != 0)
        uv_timer_start(&child->timer, on_time,
                       (uint64_t)call->seconds * MILLISECONDS, 0);
    for (int i = 1; i < STREAMS; i++)
        uv_read_start((uv_stream_t *)&child->readings[i].pipe, on_space,
                      on_read);
    feed(child, call->input);
}

/* Who writes to a child that has ended must not end, too. */
static void hear_no_pipes(void)
{
#ifdef SIGPIPE
    signal(SIGPIPE, SIG_IGN);
#endif
}

bool process_run(const struct process_call *call, struct text *out,
                 struct text *trouble, int *status)
{
    struct arena *scratch = arena_open();
    struct child *child = arena_new(scratch, struct child);

    if (call->input)
        hear_no_pipes();
    uv_loop_init(&child->loop);
    uv_timer_init(&child->loop, &child->timer);
    child->readings[1].out = out;
    child->readings[2].out = trouble;
    open_pipes(child, call->input);

    int error = spawn(child, writable(scratch, call->words),
                      environment(scratch, call->variables));

    if (error != 0) {
        text_addf(trouble, "'%s' cannot be run: %s", call->words[0],
                  uv_strerror(error));
        close_all(child);
    } else {
        talk(child, call);
    }
    uv_run(&child->loop, UV_RUN_DEFAULT);
    uv_loop_close(&child->loop);
    *status = (int)child->status;

    bool is_done = error == 0 && child->signal == 0;

    arena_close(scratch);
    return is_done;
}
