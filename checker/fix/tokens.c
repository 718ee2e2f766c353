/* tokens.c - a C or C++ file as the words and signs that a user wrote. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/tokens.h"

#include "support/arena.h"

#include <ctype.h>
#include <string.h>

struct scanner {
    struct sketch *sketch;
    const char *at;
    const char *end;
    bool is_line_start; /* nothing but blanks and comments since */
};

static bool is_word(char character)
{
    return isalnum((unsigned char)character) || character == '_' ||
           character == '$' || (unsigned char)character >= 0x80;
}

static bool looking_at(const struct scanner *scanner, const char *what)
{
    size_t length = strlen(what);

    return (size_t)(scanner->end - scanner->at) >= length &&
           memcmp(scanner->at, what, length) == 0;
}

/* To the end of the line, on over those that end in a backslash. */
static void skip_line(struct scanner *scanner)
{
    for (; scanner->at < scanner->end && *scanner->at != '\n'; scanner->at++) {
        if (*scanner->at != '\\')
            continue;
        if (looking_at(scanner, "\\\r\n"))
            scanner->at++;
        if (scanner->at + 1 < scanner->end)
            scanner->at++;
    }
}

static void skip_comment(struct scanner *scanner)
{
    if (scanner->at[1] == '/') {
        skip_line(scanner);
        return;
    }
    scanner->at += 2;
    while (scanner->at < scanner->end && !looking_at(scanner, "*/"))
        scanner->at++;
    scanner->at += scanner->at < scanner->end ? 2 : 0;
}

static void skip_space(struct scanner *scanner)
{
    while (scanner->at < scanner->end) {
        if (*scanner->at == '\n')
            scanner->is_line_start = true;
        if (looking_at(scanner, "//") || looking_at(scanner, "/*"))
            skip_comment(scanner);
        else if (isspace((unsigned char)*scanner->at) || *scanner->at == '\\')
            scanner->at++;
        else
            break;
    }
}

static void skip_quoted(struct scanner *scanner)
{
    char quote = *scanner->at++;

    while (scanner->at < scanner->end && *scanner->at != quote &&
           *scanner->at != '\n') {
        if (*scanner->at == '\\' && scanner->at + 1 < scanner->end)
            scanner->at++;
        scanner->at++;
    }
    scanner->at += scanner->at < scanner->end;
}

/* R"mark( ... )mark" */
static void skip_raw(struct scanner *scanner)
{
    const char *mark = ++scanner->at;
    const char *open = memchr(mark, '(', (size_t)(scanner->end - mark));

    if (!open) {
        scanner->at = scanner->end;
        return;
    }
    char *close = arena_format(scanner->sketch->arena, ")%.*s\"",
                               (int)(open - mark), mark);
    while (scanner->at < scanner->end && !looking_at(scanner, close))
        scanner->at++;
    if (scanner->at < scanner->end)
        scanner->at += strlen(close);
}

static void skip_word(struct scanner *scanner)
{
    const char *start = scanner->at;

    while (scanner->at < scanner->end && is_word(*scanner->at))
        scanner->at++;
    if (scanner->at == scanner->end)
        return;
    if (*scanner->at == '"' && scanner->at[-1] == 'R')
        skip_raw(scanner);
    else if (scanner->at - start == 1 && strchr("LuU", *start) &&
             strchr("\"'", *scanner->at))
        skip_quoted(scanner);
}

/* A number may have points in it, quotes of C++, and the sign of a power. */
static void skip_number(struct scanner *scanner)
{
    while (scanner->at < scanner->end) {
        char last = *scanner->at++;
        if (scanner->at == scanner->end)
            return;
        bool is_power = strchr("eEpP", last) && strchr("+-", *scanner->at);
        bool is_quote = *scanner->at == '\'' &&
                        scanner->at + 1 < scanner->end &&
                        is_word(scanner->at[1]);
        if (!is_word(*scanner->at) && *scanner->at != '.' && !is_power &&
            !is_quote)
            return;
    }
}

static void skip_sign(struct scanner *scanner)
{
    static const char *const longer[] = {
        "<<=", ">>=", "...", "->*", "->", "++", "--", "<<", ">>",
        "<=",  ">=",  "==",  "!=",  "&&", "||", "+=", "-=", "*=",
        "/=",  "%=",  "&=",  "|=",  "^=", "::", "##",
    };

    for (size_t i = 0; i < sizeof(longer) / sizeof(*longer); i++)
        if (looking_at(scanner, longer[i])) {
            scanner->at += strlen(longer[i]);
            return;
        }
    scanner->at++;
}

