/* kept.h - rules as bytes, so that their files need not be read again.
 *
 * For who has checked that the files hold what they held: the bytes are only
 * good for the same files and the same program.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_KEPT_H
#define UNLOADCHECK_RULES_KEPT_H

#include <stddef.h>

struct arena;
struct rule_set;
struct strings;
struct text;

/* Adds what rules_read gave to `out`, which is empty. */
void rules_write(struct text *out, const struct rule_set *set);

/* As rules_read would give it. NULL if the bytes are not whole and as they were
 * written. */
struct rule_set *rules_restore(struct arena *arena, struct strings *strings,
                               const void *data, size_t size);

#endif
