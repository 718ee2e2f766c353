/* rename.h - values with their symbols and objects replaced.
 *
 * Names mean something only within one state, so they are replaced when a
 * state is normalised, when it enters or leaves a function, and when a symbol
 * is found equal to something.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_RENAME_H
#define UNLOADCHECK_ENGINE_RENAME_H

#include "engine/state.h"

struct substitution {
    const struct value *symbol;
    const struct value *value;
};

/* How to replace: by one substitution, or by tables. A name beyond its table,
 * or with a NULL entry, stays what it is. */
struct renaming {
    const struct substitution *substitution;
    const struct value **symbols; /* by number */
    uint32_t symbol_count;
    const struct region **objects; /* by number */
    uint32_t object_count;
    const struct region **locals; /* by variable number: a caller's local that
                                     is an object in the called function */
    uint32_t local_count;
};

/* Never NULL: an expression only becomes simpler or keeps its size. */
const struct value *rename_value(struct world *world,
                                 const struct renaming *renaming,
                                 const struct value *value);
const struct region *rename_region(const struct renaming *renaming,
                                   const struct region *region);

#endif
