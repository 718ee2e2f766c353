/* layouts.h - which records can lie at one address.
 *
 * Memory that is used as one record is not used as another, unless one of them
 * is a part of the other. Of a record that is not known in full anything may be
 * true.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_LAYOUTS_H
#define UNLOADCHECK_ENGINE_LAYOUTS_H

#include "ir/type.h"

#include <stdint.h>

struct arena;
struct layouts;

/* Lives in `arena`. */
struct layouts *layouts_make(struct arena *arena);

/* Whether `inner` is `outer`, or may be a part of it at any depth. */
bool layouts_hold(struct layouts *layouts, const struct record *outer,
                  const struct record *inner);

/* Whether one of them may hold the other. */
bool layouts_meet(struct layouts *layouts, const struct record *a,
                  const struct record *b);

/* The memory, by a number of the caller's, is used as the record; NULL: as
 * anything. Gives whether that is new. */
bool layouts_use(struct layouts *layouts, uint32_t memory,
                 const struct record *record);

/* Whether the memory, by all that was said of its use, may be the record. */
bool layouts_may_be(struct layouts *layouts, uint32_t memory,
                    const struct record *record);

#endif
