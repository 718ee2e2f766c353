/* hash.h - hashes of bytes, the same on every machine and in every run. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_HASH_H
#define UNLOADCHECK_SUPPORT_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t hash_bytes(const void *data, size_t size);
uint64_t hash_string(const char *string);

/* Folds `value` into `hash`; the order of folding matters. */
uint64_t hash_mix(uint64_t hash, uint64_t value);

#endif
