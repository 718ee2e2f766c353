/* read.h - reads the textual IR that ir/dump.h describes.
 *
 * What dump_unit writes is read back to a unit with the same dump. People may
 * leave out places, put things in any order, call temporaries and blocks what
 * they like, and write numbers in hexadecimal; temporaries are numbered as they
 * are made. Everything that is referred to must be described somewhere in the
 * text. Whether the unit makes sense is for unit_verify to say.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_READ_H
#define UNLOADCHECK_IR_READ_H

#include <stddef.h>

struct arena;
struct fail;
struct strings;
struct unit;

/* `path` is where the text is from: for messages, and the unit's path if the
 * text names none. At the first thing that is wrong, tells `fail` and gives
 * NULL. */
struct unit *unit_read(struct arena *arena, struct strings *strings,
                       const char *path, const char *text, size_t size,
                       struct fail *fail);

#endif
