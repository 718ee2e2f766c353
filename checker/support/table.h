/* table.h - uthash, with its memory in an arena.
 *
 * Include this instead of <uthash.h>. A function that adds to a table has the
 * arena it grows in as a variable named `arena`; nothing is ever freed alone,
 * so a table needs no clearing. Tables iterate in insertion order, and keys are
 * hashed with XXH3. From pointer to pointer see map.h, for text strings.h.
 *
 * When a table grows depends on where keys that are addresses lie, so what it
 * grows to is not counted: the same work takes as much memory in every run.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_TABLE_H
#define UNLOADCHECK_SUPPORT_TABLE_H

#include "support/arena.h"
#include "support/hash.h"

#define uthash_malloc(size)                                     \
    ((size) > HASH_INITIAL_NUM_BUCKETS * sizeof(UT_hash_bucket) \
         ? arena_alloc_apart(arena, size)                       \
         : arena_alloc(arena, size))
#define uthash_free(memory, size) ((void)(memory), (void)(size))
#define HASH_FUNCTION(key, length, result) \
    ((result) = (unsigned)hash_bytes((key), (length)))

#include <uthash.h>

#endif
