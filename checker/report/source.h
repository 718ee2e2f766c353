/* source.h - the lines of the files that a report quotes.
 *
 * Files are read when a line of them is first asked for, once. One that cannot
 * be read, or has changed so much that it has no such line, is no trouble: the
 * report goes without the quotation.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_SOURCE_H
#define UNLOADCHECK_REPORT_SOURCE_H

#include "ir/place.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct sources;

/* Without what ends it; not terminated. */
struct source_line {
    const char *data;
    size_t length;
};

struct sources *sources_make(struct arena *arena);

/* Line number `line`, from 1. */
bool sources_line(struct sources *sources, const char *file, uint32_t line,
                  struct source_line *out);

/* Where the byte of that number, from 0, stands. There is an end, too. */
bool sources_place(struct sources *sources, const char *file, size_t offset,
                   struct place *place);

#endif
