/* directives.c - the preprocessor's lines of a text, without preprocessing. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/directives.h"

#include <stdbool.h>
#include <string.h>

struct line {
    const char *at;
    const char *end;
};

static void skip_space(struct line *line)
{
    while (line->at < line->end && (*line->at == ' ' || *line->at == '\t'))
        line->at++;
}

/* Goes behind the word if it stands here. */
static bool accept(struct line *line, const char *word)
{
    size_t length = strlen(word);

    if ((size_t)(line->end - line->at) < length ||
        memcmp(line->at, word, length) != 0)
        return false;
    line->at += length;
    return true;
}

/* "name" or <name>; the line is behind it then. */
static bool quoted(struct line *line, const char **name, size_t *length)
{
    char close = '\0';

    skip_space(line);
    if (line->at < line->end)
        close = *line->at == '"' ? '"' : *line->at == '<' ? '>' : '\0';
    if (close == '\0')
        return false;
    *name = line->at + 1;

    const char *stop = memchr(*name, close, (size_t)(line->end - *name));

    if (!stop)
        return false;
    *length = (size_t)(stop - *name);
    line->at = stop + 1;
    return *length != 0;
}

static void read_directive(struct line line,
                           void (*visit)(void *data, const char *name,
                                         size_t length),
                           void *data)
{
    static const char question[] = "__has_include";
    const char *name;
    size_t length;

    skip_space(&line);
    if (accept(&line, "include_next") || accept(&line, "include") ||
        accept(&line, "import")) {
        if (quoted(&line, &name, &length))
            visit(data, name, length);
        return;
    }
    if (!accept(&line, "if") && !accept(&line, "elif"))
        return;
    for (; line.at < line.end; line.at++)
        if (accept(&line, question)) {
            accept(&line, "_next");
            skip_space(&line);
            if (accept(&line, "(") && quoted(&line, &name, &length))
                visit(data, name, length);
        }
}

void directives_includes(const char *text, size_t size,
                         void (*visit)(void *data, const char *name,
                                       size_t length),
                         void *data)
{
    const char *end = text + size;

    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        struct line line = { text, stop ? stop : end };
        skip_space(&line);
        if (accept(&line, "#"))
            read_directive(line, visit, data);
        text = stop ? stop + 1 : end;
    }
}
