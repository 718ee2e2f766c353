/* lexer.c - cuts the text of a model's steps into words, numbers and signs.
 *
 * Places: in a literal block (`|`) the lines are those below the node, less
 * their indentation, which the file's own text tells. Elsewhere the text is
 * taken to be on the line of the node.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/lexer.h"

#include "support/strings.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static unsigned indentation(const char *line)
{
    return (unsigned)strspn(line, " ");
}

/* Of the character at lexer->offset. */
static struct fail_place place_now(const struct lexer *lexer)
{
    const struct names *lines = &lexer->reader->lines;
    struct fail_place place = lexer->node->place;

    place.column += (unsigned)lexer->offset;
    if (!lexer->node->is_literal || lexer->line > lines->count)
        return place;
    place.line = lexer->line;
    place.column = 1 + (unsigned)(lexer->offset - lexer->line_start) +
                   indentation(lines->items[lexer->line - 1]) -
                   indentation(lexer->node->text + lexer->line_start);
    return place;
}

static void skip_blanks(struct lexer *lexer)
{
    const char *text = lexer->node->text;

    for (;;) {
        lexer->offset += strspn(text + lexer->offset, " \t\r");
        if (strncmp(text + lexer->offset, "//", 2) == 0)
            lexer->offset += strcspn(text + lexer->offset, "\n");
        if (text[lexer->offset] != '\n')
            return;
        lexer->line_start = ++lexer->offset;
        lexer->line++;
    }
}

static size_t word_length(const char *text)
{
    size_t length = 0;

    while (isalnum((unsigned char)text[length]) || text[length] == '_')
        length++;
    return length;
}

static size_t sign_length(const char *text)
{
    static const char *const signs[] = { "->", "==", "!=", "<=", ">=",
                                         "&&", "||", "<<", ">>", NULL };

    for (size_t i = 0; signs[i]; i++)
        if (strncmp(text, signs[i], 2) == 0)
            return 2;
    return *text && strchr("(){};,.=<>+-*/%&|^~!", *text) ? 1 : 0;
}

static void read_number(struct lexer *lexer)
{
    struct token *token = &lexer->token;
    bool is_hex = token->text[1] == 'x' || token->text[1] == 'X';
    char *end = NULL;

    errno = 0;
    token->number = (int64_t)strtoull(token->text, &end, is_hex ? 16 : 10);
    if (*end == '\0' && errno == 0)
        return;
    fail_add(lexer->reader->fail, token->place, "'%s' is no number",
             token->text);
    lexer->reader->failed = true;
}

static void tell_character(struct lexer *lexer)
{
    fail_add(lexer->reader->fail, lexer->token.place,
             "a character that is no part of the language of steps");
    lexer->reader->failed = true;
}

void lexer_next(struct lexer *lexer)
{
    struct token *token = &lexer->token;
    const char *text = NULL;
    size_t length = 0;

    skip_blanks(lexer);
    text = lexer->node->text + lexer->offset;
    *token = (struct token){ .place = place_now(lexer), .text = "" };
    if (!*text)
        return;
    length = word_length(text);
    token->kind = isdigit((unsigned char)*text) ? TOKEN_NUMBER : TOKEN_WORD;
    if (length == 0) {
        length = sign_length(text);
        token->kind = TOKEN_SIGN;
    }
    if (length == 0) {
        tell_character(lexer);
        token->kind = TOKEN_END;
        return;
    }
    token->text = strings_intern_n(lexer->reader->strings, text, length);
    lexer->offset += length;
    if (token->kind == TOKEN_NUMBER)
        read_number(lexer);
}

bool lexer_is(const struct lexer *lexer, const char *text)
{
    return lexer->token.kind != TOKEN_END &&
           strcmp(lexer->token.text, text) == 0;
}

struct lexer lexer_make(struct reader *reader, const struct node *node)
{
    struct lexer lexer = { .reader = reader,
                           .node = node,
                           .line = node->place.line + 1 };

    lexer_next(&lexer);
    return lexer;
}
