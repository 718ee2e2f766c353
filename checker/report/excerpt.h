/* excerpt.h - the source line of a place, with a caret under the column. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_EXCERPT_H
#define UNLOADCHECK_REPORT_EXCERPT_H

#include "engine/finding.h"

#include <stddef.h>

struct palette;
struct sources;
struct text;

/* Adds two lines, each behind `indent` spaces and a gutter; without the second
 * when the column is not known; nothing when the line cannot be read. Control
 * characters and what is no UTF-8 are shown as '?', and of a very long line
 * only what is around the column. */
void excerpt_add(struct sources *sources, struct place place, size_t indent,
                 const struct palette *palette, struct text *out);

#endif
