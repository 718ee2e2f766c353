/* fail.c - messages in order of arrival, each once. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/fail.h"

#include "support/arena.h"
#include "support/printf_like.h"
#include "support/strings.h"
#include "support/text.h"
#include "support/vec.h"

#include <assert.h>
#include <stdarg.h>

struct fail {
    struct arena *arena;
    struct strings *seen; /* the printed form of every message */
    struct vec_of(struct fail_message) messages;
    size_t printed;
    bool any_error;
};

struct fail *fail_make(struct arena *arena)
{
    struct fail *fail = arena_new(arena, struct fail);

    fail->arena = arena;
    fail->seen = strings_make(arena);
    return fail;
}

static void add_place(struct text *line, const struct fail_place *place)
{
    text_add(line, place->file ? place->file : "unloadcheck");
    if (place->line != 0)
        text_addf(line, ":%u", place->line);
    if (place->line != 0 && place->column != 0)
        text_addf(line, ":%u", place->column);
}

static const char *printed_form(struct arena *arena,
                                const struct fail_message *message)
{
    struct text line = text_make(arena);
    bool is_error = message->severity == FAIL_ERROR;

    add_place(&line, &message->place);
    text_addf(&line, ": %s: %s\n", is_error ? "error" : "note", message->text);
    return text_str(&line);
}

PRINTF_LIKE(4, 0)
static void message_add(struct fail *fail, enum fail_severity severity,
                        struct fail_place place, const char *format,
                        va_list arguments)
{
    struct fail_message message = {
        .severity = severity,
        .place = place,
        .text = arena_vformat(fail->arena, format, arguments),
    };
    const char *form = printed_form(fail->arena, &message);

    if (strings_find(fail->seen, form))
        return;
    strings_intern(fail->seen, form);
    if (place.file)
        message.place.file = arena_strdup(fail->arena, place.file);
    vec_push(fail->arena, &fail->messages, message);
    fail->any_error |= severity == FAIL_ERROR;
}

void fail_add(struct fail *fail, struct fail_place place, const char *format,
              ...)
{
    va_list arguments;

    va_start(arguments, format);
    message_add(fail, FAIL_ERROR, place, format, arguments);
    va_end(arguments);
}

void fail_note(struct fail *fail, struct fail_place place, const char *format,
               ...)
{
    va_list arguments;

    va_start(arguments, format);
    message_add(fail, FAIL_NOTE, place, format, arguments);
    va_end(arguments);
}

void fail_repeat(struct fail *fail, const struct fail_message *message)
{
    if (message->severity == FAIL_ERROR)
        fail_add(fail, message->place, "%s", message->text);
    else
        fail_note(fail, message->place, "%s", message->text);
}

void fail_take(struct fail *fail, const struct fail *from)
{
    vec_each (struct fail_message, message, &from->messages)
        fail_repeat(fail, message);
}

bool fail_any(const struct fail *fail)
{
    return fail->any_error;
}

size_t fail_count(const struct fail *fail)
{
    return fail->messages.count;
}

const struct fail_message *fail_at(const struct fail *fail, size_t index)
{
    assert(index < fail->messages.count);
    return &fail->messages.items[index];
}

void fail_print(struct fail *fail, FILE *out)
{
    struct arena *scratch = arena_open();

    for (; fail->printed < fail->messages.count; fail->printed++)
        fputs(printed_form(scratch, &fail->messages.items[fail->printed]), out);
    arena_close(scratch);
}
