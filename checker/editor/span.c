/* span.c - finds where values of JSON begin and end. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/span.h"

#include "support/arena.h"
#include "support/text.h"

#include <jansson.h>
#include <string.h>

static bool is_blank(char character)
{
    return character == ' ' || character == '\t' || character == '\n' ||
           character == '\r';
}

static size_t skip_blanks(struct span span, size_t at)
{
    while (at < span.size && is_blank(span.data[at]))
        at++;
    return at;
}

/* Behind the string that starts at `at`. */
static size_t skip_string(struct span span, size_t at)
{
    for (at++; at < span.size && span.data[at] != '"'; at++)
        if (span.data[at] == '\\')
            at++;
    return at < span.size ? at + 1 : span.size;
}

static size_t skip_nested(struct span span, size_t at)
{
    size_t depth = 0;

    while (at < span.size) {
        char character = span.data[at];
        if (character == '"') {
            at = skip_string(span, at);
            continue;
        }
        at++;
        if (character == '{' || character == '[')
            depth++;
        else if ((character == '}' || character == ']') && --depth == 0)
            break;
    }
    return at;
}

static size_t skip_value(struct span span, size_t at)
{
    if (at < span.size && span.data[at] == '"')
        return skip_string(span, at);
    if (at < span.size && (span.data[at] == '{' || span.data[at] == '['))
        return skip_nested(span, at);
    while (at < span.size && !is_blank(span.data[at]) &&
           !strchr(",]}", span.data[at]))
        at++;
    return at;
}

static struct span part_of(struct span span, size_t from, size_t to)
{
    return (struct span){ span.data + from, to - from };
}

static bool opens(struct span span, char with)
{
    return span.data && span.size >= 2 && span.data[0] == with;
}

/* `at` stands at the name; where the value starts, or the end. */
static size_t value_behind(struct span object, size_t at)
{
    at = skip_blanks(object, skip_string(object, at));
    if (at >= object.size || object.data[at] != ':')
        return object.size;
    return skip_blanks(object, at + 1);
}

static bool is_named(struct span object, size_t at, const char *name)
{
    size_t length = strlen(name);

    return at + length + 2 <= object.size &&
           memcmp(object.data + at + 1, name, length) == 0 &&
           object.data[at + length + 1] == '"';
}

struct span span_member(struct span object, const char *name)
{
    struct span nothing = { NULL, 0 };
    size_t at = 1;

    if (!opens(object, '{'))
        return nothing;
    while ((at = skip_blanks(object, at)) < object.size &&
           object.data[at] == '"') {
        size_t value = value_behind(object, at);
        size_t end = skip_value(object, value);
        if (end > value && is_named(object, at, name))
            return part_of(object, value, end);
        at = skip_blanks(object, end);
        if (at >= object.size || object.data[at] != ',')
            break;
        at++;
    }
    return nothing;
}

struct span span_path(struct span object, const char *names)
{
    char name[64];

    while (*names != '\0' && object.data) {
        size_t length = strcspn(names, ".");
        if (length >= sizeof(name))
            return (struct span){ NULL, 0 };
        memcpy(name, names, length);
        name[length] = '\0';
        object = span_member(object, name);
        names += length + (names[length] == '.');
    }
    return object;
}

struct span span_element(struct span array, size_t *at)
{
    size_t start, end;

    if (!opens(array, '['))
        return (struct span){ NULL, 0 };
    start = skip_blanks(array, *at == 0 ? 1 : *at);
    if (start < array.size && array.data[start] == ',')
        start = skip_blanks(array, start + 1);
    end = skip_value(array, start);
    *at = end;
    if (end == start)
        return (struct span){ NULL, 0 };
    return part_of(array, start, end);
}

bool span_is(struct span span, const char *text)
{
    return span.data && span.size == strlen(text) &&
           memcmp(span.data, text, span.size) == 0;
}

bool span_text(struct arena *arena, struct span span, struct span *text)
{
    json_t *value = NULL;
    bool is_string;

    if (opens(span, '"'))
        value = json_loadb(span.data, span.size,
                           JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    is_string = json_is_string(value);
    if (is_string) {
        size_t size = json_string_length(value);
        char *copy = arena_alloc(arena, size + 1);
        memcpy(copy, json_string_value(value), size);
        *text = (struct span){ copy, size };
    }
    json_decref(value);
    return is_string;
}

char *span_string(struct arena *arena, struct span span)
{
    struct span text;

    if (!span_text(arena, span, &text) || memchr(text.data, '\0', text.size))
        return NULL;
    return arena_strndup(arena, text.data, text.size);
}

long long span_integer(struct span span, long long otherwise)
{
    json_t *value =
        span.data ? json_loadb(span.data, span.size, JSON_DECODE_ANY, NULL)
                  : NULL;

    if (json_is_integer(value))
        otherwise = json_integer_value(value);
    json_decref(value);
    return otherwise;
}

void span_replace(struct text *out, struct span whole, struct span part,
                  const char *text)
{
    size_t before = (size_t)(part.data - whole.data);

    text_add_n(out, whole.data, before);
    text_add(out, text);
    text_add_n(out, part.data + part.size, whole.size - before - part.size);
}

void span_insert(struct text *out, struct span whole, struct span object,
                 const char *members)
{
    struct span start = { object.data, 1 };
    size_t at = skip_blanks(object, 1);
    bool is_empty = at < object.size && object.data[at] == '}';

    span_replace(
        out, whole, start,
        arena_format(out->arena, "{%s%s", members, is_empty ? "" : ","));
}

void span_append(struct text *out, struct span whole, struct span array,
                 const char *items)
{
    size_t at = 0;
    bool is_empty = !span_element(array, &at).data;
    struct span end = { array.data + array.size - 1, 1 };

    if (opens(array, '[')) {
        span_replace(
            out, whole, end,
            arena_format(out->arena, "%s%s]", is_empty ? "" : ",", items));
        return;
    }
    span_replace(out, whole, array, arena_format(out->arena, "[%s]", items));
}
