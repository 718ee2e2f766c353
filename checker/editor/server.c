/* server.c - the program that an editor starts.
 *
 * One thread hears and speaks, and never waits for an analysis: what goes
 * through is written at once. A pause of the editor's starts an analysis; what
 * is typed meanwhile stops it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/server.h"

#include "editor/inlet.h"
#include "editor/outlet.h"
#include "support/arena.h"

#include <signal.h>
#include <stdio.h>

enum {
    /* Milliseconds without a change before an analysis: a quarter of what the
     * last one took, in these bounds. */
    SHORTEST_PAUSE = 25,
    LONGEST_PAUSE = 1000,
    PATIENCE = 60000, /* milliseconds for the other server to end */
    STATUS_TROUBLE = 2,
    STATUS_SIGNAL = 128,
};

struct server {
    const struct server_options *options;
    uv_loop_t loop;
    struct inlet from_editor;
    struct outlet to_editor;
    struct inlet from_child;
    struct outlet to_child;
    uv_process_t child;
    uv_timer_t pause;
    uint64_t asked; /* when, by the clock of the loop; 0: it is answered */
    uint64_t took;  /* the last analysis that was answered */
    uv_timer_t patience;
    uv_async_t answered;
    struct session *session;
    struct analyst *analyst;
    int status;
    bool has_child;
    bool child_ended;  /* the process */
    bool child_silent; /* its output */
    bool is_ending;    /* nobody is left to listen to */
};

static void finish(struct server *server)
{
    if (server->is_ending)
        return;
    server->is_ending = true;
    analyst_close(server->analyst);
    inlet_close(&server->from_editor);
    outlet_close(&server->to_editor);
    uv_close((uv_handle_t *)&server->pause, NULL);
    uv_close((uv_handle_t *)&server->patience, NULL);
    uv_close((uv_handle_t *)&server->answered, NULL);
}

/* Analyses. */

static void ask_analyst(uv_timer_t *timer)
{
    struct server *server = timer->data;

    server->asked = uv_now(&server->loop);
    analyst_ask(server->analyst, session_snapshot(server->session));
}

static uint64_t pause_of(const struct server *server)
{
    uint64_t pause = server->took / 4;

    if (pause < SHORTEST_PAUSE)
        return SHORTEST_PAUSE;
    return pause < LONGEST_PAUSE ? pause : LONGEST_PAUSE;
}

static void changed(void *data)
{
    struct server *server = data;

    if (server->is_ending)
        return;
    analyst_stop(server->analyst);
    uv_timer_start(&server->pause, ask_analyst, pause_of(server), 0);
}

static void wake(void *data)
{
    struct server *server = data;

    uv_async_send(&server->answered);
}

/* An answer about other texts is dropped: whatever changed them has asked for
 * another one. */
static void take_answer(uv_async_t *async)
{
    struct server *server = async->data;
    struct answer *answer = analyst_take(server->analyst);

    if (answer && server->asked != 0) /* what comes behind it is no measure */
        server->took = uv_now(&server->loop) - server->asked;
    server->asked = answer ? 0 : server->asked;
    if (answer)
        session_answer(server->session, answer);
}

/* Pages. */

static const char *explain(void *data, struct arena *arena, const char *rule)
{
    const struct server_options *options = ((struct server *)data)->options;

    return options->explain(options->data, arena, rule);
}

static const char *write_page(void *data, struct arena *arena, const char *name,
                              const char *text)
{
    const struct server_options *options = ((struct server *)data)->options;

    return options->write_page(options->data, arena, name, text);
}

/* The editor. */

static void send_editor(void *data, struct span body)
{
    struct server *server = data;

    outlet_send(&server->to_editor, body);
}

static void kill_child(uv_timer_t *timer)
{
    struct server *server = timer->data;

    if (!server->child_ended)
        uv_process_kill(&server->child, SIGKILL);
}

/* The other server ends when it has read all, and we with it. */
static void editor_ended(void *data, bool is_broken)
{
    struct server *server = data;

    if (is_broken)
        fputs("unloadcheck: error: the editor sent what is no message of "
              "LSP\n",
              stderr);
    if (!server->has_child) {
        server->status = session_status(server->session);
        finish(server);
        return;
    }
    outlet_close(&server->to_child);
    uv_timer_start(&server->patience, kill_child, PATIENCE, 0);
}

static void hear_editor(void *data, struct span body)
{
    struct server *server = data;

    session_from_editor(server->session, body);
    if (session_has_ended(server->session) && !server->from_editor.has_ended) {
        inlet_close(&server->from_editor);
        editor_ended(server, false);
    }
}

/* The other server. */

static void send_child(void *data, struct span body)
{
    struct server *server = data;

    outlet_send(&server->to_child, body);
}

static void hear_child(void *data, struct span body)
{
    struct server *server = data;

    session_from_server(server->session, body);
}

/* The process is gone, and all it has said was heard. */
static void child_gone(struct server *server)
{
    char how[80];

    if (!server->child_ended || !server->child_silent)
        return;
    if (!server->from_editor.has_ended) {
        snprintf(how, sizeof(how), "clangd has ended with status %d",
                 server->status);
        session_server_died(server->session, how);
    }
    outlet_close(&server->to_child);
    finish(server);
}

static void child_ended(uv_process_t *child, int64_t status, int signal)
{
    struct server *server = child->data;

    server->child_ended = true;
    server->status = signal ? STATUS_SIGNAL + signal : (int)status;
    uv_close((uv_handle_t *)child, NULL);
    child_gone(server);
}

