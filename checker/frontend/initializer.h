/* initializer.h - which part of an object each expression of its initialiser
 * is for.
 *
 * Braces may be left out, designators may name any part in any order: the rules
 * are the language's, and the same for variables and globals.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_INITIALIZER_H
#define UNLOADCHECK_FRONTEND_INITIALIZER_H

#include "frontend/source.h"

#include <stdint.h>

struct lowering;

/* A part of an object; the object itself has no `outer`. */
struct part {
    const struct part *outer;
    CXCursor field; /* of a structure or union; null for an array's element */
    int64_t index;
    CXType type;
    uint64_t offset; /* in bits, from the start of the object */
};

struct initializer_visitor {
    void *data;
    /* `expression` initialises the part: a scalar, a whole structure, or a
     * string for an array. */
    void (*visit)(void *data, const struct part *part, CXCursor expression);
};

void initializer_walk(struct lowering *lowering, CXType type,
                      CXCursor initializer, struct initializer_visitor visitor);

#endif
