/* requests.c - what the editor asks at places that we know something of. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/messages.h"
#include "editor/session_priv.h"
#include "editor/uri.h"
#include "support/arena.h"
#include "support/text.h"

#include <string.h>

/* LSP's code for what cannot be done with good reason. */
enum { REQUEST_FAILED = -32803 };

static const char *path_of(const struct message *message)
{
    const char *uri = span_string(
        message->arena, span_path(message->parameters, "textDocument.uri"));

    return uri ? uri_path(message->arena, uri) : NULL;
}

/* Passed on, to be added to when the answer comes; where the server would not
 * answer, answered. */
static void ask(struct session *session, const struct message *message,
                bool is_asked, enum pending_kind kind, const char *ours)
{
    if (is_asked) {
        pendings_add(&session->pendings, message->id,
                     *ours != '\0' ? kind : PENDING_PLAIN, ours);
        session_pass(session, message->body);
        return;
    }
    session_reply(session, message,
                  kind == PENDING_LIST
                      ? arena_format(message->arena, "[%s]", ours)
                      : "null");
}

static void ask_actions(struct session *session, const struct message *message,
                        const char *path)
{
    const struct document *document = documents_find(&session->documents, path);
    struct text_range range;
    const char *ours = "";

    if (text_range_read(span_member(message->parameters, "range"), &range))
        ours = messages_actions(message->arena, session->answer, path, range,
                                span_member(message->parameters, "context"),
                                document ? &document->version : NULL,
                                &session->capabilities);
    ask(session, message, session->capabilities.has_actions, PENDING_LIST,
        ours);
}

static const char *hover_json(const struct session *session,
                              struct arena *arena, const char *text)
{
    return arena_format(arena, "{\"contents\":{\"kind\":\"%s\",\"value\":%s}}",
                        session->capabilities.takes_markdown ? "markdown"
                                                             : "plaintext",
                        messages_string(arena, text));
}

static const char *why_at(struct session *session,
                          const struct message *message, const char *path,
                          struct span position)
{
    struct position at;

    if (!position_read(position, &at))
        return NULL;
    return messages_why(message->arena, session->answer, path, at);
}

static void ask_hover(struct session *session, const struct message *message,
                      const char *path)
{
    const char *why = why_at(session, message, path,
                             span_member(message->parameters, "position"));

    if (session->capabilities.has_hovers || !why)
        ask(session, message, session->capabilities.has_hovers, PENDING_HOVER,
            why ? why : "");
    else
        session_reply(session, message,
                      hover_json(session, message->arena, why));
}

static void ask_hints(struct session *session, const struct message *message,
                      const char *path)
{
    struct text_range range;
    const char *ours = "";

    if (text_range_read(span_member(message->parameters, "range"), &range))
        ours = messages_hints(message->arena, session->answer, path, range);
    ask(session, message, session->capabilities.has_hints, PENDING_LIST, ours);
}

/* Commands. */

/* A page where the editor can show one, else a message. */
static void show(struct session *session, const struct message *message,
                 const char *name, const char *text)
{
    struct arena *arena = message->arena;
    const char *page = NULL;

    if (session->capabilities.shows_documents)
        page =
            session->ports.write_page(session->ports.data, arena, name, text);
    if (page)
        session_send(session, arena,
                     "\"id\":\"unloadcheck:%u\",\"method\":"
                     "\"window/showDocument\",\"params\":{\"uri\":%s,"
                     "\"takeFocus\":true}",
                     ++session->own_requests,
                     messages_string(arena, uri_of(arena, page)));
    else
        session_send(session, arena,
                     "\"method\":\"window/showMessage\",\"params\":{\"type\":3,"
                     "\"message\":%s}",
                     messages_string(arena, text));
    session_reply(session, message, messages_string(arena, text));
}

static void explain(struct session *session, const struct message *message,
                    struct span arguments)
{
    size_t at = 0;
    const char *rule =
        span_string(message->arena, span_element(arguments, &at));
    const char *text = NULL;

