/* position.c - places in a text as editors count them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/position.h"

#include "support/utf8.h"

#include <ctype.h>
#include <string.h>

static const char *const encoding_names[] = {
    [ENCODING_UTF16] = "utf-16",
    [ENCODING_UTF8] = "utf-8",
    [ENCODING_UTF32] = "utf-32",
};

bool encoding_find(const char *name, enum encoding *encoding)
{
    for (size_t i = 0; i < sizeof(encoding_names) / sizeof(*encoding_names);
         i++)
        if (strcmp(encoding_names[i], name) == 0) {
            *encoding = (enum encoding)i;
            return true;
        }
    return false;
}

const char *encoding_name(enum encoding encoding)
{
    return encoding_names[encoding];
}

static bool ends_line(char character)
{
    return character == '\n' || character == '\r';
}

/* Behind the end of the line that `at` is in; false if the text ends first. */
static bool next_line(struct span text, size_t *at)
{
    size_t end = *at;

    while (end < text.size && !ends_line(text.data[end]))
        end++;
    if (end == text.size)
        return false;
    if (text.data[end] == '\r' && end + 1 < text.size &&
        text.data[end + 1] == '\n')
        end++;
    *at = end + 1;
    return true;
}

/* The bytes of the character at `at`, and how many units it counts. */
static size_t character_at(struct span text, size_t at, enum encoding encoding,
                           uint32_t *units)
{
    uint32_t code = 0;
    size_t length = utf8_decode(text.data + at, text.size - at, &code);

    *units = 1;
    if (length == 0)
        return 1;
    if (encoding == ENCODING_UTF8)
        *units = (uint32_t)length;
    else if (encoding == ENCODING_UTF16 && code > 0xffff)
        *units = 2;
    return length;
}

size_t position_offset(struct span text, struct position position,
                       enum encoding encoding)
{
    size_t at = 0;
    uint32_t left = position.character;

    for (uint32_t line = 0; line < position.line; line++)
        if (!next_line(text, &at))
            return text.size;
    while (left != 0 && at < text.size && !ends_line(text.data[at])) {
        uint32_t units;
        size_t length = character_at(text, at, encoding, &units);
        if (units > left)
            break;
        left -= units;
        at += length;
    }
    return at;
}

static uint32_t units_between(struct span text, size_t from, size_t to,
                              enum encoding encoding)
{
    uint32_t count = 0, units;

    while (from < to) {
        from += character_at(text, from, encoding, &units);
        count += units;
    }
    return count;
}

struct position position_at(struct span text, size_t offset,
                            enum encoding encoding)
{
    struct position position = { 0, 0 };
    size_t start = 0, next = 0;

    while (next_line(text, &next) && next <= offset) {
        start = next;
        position.line++;
    }
    position.character = units_between(text, start, offset, encoding);
    return position;
}

static bool is_of_word(char character)
{
    return isalnum((unsigned char)character) || character == '_';
}

struct text_range position_word(struct span text, uint32_t line,
                                uint32_t column, enum encoding encoding)
{
    struct position first = { line ? line - 1 : 0, 0 };
    size_t at = position_offset(text, first, ENCODING_UTF8);
    size_t end = at;
    struct text_range range;
    uint32_t units;

    while (end < text.size && !ends_line(text.data[end]))
        end++;
    at = column != 0 && column - 1 < end - at ? at + column - 1 : at;
    range.start = position_at(text, at, encoding);
    if (at < end && !is_of_word(text.data[at]))
        at += character_at(text, at, encoding, &units);
    else
        while (at < end && is_of_word(text.data[at]))
            at++;
    range.end = position_at(text, at, encoding);
    return range;
}

bool position_before(struct position a, struct position b)
{
    return a.line != b.line ? a.line < b.line : a.character < b.character;
}

bool position_read(struct span span, struct position *position)
{
    long long line = span_integer(span_member(span, "line"), -1);
    long long character = span_integer(span_member(span, "character"), -1);

    if (line < 0 || line > UINT32_MAX || character < 0)
        return false;
    position->line = (uint32_t)line;
    position->character =
        character > UINT32_MAX ? UINT32_MAX : (uint32_t)character;
    return true;
}

bool text_range_read(struct span span, struct text_range *range)
{
    return position_read(span_member(span, "start"), &range->start) &&
           position_read(span_member(span, "end"), &range->end);
}

bool text_range_has(struct text_range range, struct position position)
{
    return !position_before(position, range.start) &&
           !position_before(range.end, position);
}

struct text_edit text_edit_make(struct text_range range, struct span text,
                                enum encoding encoding)
{
    struct position extent = position_at(text, text.size, encoding);
    struct text_edit edit = { range, range.start };

    edit.end.line += extent.line;
    edit.end.character =
        extent.character + (extent.line == 0 ? range.start.character : 0);
    return edit;
}

static struct position shifted(struct position position,
                               const struct text_edit *edit)
{
    struct position old = edit->range.end;

    if (position.line == old.line)
        position.character =
            position.character - old.character + edit->end.character;
    position.line = position.line - old.line + edit->end.line;
    return position;
}

bool text_range_shift(struct text_range *range, const struct text_edit *edit)
{
    if (!position_before(edit->range.start, range->end))
        return true;
    if (position_before(range->start, edit->range.end)) {
        range->start = edit->range.start;
        range->end = edit->range.start;
        return false;
    }
    range->start = shifted(range->start, edit);
    range->end = shifted(range->end, edit);
    return true;
}
