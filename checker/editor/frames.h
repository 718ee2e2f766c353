/* frames.h - messages in a stream of bytes: the base protocol of LSP.
 *
 * A message is headers, an empty line, and as many bytes as Content-Length
 * says. Read are names of headers in any case, other headers, and lines that
 * end in a line feed alone; what is written has one header, as the strictest
 * reader wants it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_FRAMES_H
#define UNLOADCHECK_EDITOR_FRAMES_H

#include "editor/span.h"
#include "support/text.h"

/* What has arrived and was not taken yet. The arena is nobody else's: it keeps
 * about twice as much as the largest message. */
struct frames {
    struct text bytes;
    size_t taken;
};

enum frames_state {
    FRAMES_MORE,    /* the next message is not there as a whole */
    FRAMES_MESSAGE, /* it is */
    FRAMES_BROKEN   /* this is no message, and where one begins is not known */
};

struct frames frames_make(struct arena *arena);
void frames_add(struct frames *frames, const char *data, size_t size);

/* Takes the next message; `body` lives until the next frames_add. */
enum frames_state frames_next(struct frames *frames, struct span *body);

/* Adds the message as it goes over the wire. */
void frames_write(struct text *out, struct span body);

#endif
