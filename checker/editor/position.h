/* position.h - places in a text as editors count them.
 *
 * Lines and characters count from 0, and a character is a unit of the encoding
 * that editor and server have agreed on. A line ends at "\n", "\r\n" or "\r".
 * A byte that is no UTF-8 counts as one unit.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_POSITION_H
#define UNLOADCHECK_EDITOR_POSITION_H

#include "editor/span.h"

#include <stdint.h>

enum encoding { ENCODING_UTF16, ENCODING_UTF8, ENCODING_UTF32 };

struct position {
    uint32_t line;
    uint32_t character;
};

/* From the first character up to, not with, the last one. */
struct text_range {
    struct position start;
    struct position end;
};

/* The encoding that LSP has that name for ("utf-16"); false: none. */
bool encoding_find(const char *name, enum encoding *encoding);
const char *encoding_name(enum encoding encoding);

/* Where the position is in the text, in bytes. Beyond the end of a line is its
 * end, beyond the last line the end of the text; inside of a character is
 * before it. */
size_t position_offset(struct span text, struct position position,
                       enum encoding encoding);

/* The position of a byte, `offset` at most the size of the text. */
struct position position_at(struct span text, size_t offset,
                            enum encoding encoding);

/* The word that starts at a place as compilers count (line and column from 1,
 * the column in bytes), or the one character that is there. */
struct text_range position_word(struct span text, uint32_t line,
                                uint32_t column, enum encoding encoding);

bool position_before(struct position a, struct position b);

/* Reads a position or a range of LSP; false if it is none. */
bool position_read(struct span span, struct position *position);
bool text_range_read(struct span span, struct text_range *range);

/* Whether the position is in the range or at its end. */
bool text_range_has(struct text_range range, struct position position);

/* A change of a text: what was in `range` is now a text that ends at `end`. */
struct text_edit {
    struct text_range range;
    struct position end;
};

/* The edit that puts `text` in place of the range. */
struct text_edit text_edit_make(struct text_range range, struct span text,
                                enum encoding encoding);

/* Where the range is after the edit. False, and the range is where the edit
 * was, if something in it was changed. */
bool text_range_shift(struct text_range *range, const struct text_edit *edit);

#endif
