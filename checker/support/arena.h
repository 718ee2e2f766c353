/* arena.h - memory that is dropped all at once.
 *
 * Everything the analyzer builds lives as long as one of a few owners: the run,
 * a unit, a function, a scratch moment. Each owner has an arena; what is
 * allocated in it is never freed alone. A structure may point to things of its
 * own or a longer lived arena, never of a shorter lived one.
 *
 * Running out of memory ends the program with one message: nobody could do
 * better, so nobody has to check.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_ARENA_H
#define UNLOADCHECK_SUPPORT_ARENA_H

#include "support/printf_like.h"

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_open(void);

/* Drops everything allocated in it, and the arena. NULL is allowed. */
void arena_close(struct arena *arena);

/* Drops everything allocated in it; the arena can be used again. */
void arena_reset(struct arena *arena);

/* Zeroed, aligned for any type. Size 0 gives a valid, distinct address. */
__attribute__((returns_nonnull)) void *arena_alloc(struct arena *arena,
                                                   size_t size);

/* The same, but arena_size does not count it: for what is large or small by
 * chance, as a hash table of addresses is. */
__attribute__((returns_nonnull)) void *arena_alloc_apart(struct arena *arena,
                                                         size_t size);

/* As arena_alloc for `count` objects; a product that overflows is out of
 * memory. */
__attribute__((returns_nonnull)) void *
arena_alloc_array(struct arena *arena, size_t count, size_t size);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count) \
    ((type *)arena_alloc_array((arena), (count), sizeof(type)))

/* Copies `size` bytes. */
void *arena_copy(struct arena *arena, const void *data, size_t size);

char *arena_strdup(struct arena *arena, const char *string);

/* Copies at most `length` characters, fewer if the string ends before. */
char *arena_strndup(struct arena *arena, const char *string, size_t length);

PRINTF_LIKE(2, 3)
char *arena_format(struct arena *arena, const char *format, ...);

PRINTF_LIKE(2, 0)
char *arena_vformat(struct arena *arena, const char *format, va_list arguments);

/* Bytes the arena holds from the system now. Who does the same in the same
 * order has as many in every run. */
size_t arena_size(const struct arena *arena);

#endif
