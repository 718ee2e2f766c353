/* bytes.h - numbers as bytes that are the same on every machine: lowest first.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_BYTES_H
#define UNLOADCHECK_SUPPORT_BYTES_H

#include <stddef.h>
#include <stdint.h>

/* The lowest `count` bytes of the number, at most 8. */
static inline void bytes_put(char *bytes, size_t count, uint64_t number)
{
    for (size_t i = 0; i < count; i++)
        bytes[i] = (char)(unsigned char)(number >> (8 * i));
}

static inline uint64_t bytes_get(const char *bytes, size_t count)
{
    uint64_t number = 0;

    for (size_t i = 0; i < count; i++)
        number |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    return number;
}

/* The record that begins with the number, of `count` which have `size` bytes
 * each and are sorted by the eight that they begin with; or NULL. */
const char *bytes_find(const char *records, size_t count, size_t size,
                       uint64_t number);

#endif
