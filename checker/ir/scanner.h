/* scanner.h - the words of the textual IR.
 *
 * A token of punctuation has its character as kind. Text that is no token comes
 * as TOKEN_BAD, whose text says what is wrong with it; after it nothing more is
 * to be read. Comments and blanks are left out; that a token is the first of
 * its line is kept, since lines end instructions.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_SCANNER_H
#define UNLOADCHECK_IR_SCANNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum token_kind {
    TOKEN_END,
    TOKEN_BAD,
    TOKEN_WORD = 256,
    TOKEN_STRING, /* text: without the quotes and escapes */
    TOKEN_NUMBER,
    TOKEN_ELLIPSIS,
    /* A name after its sigil: text is the name alone. */
    TOKEN_TEMP,     /* % */
    TOKEN_SYMBOL,   /* @ */
    TOKEN_VARIABLE, /* $ */
};

struct token {
    int kind;
    const char *text; /* not terminated; never NULL */
    size_t length;
    uint64_t magnitude; /* of a number */
    bool is_negative;
    bool starts_line;
    unsigned line;
    unsigned column;
};

struct scanner {
    struct arena *arena; /* for strings with escapes, and messages */
    const char *text;
    size_t size;
    size_t at;
    size_t line_start;
    unsigned line;
};

struct scanner scanner_make(struct arena *arena, const char *text, size_t size);
struct token scanner_next(struct scanner *scanner);

bool token_is(const struct token *token, const char *word);

#endif
