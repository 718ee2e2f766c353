/* session.c - who gets which message. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/session.h"

#include "editor/messages.h"
#include "editor/session_priv.h"
#include "editor/uri.h"
#include "support/arena.h"
#include "support/text.h"

#include <stdarg.h>
#include <string.h>

/* Our requests to the editor have ids that no server makes. */
#define OWN_IDS "\"unloadcheck:"

/* Codes of JSON-RPC and LSP. */
enum {
    METHOD_NOT_FOUND = -32601,
    INTERNAL_ERROR = -32603,
    PARSE_ERROR = -32700,
    INVALID_REQUEST = -32600,
};

struct session *session_open(const struct session_ports *ports,
                             const char *version)
{
    struct arena *arena = arena_open();
    struct session *session = arena_new(arena, struct session);

    session->arena = arena;
    session->ports = *ports;
    session->version = version;
    documents_init(&session->documents, arena);
    shown_init(&session->shown, arena);
    pendings_init(&session->pendings, arena);
    pendings_init(&session->waiting, arena);
    return session;
}

void session_close(struct session *session)
{
    documents_release(&session->documents);
    shown_release(&session->shown);
    pendings_release(&session->pendings);
    pendings_release(&session->waiting);
    answer_close(session->answer);
    arena_close(session->arena);
}

bool message_is(const struct message *message, const char *method)
{
    return message->method && strcmp(message->method, method) == 0;
}

bool session_has_server(const struct session *session)
{
    return session->ports.to_server != NULL;
}

void session_want(struct session *session, bool is_typing)
{
    session->is_typing &= is_typing;
    session->number++;
    session->ports.changed(session->ports.data);
}

void session_pass(struct session *session, struct span body)
{
    if (session_has_server(session))
        session->ports.to_server(session->ports.data, body);
}

static void to_editor(struct session *session, struct span body)
{
    session->ports.to_editor(session->ports.data, body);
}

void session_send(struct session *session, struct arena *arena,
                  const char *format, ...)
{
    struct text out = text_make(arena);
    va_list arguments;

    text_add(&out, "{\"jsonrpc\":\"2.0\",");
    va_start(arguments, format);
    text_vaddf(&out, format, arguments);
    va_end(arguments);
    text_add_char(&out, '}');
    to_editor(session, (struct span){ text_str(&out), out.length });
}

void session_reply(struct session *session, const struct message *message,
                   const char *result)
{
    session_send(session, message->arena, "\"id\":%.*s,\"result\":%s",
                 (int)message->id.size, message->id.data, result);
}

void session_refuse(struct session *session, const struct message *message,
                    int code, const char *why)
{
    struct span id = message->id;

    if (!id.data)
        id = (struct span){ "null", 4 };
    session_send(session, message->arena,
                 "\"id\":%.*s,\"error\":{\"code\":%d,\"message\":%s}",
                 (int)id.size, id.data, code,
                 messages_string(message->arena, why));
}

/* Folders. */

static void add_folder(struct session *session, struct span uri)
{
    const char *name = span_string(session->arena, uri);
    const char *path = name ? uri_path(session->arena, name) : NULL;

    if (path)
        vec_push(session->arena, &session->folders, path);
}

static void remove_folder(struct session *session, struct span uri)
{
    struct arena *scratch = arena_open();
    const char *name = span_string(scratch, uri);
    const char *path = name ? uri_path(scratch, name) : NULL;
    size_t kept = 0;

    for (size_t i = 0; i < session->folders.count; i++)
        if (!path || strcmp(session->folders.items[i], path) != 0)
            session->folders.items[kept++] = session->folders.items[i];
    session->folders.count = kept;
    arena_close(scratch);
}

static void each_folder(struct session *session, struct span folders,
                        void (*deed)(struct session *session, struct span uri))
{
    struct span one;
    size_t at = 0;

    while ((one = span_element(folders, &at)).data)
        deed(session, span_member(one, "uri"));
}

static void change_folders(struct session *session, struct span parameters)
{
    each_folder(session, span_path(parameters, "event.removed"), remove_folder);
    each_folder(session, span_path(parameters, "event.added"), add_folder);
    session_want(session, false);
}

/* The life of the session. */

