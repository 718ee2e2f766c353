/* condition.c - by recursive descent.
 *
 *     or:      and { "or" and }
 *     and:     factor { "and" factor }
 *     factor:  "!" factor | "(" or ")" | call | operand [ compare operand ]
 *
 * Text compares without case; two numbers, hexadecimal ones and versions
 * ("10.0.1") included, compare as such.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/condition.h"

#include "project/expand.h"
#include "project/host_path.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DEEPEST = 64, VERSION_PARTS = 4 };

struct parser {
    const struct expander *expander;
    const char *at;
    const char *wrong; /* what was the matter, or NULL */
    unsigned depth;
};

static bool parse_or(struct parser *parser);

static void skip_space(struct parser *parser)
{
    while (isspace((unsigned char)*parser->at))
        parser->at++;
}

static bool take(struct parser *parser, const char *token)
{
    size_t length = strlen(token);

    skip_space(parser);
    if (strncmp(parser->at, token, length) != 0)
        return false;
    parser->at += length;
    return true;
}

static bool take_word(struct parser *parser, const char *word)
{
    size_t length = strlen(word);

    skip_space(parser);
    if (strncasecmp(parser->at, word, length) != 0 ||
        isalnum((unsigned char)parser->at[length]) || parser->at[length] == '_')
        return false;
    parser->at += length;
    return true;
}

static bool complain(struct parser *parser, const char *what)
{
    if (!parser->wrong)
        parser->wrong = what;
    return false;
}

static const char *quoted(struct parser *parser)
{
    const char *start = ++parser->at;
    unsigned depth = 0;

    for (; *parser->at != '\0'; parser->at++) {
        if (*parser->at == '(')
            depth++;
        else if (*parser->at == ')' && depth > 0)
            depth--;
        else if (*parser->at == '\'' && depth == 0)
            return arena_strndup(parser->expander->arena, start,
                                 (size_t)(parser->at++ - start));
    }
    complain(parser, "a quote is not closed");
    return NULL;
}

/* A number, a word, or references without quotes. */
static const char *bare(struct parser *parser)
{
    const char *start = parser->at;
    unsigned depth = 0;

    for (; *parser->at != '\0'; parser->at++) {
        char character = *parser->at;
        if (character == '(')
            depth++;
        else if (character == ')' && depth > 0)
            depth--;
        else if (depth == 0 && (isspace((unsigned char)character) ||
                                strchr("()=!<>", character)))
            break;
    }
    if (parser->at == start)
        complain(parser, "a value is missing");
    return arena_strndup(parser->expander->arena, start,
                         (size_t)(parser->at - start));
}

static const char *operand(struct parser *parser)
{
    skip_space(parser);

    const char *text = *parser->at == '\'' ? quoted(parser) : bare(parser);

    return text ? expand(parser->expander, text) : "";
}

/* Up to four numbers; false: it is neither a number nor a version. */
static bool read_version(const char *text, long parts[VERSION_PARTS])
{
    memset(parts, 0, VERSION_PARTS * sizeof(*parts));
    for (size_t i = 0; i < VERSION_PARTS; i++) {
        char *end;
        bool is_hex = strncasecmp(text, "0x", 2) == 0;
        if (!isdigit((unsigned char)*text))
            return false;
        parts[i] = strtol(text, &end, is_hex ? 16 : 10);
        if (*end == '\0')
            return true;
        if (*end != '.')
            return false;
        text = end + 1;
    }
    return false;
}

static bool compare_versions(const char *a, const char *b, int *order)
{
    long x[VERSION_PARTS], y[VERSION_PARTS];

    if (!read_version(a, x) || !read_version(b, y))
        return false;
    *order = 0;
    for (size_t i = 0; i < VERSION_PARTS && *order == 0; i++)
        *order = (x[i] > y[i]) - (x[i] < y[i]);
    return true;
}

static bool is_equal(const char *a, const char *b)
{
    int order;

    return strcasecmp(a, b) == 0 ||
           (compare_versions(a, b, &order) && order == 0);
}

