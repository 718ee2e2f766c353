/* place.h - a place in a source file, as the user wrote it.
 *
 * A place inside a macro is the place where the outermost macro was used.
 * `file` is an interned string (pointers compare), relative to the working
 * folder when the file is below it; NULL when there is no place.
 * Lines and columns count from 1; a column is a count of bytes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_PLACE_H
#define UNLOADCHECK_IR_PLACE_H

#include "support/fail.h"

#include <stdint.h>

struct place {
    const char *file;
    uint32_t line;
    uint32_t column;
};

/* By file name, line, column: negative, zero or positive, as strcmp. */
int place_compare(struct place a, struct place b);

/* The place of a message, and back. */
struct fail_place place_to_fail(struct place place);
struct place place_from_fail(struct fail_place place);

#endif
