/* hash.c - XXH3 does the work. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/hash.h"

#include <string.h>
#include <xxhash.h>

uint64_t hash_bytes(const void *data, size_t size)
{
    return XXH3_64bits(data, size);
}

uint64_t hash_string(const char *string)
{
    return hash_bytes(string, strlen(string));
}
