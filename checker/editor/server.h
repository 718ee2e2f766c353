/* server.h - the program that an editor starts, from its start to its end.
 *
 * It reads the editor's messages from the standard input, writes to the
 * standard output, and where it stands in for another server, starts that one
 * and stays in between. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_SERVER_H
#define UNLOADCHECK_EDITOR_SERVER_H

#include "editor/analyst.h"
#include "editor/session.h"

struct server_options {
    char **command; /* the server to stand in for, ended by NULL; or NULL */
    const char *version;
    void *data;             /* the first argument of the following */
    analyze_texts *analyze; /* on another thread */
    analyze_texts *refine;  /* likewise, when that is done */
    const char *(*explain)(void *data, struct arena *arena, const char *rule);
    const char *(*write_page)(void *data, struct arena *arena, const char *name,
                              const char *text);
};

/* Comes back when there is nobody left to talk to, with the exit status: that
 * of the other server, 128 and its number if a signal ended it, 2 if it could
 * not be started, or what LSP asks for. */
int server_run(const struct server_options *options);

/* Runs a command with our own input and output, to its end; the status is as
 * for server_run. */
int server_run_plain(char **command);

#endif
