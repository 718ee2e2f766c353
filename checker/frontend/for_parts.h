/* for_parts.h - which parts of a `for` statement are there.
 *
 * libclang gives the children of `for (;x;)` and `for (x;;)` alike.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_FOR_PARTS_H
#define UNLOADCHECK_FRONTEND_FOR_PARTS_H

#include "frontend/libclang.h"

struct arena;
struct for_parts;

/* A null cursor stands for what is missing; the body is always there. */
struct for_statement {
    CXCursor start;
    CXCursor condition;
    CXCursor step;
    CXCursor body;
};

/* For the statements of one function; computed when first needed. */
struct for_parts *for_parts_make(struct arena *arena, CXCursor function);

struct for_statement for_parts_find(struct for_parts *parts,
                                    CXCursor statement);

#endif
