/* json_parts.c - thin, around jansson. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/json_parts.h"

#include "support/arena.h"
#include "support/text.h"
#include "support/utf8.h"

#include <string.h>

enum { INDENT = 2 };

json_t *json_text(const char *string)
{
    struct arena *arena = arena_open();
    struct text clean = text_make(arena);
    json_t *value;

    for (const char *line = string;; line++) {
        size_t length = strcspn(line, "\n");

        utf8_add(line, length, &clean);
        line += length;
        if (*line == '\0')
            break;
        text_add_char(&clean, '\n');
    }
    value = json_stringn(text_str(&clean), clean.length);
    arena_close(arena);
    return value;
}

void json_put(json_t *object, const char *key, json_t *value)
{
    if (value)
        json_object_set_new(object, key, value);
}

void json_push(json_t *array, json_t *value)
{
    if (value)
        json_array_append_new(array, value);
}

void json_put_text(json_t *object, const char *key, const char *string)
{
    if (string && *string != '\0')
        json_put(object, key, json_text(string));
}

void json_put_count(json_t *object, const char *key, size_t count)
{
    if (count != 0)
        json_put(object, key, json_integer((json_int_t)count));
}

static int add_piece(const char *data, size_t size, void *out)
{
    text_add_n(out, data, size);
    return 0;
}

void json_finish(json_t *value, struct text *out)
{
    json_dump_callback(value, add_piece, out, JSON_INDENT(INDENT));
    text_add_char(out, '\n');
    json_decref(value);
}
