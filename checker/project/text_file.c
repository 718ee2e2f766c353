/* text_file.c - what Windows tools write, to UTF-8. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/text_file.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/text.h"
#include "support/utf8.h"

#include <string.h>

enum encoding { UTF_8, UTF_16LE, UTF_16BE, LATIN_1 };

struct mark {
    const char *bytes;
    size_t size;
    enum encoding encoding;
};

static const struct mark marks[] = {
    { "\xEF\xBB\xBF", 3, UTF_8 },
    { "\xFF\xFE", 2, UTF_16LE },
    { "\xFE\xFF", 2, UTF_16BE },
};

static const struct mark *find_mark(const struct file_text *raw)
{
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (raw->size >= marks[i].size &&
            memcmp(raw->data, marks[i].bytes, marks[i].size) == 0)
            return &marks[i];
    return NULL;
}

/* Of UTF-16 without a mark every other byte of the first letters is zero. */
static enum encoding guess(const struct file_text *raw)
{
    if (raw->size >= 2 && raw->data[0] != '\0' && raw->data[1] == '\0')
        return UTF_16LE;
    if (raw->size >= 2 && raw->data[0] == '\0' && raw->data[1] != '\0')
        return UTF_16BE;
    return utf8_is(raw->data, raw->size) ? UTF_8 : LATIN_1;
}

/* The unit of UTF-16 that begins at `at`; 0 behind the end. */
static uint32_t unit_at(const struct file_text *raw, size_t at, bool is_big)
{
    if (at + 2 > raw->size)
        return 0;

    const unsigned char *bytes = (const unsigned char *)raw->data + at;

    return is_big ? (uint32_t)bytes[0] << 8 | bytes[1]
                  : (uint32_t)bytes[1] << 8 | bytes[0];
}

/* Beyond 16 bits a character is two units, each of which says which it is. */
static bool from_utf16(const struct file_text *raw, bool is_big,
                       struct text *out)
{
    for (size_t at = 0; at < raw->size; at += 2) {
        uint32_t code = unit_at(raw, at, is_big);
        if (code >> 10 == 0xd800 >> 10) {
            uint32_t low = unit_at(raw, at += 2, is_big);
            if (low >> 10 != 0xdc00 >> 10)
                return false;
            code = 0x10000 + ((code & 0x3ff) << 10 | (low & 0x3ff));
        } else if (at + 2 > raw->size || code >> 10 == 0xdc00 >> 10) {
            return false;
        }
        utf8_add_code(code, out);
    }
    return true;
}

static bool from_latin1(const struct file_text *raw, struct text *out)
{
    for (size_t at = 0; at < raw->size; at++)
        utf8_add_code((unsigned char)raw->data[at], out);
    return true;
}

static bool convert(struct arena *arena, enum encoding encoding,
                    struct file_text *text)
{
    struct text out = text_make(arena);

    if (encoding == UTF_8)
        return true;
    if (!(encoding == LATIN_1 ? from_latin1(text, &out)
                              : from_utf16(text, encoding == UTF_16BE, &out)))
        return false;
    text->data = text_str(&out);
    text->size = out.length;
    return true;
}

bool text_file_read(struct arena *arena, const char *path, struct fail *fail,
                    struct file_text *text)
{
    if (!file_read(arena, path, fail, text))
        return false;

    const struct mark *mark = find_mark(text);
    enum encoding encoding = mark ? mark->encoding : guess(text);

    if (mark) {
        text->data += mark->size;
        text->size -= mark->size;
    }
    if (convert(arena, encoding, text))
        return true;
    fail_add(fail, (struct fail_place){ .file = path }, "is not UTF-16 text");
    return false;
}

const char *text_file_line(struct arena *arena, const char **rest)
{
    if (**rest == '\0')
        return NULL;

    size_t length = strcspn(*rest, "\r\n");
    const char *line = arena_strndup(arena, *rest, length);

    *rest += length;
    if (**rest == '\r')
        ++*rest;
    if (**rest == '\n')
        ++*rest;
    return line;
}
