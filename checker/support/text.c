/* text.c - doubling buffer in an arena. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/text.h"

#include "support/arena.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

struct text text_make(struct arena *arena)
{
    return (struct text){ .arena = arena };
}

/* Makes room for `extra` more characters and the terminator. */
static void text_reserve(struct text *text, size_t extra)
{
    size_t needed = text->length + extra + 1;
    size_t capacity = text->capacity ? text->capacity : FIRST_CAPACITY;

    if (needed <= text->capacity)
        return;
    while (capacity < needed)
        capacity *= 2;

    char *data = arena_alloc(text->arena, capacity);

    if (text->length != 0)
        memcpy(data, text->data, text->length);
    text->data = data;
    text->capacity = capacity;
}

void text_add_n(struct text *text, const char *string, size_t length)
{
    text_reserve(text, length);
    if (length != 0)
        memcpy(text->data + text->length, string, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_add_n(text, string, strlen(string));
}

void text_add_char(struct text *text, char character)
{
    text_add_n(text, &character, 1);
}

/* Most of it fits into what room there is. */
void text_vaddf(struct text *text, const char *format, va_list arguments)
{
    va_list again;

    va_copy(again, arguments);
    text_reserve(text, 0);

    size_t room = text->capacity - text->length;
    int length = vsnprintf(text->data + text->length, room, format, arguments);

    assert(length >= 0);
    if ((size_t)length >= room) {
        text_reserve(text, (size_t)length);
        vsnprintf(text->data + text->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    text->length += (size_t)length;
}

void text_addf(struct text *text, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    text_vaddf(text, format, arguments);
    va_end(arguments);
}

const char *text_str(const struct text *text)
{
    return text->data ? text->data : "";
}
