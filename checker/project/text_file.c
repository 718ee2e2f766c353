/* text_file.c - any encoding to UTF-8; libxml2 knows them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/text_file.h"

#include "support/arena.h"
#include "support/fail.h"

#include <libxml/encoding.h>
#include <libxml/tree.h>
#include <libxml/xmlstring.h>
#include <string.h>

struct mark {
    const char *bytes;
    size_t size;
    const char *encoding; /* NULL: needs no change */
};

static const struct mark marks[] = {
    { "\xEF\xBB\xBF", 3, NULL },
    { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
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
static const char *guess(const struct file_text *raw)
{
    if (raw->size >= 2 && raw->data[0] != '\0' && raw->data[1] == '\0')
        return "UTF-16LE";
    if (raw->size >= 2 && raw->data[0] == '\0' && raw->data[1] != '\0')
        return "UTF-16BE";
    return xmlCheckUTF8((const xmlChar *)raw->data) ? NULL : "ISO-8859-1";
}

static bool convert(struct arena *arena, const char *encoding,
                    struct file_text *text)
{
    xmlCharEncodingHandler *handler = xmlFindCharEncodingHandler(encoding);
    xmlBuffer *in = xmlBufferCreateSize(text->size + 1);
    xmlBuffer *out = xmlBufferCreateSize(2 * text->size + 1);
    bool good = handler && in && out;

    if (good) {
        xmlBufferAdd(in, (const xmlChar *)text->data, (int)text->size);
        good = xmlCharEncInFunc(handler, out, in) >= 0;
    }
    if (good) {
        text->size = (size_t)xmlBufferLength(out);
        text->data = arena_strndup(arena, (const char *)xmlBufferContent(out),
                                   text->size);
    }
    xmlBufferFree(in);
    xmlBufferFree(out);
    if (handler)
        xmlCharEncCloseFunc(handler);
    return good;
}

bool text_file_read(struct arena *arena, const char *path, struct fail *fail,
                    struct file_text *text)
{
    if (!file_read(arena, path, fail, text))
        return false;

    const struct mark *mark = find_mark(text);
    const char *encoding = mark ? mark->encoding : guess(text);

    if (mark) {
        text->data += mark->size;
        text->size -= mark->size;
    }
    if (!encoding || text->size == 0 || convert(arena, encoding, text))
        return true;
    fail_add(fail, (struct fail_place){ .file = path }, "is not %s text",
             encoding);
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
