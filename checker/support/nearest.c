/* nearest.c - optimal string alignment distance, in one small table.
 *
 * An edit puts in, takes out or changes one character, or swaps two that are
 * neighbours, which is what fingers do. A name is "like" another when at most
 * a third of it is edited. Names longer than the table are like nothing.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/nearest.h"

#include <string.h>

enum { LONGEST = 64 };

struct nearest nearest_make(const char *name)
{
    return (struct nearest){ .name = name, .distance = strlen(name) / 3 + 1 };
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Row `i` of the table: edits from the first i characters of `a` to each
 * beginning of `b`. */
static void fill_row(size_t (*rows)[LONGEST + 1], size_t i, const char *a,
                     const char *b, size_t width)
{
    rows[i][0] = i;
    for (size_t j = 1; j <= width; j++) {
        size_t changed = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
        size_t edited = least(rows[i - 1][j], rows[i][j - 1]) + 1;

        rows[i][j] = least(changed, edited);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            rows[i][j] = least(rows[i][j], rows[i - 2][j - 2] + 1);
    }
}

static size_t distance(const char *a, const char *b)
{
    size_t rows[LONGEST + 1][LONGEST + 1];
    size_t height = strlen(a);
    size_t width = strlen(b);

    for (size_t j = 0; j <= width; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= height; i++)
        fill_row(rows, i, a, b, width);
    return rows[height][width];
}

void nearest_try(struct nearest *nearest, const char *candidate)
{
    size_t own = strlen(nearest->name), other = strlen(candidate);
    size_t more = own > other ? own - other : other - own;

    /* As many characters at least must be put in or taken out. */
    if (own > LONGEST || other > LONGEST || more >= nearest->distance)
        return;

    size_t edits = distance(nearest->name, candidate);

    if (edits < nearest->distance) {
        nearest->distance = edits;
        nearest->best = candidate;
    }
}
