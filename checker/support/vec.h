/* vec.h - a growable array of any type, in an arena.
 *
 * `vec_of(type)` is the body of a struct, so an array type can be named or not:
 *
 *     struct names vec_of(const char *);
 *     struct unit {
 *         struct vec_of(struct function *) functions;
 *     };
 *
 * A zeroed vec is an empty one. `items` moves when the array grows: keep an
 * index or a copy, not a pointer into it, across vec_push. What was left behind
 * stays in the arena, so every push of one vec names the same arena.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_VEC_H
#define UNLOADCHECK_SUPPORT_VEC_H

#include "support/arena.h"

#include <stddef.h>

#define vec_of(type)     \
    {                    \
        type *items;     \
        size_t count;    \
        size_t capacity; \
    }

/* Appends; `item` is evaluated once. */
#define vec_push(arena, vec, item)                                            \
    do {                                                                      \
        if ((vec)->count == (vec)->capacity)                                  \
            (vec)->items = vec_grow((arena), (vec)->items,                    \
                                    sizeof(*(vec)->items), &(vec)->capacity); \
        (vec)->items[(vec)->count] = (item);                                  \
        (vec)->count++;                                                       \
    } while (0)

/* Removes the last item and gives its value; the vec is not empty. */
#define vec_pop(vec) ((vec)->items[--(vec)->count])

/* The last item as an lvalue; the vec is not empty. */
#define vec_last(vec) ((vec)->items[(vec)->count - 1])

/* Walks `type *item` over the items; the body does not push to the vec. */
#define vec_each(type, item, vec)   \
    for (type *item = (vec)->items; \
         (vec)->count != 0 && item != (vec)->items + (vec)->count; item++)

/* For vec_push: a copy of `capacity` items with room for twice as many. */
__attribute__((returns_nonnull)) void *vec_grow(struct arena *arena,
                                                const void *items,
                                                size_t item_size,
                                                size_t *capacity);

#endif
