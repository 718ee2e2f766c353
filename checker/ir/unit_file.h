/* unit_file.h - a unit as bytes, to be kept and to be sent.
 *
 * What capture leaves behind for analyze, and what the cache holds: the unit,
 * and what was told to the user while it was captured. The same unit gives the
 * same bytes on every machine. A file is a header of UNIT_FILE_HEADER bytes and
 * the contents, numbers lowest byte first:
 *
 *     0  the eight bytes "\x8aunit\r\n\x1a", which no text starts with, and
 *        which do not survive a transfer that changes ends of lines
 *     8  the format: changes with the layout and with the instructions there
 *        are (32 bits), then 32 bits that are zero
 *    16  how many bytes follow the header (64 bits)
 *    24  XXH3 of those (64 bits)
 *
 * A unit that is read in full has all that the textual IR (ir/dump.h) has.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_UNIT_FILE_H
#define UNLOADCHECK_IR_UNIT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNIT_FILE_HEADER = 32 };

struct arena;
struct fail;
struct strings;
struct text;
struct unit;

/* The format that this program writes and reads. */
uint32_t unit_file_format(void);

/* Adds the bytes to `out`, which is empty. `unit` may be NULL, when there are
 * only messages: nothing could be captured. */
void unit_file_write(struct text *out, const struct unit *unit,
                     const struct fail *said);

/* How much of a unit is read: all, or all but the bodies of functions that do
 * nothing that anyone else can tell (ir/inert.h). */
enum unit_file_extent { UNIT_FILE_WHOLE, UNIT_FILE_NO_INERT };

/* The unit lives in `arena`; `data` is no longer needed. Its messages are told
 * to `said`. False, and why is told to `fail`, with `path` as the place, if
 * this is no unit of this format, whole and as it was written. Whether the unit
 * makes sense is for unit_verify to say. */
bool unit_file_read(struct arena *arena, struct strings *strings,
                    const char *path, const void *data, size_t size,
                    enum unit_file_extent extent, struct fail *said,
                    struct fail *fail, struct unit **unit);

/* Whether it is a unit file of this format, and as it was written. */
bool unit_file_is_whole(const void *data, size_t size);

/* Whether data starts as a unit file of any format does. */
bool unit_file_is(const void *data, size_t size);

#endif
