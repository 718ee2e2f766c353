/* table.c - two passes: how wide is each column, then the lines. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/table.h"

#include "support/text.h"

#include <string.h>

enum { GAP = 2 };

static size_t column_width(const char *const *cells, size_t row_count,
                           size_t column_count, size_t column)
{
    size_t width = 0;

    for (size_t row = 0; row < row_count; row++) {
        size_t length = strlen(cells[row * column_count + column]);
        if (length > width)
            width = length;
    }
    return width;
}

void table_add(const char *const *cells, size_t row_count, size_t column_count,
               struct text *out)
{
    for (size_t row = 0; row < row_count; row++) {
        const char *const *line = cells + row * column_count;

        for (size_t i = 0; i + 1 < column_count; i++)
            text_addf(
                out, "%-*s",
                (int)(column_width(cells, row_count, column_count, i) + GAP),
                line[i]);
        text_addf(out, "%s\n", line[column_count - 1]);
    }
}
