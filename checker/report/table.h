/* table.h - columns of words for the terminal. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_TABLE_H
#define UNLOADCHECK_REPORT_TABLE_H

#include <stddef.h>

struct text;

/* Adds `row_count` lines of `column_count` cells each, which stand row by row
 * in `cells`. Every column but the last is as wide as its widest cell. */
void table_add(const char *const *cells, size_t row_count, size_t column_count,
               struct text *out);

#endif