static void take_options(struct session *session, struct span options)
{
    struct span flags = span_member(options, "fallbackFlags");
    struct span one;
    size_t at = 0;

    session->database = span_string(
        session->arena, span_member(options, "compilationDatabasePath"));
    while ((one = span_element(flags, &at)).data) {
        const char *flag = span_string(session->arena, one);
        if (flag)
            vec_push(session->arena, &session->fallback, flag);
    }
}

static void hear_initialize(struct session *session,
                            const struct message *message)
{
    struct span parameters = message->parameters;
    struct span folders = span_member(parameters, "workspaceFolders");

    capabilities_of_editor(&session->capabilities, parameters);
    take_options(session, span_member(parameters, "initializationOptions"));
    each_folder(session, folders, add_folder);
    if (session->folders.count == 0)
        add_folder(session, span_member(parameters, "rootUri"));
    if (!session_has_server(session))
        session_reply(session, message,
                      capabilities_own(message->arena, &session->capabilities,
                                       session->version));
}

static void hear_shutdown(struct session *session,
                          const struct message *message)
{
    session->is_shut_down = true;
    if (!session_has_server(session))
        session_reply(session, message, "null");
}

/* True: there is nothing more to do with it. */
static bool hear_life(struct session *session, const struct message *message)
{
    if (message_is(message, "initialize") && message->id.data)
        hear_initialize(session, message);
    else if (message_is(message, "shutdown") && message->id.data)
        hear_shutdown(session, message);
    else if (message_is(message, "exit"))
        session->has_ended = true;
    else if (message_is(message, "workspace/didChangeWorkspaceFolders"))
        change_folders(session, message->parameters);
    else if (message_is(message, "workspace/didChangeWatchedFiles"))
        session_want(session, false);
    else
        return false;
    return true;
}

static struct message message_of(struct arena *arena, struct span body)
{
    return (struct message){
        .arena = arena,
        .body = body,
        .method = span_string(arena, span_member(body, "method")),
        .id = span_member(body, "id"),
        .parameters = span_member(body, "params"),
    };
}

static bool is_own_id(struct span id)
{
    size_t length = strlen(OWN_IDS);

    return id.size > length && memcmp(id.data, OWN_IDS, length) == 0;
}

static enum pending_kind kind_of(const struct message *message)
{
    return message_is(message, "initialize") ? PENDING_INITIALIZE
                                             : PENDING_PLAIN;
}

/* With no server behind us, what is asked and unknown must be refused. */
static void refuse_unknown(struct session *session,
                           const struct message *message)
{
    if (!message->method && message->body.size != 0 &&
        message->body.data[0] != '{')
        session_refuse(session, message, PARSE_ERROR, "this is no message");
    else if (!message->method && !span_member(message->body, "result").data &&
             !span_member(message->body, "error").data)
        session_refuse(session, message, INVALID_REQUEST, "this is no request");
    else if (message->method && message->id.data)
        session_refuse(session, message, METHOD_NOT_FOUND,
                       "unloadcheck does not know this method");
}

void session_from_editor(struct session *session, struct span body)
{
    struct message message = message_of(arena_open(), body);
    bool is_request = message.method && message.id.data;

    if (!message.method && is_own_id(message.id)) {
        arena_close(message.arena);
        return;
    }
    if (!is_request || !session_hear_request(session, &message)) {
        if (is_request && session_has_server(session))
            pendings_add(&session->pendings, message.id, kind_of(&message),
                         NULL);
        session_pass(session, body);
        if (!hear_life(session, &message) &&
            !session_hear_texts(session, &message) &&
            !session_has_server(session))
            refuse_unknown(session, &message);
    }
    arena_close(message.arena);
}

void session_from_server(struct session *session, struct span body)
{
    struct message message = message_of(arena_open(), body);

    if (message_is(&message, "textDocument/publishDiagnostics"))
        session_hear_publication(session, &message);
    else if (!message.method && message.id.data)
        session_hear_response(session, &message);
    else
        to_editor(session, body);
    arena_close(message.arena);
}

void session_server_died(struct session *session, const char *how)
{
    struct arena *scratch = arena_open();
    const char *text = messages_string(scratch, how);

    vec_each (struct pending *, pending, &session->pendings.items)
        session_send(session, scratch,
                     "\"id\":%.*s,\"error\":{\"code\":%d,\"message\":%s}",
                     (int)(*pending)->id.size, (*pending)->id.data,
                     INTERNAL_ERROR, text);
    session_send(session, scratch,
                 "\"method\":\"window/showMessage\",\"params\":{\"type\":1,"
                 "\"message\":%s}",
                 text);
    pendings_release(&session->pendings);
    arena_close(scratch);
}

