/* lexer.c - one token after the other, never past the end. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/lexer.h"

#include "support/arena.h"
#include "support/text.h"

#include <string.h>

struct lexer lexer_make(struct arena *arena, const char *text, size_t size)
{
    return (struct lexer){
        .arena = arena,
        .text = text,
        .size = size,
        .line = 1,
    };
}

bool token_is(const struct token *token, const char *word)
{
    return token->kind == TOKEN_WORD && strlen(word) == token->length &&
           memcmp(token->text, word, token->length) == 0;
}

/* The character `ahead` of the next one; NUL at the end. */
static char peek(const struct lexer *lexer, size_t ahead)
{
    if (ahead >= lexer->size - lexer->at)
        return '\0';
    return lexer->text[lexer->at + ahead];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
           c == '_' || c == '$';
}

static int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static void bad(struct token *token, const char *message)
{
    token->kind = TOKEN_BAD;
    token->text = message;
    token->length = strlen(message);
}

/* Skips blanks and comments; true if a line ended. */
static bool skip_blank(struct lexer *lexer)
{
    bool ended = lexer->at == 0;

    while (lexer->at < lexer->size) {
        char c = peek(lexer, 0);
        if (c == '/' && peek(lexer, 1) == '/') {
            while (lexer->at < lexer->size && peek(lexer, 0) != '\n')
                lexer->at++;
        } else if (c == '\n') {
            lexer->at++;
            lexer->line++;
            lexer->line_start = lexer->at;
            ended = true;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            lexer->at++;
        } else {
            break;
        }
    }
    return ended;
}

static void lex_word(struct lexer *lexer, struct token *token, int kind)
{
    token->kind = kind;
    token->text = lexer->text + lexer->at;
    while (is_word_character(peek(lexer, 0)))
        lexer->at++;
    token->length = (size_t)(lexer->text + lexer->at - token->text);
}

/* Adds a digit; false when the number becomes too large. */
static bool add_digit(uint64_t *number, unsigned base, unsigned digit)
{
    if (*number > (UINT64_MAX - digit) / base)
        return false;
    *number = *number * base + digit;
    return true;
}

static void lex_number(struct lexer *lexer, struct token *token)
{
    unsigned base = 10;
    bool fits = true;

    token->kind = TOKEN_NUMBER;
    token->text = lexer->text + lexer->at;
    token->is_negative = peek(lexer, 0) == '-';
    lexer->at += token->is_negative;
    if (peek(lexer, 0) == '0' && peek(lexer, 1) == 'x' &&
        hex_value(peek(lexer, 2)) >= 0) {
        base = 16;
        lexer->at += 2;
    }
    for (; is_word_character(peek(lexer, 0)); lexer->at++) {
        int digit = hex_value(peek(lexer, 0));
        if (digit < 0 || (unsigned)digit >= base) {
            bad(token, "a number contains a letter");
            return;
        }
        fits = fits && add_digit(&token->magnitude, base, (unsigned)digit);
    }
    token->length = (size_t)(lexer->text + lexer->at - token->text);
    if (token->is_negative && token->magnitude > (uint64_t)INT64_MAX + 1)
        fits = false;
    if (!fits)
        bad(token, "a number does not fit in 64 bits");
}

/* What stands after a backslash: its character, or -1 if it means nothing. */
static int escaped(struct lexer *lexer)
{
    char c = peek(lexer, 0);
    int high = hex_value(peek(lexer, 1));
    int low = hex_value(peek(lexer, 2));

    lexer->at++;
    switch (c) {
    case '"':
    case '\\': return c;
    case 'n': return '\n';
    case 't': return '\t';
    case 'x':
        if (high < 0 || low < 0 || high + low == 0)
            return -1;
        lexer->at += 2;
        return high * 16 + low;
    default: return -1;
    }
}

/* The opening quote is behind. */
static void lex_string(struct lexer *lexer, struct token *token, int kind)
{
    struct text text = text_make(lexer->arena);

    for (;;) {
        char c = peek(lexer, 0);
        if (c == '\n' || c == '\0') {
            bad(token, "a string does not end on its line");
            return;
        }
        lexer->at++;
        if (c == '"')
            break;
        int character = c == '\\' ? escaped(lexer) : c;
        if (c == '\\' && character < 0) {
            bad(token, "a string contains an escape that is not \\\\, \\\", "
                       "\\n, \\t or \\x and two digits");
            return;
        }
        text_add_char(&text, (char)character);
    }
    token->kind = kind;
    token->text = text_str(&text);
    token->length = text.length;
}

/* The sigil is behind. */
static void lex_name(struct lexer *lexer, struct token *token, int kind)
{
    if (peek(lexer, 0) == '"') {
        lexer->at++;
        lex_string(lexer, token, kind);
        return;
    }
    lex_word(lexer, token, kind);
    if (token->length == 0)
        bad(token, "a name is missing after '%', '@' or '$'");
}

static void lex_punctuation(struct lexer *lexer, struct token *token, char c)
{
    token->kind = c;
    token->text = lexer->text + lexer->at;
    token->length = 1;
    if (c == '.' && peek(lexer, 1) == '.' && peek(lexer, 2) == '.') {
        token->kind = TOKEN_ELLIPSIS;
        token->length = 3;
    } else if (c == '\0' || strchr("{}()<>[],:;=+.#", c) == NULL) {
        bool is_printable = c > ' ' && c <= '~';
        bad(token,
            is_printable
                ? arena_format(lexer->arena,
                               "the character '%c' means nothing here", c)
                : arena_format(lexer->arena,
                               "the byte 0x%02x means nothing here",
                               (unsigned)(unsigned char)c));
        return;
    }
    lexer->at += token->length;
}

struct token lexer_next(struct lexer *lexer)
{
    struct token token = { .starts_line = skip_blank(lexer) };
    char c = peek(lexer, 0);

    token.line = lexer->line;
    token.column = (unsigned)(lexer->at - lexer->line_start) + 1;
    if (lexer->at == lexer->size) {
        token.kind = TOKEN_END;
        token.starts_line = true;
    } else if (c == '%' || c == '@' || c == '$') {
        lexer->at++;
        lex_name(lexer, &token,
                 c == '%'   ? TOKEN_TEMP
                 : c == '@' ? TOKEN_SYMBOL
                            : TOKEN_VARIABLE);
    } else if (c == '"') {
        lexer->at++;
        lex_string(lexer, &token, TOKEN_STRING);
    } else if (is_digit(c) || (c == '-' && is_digit(peek(lexer, 1)))) {
        lex_number(lexer, &token);
    } else if (is_word_character(c)) {
        lex_word(lexer, &token, TOKEN_WORD);
    } else {
        lex_punctuation(lexer, &token, c);
    }
    return token;
}
