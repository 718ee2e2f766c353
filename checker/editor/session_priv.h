/* session_priv.h - what the parts of a session share. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_SESSION_PRIV_H
#define UNLOADCHECK_EDITOR_SESSION_PRIV_H

#include "editor/answer.h"
#include "editor/capabilities.h"
#include "editor/document.h"
#include "editor/pending.h"
#include "editor/session.h"
#include "editor/shown.h"
#include "support/printf_like.h"

struct session {
    struct arena *arena;
    struct session_ports ports;
    const char *version;
    struct capabilities capabilities;
    struct documents documents;
    struct shown_files shown;
    struct pendings pendings;
    struct answer *answer; /* or NULL */
    struct words folders;  /* that are open; the arena keeps those that were */
    struct words fallback;
    const char *database;
    unsigned own_requests;   /* how many we have sent to the editor */
    struct pendings waiting; /* for the answer about the present state */
    unsigned number;         /* of that state */
    bool is_typing; /* since the last snapshot only texts were changed */
    bool is_shut_down;
    bool has_ended;
};

/* A message that was split into what it is told by. */
struct message {
    struct arena *arena; /* as long as it is dealt with */
    struct span body;
    const char *method; /* NULL: it is a response */
    struct span id;     /* nothing: it is a notification */
    struct span parameters;
};

bool message_is(const struct message *message, const char *method);

bool session_has_server(const struct session *session);
void session_pass(struct session *session, struct span body);

/* A new answer is due; `is_typing`: because a text was changed, in the editor
 * alone. */
void session_want(struct session *session, bool is_typing);

/* Answers when what is shown is about the present state. */
void session_wait(struct session *session, const struct message *message);

/* To the editor, a message that is put together as printf does. */
PRINTF_LIKE(3, 4)
void session_send(struct session *session, struct arena *arena,
                  const char *format, ...);
void session_reply(struct session *session, const struct message *message,
                   const char *result);
void session_refuse(struct session *session, const struct message *message,
                    int code, const char *why);

/* texts.c: what is said of texts. */
bool session_hear_texts(struct session *session, const struct message *message);
void session_hear_publication(struct session *session,
                              const struct message *message);
/* Sends what is known of the file, if ours has changed since it was sent. */
void session_publish(struct session *session, const char *path);

/* requests.c: what is asked. False: it is nothing that we add to. */
bool session_hear_request(struct session *session,
                          const struct message *message);
void session_hear_response(struct session *session,
                           const struct message *message);

#endif