static bool is_truth(struct parser *parser, const char *value)
{
    if (strcasecmp(value, "true") == 0 || strcasecmp(value, "on") == 0 ||
        strcasecmp(value, "yes") == 0)
        return true;
    if (strcasecmp(value, "false") == 0 || strcasecmp(value, "off") == 0 ||
        strcasecmp(value, "no") == 0)
        return false;
    return complain(parser, "a value is neither true nor false");
}

static bool compare(struct parser *parser, const char *left)
{
    struct {
        const char *token;
        bool less, equal, greater;
    } operators[] = {
        { "<=", true, true, false },
        { ">=", false, true, true },
        { "<", true, false, false },
        { ">", false, false, true },
    };
    int order = 0;

    if (take(parser, "=="))
        return is_equal(left, operand(parser));
    if (take(parser, "!="))
        return !is_equal(left, operand(parser));
    for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++) {
        if (!take(parser, operators[i].token))
            continue;
        if (!compare_versions(left, operand(parser), &order))
            return complain(parser, "what is compared is no number");
        return order < 0   ? operators[i].less
               : order > 0 ? operators[i].greater
                           : operators[i].equal;
    }
    return is_truth(parser, left);
}

static bool exists(struct parser *parser, const char *name)
{
    const struct expander *expander = parser->expander;
    struct path_maps none = { 0 };
    const char *path =
        host_path(expander->arena, &none, expander->directory, name);

    return *name != '\0' && (file_is_there(path));
}

static bool ends_with_slash(const char *name)
{
    size_t length = strlen(name);

    return length > 0 && strchr("/\\", name[length - 1]);
}

static bool call(struct parser *parser, bool is_exists)
{
    if (!take(parser, "("))
        return complain(parser, "'(' is missing");

    const char *name = operand(parser);

    if (!take(parser, ")"))
        return complain(parser, "')' is missing");
    return is_exists ? exists(parser, name) : ends_with_slash(name);
}

static bool parse_factor(struct parser *parser)
{
    bool value;

    if (parser->depth == DEEPEST)
        return complain(parser, "it is nested too deep");
    parser->depth++;
    skip_space(parser);
    if (strncmp(parser->at, "!=", 2) != 0 && take(parser, "!")) {
        value = !parse_factor(parser);
    } else if (take(parser, "(")) {
        value = parse_or(parser);
        if (!take(parser, ")"))
            complain(parser, "')' is missing");
    } else if (take_word(parser, "Exists")) {
        value = call(parser, true);
    } else if (take_word(parser, "HasTrailingSlash")) {
        value = call(parser, false);
    } else {
        value = compare(parser, operand(parser));
    }
    parser->depth--;
    return value;
}

/* Both sides are read in any case; the right one need not make sense where the
 * left one decides. */
static bool parse_side(struct parser *parser, bool (*parse)(struct parser *),
                       bool is_decided)
{
    const char *wrong = parser->wrong;
    bool value = parse(parser);

    if (is_decided)
        parser->wrong = wrong;
    return value;
}

static bool parse_and(struct parser *parser)
{
    bool value = parse_factor(parser);

    while (!parser->wrong && take_word(parser, "and"))
        value = parse_side(parser, parse_factor, !value) && value;
    return value;
}

static bool parse_or(struct parser *parser)
{
    bool value = parse_and(parser);

    while (!parser->wrong && take_word(parser, "or"))
        value = parse_side(parser, parse_and, value) || value;
    return value;
}

bool condition_holds(const struct expander *expander, const char *condition)
{
    struct parser parser = { .expander = expander, .at = condition };

    if (!condition || *expand_trim(expander->arena, condition) == '\0')
        return true;

    bool value = parse_or(&parser);

    skip_space(&parser);
    if (!parser.wrong && *parser.at != '\0')
        parser.wrong = "something stands behind it";
    if (!parser.wrong)
        return value;
    fail_add(expander->fail, expander->place,
             "the condition \"%s\" cannot be evaluated: %s",
             expand_trim(expander->arena, condition), parser.wrong);
    return false;
}
