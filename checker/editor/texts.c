/* texts.c - what the editor does to texts, and what is shown in them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/messages.h"
#include "editor/session_priv.h"
#include "editor/uri.h"
#include "support/arena.h"

#include <string.h>

/* The path of the text that a message is about; NULL: not of a file. */
static const char *path_of(const struct message *message)
{
    const char *uri = span_string(
        message->arena, span_path(message->parameters, "textDocument.uri"));

    return uri ? uri_path(message->arena, uri) : NULL;
}

static void open_text(struct session *session, const struct message *message)
{
    struct span item = span_member(message->parameters, "textDocument");
    const struct document *document = documents_open(&session->documents, item);

    if (document)
        session_want(session, false);
}

/* All that has a place in the text goes along. */
static void move_along(void *data, const struct document *document,
                       const struct text_edit *edit)
{
    struct session *session = data;
    struct shown *shown = shown_find(&session->shown, document->path);

    if (session->answer)
        answer_shift(session->answer, document->path, edit);
    if (shown)
        shown_shift(shown, edit);
}

static void change_text(struct session *session, const struct message *message)
{
    const char *path = path_of(message);
    struct document *document =
        path ? documents_find(&session->documents, path) : NULL;
    struct span version =
        span_path(message->parameters, "textDocument.version");

    if (!document)
        return;
    document_change(document, span_integer(version, document->version + 1),
                    span_member(message->parameters, "contentChanges"),
                    session->capabilities.encoding, move_along, session);
    if (!session_has_server(session))
        document_forget(document, document->version);
    session_want(session, true);
}

/* The server says that nothing is left to show; if there is none, or it never
 * said anything, it is for us to say. */
static void close_text(struct session *session, const struct message *message)
{
    const char *path = path_of(message);

    if (!path || !documents_find(&session->documents, path))
        return;
    documents_close(&session->documents, path);
    if (session->answer)
        answer_forget(session->answer, path);

    struct shown *shown = shown_get(&session->shown, path, NULL);

    shown_take(shown, (struct span){ "[]", 2 }, 0, NULL);
    session_publish(session, path);
    session_want(session, false);
}

bool session_hear_texts(struct session *session, const struct message *message)
{
    if (message_is(message, "textDocument/didOpen"))
        open_text(session, message);
    else if (message_is(message, "textDocument/didChange"))
        change_text(session, message);
    else if (message_is(message, "textDocument/didClose"))
        close_text(session, message);
    else if (message_is(message, "textDocument/didSave"))
        session_want(session, false);
    else
        return false;
    return true;
}

static const char *ours_in(const struct session *session, struct arena *arena,
                           const char *path)
{
    return messages_notices(arena, session->answer, path,
                            &session->capabilities);
}

static void send_merged(struct session *session, struct arena *arena,
                        struct shown *shown, const char *ours)
{
    const struct document *document =
        documents_find(&session->documents, shown->path);
    bool has_version = document && session->capabilities.knows_versions;
    struct span message =
        shown_message(arena, shown, document ? document->uri : shown->uri, ours,
                      has_version ? &document->version : NULL);

    shown_note(shown, ours);
    session->ports.to_editor(session->ports.data, message);
}

void session_publish(struct session *session, const char *path)
{
    struct arena *scratch = arena_open();
    struct shown *shown = shown_get(&session->shown, path, NULL);
    const char *ours = ours_in(session, scratch, path);

    if (strcmp(ours, shown->ours) != 0)
        send_merged(session, scratch, shown, ours);
    arena_close(scratch);
}

/* The bytes of the server go through where there is nothing to add to them and
 * they are about the text as it is. */
static void merge(struct session *session, const struct message *message,
                  struct shown *shown, const struct document *document,
                  long long version)
{
    const char *ours = ours_in(session, message->arena, shown->path);
    bool is_late = document && version < document->version;

    if (*ours == '\0' && (!is_late || shown_is_plain(shown))) {
        shown_note(shown, ours);
        session->ports.to_editor(session->ports.data, message->body);
        return;
    }
    send_merged(session, message->arena, shown, ours);
}

void session_hear_publication(struct session *session,
                              const struct message *message)
{
    const char *uri =
        span_string(message->arena, span_member(message->parameters, "uri"));
    const char *path = uri ? uri_path(message->arena, uri) : NULL;
    struct span elements = span_member(message->parameters, "diagnostics");

    if (!path || !elements.data || elements.data[0] != '[') {
        session->ports.to_editor(session->ports.data, message->body);
        return;
    }

    struct document *document = documents_find(&session->documents, path);
    struct shown *shown = shown_get(&session->shown, path, uri);
    long long version =
        span_integer(span_member(message->parameters, "version"),
                     document ? document->version : 0);

    shown_take(shown, elements, version, document);
    if (document)
        document_forget(document, version);
    merge(session, message, shown, document, version);
}