bool session_has_ended(const struct session *session)
{
    return session->has_ended;
}

int session_status(const struct session *session)
{
    return session->has_ended && session->is_shut_down ? 0 : 1;
}

/* Analyses. */

static void copy_words(struct arena *arena, struct words *to,
                       const struct words *from)
{
    vec_each (const char *, word, from)
        vec_push(arena, to, arena_strdup(arena, *word));
}

struct snapshot *session_snapshot(struct session *session)
{
    struct arena *arena = arena_open();
    struct snapshot *snapshot = arena_new(arena, struct snapshot);

    snapshot->arena = arena;
    snapshot->is_typing = session->is_typing;
    snapshot->number = session->number;
    session->is_typing = true;
    snapshot->encoding = session->capabilities.encoding;
    copy_words(arena, &snapshot->folders, &session->folders);
    copy_words(arena, &snapshot->fallback, &session->fallback);
    if (session->database)
        snapshot->database = arena_strdup(arena, session->database);
    vec_each (struct document *, document, &session->documents.open) {
        const struct document *from = *document;
        struct buffer buffer = { arena_strdup(arena, from->path),
                                 from->version,
                                 { NULL, from->text.size } };
        buffer.text.data = arena_copy(arena, from->text.data, from->text.size);
        vec_push(arena, &snapshot->buffers, buffer);
    }
    return snapshot;
}

/* Of the texts: what else has changed leaves it as good as the last one. */
static bool is_of_now(const struct session *session,
                      const struct answer *answer)
{
    if (answer->seen.count != session->documents.open.count)
        return false;
    vec_each (const struct seen, seen, &answer->seen) {
        const struct document *document =
            documents_find(&session->documents, seen->path);
        if (!document || document->version != seen->version)
            return false;
    }
    return true;
}

static void publish_all(struct session *session, const struct answer *answer)
{
    if (answer)
        vec_each (const struct notice, notice, &answer->notices)
            session_publish(session, notice->spot.path);
}

static void renew(struct session *session, const char *what)
{
    struct arena *scratch = arena_open();

    session_send(session, scratch,
                 "\"id\":" OWN_IDS "%u\",\"method\":\"workspace/%s/refresh\"",
                 ++session->own_requests, what);
    arena_close(scratch);
}

/* Whether an editor would show the same for both. */
static bool are_same(const struct labels *a, const struct labels *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->items[i].title, b->items[i].title) != 0 ||
            strcmp(a->items[i].spot.path, b->items[i].spot.path) != 0 ||
            memcmp(&a->items[i].spot.range, &b->items[i].spot.range,
                   sizeof(struct text_range)) != 0)
            return false;
    return true;
}

static bool is_settled(const struct session *session)
{
    if (!session->answer)
        return session->number == 0;
    return session->answer->is_final &&
           session->answer->number == session->number;
}

static void tell_settled(struct session *session)
{
    struct arena *scratch = arena_open();

    if (is_settled(session)) {
        vec_each (struct pending *, waiting, &session->waiting.items)
            session_send(session, scratch, "\"id\":%.*s,\"result\":null",
                         (int)(*waiting)->id.size, (*waiting)->id.data);
        pendings_release(&session->waiting);
    }
    arena_close(scratch);
}

void session_wait(struct session *session, const struct message *message)
{
    pendings_add(&session->waiting, message->id, PENDING_PLAIN, NULL);
    tell_settled(session);
}

bool session_answer(struct session *session, struct answer *answer)
{
    static const struct labels none;
    struct answer *before = session->answer;

    if (answer->is_torn)
        session_want(session, false);
    if (answer->is_torn || !is_of_now(session, answer)) {
        answer_close(answer);
        return false;
    }
    session->answer = answer;
    publish_all(session, before);
    publish_all(session, answer);
    if (session->capabilities.renews_lenses &&
        !are_same(before ? &before->routines : &none, &answer->routines))
        renew(session, "codeLens");
    if (session->capabilities.renews_hints &&
        !are_same(before ? &before->results : &none, &answer->results))
        renew(session, "inlayHint");
    answer_close(before);
    tell_settled(session);
    return true;
}
