/* vec.c - the one part of vec.h that does not depend on the type. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/vec.h"

#include <string.h>

enum { FIRST_CAPACITY = 8 };

void *vec_grow(struct arena *arena, const void *items, size_t item_size,
               size_t *capacity)
{
    size_t old = *capacity;
    size_t grown = old ? old * 2 : FIRST_CAPACITY;
    void *copy = arena_alloc_array(arena, grown, item_size);

    if (old != 0)
        memcpy(copy, items, old * item_size);
    *capacity = grown;
    return copy;
}
