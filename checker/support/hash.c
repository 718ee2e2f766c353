/* hash.c - XXH3 does the work.
 *
 * Words are put into bytes lowest first before they are hashed, so a mixed hash
 * does not depend on the byte order of the machine.
 */
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

static void put_word(unsigned char *bytes, uint64_t word)
{
    for (size_t i = 0; i < sizeof(word); i++)
        bytes[i] = (unsigned char)(word >> (8 * i));
}

uint64_t hash_mix(uint64_t hash, uint64_t value)
{
    unsigned char bytes[2 * sizeof(uint64_t)];

    put_word(bytes, hash);
    put_word(bytes + sizeof(uint64_t), value);
    return hash_bytes(bytes, sizeof(bytes));
}
