/* frames.c - messages in a stream of bytes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/frames.h"

#include "support/arena.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
    MOST_HEADERS = 64 * 1024,      /* bytes of headers of one message */
    MOST_BODY = 1024 * 1024 * 1024 /* a length beyond that is a mistake */
};

struct frames frames_make(struct arena *arena)
{
    return (struct frames){ .bytes = text_make(arena) };
}

/* What was taken makes room first. */
void frames_add(struct frames *frames, const char *data, size_t size)
{
    struct text *bytes = &frames->bytes;

    if (frames->taken != 0) {
        bytes->length -= frames->taken;
        memmove(bytes->data, bytes->data + frames->taken, bytes->length);
        frames->taken = 0;
    }
    text_add_n(bytes, data, size);
}

/* The digits of a length with blanks around them; false if it is none. */
static bool read_length(struct span value, size_t *length)
{
    size_t number = 0, at = 0, digits = 0;

    while (at < value.size && (value.data[at] == ' ' || value.data[at] == '\t'))
        at++;
    for (; at < value.size && value.data[at] >= '0' && value.data[at] <= '9';
         at++, digits++) {
        number = number * 10 + (size_t)(value.data[at] - '0');
        if (number > MOST_BODY)
            return false;
    }
    while (at < value.size && (value.data[at] == ' ' || value.data[at] == '\t'))
        at++;
    *length = number;
    return digits != 0 && at == value.size;
}

/* What a message says of itself. */
struct heading {
    size_t length;
    bool has_length;
    bool is_broken;
};

static bool is_name(const char *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!isalnum((unsigned char)data[i]) && data[i] != '-')
            return false;
    return size != 0;
}

static void read_header(struct span line, struct heading *heading)
{
    static const char name[] = "Content-Length";
    const char *colon = memchr(line.data, ':', line.size);
    size_t before = colon ? (size_t)(colon - line.data) : 0;

    if (!is_name(line.data, before)) {
        heading->is_broken = true;
    } else if (before == strlen(name) &&
               strncasecmp(line.data, name, before) == 0) {
        struct span value = { colon + 1, line.size - before - 1 };
        heading->is_broken |= !read_length(value, &heading->length);
        heading->has_length = true;
    }
}

/* How many bytes the headers take, with the empty line; 0 if that is not there
 * yet. */
static size_t read_headers(struct span bytes, struct heading *heading)
{
    size_t at = 0;

    while (at < bytes.size && !heading->is_broken) {
        const char *start = bytes.data + at;
        const char *end = memchr(start, '\n', bytes.size - at);
        if (!end)
            return 0;
        struct span line = { start, (size_t)(end - start) };
        at += line.size + 1;
        if (line.size != 0 && line.data[line.size - 1] == '\r')
            line.size--;
        if (line.size == 0)
            return at;
        read_header(line, heading);
    }
    return 0;
}

enum frames_state frames_next(struct frames *frames, struct span *body)
{
    struct span bytes = { frames->bytes.data + frames->taken,
                          frames->bytes.length - frames->taken };
    struct heading heading = { 0 };
    size_t headers;

    if (bytes.size == 0)
        return FRAMES_MORE;
    headers = read_headers(bytes, &heading);
    if (heading.is_broken || (headers != 0 && !heading.has_length) ||
        (headers == 0 && bytes.size > MOST_HEADERS))
        return FRAMES_BROKEN;
    if (headers == 0 || bytes.size - headers < heading.length)
        return FRAMES_MORE;
    *body = (struct span){ bytes.data + headers, heading.length };
    frames->taken += headers + heading.length;
    return FRAMES_MESSAGE;
}

void frames_write(struct text *out, struct span body)
{
    text_addf(out, "Content-Length: %zu\r\n\r\n", body.size);
    text_add_n(out, body.data, body.size);
}
