/* clue.h - one message of the parser, and what is made up because of it.
 *
 * What the parser says names what it did not know; the text around the place
 * tells the rest.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_CLUE_H
#define UNLOADCHECK_FRONTEND_CLUE_H

#include "frontend/missing_names.h"
#include "frontend/vicinity.h"

struct clue {
    struct missing *missing;
    struct source *source;
    CXDiagnostic diagnostic;
    const char *text;
    const char *name;   /* the first one in quotes, without "struct" and "*" */
    const char *second; /* the second one */
    struct vicinity at;
};

/* What the file itself declares under a name. */
struct declared {
    const char *name;
    size_t start; /* of the word that is looked up: not a declaration */
    bool found;   /* as a type */
    bool found_other;
};

bool clue_starts(const struct clue *clue, const char *front);

/* The first name in quotes from `from` on; NULL if there is none. */
const char *clue_quoted(struct clue *clue, const char *from);

/* Behind the first pair of quotes; NULL if there is none. */
const char *clue_behind_quotes(const char *text);

bool clue_is_name(const char *text);

/* The bit of text as a name. */
const char *clue_word(struct clue *clue, struct bit bit);

struct missing_name *clue_known(struct missing *missing, const char *name);

/* Makes up something for a name that nothing was made up for. */
bool clue_add(struct clue *clue, const char *name, enum missing_kind kind);

/* Mends what was made up. False if it was that already, or was mended too
 * often, or nothing was made up. */
bool clue_change(struct clue *clue, const char *name, enum missing_kind kind);

struct declared clue_look_up(struct clue *clue, struct bit bit);
bool clue_is_type(struct clue *clue, struct bit bit);

/* A macro that says nothing, with arguments if they stand there. */
enum missing_kind clue_nothing(struct clue *clue);

/* missing_macros.c: true if something was learnt from the message. */
bool learn_string(struct clue *clue);
bool learn_attribute(struct clue *clue);
bool learn_field_note(struct clue *clue);
bool learn_note(struct clue *clue);
bool learn_type_argument(struct clue *clue);
bool learn_call(struct clue *clue);

#endif
