/* text.h - a string that grows, in an arena.
 *
 * For messages, dumps and reports that are put together piece by piece. The
 * string is always terminated; growing leaves the old copy behind in the arena,
 * so a text that will be large belongs in a scratch arena.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_TEXT_H
#define UNLOADCHECK_SUPPORT_TEXT_H

#include "support/printf_like.h"

#include <stdarg.h>
#include <stddef.h>

struct text {
    struct arena *arena;
    char *data; /* NULL until something was added */
    size_t length;
    size_t capacity;
};

struct text text_make(struct arena *arena);

void text_add(struct text *text, const char *string);
void text_add_n(struct text *text, const char *string, size_t length);
void text_add_char(struct text *text, char character);

PRINTF_LIKE(2, 3) void text_addf(struct text *text, const char *format, ...);

PRINTF_LIKE(2, 0)
void text_vaddf(struct text *text, const char *format, va_list arguments);

/* Valid until the next addition. Never NULL. */
const char *text_str(const struct text *text);

#endif
