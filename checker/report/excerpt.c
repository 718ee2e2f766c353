/* excerpt.c - a line as a row of glyphs, and the caret below one of them.
 *
 * A column of a place counts bytes. On the terminal a tab is as wide as it
 * likes, a character of several bytes one or two cells, a combining one none.
 * So the caret line repeats each tab and puts as many spaces as a glyph has
 * cells under all others, and need not know how wide a tab is.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/excerpt.h"

#include "report/palette.h"
#include "report/source.h"
#include "support/text.h"
#include "support/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { LONGEST = 200, BEFORE_CARET = 100, NUMBER_WIDTH = 5 };

/* One character of a source line. */
struct glyph {
    const char *data;
    size_t length; /* in bytes */
    unsigned width;
    bool is_hidden; /* not to be sent to a terminal as it is */
};

struct code_range {
    uint32_t first;
    uint32_t last;
};

static bool in_ranges(uint32_t code, const struct code_range *ranges,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

#define IN(code, ranges) \
    in_ranges((code), (ranges), sizeof(ranges) / sizeof((ranges)[0]))

static bool is_wide(uint32_t code)
{
    static const struct code_range wide[] = {
        { 0x1100, 0x115f },   { 0x2e80, 0xa4cf },   { 0xac00, 0xd7a3 },
        { 0xf900, 0xfaff },   { 0xfe30, 0xfe6f },   { 0xff00, 0xff60 },
        { 0xffe0, 0xffe6 },   { 0x1f300, 0x1f64f }, { 0x1f680, 0x1f6ff },
        { 0x1f900, 0x1faff }, { 0x20000, 0x3fffd },
    };

    return IN(code, wide);
}

static bool is_combining(uint32_t code)
{
    static const struct code_range combining[] = {
        { 0x300, 0x36f },   { 0x1ab0, 0x1aff }, { 0x1dc0, 0x1dff },
        { 0x20d0, 0x20ff }, { 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f },
    };

    return IN(code, combining);
}

/* Controls of the terminal, and those that turn the direction of the text so
 * that a line reads as something else than it is. */
static bool is_hidden(uint32_t code)
{
    static const struct code_range hidden[] = {
        { 0, 0x1f },          { 0x7f, 0x9f },     { 0x200b, 0x200f },
        { 0x2028, 0x202e },   { 0x2060, 0x2069 }, { 0xfeff, 0xfeff },
        { 0xe0000, 0xe0fff },
    };

    return code != '\t' && IN(code, hidden);
}

static struct glyph glyph_at(const char *data, size_t size)
{
    uint32_t code = 0;
    size_t length = utf8_decode(data, size, &code);
    struct glyph glyph = { .data = data, .length = length, .width = 1 };

    if (length == 0) {
        glyph.length = 1;
        glyph.is_hidden = true;
        return glyph;
    }
    glyph.is_hidden = is_hidden(code);
    if (is_combining(code))
        glyph.width = 0;
    else if (is_wide(code))
        glyph.width = 2;
    return glyph;
}

static void add_glyph(const struct glyph *glyph, struct text *out)
{
    if (glyph->is_hidden)
        text_add_char(out, '?');
    else
        text_add_n(out, glyph->data, glyph->length);
}

static void add_blank(const struct glyph *glyph, struct text *out)
{
    if (*glyph->data == '\t')
        text_add_char(out, '\t');
    else
        text_addf(out, "%*s", (int)glyph->width, "");
}

/* The part of a line that is shown, from a character's start to another's. */
struct window {
    const char *start;
    const char *end;
};

static bool is_continuation(const char *data)
{
    return ((unsigned char)*data & 0xc0) == 0x80;
}

static struct window window_around(struct source_line line, size_t column)
{
    const char *last = line.data + line.length;
    struct window window = { line.data, last };

    if (line.length <= LONGEST)
        return window;
    if (column > BEFORE_CARET)
        window.start += column - BEFORE_CARET;
    while (window.start < last && is_continuation(window.start))
        window.start++;
    if (last - window.start > LONGEST)
        window.end = window.start + LONGEST;
    while (window.end < last && is_continuation(window.end))
        window.end++;
    return window;
}

/* `number` 0: the gutter of the line below. */
static void add_gutter(size_t indent, uint32_t number,
                       const struct palette *palette, struct text *out)
{
    text_addf(out, "%*s%s", (int)indent, "", palette->gutter);
    if (number != 0)
        text_addf(out, "%*u", NUMBER_WIDTH, number);
    else
        text_addf(out, "%*s", NUMBER_WIDTH, "");
    text_addf(out, " |%s", palette->plain);
}

static void add_source(struct window window, struct text *out)
{
    struct glyph glyph;

    for (const char *at = window.start; at < window.end; at += glyph.length) {
        glyph = glyph_at(at, (size_t)(window.end - at));
        add_glyph(&glyph, out);
    }
}

static void add_caret(struct window window, const char *column,
                      const struct palette *palette, struct text *out)
{
    struct glyph glyph;

    for (const char *at = window.start; at < column && at < window.end;
         at += glyph.length) {
        glyph = glyph_at(at, (size_t)(window.end - at));
        if (at + glyph.length > column)
            break;
        add_blank(&glyph, out);
    }
    text_addf(out, "%s^%s\n", palette->caret, palette->plain);
}

void excerpt_add(struct sources *sources, struct place place, size_t indent,
                 const struct palette *palette, struct text *out)
{
    struct source_line line;

    if (!place.file || !sources_line(sources, place.file, place.line, &line))
        return;

    size_t column =
        place.column <= line.length ? place.column : line.length + 1;
    struct window window = window_around(line, column);

    add_gutter(indent, place.line, palette, out);
    if (line.length != 0)
        text_add_char(out, ' ');
    add_source(window, out);
    text_add_char(out, '\n');
    if (place.column == 0)
        return;
    add_gutter(indent, 0, palette, out);
    text_add_char(out, ' ');
    add_caret(window, line.data + column - 1, palette, out);
}
