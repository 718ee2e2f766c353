/* statements.c - a descent over the statements of one function. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/statements.h"

#include "support/arena.h"

#include <string.h>

enum { DEEPEST = 200 };

struct parser {
    const struct sketch *sketch;
    size_t at;
    unsigned depth;
};

static struct statement *parse_statement(struct parser *parser);

static bool is(const struct parser *parser, const char *word)
{
    return sketch_is(parser->sketch, parser->at, word);
}

static bool is_any(const struct parser *parser, const char *const *words)
{
    for (; *words; words++)
        if (is(parser, *words))
            return true;
    return false;
}

static bool is_kind(const struct parser *parser, enum token_kind kind)
{
    return parser->at < parser->sketch->tokens.count &&
           parser->sketch->tokens.items[parser->at].kind == kind;
}

static struct statement *start(struct parser *parser, enum statement_kind kind)
{
    struct statement *statement =
        arena_new(parser->sketch->arena, struct statement);

    statement->kind = kind;
    statement->first = parser->at;
    statement->open = NO_TOKEN;
    statement->close = NO_TOKEN;
    return statement;
}

/* False if there is no part to take. */
static bool take(struct parser *parser, struct statement *statement,
                 struct statement *part)
{
    if (!part)
        return false;
    part->parent = statement;
    part->index = statement->parts.count;
    vec_push(parser->sketch->arena, &statement->parts, part);
    statement->last = part->last;
    return true;
}

static struct statement *parse_block(struct parser *parser)
{
    struct statement *block = start(parser, STATEMENT_BLOCK);

    parser->at++;
    while (!is(parser, "}")) {
        if (parser->at >= parser->sketch->tokens.count ||
            !take(parser, block, parse_statement(parser)))
            return NULL;
    }
    block->last = parser->at++;
    return block;
}

static bool parse_parentheses(struct parser *parser,
                              struct statement *statement)
{
    if (!is(parser, "("))
        return false;
    statement->open = parser->at;
    statement->close = sketch_close(parser->sketch, parser->at);
    parser->at = statement->close + 1;
    return statement->close != NO_TOKEN;
}

/* Behind the semicolon that ends it; a bracket that closes what is around it
 * ends nothing. */
static struct statement *parse_simple(struct parser *parser,
                                      enum statement_kind kind)
{
    struct statement *statement = start(parser, kind);

    while (!is(parser, ";")) {
        if (parser->at >= parser->sketch->tokens.count || is(parser, "}") ||
            is(parser, ")") || is_kind(parser, TOKEN_DIRECTIVE))
            return NULL;
        if (is(parser, "(") || is(parser, "[") || is(parser, "{"))
            parser->at = sketch_close(parser->sketch, parser->at);
        if (parser->at == NO_TOKEN)
            return NULL;
        parser->at++;
    }
    statement->last = parser->at++;
    return statement;
}

static struct statement *parse_headed(struct parser *parser,
                                      enum statement_kind kind)
{
    struct statement *statement = start(parser, kind);

    parser->at++;
    if (is(parser, "constexpr"))
        parser->at++;
    if (!parse_parentheses(parser, statement) ||
        !take(parser, statement, parse_statement(parser)))
        return NULL;
    if (kind != STATEMENT_IF || !is(parser, "else"))
        return statement;
    parser->at++;
    return take(parser, statement, parse_statement(parser)) ? statement : NULL;
}

static struct statement *parse_do(struct parser *parser)
{
    struct statement *statement = start(parser, STATEMENT_LOOP);

    parser->at++;
    if (!take(parser, statement, parse_statement(parser)) ||
        !is(parser, "while"))
        return NULL;
    parser->at++;
    if (!parse_parentheses(parser, statement) || !is(parser, ";"))
        return NULL;
    statement->last = parser->at++;
    return statement;
}

static struct statement *parse_guarded(struct parser *parser)
{
    struct statement *statement = start(parser, STATEMENT_GUARDED);

    parser->at++;
    if (is(parser, "(") && !parse_parentheses(parser, statement))
        return NULL;
    if (!is(parser, "{"))
        return NULL;
    return take(parser, statement, parse_block(parser)) ? statement : NULL;
}

static struct statement *parse_case(struct parser *parser)
{
    struct statement *label = start(parser, STATEMENT_LABEL);

