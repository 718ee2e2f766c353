/* statements.h - the statements of a function, as they stand in its text.
 *
 * Not a parser of the language: it knows the words that statements start with,
 * brackets and semicolons. Where the text does not have that form, because a
 * macro stands for a part of it, or lines of the preprocessor cut through it,
 * there is no tree, and nobody edits there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_STATEMENTS_H
#define UNLOADCHECK_FIX_STATEMENTS_H

#include "fix/tokens.h"

enum statement_kind {
    STATEMENT_BLOCK,     /* { ... } */
    STATEMENT_IF,        /* parts: what is done, and what else */
    STATEMENT_LOOP,      /* parts: what is done */
    STATEMENT_SWITCH,    /* parts: what is done */
    STATEMENT_GUARDED,   /* try, __try, catch, ...: parts: a block */
    STATEMENT_LABEL,     /* without what follows it */
    STATEMENT_RETURN,    /* ... ; */
    STATEMENT_JUMP,      /* goto, break, continue, ... ; */
    STATEMENT_DIRECTIVE, /* a line of the preprocessor */
    STATEMENT_SIMPLE     /* an expression or a declaration ; */
};

struct statement {
    enum statement_kind kind;
    size_t first; /* tokens */
    size_t last;
    size_t open; /* the parentheses of if, while, for and switch */
    size_t close;
    struct statement *parent; /* NULL: the body of the function */
    size_t index;             /* in parent's parts */
    struct vec_of(struct statement *) parts;
};

/* The body of the function that the token is in, or NULL. */
struct statement *statements_around(const struct sketch *sketch, size_t token);

/* The innermost statement below `body` that the token is in. */
struct statement *statement_of(struct statement *body, size_t token);

/* The one that follows in the same block, or comes before; NULL if none. */
struct statement *statement_next(const struct statement *statement);
struct statement *statement_before(const struct statement *statement);

/* Whether it stands alone where a block could: it is all that is done by an if
 * or a loop, without brackets. */
bool statement_is_bare(const struct statement *statement);

/* Whether something in it may go elsewhere, or come from there. */
bool statement_has_exit(const struct statement *statement);

#endif
