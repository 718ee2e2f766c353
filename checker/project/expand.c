/* expand.c - where references start and end, and what they stand for. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/expand.h"

#include "project/properties.h"
#include "support/arena.h"
#include "support/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { DEEPEST = 32 };

const char *expand_trim(struct arena *arena, const char *text)
{
    while (isspace((unsigned char)*text))
        text++;

    size_t length = strlen(text);

    while (length > 0 && isspace((unsigned char)text[length - 1]))
        length--;
    return arena_strndup(arena, text, length);
}

void expand_list(struct arena *arena, const char *text, struct words *parts)
{
    for (;;) {
        size_t length = strcspn(text, ";");
        const char *part =
            expand_trim(arena, arena_strndup(arena, text, length));

        if (*part != '\0')
            vec_push(arena, parts, part);
        if (text[length] == '\0')
            return;
        text += length + 1;
    }
}

static bool is_name_character(char character)
{
    return isalnum((unsigned char)character) || character == '_' ||
           character == '-';
}

static size_t name_length(const char *text)
{
    size_t length = 0;

    while (is_name_character(text[length]))
        length++;
    return length;
}

/* The ')' that belongs to the '(' at `open`, or NULL. */
static const char *closing(const char *open)
{
    unsigned depth = 0;
    char quote = '\0';

    for (const char *at = open; *at != '\0'; at++) {
        if (quote != '\0') {
            quote = *at == quote ? '\0' : quote;
        } else if (depth > 1 && (*at == '\'' || *at == '"' || *at == '`')) {
            quote = *at;
        } else if (*at == '(') {
            depth++;
        } else if (*at == ')' && --depth == 0) {
            return at;
        }
    }
    return NULL;
}

/* Whether a ',' or the end of the arguments stands here. */
static const char *argument_end(const char *at)
{
    unsigned depth = 0;
    char quote = '\0';

    for (; *at != '\0'; at++) {
        if (quote != '\0')
            quote = *at == quote ? '\0' : quote;
        else if (*at == '\'' || *at == '"' || *at == '`')
            quote = *at;
        else if (*at == '(')
            depth++;
        else if (*at == ')')
            depth--;
        else if (*at == ',' && depth == 0)
            break;
    }
    return at;
}

static const char *unquoted(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    bool is_quoted =
        length >= 2 && strchr("'\"`", text[0]) && text[length - 1] == text[0];

    return is_quoted ? arena_strndup(arena, text + 1, length - 2) : text;
}

static void split_arguments(const struct expander *expander, const char *text,
                            struct words *arguments)
{
    struct arena *arena = expander->arena;
    struct expander inner = *expander;

    inner.depth++;
    if (*expand_trim(arena, text) == '\0')
        return;
    for (;;) {
        const char *end = argument_end(text);
        const char *one = arena_strndup(arena, text, (size_t)(end - text));

        one = unquoted(arena, expand_trim(arena, one));
        vec_push(arena, arguments, expand(&inner, one));
        if (*end == '\0')
            return;
        text = end + 1;
    }
}

static const char *refuse(const struct expander *expander, const char *body)
{
    fail_note(expander->fail, expander->place,
              "'$(%s)' cannot be evaluated and is left empty", body);
    return "";
}

/* ".Name(arguments)" or ".Name" after `value`, as often as it stands there. */
static const char *members(const struct expander *expander, const char *body,
                           const char *class_name, const char *value,
                           const char *at)
{
    struct arena *arena = expander->arena;

    while (*at != '\0') {
        bool is_member =
            *at == '.' || (class_name && strncmp(at, "::", 2) == 0);
        struct words arguments = { 0 };

        at += *at == ':' ? 2 : 1;

        size_t length = is_member ? name_length(at) : 0;
        const char *name = arena_strndup(arena, at, length);

        at += length;
        if (*at == '(') {
            const char *end = closing(at);
            if (!end)
                return refuse(expander, body);
            split_arguments(
                expander, arena_strndup(arena, at + 1, (size_t)(end - at - 1)),
                &arguments);
            at = end + 1;
        }
        value = length == 0 ? NULL
                            : expand_call(expander, class_name, value, name,
                                          &arguments);
        if (!value)
            return refuse(expander, body);
        class_name = NULL;
    }
    return value;
}

static const char *property(const struct expander *expander, const char *name)
{
    const char *value = properties_get(expander->properties, name);

    if (!value && expander->unset)
        vec_push(expander->arena, expander->unset, name);
    return value ? value : "";
}

/* What stands between "$(" and ")". */
static const char *reference(const struct expander *expander, const char *body)
{
    struct arena *arena = expander->arena;
    const char *start = expand_trim(arena, body);
    size_t length = name_length(start);

    if (expander->depth == DEEPEST)
        return refuse(expander, body);
    if (*start == '[') {
        const char *end = strchr(start, ']');
        const char *name =
            end ? arena_strndup(arena, start + 1, (size_t)(end - start - 1))
                : NULL;
        return name ? members(expander, body, name, NULL, end + 1)
                    : refuse(expander, body);
    }

    const char *name = arena_strndup(arena, start, length);

    if (length == 0 || (start[length] != '\0' && start[length] != '.'))
        return refuse(expander, body);
    return members(expander, body, NULL, property(expander, name),
                   start + length);
}

/* "%(NAME)" or "%(TYPE.NAME)". NULL: it is of another item, and stays. */
static const char *metadata(const struct expander *expander, const char *body)
{
    const char *dot = strchr(body, '.');
    const char *name = dot ? dot + 1 : body;
    const char *value;

    if (!expander->metadata)
        return NULL;
    if (dot &&
        (!expander->item || strlen(expander->item) != (size_t)(dot - body) ||
         strncasecmp(body, expander->item, (size_t)(dot - body)) != 0))
        return NULL;
    value = properties_get(expander->metadata, name);
    return value ? value : "";
}

/* MSBuild writes characters that mean something to it as %XX. */
static bool escaped(const char *at, char *character)
{
    static const char digits[] = "0123456789abcdef";
    const char *high, *low;

    if (at[0] != '%' || at[1] == '\0' || at[2] == '\0')
        return false;
    high = strchr(digits, tolower((unsigned char)at[1]));
    low = strchr(digits, tolower((unsigned char)at[2]));
    if (!high || !low)
        return false;
    *character = (char)((high - digits) * 16 + (low - digits));
    return *character != '\0';
}

const char *expand(const struct expander *expander, const char *text)
{
    struct text out = text_make(expander->arena);
    char character;

    for (const char *at = text; *at != '\0'; at++) {
        bool opens = (at[0] == '$' || at[0] == '%') && at[1] == '(';
        const char *end = opens ? closing(at + 1) : NULL;
        const char *value = NULL;

        if (end) {
            const char *body =
                arena_strndup(expander->arena, at + 2, (size_t)(end - at - 2));
            value = at[0] == '$' ? reference(expander, body)
                                 : metadata(expander, body);
        }
        if (value) {
            text_add(&out, value);
            at = end;
        } else if (escaped(at, &character)) {
            text_add_char(&out, character);
            at += 2;
        } else {
            text_add_char(&out, *at);
        }
    }
    return text_str(&out);
}