    while (!is(parser, ":")) {
        if (parser->at >= parser->sketch->tokens.count || is(parser, ";") ||
            is(parser, "}") || is(parser, "?"))
            return NULL;
        parser->at++;
    }
    label->last = parser->at++;
    return label;
}

static bool is_label(const struct parser *parser)
{
    return is_kind(parser, TOKEN_WORD) &&
           sketch_is(parser->sketch, parser->at + 1, ":");
}

static struct statement *parse_one(struct parser *parser)
{
    static const char *const loops[] = { "for", "while", NULL };
    static const char *const guarded[] = { "try",      "catch",     "__try",
                                           "__except", "__finally", NULL };
    static const char *const jumps[] = { "goto", "break", "continue", "__leave",
                                         NULL };
    static const char *const wrong[] = { "else", "}", ")", NULL };

    if (is(parser, "{"))
        return parse_block(parser);
    if (is(parser, "if"))
        return parse_headed(parser, STATEMENT_IF);
    if (is_any(parser, loops))
        return parse_headed(parser, STATEMENT_LOOP);
    if (is(parser, "switch"))
        return parse_headed(parser, STATEMENT_SWITCH);
    if (is(parser, "do"))
        return parse_do(parser);
    if (is_any(parser, guarded))
        return parse_guarded(parser);
    if (is(parser, "case") || is(parser, "default") || is_label(parser))
        return parse_case(parser);
    if (is(parser, "return"))
        return parse_simple(parser, STATEMENT_RETURN);
    if (is_any(parser, jumps))
        return parse_simple(parser, STATEMENT_JUMP);
    if (is_any(parser, wrong))
        return NULL;
    if (!is_kind(parser, TOKEN_DIRECTIVE))
        return parse_simple(parser, STATEMENT_SIMPLE);

    struct statement *line = start(parser, STATEMENT_DIRECTIVE);

    line->last = parser->at++;
    return line;
}

static struct statement *parse_statement(struct parser *parser)
{
    struct statement *statement = NULL;

    if (++parser->depth <= DEEPEST)
        statement = parse_one(parser);
    parser->depth--;
    return statement;
}

/* A body is a bracket behind a closed parenthesis, or behind a word that can
 * stand between the two. */
static bool is_body(const struct sketch *sketch, size_t open)
{
    static const char *const between[] = { ")",        "const", "noexcept",
                                           "override", "final", NULL };

    for (size_t i = 0; open != 0 && between[i]; i++)
        if (sketch_is(sketch, open - 1, between[i]))
            return true;
    return false;
}

struct statement *statements_around(const struct sketch *sketch, size_t token)
{
    for (size_t i = 0; i <= token && i < sketch->tokens.count; i++) {
        if (!sketch_is(sketch, i, "{") || !is_body(sketch, i))
            continue;
        size_t close = sketch_close(sketch, i);
        if (close == NO_TOKEN)
            return NULL;
        if (close >= token) {
            struct parser parser = { sketch, i, 0 };
            struct statement *body = parse_block(&parser);
            return body && body->last == close ? body : NULL;
        }
        i = close;
    }
    return NULL;
}

struct statement *statement_of(struct statement *body, size_t token)
{
    vec_each (struct statement *, part, &body->parts)
        if ((*part)->first <= token && token <= (*part)->last)
            return statement_of(*part, token);
    return body;
}

struct statement *statement_next(const struct statement *statement)
{
    const struct statement *parent = statement->parent;

    if (!parent || parent->kind != STATEMENT_BLOCK ||
        statement->index + 1 == parent->parts.count)
        return NULL;
    return parent->parts.items[statement->index + 1];
}

struct statement *statement_before(const struct statement *statement)
{
    const struct statement *parent = statement->parent;

    if (!parent || parent->kind != STATEMENT_BLOCK || statement->index == 0)
        return NULL;
    return parent->parts.items[statement->index - 1];
}

bool statement_is_bare(const struct statement *statement)
{
    return statement->parent && statement->parent->kind != STATEMENT_BLOCK &&
           statement->kind != STATEMENT_BLOCK;
}

bool statement_has_exit(const struct statement *statement)
{
    if (statement->kind == STATEMENT_LABEL ||
        statement->kind == STATEMENT_RETURN ||
        statement->kind == STATEMENT_JUMP)
        return true;
    vec_each (struct statement *, part, &statement->parts)
        if (statement_has_exit(*part))
            return true;
    return false;
}
