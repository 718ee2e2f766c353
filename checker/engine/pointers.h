/* pointers.h - which functions and places a pointer may hold, anywhere.
 *
 * Without regard to order: one set per temporary, local, global, function
 * result and field of a record (fields of all objects of a record share one).
 *
 * Reference: L. O. Andersen, "Program analysis and specialization for the C
 * programming language" (1994), chapter 4.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_POINTERS_H
#define UNLOADCHECK_ENGINE_POINTERS_H

#include "ir/unit.h"

struct pointers;

/* Ascending, each once. See pointers_function and pointers_global. */
struct pointer_set {
    uint32_t *items;
    uint32_t count;
    uint32_t capacity;
};

struct pointers *pointers_solve(struct arena *arena,
                                const struct program *program);

/* What a temporary may hold; what is in a global; in a field of a record. */
const struct pointer_set *pointers_of_temp(const struct pointers *pointers,
                                           const struct function *function,
                                           uint32_t temp);
const struct pointer_set *pointers_in_global(const struct pointers *pointers,
                                             const struct global *global);
const struct pointer_set *pointers_in_field(const struct pointers *pointers,
                                            const struct record *record,
                                            uint32_t field);

/* What is in the place that `item` of a set is. */
const struct pointer_set *pointers_in(const struct pointers *pointers,
                                      uint32_t item);

/* The function that `item` of a set is, or NULL for a place. */
struct function *pointers_function(const struct pointers *pointers,
                                   uint32_t item);

/* The record that the place `item` is an object of, or NULL. */
const struct record *pointers_record(const struct pointers *pointers,
                                     uint32_t item);

/* Whether a function's address is taken anywhere. */
bool pointers_is_taken(const struct pointers *pointers,
                       const struct function *function);

#endif
