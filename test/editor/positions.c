// RUN: %units/editor-positions
#include "editor/position.h"
#include "support/arena.h"
#include "expect.h"

/* Two, three and four bytes; one, one and two units of UTF-16. */
#define E_ACUTE "\xc3\xa9"
#define EURO    "\xe2\x82\xac"
#define SMILE   "\xf0\x9f\x98\x80"

static struct span all(const char *text)
{
    return (struct span){ text, strlen(text) };
}

static size_t offset(const char *text, uint32_t line, uint32_t character,
                     enum encoding encoding)
{
    struct position position = { line, character };

    return position_offset(all(text), position, encoding);
}

static bool is_at(const char *text, size_t at, enum encoding encoding,
                  uint32_t line, uint32_t character)
{
    struct position position = position_at(all(text), at, encoding);

    return position.line == line && position.character == character;
}

static void units(void)
{
    const char *text = "x\n" E_ACUTE SMILE EURO "y";

    expect(offset(text, 1, 9, ENCODING_UTF8) == 11);
    expect(offset(text, 1, 4, ENCODING_UTF16) == 11);
    expect(offset(text, 1, 3, ENCODING_UTF32) == 11);
    expect(is_at(text, 11, ENCODING_UTF8, 1, 9));
    expect(is_at(text, 11, ENCODING_UTF16, 1, 4));
    expect(is_at(text, 11, ENCODING_UTF32, 1, 3));
    expect(offset(text, 1, 2, ENCODING_UTF16) == 4); /* inside of a character */
    expect(offset(text, 1, 1, ENCODING_UTF8) == 2);
    expect(offset("\xff\xff!", 0, 2, ENCODING_UTF16) == 2);
}

static void ends(void)
{
    expect(offset("ab\r\ncd\re\nf", 1, 1, ENCODING_UTF16) == 5);
    expect(offset("ab\r\ncd\re\nf", 2, 0, ENCODING_UTF16) == 7);
    expect(offset("ab\r\ncd\re\nf", 3, 9, ENCODING_UTF16) == 10);
    expect(offset("ab\r\ncd", 0, 99, ENCODING_UTF16) == 2);
    expect(offset("ab", 9, 0, ENCODING_UTF16) == 2);
    expect(is_at("ab\r\n", 4, ENCODING_UTF16, 1, 0));
    expect(is_at("", 0, ENCODING_UTF8, 0, 0));
}

static bool is_range(struct text_range range, uint32_t line, uint32_t from,
                     uint32_t to)
{
    return range.start.line == line && range.end.line == line &&
           range.start.character == from && range.end.character == to;
}

static void words(void)
{
    const char *text = "\n/* " SMILE " */ Unload(x);\n}\n";

    expect(is_range(position_word(all(text), 2, 12, ENCODING_UTF16), 1, 9, 15));
    expect(is_range(position_word(all(text), 2, 18, ENCODING_UTF16), 1, 15, 16));
    expect(is_range(position_word(all(text), 3, 1, ENCODING_UTF8), 2, 0, 1));
    expect(is_range(position_word(all(text), 3, 9, ENCODING_UTF8), 2, 0, 1));
    expect(is_range(position_word(all(text), 9, 9, ENCODING_UTF8), 3, 0, 0));
}

/* The range 2:4-2:8 after an edit; line 99 if something in it was changed. */
static struct text_range moved(uint32_t line, uint32_t from, uint32_t to_line,
                          uint32_t to, const char *text)
{
    struct text_range range = { { 2, 4 }, { 2, 8 } };
    struct text_range place = { { line, from }, { to_line, to } };
    struct text_edit edit = text_edit_make(place, all(text), ENCODING_UTF16);

    if (!text_range_shift(&range, &edit))
        range.start.line = range.end.line = 99;
    return range;
}

static void shifts(void)
{
    expect(is_range(moved(0, 0, 0, 0, "a\nb\n"), 4, 4, 8)); /* lines above */
    expect(is_range(moved(0, 0, 1, 0, ""), 1, 4, 8));       /* one less */
    expect(is_range(moved(3, 0, 4, 0, ""), 2, 4, 8));       /* below */
    expect(is_range(moved(2, 0, 2, 2, SMILE "abc"), 2, 7, 11));
    expect(is_range(moved(2, 4, 2, 4, "x"), 2, 5, 9)); /* in front of it */
    expect(is_range(moved(2, 8, 2, 8, "x"), 2, 4, 8)); /* behind it */
    expect(is_range(moved(1, 3, 2, 4, "xy"), 1, 5, 9)); /* its line is joined */
    expect(is_range(moved(2, 1, 2, 1, "x\nyy"), 3, 5, 9)); /* ... and broken */
    expect(moved(2, 5, 2, 6, "x").start.line == 99);
    expect(moved(1, 0, 3, 0, "").start.line == 99);
}

static void names(void)
{
    enum encoding encoding = ENCODING_UTF16;

    expect(encoding_find("utf-32", &encoding) && encoding == ENCODING_UTF32);
    expect(!encoding_find("utf-7", &encoding) && encoding == ENCODING_UTF32);
    expect_text(encoding_name(ENCODING_UTF8), "utf-8");
}

int main(void)
{
    units();
    ends();
    words();
    shifts();
    names();
}
