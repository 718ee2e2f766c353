/* lexer.h - the words of a model's steps, with their places. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_LEXER_H
#define UNLOADCHECK_RULES_LEXER_H

#include "rules/reader.h"

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_SIGN };

struct token {
    enum token_kind kind;
    const char *text; /* interned; "" at the end */
    struct fail_place place;
    int64_t number;
};

struct lexer {
    struct reader *reader;
    const struct node *node;
    size_t offset;      /* in the node's text */
    size_t line_start;  /* offset of the line it is in */
    unsigned line;      /* which is this one of the file */
    struct token token; /* the one to look at */
};

/* At the first token of the node's text. */
struct lexer lexer_make(struct reader *reader, const struct node *node);

/* Goes on to the next token. A character that starts none is told and taken
 * for the end. */
void lexer_next(struct lexer *lexer);

bool lexer_is(const struct lexer *lexer, const char *text);

#endif