static enum token_kind skip_token(struct scanner *scanner)
{
    if (*scanner->at == '#' && scanner->is_line_start) {
        while (scanner->at < scanner->end && *scanner->at != '\n') {
            if (looking_at(scanner, "/*"))
                skip_comment(scanner);
            else if (looking_at(scanner, "\\\n") ||
                     looking_at(scanner, "\\\r\n") || looking_at(scanner, "//"))
                skip_line(scanner);
            else
                scanner->at++;
        }
        return TOKEN_DIRECTIVE;
    }
    if (isdigit((unsigned char)*scanner->at)) {
        skip_number(scanner);
        return TOKEN_NUMBER;
    }
    if (is_word(*scanner->at)) {
        skip_word(scanner);
        char last = scanner->at[-1];
        return last == '"' || last == '\'' ? TOKEN_LITERAL : TOKEN_WORD;
    }
    if (strchr("\"'", *scanner->at)) {
        skip_quoted(scanner);
        return TOKEN_LITERAL;
    }
    skip_sign(scanner);
    return TOKEN_SIGN;
}

static void find_lines(struct sketch *sketch)
{
    vec_push(sketch->arena, &sketch->lines, 0);
    for (size_t i = 0; i < sketch->size; i++)
        if (sketch->text[i] == '\n')
            vec_push(sketch->arena, &sketch->lines, i + 1);
}

struct sketch *sketch_make(struct arena *arena, const char *file,
                           const char *text, size_t size)
{
    struct sketch *sketch = arena_new(arena, struct sketch);
    struct scanner scanner = { sketch, text, text + size, true };

    sketch->arena = arena;
    sketch->file = file;
    sketch->text = text;
    sketch->size = size;
    find_lines(sketch);
    if (size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        scanner.at += 3;
    for (skip_space(&scanner); scanner.at < scanner.end; skip_space(&scanner)) {
        struct token token = { .start = (size_t)(scanner.at - text) };
        token.kind = skip_token(&scanner);
        token.end = (size_t)(scanner.at - text);
        scanner.is_line_start = false;
        vec_push(arena, &sketch->tokens, token);
    }
    return sketch;
}

size_t sketch_token_at(const struct sketch *sketch, uint32_t line,
                       uint32_t column)
{
    size_t low = 0, high = sketch->tokens.count;

    if (line == 0 || column == 0 || line > sketch->lines.count)
        return NO_TOKEN;

    size_t offset = sketch->lines.items[line - 1] + column - 1;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sketch->tokens.items[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there =
        low < sketch->tokens.count && sketch->tokens.items[low].start == offset;
    return is_there ? low : NO_TOKEN;
}

bool sketch_is(const struct sketch *sketch, size_t token, const char *word)
{
    size_t length = strlen(word);

    if (token >= sketch->tokens.count)
        return false;

    struct token found = sketch->tokens.items[token];

    return found.end - found.start == length &&
           memcmp(sketch->text + found.start, word, length) == 0;
}

bool sketch_is_capital(const struct sketch *sketch, size_t token)
{
    struct token found = sketch->tokens.items[token];
    bool has_letter = false;

    for (size_t i = found.start; i < found.end; i++) {
        if (islower((unsigned char)sketch->text[i]))
            return false;
        has_letter |= isupper((unsigned char)sketch->text[i]) != 0;
    }
    return has_letter;
}

size_t sketch_line(const struct sketch *sketch, size_t offset)
{
    size_t low = 0, high = sketch->lines.count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (sketch->lines.items[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t sketch_close(const struct sketch *sketch, size_t open)
{
    size_t depth = 0;

    for (size_t i = open; i < sketch->tokens.count; i++) {
        struct token token = sketch->tokens.items[i];
        char sign = sketch->text[token.start];
        if (token.kind != TOKEN_SIGN || token.end - token.start != 1)
            continue;
        if (strchr("([{", sign))
            depth++;
        else if (strchr(")]}", sign) && --depth == 0)
            return i;
    }
    return NO_TOKEN;
}

char *sketch_text(const struct sketch *sketch, size_t first, size_t last)
{
    size_t start = sketch->tokens.items[first].start;

    return arena_strndup(sketch->arena, sketch->text + start,
                         sketch->tokens.items[last].end - start);
}
