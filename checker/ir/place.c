/* place.c - the order of places, and places of messages. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/place.h"

#include <stddef.h>
#include <string.h>

/* No file comes before any file. */
static int file_compare(const char *a, const char *b)
{
    if (a == b)
        return 0;
    if (a == NULL || b == NULL)
        return a == NULL ? -1 : 1;
    return strcmp(a, b);
}

static int number_compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

int place_compare(struct place a, struct place b)
{
    int by_file = file_compare(a.file, b.file);

    if (by_file != 0)
        return by_file;
    if (a.line != b.line)
        return number_compare(a.line, b.line);
    return number_compare(a.column, b.column);
}

struct fail_place place_to_fail(struct place place)
{
    return (struct fail_place){ place.file, place.line, place.column };
}

struct place place_from_fail(struct fail_place place)
{
    return (struct place){ place.file, place.line, place.column };
}
