/* scanner.c - one token after the other, never past the end. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/scanner.h"

#include "support/arena.h"
#include "support/text.h"

#include <string.h>

struct scanner scanner_make(struct arena *arena, const char *text, size_t size)
{
    return (struct scanner){
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
static char peek(const struct scanner *scanner, size_t ahead)
{
    if (ahead >= scanner->size - scanner->at)
        return '\0';
    return scanner->text[scanner->at + ahead];
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
static bool skip_blank(struct scanner *scanner)
{
    bool ended = scanner->at == 0;

    while (scanner->at < scanner->size) {
        char c = peek(scanner, 0);
        if (c == '/' && peek(scanner, 1) == '/') {
            while (scanner->at < scanner->size && peek(scanner, 0) != '\n')
                scanner->at++;
        } else if (c == '\n') {
            scanner->at++;
            scanner->line++;
            scanner->line_start = scanner->at;
            ended = true;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            scanner->at++;
        } else {
            break;
        }
    }
    return ended;
}

static void lex_word(struct scanner *scanner, struct token *token, int kind)
{
    token->kind = kind;
    token->text = scanner->text + scanner->at;
    while (is_word_character(peek(scanner, 0)))
        scanner->at++;
    token->length = (size_t)(scanner->text + scanner->at - token->text);
}

/* Adds a digit; false when the number becomes too large. */
static bool add_digit(uint64_t *number, unsigned base, unsigned digit)
{
    if (*number > (UINT64_MAX - digit) / base)
        return false;
    *number = *number * base + digit;
    return true;
}

static void lex_number(struct scanner *scanner, struct token *token)
{
    unsigned base = 10;
    bool fits = true;

    token->kind = TOKEN_NUMBER;
    token->text = scanner->text + scanner->at;
    token->is_negative = peek(scanner, 0) == '-';
    scanner->at += token->is_negative;
    if (peek(scanner, 0) == '0' && peek(scanner, 1) == 'x' &&
        hex_value(peek(scanner, 2)) >= 0) {
        base = 16;
        scanner->at += 2;
    }
    for (; is_word_character(peek(scanner, 0)); scanner->at++) {
        int digit = hex_value(peek(scanner, 0));
        if (digit < 0 || (unsigned)digit >= base) {
            bad(token, "a number contains a letter");
            return;
        }
        fits = fits && add_digit(&token->magnitude, base, (unsigned)digit);
    }
    token->length = (size_t)(scanner->text + scanner->at - token->text);
    if (token->is_negative && token->magnitude > (uint64_t)INT64_MAX + 1)
        fits = false;
    if (!fits)
        bad(token, "a number does not fit in 64 bits");
}

/* What stands after a backslash: its character, or -1 if it means nothing. */
static int escaped(struct scanner *scanner)
{
    char c = peek(scanner, 0);
    int high = hex_value(peek(scanner, 1));
    int low = hex_value(peek(scanner, 2));

    scanner->at++;
    switch (c) {
    case '"':
    case '\\': return c;
    case 'n': return '\n';
    case 't': return '\t';
    case 'x':
        if (high < 0 || low < 0 || high + low == 0)
            return -1;
        scanner->at += 2;
        return high * 16 + low;
    default: return -1;
    }
}

/* The opening quote is behind. */
static void lex_string(struct scanner *scanner, struct token *token, int kind)
{
    struct text text = text_make(scanner->arena);

    for (;;) {
        char c = peek(scanner, 0);
        if (c == '\n' || c == '\0') {
            bad(token, "a string does not end on its line");
            return;
        }
        scanner->at++;
        if (c == '"')
            break;
        int character = c == '\\' ? escaped(scanner) : c;
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
static void lex_name(struct scanner *scanner, struct token *token, int kind)
{
    if (peek(scanner, 0) == '"') {
        scanner->at++;
        lex_string(scanner, token, kind);
        return;
    }
    lex_word(scanner, token, kind);
    if (token->length == 0)
        bad(token, "a name is missing after '%', '@' or '$'");
}

static void lex_punctuation(struct scanner *scanner, struct token *token,
                            char c)
{
    token->kind = c;
    token->text = scanner->text + scanner->at;
    token->length = 1;
    if (c == '.' && peek(scanner, 1) == '.' && peek(scanner, 2) == '.') {
        token->kind = TOKEN_ELLIPSIS;
        token->length = 3;
    } else if (c == '\0' || strchr("{}()<>[],:;=+.#", c) == NULL) {
        bool is_printable = c > ' ' && c <= '~';
        bad(token,
            is_printable
                ? arena_format(scanner->arena,
                               "the character '%c' means nothing here", c)
                : arena_format(scanner->arena,
                               "the byte 0x%02x means nothing here",
                               (unsigned)(unsigned char)c));
        return;
    }
    scanner->at += token->length;
}

struct token scanner_next(struct scanner *scanner)
{
    struct token token = { .starts_line = skip_blank(scanner), .text = "" };
    char c = peek(scanner, 0);

    token.line = scanner->line;
    token.column = (unsigned)(scanner->at - scanner->line_start) + 1;
    if (scanner->at == scanner->size) {
        token.kind = TOKEN_END;
        token.starts_line = true;
    } else if (c == '%' || c == '@' || c == '$') {
        scanner->at++;
        lex_name(scanner, &token,
                 c == '%'   ? TOKEN_TEMP
                 : c == '@' ? TOKEN_SYMBOL
                            : TOKEN_VARIABLE);
    } else if (c == '"') {
        scanner->at++;
        lex_string(scanner, &token, TOKEN_STRING);
    } else if (is_digit(c) || (c == '-' && is_digit(peek(scanner, 1)))) {
        lex_number(scanner, &token);
    } else if (is_word_character(c)) {
        lex_word(scanner, &token, TOKEN_WORD);
    } else {
        lex_punctuation(scanner, &token, c);
    }
    return token;
}