static void child_silent(void *data, bool is_broken)
{
    struct server *server = data;

    if (is_broken)
        fputs("unloadcheck: error: clangd sent what is no message of LSP\n",
              stderr);
    if (is_broken && !server->child_ended)
        uv_process_kill(&server->child, SIGTERM);
    server->child_silent = true;
    child_gone(server);
}

static bool start_process(uv_loop_t *loop, uv_process_t *process,
                          const uv_process_options_t *how)
{
    int error = uv_spawn(loop, process, how);

    if (error != 0)
        fprintf(stderr, "unloadcheck: error: cannot start '%s': %s\n",
                how->file, uv_strerror(error));
    return error == 0;
}

static bool start_child(struct server *server)
{
    uv_stdio_container_t channels[3] = {
        { .flags = UV_CREATE_PIPE | UV_READABLE_PIPE,
          .data.stream = &server->to_child.channel.stream },
        { .flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
          .data.stream = &server->from_child.channel.stream },
        { .flags = UV_INHERIT_FD, .data.fd = 2 },
    };
    uv_process_options_t how = {
        .exit_cb = child_ended,
        .file = server->options->command[0],
        .args = server->options->command,
        .stdio = channels,
        .stdio_count = 3,
    };

    channel_make_pipe(&server->to_child.channel, &server->loop);
    channel_make_pipe(&server->from_child.channel, &server->loop);
    server->from_child.heard = hear_child;
    server->from_child.ended = child_silent;
    server->from_child.data = server;
    server->child.data = server;
    if (!start_process(&server->loop, &server->child, &how))
        return false;
    inlet_start(&server->from_child);
    return true;
}

/* From start to end. */

static bool open_editor(struct server *server)
{
    server->from_editor.heard = hear_editor;
    server->from_editor.ended = editor_ended;
    server->from_editor.data = server;
    if (channel_open(&server->to_editor.channel, &server->loop, 1) &&
        channel_open(&server->from_editor.channel, &server->loop, 0))
        return true;
    fputs("unloadcheck: error: an editor's messages are expected on the "
          "standard input\n",
          stderr);
    return false;
}

static void open_session(struct server *server)
{
    struct session_ports ports = {
        .data = server,
        .to_editor = send_editor,
        .to_server = server->has_child ? send_child : NULL,
        .changed = changed,
        .explain = explain,
        .write_page = write_page,
    };

    server->session = session_open(&ports, server->options->version);
}

static void open_timers(struct server *server)
{
    uv_timer_init(&server->loop, &server->pause);
    uv_timer_init(&server->loop, &server->patience);
    uv_async_init(&server->loop, &server->answered, take_answer);
    server->pause.data = server;
    server->patience.data = server;
    server->answered.data = server;
}

static bool start(struct server *server)
{
    const struct server_options *options = server->options;

    if (!open_editor(server))
        return false;
    server->has_child = options->command != NULL;
    if (server->has_child && !start_child(server))
        return false;
    open_timers(server);
    open_session(server);
    server->analyst = analyst_open(options->analyze, options->refine,
                                   options->data, wake, server);
    if (!server->analyst) {
        fputs("unloadcheck: error: no thread can be started\n", stderr);
        return false;
    }
    inlet_start(&server->from_editor);
    return true;
}

static void close_handle(uv_handle_t *handle, void *data)
{
    (void)data;
    if (!uv_is_closing(handle))
        uv_close(handle, NULL);
}

/* Whatever is open still, when it did not come to a session. */
static void close_rest(struct server *server)
{
    uv_walk(&server->loop, close_handle, NULL);
    uv_run(&server->loop, UV_RUN_DEFAULT);
    uv_loop_close(&server->loop);
    if (server->from_editor.arena)
        inlet_release(&server->from_editor);
    if (server->from_child.arena)
        inlet_release(&server->from_child);
    if (server->session)
        session_close(server->session);
}

int server_run(const struct server_options *options)
{
    struct arena *arena = arena_open();
    struct server *server = arena_new(arena, struct server);
    int status = STATUS_TROUBLE;

#if defined(SIGPIPE)
    signal(SIGPIPE, SIG_IGN); /* who is gone is known from what is written */
#endif
    server->options = options;
    uv_loop_init(&server->loop);
    if (start(server)) {
        uv_run(&server->loop, UV_RUN_DEFAULT);
        status = server->status;
    }
    close_rest(server);
    arena_close(arena);
    return status;
}

static void plain_ended(uv_process_t *child, int64_t status, int signal)
{
    *(int *)child->data = signal ? STATUS_SIGNAL + signal : (int)status;
    uv_close((uv_handle_t *)child, NULL);
}

int server_run_plain(char **command)
{
    uv_stdio_container_t channels[3] = {
        { .flags = UV_INHERIT_FD, .data.fd = 0 },
        { .flags = UV_INHERIT_FD, .data.fd = 1 },
        { .flags = UV_INHERIT_FD, .data.fd = 2 },
    };
    uv_process_options_t how = {
        .exit_cb = plain_ended,
        .file = command[0],
        .args = command,
        .stdio = channels,
        .stdio_count = 3,
    };
    int status = STATUS_TROUBLE;
    uv_process_t child = { .data = &status };
    uv_loop_t loop;

    uv_loop_init(&loop);
    start_process(&loop, &child, &how);
    uv_run(&loop, UV_RUN_DEFAULT);
    uv_loop_close(&loop);
    return status;
}
