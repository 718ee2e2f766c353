/* tokens.h - a C or C++ file as the words and signs that a user wrote.
 *
 * Nothing is preprocessed: what is to be edited is the text, not what becomes
 * of it. Comments and blanks are what lies between tokens. A line of the
 * preprocessor is one token.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_TOKENS_H
#define UNLOADCHECK_FIX_TOKENS_H

#include "support/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_LITERAL, /* in quotes */
    TOKEN_SIGN,
    TOKEN_DIRECTIVE
};

struct token {
    enum token_kind kind;
    size_t start; /* offsets in the text */
    size_t end;
};

/* A file; the text lives as long as this. */
struct sketch {
    struct arena *arena;
    const char *file; /* as places have it */
    const char *text; /* NUL follows */
    size_t size;
    struct vec_of(struct token) tokens;
    struct vec_of(size_t) lines; /* where each starts */
};

/* No token has this number. */
#define NO_TOKEN SIZE_MAX

struct sketch *sketch_make(struct arena *arena, const char *file,
                           const char *text, size_t size);

/* The token that starts at a place, counted from 1; NO_TOKEN if none does. */
size_t sketch_token_at(const struct sketch *sketch, uint32_t line,
                       uint32_t column);

/* Whether the token, which may be NO_TOKEN or behind the last, is that. */
bool sketch_is(const struct sketch *sketch, size_t token, const char *word);

/* Whether it is the name of a macro or of a constant, by its looks: no variable
 * is written in capitals alone. */
bool sketch_is_capital(const struct sketch *sketch, size_t token);

/* The number of the line, from 0, that an offset lies in. */
size_t sketch_line(const struct sketch *sketch, size_t offset);

/* The bracket that closes the one at `open`; NO_TOKEN if none does. */
size_t sketch_close(const struct sketch *sketch, size_t open);

/* The text from one token to another, both included. */
char *sketch_text(const struct sketch *sketch, size_t first, size_t last);

#endif
