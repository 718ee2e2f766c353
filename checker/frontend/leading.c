/* leading.c - the headers of the system that a text includes first.
 *
 * Only what cannot be misunderstood is gone over: comments, #pragma once, the
 * two lines that guard a header, and a header in quotes that stands beside the
 * file that includes it. A guard is a name that no header of the system asks
 * for: one in _H or _H_ that does not start with an underscore.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/leading.h"

#include "frontend/arguments.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { DEEPEST = 16 };

struct leading {
    struct arena *arena;
    const struct arguments *arguments;
    const char *headers;
    struct text out;
};

/* A text as far as it is read. */
struct reader {
    const char *path;
    const char *at;
    bool is_guarded; /* by lines that are behind us */
    unsigned depth;
};

static void skip_nothing(struct reader *reader)
{
    for (;;) {
        const char *end = NULL;
        while (isspace((unsigned char)*reader->at))
            reader->at++;
        if (strncmp(reader->at, "//", 2) == 0)
            end = strchr(reader->at, '\n');
        else if (strncmp(reader->at, "/*", 2) == 0)
            end = strstr(reader->at + 2, "*/");
        else
            return;
        if (end && *end == '*')
            end += 2;
        reader->at = end ? end : reader->at + strlen(reader->at);
    }
}

static void skip_blanks(struct reader *reader)
{
    reader->at += strspn(reader->at, " \t");
}

/* Goes behind the word if it stands here. */
static bool accept(struct reader *reader, const char *word)
{
    size_t length = strlen(word);
    char behind =
        reader->at[0] ? reader->at[strnlen(reader->at, length)] : '\0';

    if (strncmp(reader->at, word, length) != 0 ||
        isalnum((unsigned char)behind) || behind == '_')
        return false;
    reader->at += length;
    skip_blanks(reader);
    return true;
}

/* Nothing but a comment in the rest of the line. */
static bool ends_line(struct reader *reader)
{
    skip_blanks(reader);
    if (strncmp(reader->at, "//", 2) == 0) {
        size_t length = strcspn(reader->at, "\n");
        if (length != 0 && memchr(reader->at, '\\', length))
            return false;
        reader->at += length;
    }
    reader->at += *reader->at == '\r';
    return *reader->at == '\n' || *reader->at == '\0';
}

static size_t word_length(const char *at)
{
    size_t length = 0;

    while (isalnum((unsigned char)at[length]) || at[length] == '_')
        length++;
    return length;
}

static bool is_guard(const char *name, size_t length)
{
    size_t end = length != 0 && name[length - 1] == '_' ? length - 1 : length;

    return end > 2 && name[0] != '_' && name[end - 1] == 'H' &&
           name[end - 2] == '_';
}

/* Behind "#ifndef": the name, and "#define" with the same one. */
static bool read_guard(struct reader *reader)
{
    const char *name = reader->at;
    size_t length = word_length(name);

    if (!is_guard(name, length))
        return false;
    reader->at += length;
    if (!ends_line(reader))
        return false;
    skip_nothing(reader);
    if (*reader->at != '#')
        return false;
    reader->at++;
    skip_blanks(reader);
    if (!accept(reader, "define") || word_length(reader->at) != length ||
        memcmp(reader->at, name, length) != 0)
        return false;
    reader->at += length;
    reader->is_guarded = true;
    return ends_line(reader);
}

/* Whether a header that is included by that name is the built-in one. */
static bool is_built_in(const struct leading *leading, const char *name)
{
    struct arena *scratch = arena_open();
    bool good = file_is_regular(path_join(scratch, leading->headers, name));

    vec_each (const char *, folder, &leading->arguments->folders)
        good = good && (strcmp(*folder, leading->headers) == 0 ||
                        !file_is_regular(path_join(scratch, *folder, name)));
    arena_close(scratch);
    return good;
}

static bool read_text(struct leading *leading, struct reader *reader);

/* A header of the file's own: false, if it says anything. */
static bool read_header(struct leading *leading, const struct reader *from,
                        const char *name)
{
    const char *folder = path_directory(leading->arena, from->path);
    const char *path = path_join(leading->arena, folder, name);
    struct file_text text;
    struct reader reader = { .path = path, .depth = from->depth + 1 };

    if (reader.depth > DEEPEST || !file_is_regular(path) ||
        !file_read(leading->arena, path, fail_make(leading->arena), &text))
        return false;
    reader.at = text.data;
    return read_text(leading, &reader);
}

/* Behind "#include". */
static bool read_include(struct leading *leading, struct reader *reader)
{
    char close = *reader->at == '<' ? '>' : '"';
    const char *start = reader->at + 1;
    size_t length =
        *reader->at == '<' || *reader->at == '"' ? strcspn(start, ">\"\n") : 0;
    const char *name = arena_strndup(leading->arena, start, length);

    if (length == 0 || start[length] != close)
        return false;
    reader->at = start + length + 1;
    if (!ends_line(reader))
        return false;
    if (close == '"')
        return read_header(leading, reader, name);
    if (!is_built_in(leading, name))
        return false;
    text_addf(&leading->out, "#include <%s>\n", name);
    return true;
}

/* True if nothing was said up to the end. */
static bool read_text(struct leading *leading, struct reader *reader)
{
    static const char byte_order_mark[] = "\xef\xbb\xbf";
    bool is_first = true;

    if (strncmp(reader->at, byte_order_mark, 3) == 0)
        reader->at += 3;
    for (;; is_first = false) {
        skip_nothing(reader);
        if (*reader->at == '\0')
            return !reader->is_guarded;
        if (*reader->at++ != '#')
            return false;
        skip_blanks(reader);
        if (accept(reader, "include")) {
            if (!read_include(leading, reader))
                return false;
        } else if (accept(reader, "pragma")) {
            if (!accept(reader, "once") || !ends_line(reader))
                return false;
        } else if (accept(reader, "ifndef")) {
            if (!is_first || !read_guard(reader))
                return false;
        } else {
            return false;
        }
    }
}

const char *leading_includes(struct arena *arena,
                             const struct arguments *arguments,
                             const char *headers, const char *path,
                             const char *text)
{
    struct leading leading = { .arena = arena,
                               .arguments = arguments,
                               .headers = headers,
                               .out = text_make(arena) };
    struct reader reader = { .path = path, .at = text };

    read_text(&leading, &reader);
    return leading.out.length != 0 ? text_str(&leading.out) : NULL;
}
