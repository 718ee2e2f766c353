/* strings.h - one copy of every string.
 *
 * Names are compared all the time, so they are made unique first: two interned
 * strings of one table are equal exactly when their pointers are equal. They
 * live as long as the arena the table was made in.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_STRINGS_H
#define UNLOADCHECK_SUPPORT_STRINGS_H

#include <stddef.h>

struct arena;
struct strings;

struct strings *strings_make(struct arena *arena);

const char *strings_intern(struct strings *strings, const char *string);

/* As strings_intern for the first `length` characters, none of them NUL. */
const char *strings_intern_n(struct strings *strings, const char *string,
                             size_t length);

/* The interned string if there is one, else NULL; the table stays as it is. */
const char *strings_find(const struct strings *strings, const char *string);

#endif
