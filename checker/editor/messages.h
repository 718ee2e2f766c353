/* messages.h - answers in the words of LSP.
 *
 * Each gives text of JSON, in the arena. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_MESSAGES_H
#define UNLOADCHECK_EDITOR_MESSAGES_H

#include "editor/answer.h"
#include "editor/capabilities.h"

/* The commands that the program adds to those of the server. */
#define COMMAND_EXPLAIN "unloadcheck.explain"
#define COMMAND_WHY     "unloadcheck.why"
#define COMMAND_SETTLE  "unloadcheck.settle"

/* The findings in a file as elements of an array, written with commas between
 * them; "" if there are none. */
const char *messages_notices(struct arena *arena, const struct answer *answer,
                             const char *path,
                             const struct capabilities *capabilities);

/* Likewise: what can be done at a range of a file, as code actions, or as
 * commands for an editor that knows nothing else. `context` is what the editor
 * asked with; `version` that of the text. */
const char *messages_actions(struct arena *arena, const struct answer *answer,
                             const char *path, struct text_range range,
                             struct span context, const long long *version,
                             const struct capabilities *capabilities);

/* Likewise: a line above each routine of the file that must leave nothing. */
const char *messages_lenses(struct arena *arena, const struct answer *answer,
                            const char *path);

/* Likewise: what calls in the range of the file gave. */
const char *messages_hints(struct arena *arena, const struct answer *answer,
                           const char *path, struct text_range range);

/* Why the registration there is right, or is not, as Markdown; NULL: nothing
 * is registered there. */
const char *messages_why(struct arena *arena, const struct answer *answer,
                         const char *path, struct position position);

/* A text as a string of JSON. */
const char *messages_string(struct arena *arena, const char *text);

/* A range as LSP has it. */
const char *messages_range(struct arena *arena, struct text_range range);

#endif
