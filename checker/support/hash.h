/* hash.h - hashes of bytes, the same on every machine and in every run. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_HASH_H
#define UNLOADCHECK_SUPPORT_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t hash_bytes(const void *data, size_t size);
uint64_t hash_string(const char *string);

/* Folds `value` into `hash`; the order of folding matters. Inline, as a state
 * of the engine is hundreds of words. The steps are those of SplitMix64: G.
 * Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators"
 * (OOPSLA 2014). */
static inline uint64_t hash_mix(uint64_t hash, uint64_t value)
{
    hash = (hash + UINT64_C(0x9e3779b97f4a7c15)) ^ value;
    hash = (hash ^ (hash >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    hash = (hash ^ (hash >> 27)) * UINT64_C(0x94d049bb133111eb);
    return hash ^ (hash >> 31);
}

#endif