    if (rule)
        text =
            session->ports.explain(session->ports.data, message->arena, rule);
    if (text)
        show(session, message, arena_format(message->arena, "%s.txt", rule),
             text);
    else
        session_refuse(session, message, REQUEST_FAILED,
                       "there is no rule of that name");
}

static void tell_why(struct session *session, const struct message *message,
                     struct span arguments)
{
    size_t at = 0;
    const char *uri = span_string(message->arena, span_element(arguments, &at));
    const char *path = uri ? uri_path(message->arena, uri) : NULL;
    const char *text = NULL;

    if (path)
        text = why_at(session, message, path, span_element(arguments, &at));
    if (text)
        show(session, message, "why.md", text);
    else
        session_refuse(session, message, REQUEST_FAILED,
                       "nothing is registered there");
}

static bool run_command(struct session *session, const struct message *message)
{
    const char *command = span_string(
        message->arena, span_member(message->parameters, "command"));
    struct span arguments = span_member(message->parameters, "arguments");

    if (command && strcmp(command, COMMAND_EXPLAIN) == 0)
        explain(session, message, arguments);
    else if (command && strcmp(command, COMMAND_WHY) == 0)
        tell_why(session, message, arguments);
    else if (command && strcmp(command, COMMAND_SETTLE) == 0)
        session_wait(session, message);
    else
        return false;
    return true;
}

bool session_hear_request(struct session *session,
                          const struct message *message)
{
    const char *path;

    if (message_is(message, "workspace/executeCommand"))
        return run_command(session, message);
    path = path_of(message);
    if (!path)
        return false;
    if (message_is(message, "textDocument/codeAction"))
        ask_actions(session, message, path);
    else if (message_is(message, "textDocument/hover"))
        ask_hover(session, message, path);
    else if (message_is(message, "textDocument/inlayHint"))
        ask_hints(session, message, path);
    else if (message_is(message, "textDocument/codeLens"))
        ask(session, message, session->capabilities.has_lenses, PENDING_LIST,
            messages_lenses(message->arena, session->answer, path));
    else
        return false;
    return true;
}

/* Answers of the server. */

/* Its hover is a text, or nothing. Another form of hover stays as it is. */
static struct span add_hover(const struct session *session,
                             const struct message *message, const char *ours)
{
    struct arena *arena = message->arena;
    struct text out = text_make(arena);
    struct span result = span_member(message->body, "result");
    struct span value = span_path(result, "contents.value");
    const char *text = span_string(arena, value);

    if (span_is(result, "null"))
        span_replace(&out, message->body, result,
                     hover_json(session, arena, ours));
    else if (text)
        span_replace(&out, message->body, value,
                     messages_string(
                         arena, arena_format(arena, "%s\n\n%s", ours, text)));
    else
        return message->body;
    return (struct span){ text_str(&out), out.length };
}

static struct span add_list(const struct message *message, const char *ours)
{
    struct text out = text_make(message->arena);
    struct span result = span_member(message->body, "result");

    if (!result.data || (result.data[0] != '[' && !span_is(result, "null")))
        return message->body;
    span_append(&out, message->body, result, ours);
    return (struct span){ text_str(&out), out.length };
}

static struct span add_ours(struct session *session,
                            const struct message *message,
                            const struct pending *pending)
{
    switch (pending->kind) {
    case PENDING_INITIALIZE:
        capabilities_of_server(&session->capabilities,
                               span_member(message->body, "result"));
        return capabilities_add(message->arena, message->body);
    case PENDING_LIST: return add_list(message, pending->ours);
    case PENDING_HOVER: return add_hover(session, message, pending->ours);
    case PENDING_PLAIN: break;
    }
    return message->body;
}

void session_hear_response(struct session *session,
                           const struct message *message)
{
    struct pending *pending = pendings_take(&session->pendings, message->id);
    struct span body = message->body;

    if (pending)
        body = add_ours(session, message, pending);
    session->ports.to_editor(session->ports.data, body);
    if (pending)
        pending_end(pending);
}
