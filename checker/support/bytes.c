/* bytes.c - records looked up where they lie. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/bytes.h"

#include <stdlib.h>

static int compare(const void *wanted, const void *record)
{
    uint64_t x = *(const uint64_t *)wanted, y = bytes_get(record, 8);

    return x < y ? -1 : x > y;
}

const char *bytes_find(const char *records, size_t count, size_t size,
                       uint64_t number)
{
    return count == 0 ? NULL : bsearch(&number, records, count, size, compare);
}
