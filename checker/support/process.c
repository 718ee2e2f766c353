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

static void open_pipes(struct child *child)
{
    child->stdio[0].flags = UV_IGNORE;
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

bool process_run(const char *const *words, const char *const *variables,
                 struct text *out, struct text *trouble, int *status)
{
    struct arena *scratch = arena_open();
    struct child *child = arena_new(scratch, struct child);

    uv_loop_init(&child->loop);
    child->readings[1].out = out;
    child->readings[2].out = trouble;
    open_pipes(child);

    int error =
        spawn(child, writable(scratch, words), environment(scratch, variables));

    if (error != 0) {
        text_addf(trouble, "'%s' cannot be run: %s", words[0],
                  uv_strerror(error));
        uv_close((uv_handle_t *)&child->process, NULL);
    }
    for (int i = 1; i < STREAMS; i++) {
        uv_pipe_t *pipe = &child->readings[i].pipe;
        if (error != 0)
            uv_close((uv_handle_t *)pipe, NULL);
        else
            uv_read_start((uv_stream_t *)pipe, on_space, on_read);
    }
    uv_run(&child->loop, UV_RUN_DEFAULT);
    uv_loop_close(&child->loop);
    *status = (int)child->status;

    bool is_done = error == 0 && child->signal == 0;

    arena_close(scratch);
    return is_done;
}
