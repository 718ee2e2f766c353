/* element.h - which element of an array an index means that is not known. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_ELEMENT_H
#define UNLOADCHECK_ENGINE_ELEMENT_H

#include "engine/memory.h"

/* An index is assumed to lead to an element of the variable where it can
 * (docs/assumptions.md). False when the state was split by that. */
bool element_stays_inside(struct access *access, const struct value *address,
                          uint32_t bits);

/* Whether the cell is the element that the address means: 1 it is, 0 it is not,
 * -1 undecided. */
int element_is(struct access *access, const struct cell *cell,
               const struct value *address);

/* Splits on that, where it is undecided. */
void element_split(struct access *access, const struct cell *cell,
                   const struct value *address);

#endif
