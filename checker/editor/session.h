/* session.h - one editor, and the server that it thinks it talks to.
 *
 * What comes from either side goes to the other as the bytes that came, before
 * anything else is done, unless it is one of the few messages that are added
 * to: what the server says it can, what it publishes, and its answers at places
 * that we know something of. Where there is no server behind us, the session
 * is the server.
 *
 * Nothing here waits, starts anything or looks at the disk: whoever owns the
 * session gives it what arrives and takes what is to be sent.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_SESSION_H
#define UNLOADCHECK_EDITOR_SESSION_H

#include "editor/position.h"
#include "editor/span.h"
#include "support/words.h"

struct answer;
struct arena;
struct session;

/* The world around a session. */
struct session_ports {
    void *data; /* the first argument of the others */
    void (*to_editor)(void *data, struct span body);
    void (*to_server)(void *data, struct span body); /* NULL: there is none */
    void (*changed)(void *data); /* a new answer is wanted */
    /* What the rule is about, in `arena`; NULL: there is none of that name. */
    const char *(*explain)(void *data, struct arena *arena, const char *rule);
    /* Writes a text where an editor can open it, as a file of that name; its
     * path in `arena`, NULL if that cannot be done. */
    const char *(*write_page)(void *data, struct arena *arena, const char *name,
                              const char *text);
};

/* A text that is open, for an analysis. */
struct buffer {
    const char *path;
    long long version;
    struct span text;
};

/* All that an analysis needs to know, in an arena of its own. */
struct snapshot {
    struct arena *arena;
    struct vec_of(struct buffer) buffers;
    struct words folders; /* that the editor has open, full paths */
    struct words
        fallback; /* flags, for files that nobody knows how to compile */
    const char *database; /* folder of compile_commands.json, or NULL */
    enum encoding encoding;
    bool is_typing;  /* since the last one only texts were changed */
    unsigned number; /* grows with each change of what is to be analysed */
};

/* `version` is that of the program. */
struct session *session_open(const struct session_ports *ports,
                             const char *version);
void session_close(struct session *session);

void session_from_editor(struct session *session, struct span body);
void session_from_server(struct session *session, struct span body);

/* The server is gone although nobody asked it to go: the editor gets an error
 * for each request that waits, and is told. */
void session_server_died(struct session *session, const char *how);

/* The present state of things, to be analysed. */
struct snapshot *session_snapshot(struct session *session);

/* Takes over what an analysis found. False if the texts are not those any more,
 * or files have changed: then it is dropped, and another one is due. */
bool session_answer(struct session *session, struct answer *answer);

/* Whether the editor has said `exit`, and the status that a server ends with
 * then, or when the editor goes without a word. */
bool session_has_ended(const struct session *session);
int session_status(const struct session *session);

#endif
