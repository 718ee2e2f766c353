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
#include "rules/rules.h"

struct pointers;

/* Ascending, each once. See pointers_function and pointers_global. */
struct pointer_set {
    uint32_t *items;
    uint32_t count;
    uint32_t capacity;
};

struct pointers *pointers_solve(struct arena *arena,
                                const struct program *program,
                                const struct rule_set *rules);

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

/* The call whose object the item of a set is the handle of, or NULL. */
const struct instruction *pointers_handle(const struct pointers *pointers,
                                          uint32_t item);

/* The item that stands for the handle of what the call makes; false where there
 * is none. */
bool pointers_find_handle(const struct pointers *pointers,
                          const struct instruction *call, uint32_t *item);

/* What an argument of the call that made a handle points to. */
const struct pointer_set *pointers_made_with(const struct pointers *pointers,
                                             uint32_t item, uint32_t argument);

/* The number of the set that a temporary, or the place that is a global, a
 * variable or a field, stands for: what an item of a set is compared with. */
uint32_t pointers_place_of_variable(const struct pointers *pointers,
                                    const struct function *function,
                                    const struct variable *variable);

uint32_t pointers_place_of_global(const struct pointers *pointers,
                                  const struct global *global);

/* Whether the place is a parameter or local of the function. */
bool pointers_is_local(const struct pointers *pointers,
                       const struct function *function, uint32_t item);

/* How many sets there are: items that are places are below it. */
uint32_t pointers_count(const struct pointers *pointers);

/* The global that the place is, as a whole; or NULL. */
const struct global *pointers_global(const struct pointers *pointers,
                                     uint32_t item);

/* Whether the place is a parameter or local of some function. */
bool pointers_is_variable(const struct pointers *pointers, uint32_t item);

/* Whether the place is memory that the driver allocates. */
bool pointers_is_allocated(const struct pointers *pointers, uint32_t item);

/* The set of a field as a place; UINT32_MAX when nobody uses the record. */
uint32_t pointers_place_of_field(const struct pointers *pointers,
                                 const struct record *record, uint32_t field);

/* The function that `item` of a set is, or NULL for a place. */
struct function *pointers_function(const struct pointers *pointers,
                                   uint32_t item);

/* The record that the place `item` is an object of, or NULL. */
const struct record *pointers_record(const struct pointers *pointers,
                                     uint32_t item);

/* The record of which the place `item` is a field, or NULL. */
const struct record *pointers_owner(const struct pointers *pointers,
                                    uint32_t item);

/* Whether a function's address is taken anywhere. */
bool pointers_is_taken(const struct pointers *pointers,
                       const struct function *function);

/* Whether a call of the function gives nothing that points anywhere, and every
 * call adds to the same sets. */
bool pointers_gives_nothing(const struct pointers *pointers,
                            const struct function *function);

/* By temporary of a function with a body: the instruction that makes it. */
const struct instruction *const *
pointers_makers(const struct pointers *pointers,
                const struct function *function);

/* Whether it stands in a constant table out of which the program calls: one of
 * the virtual functions of a class. */
bool pointers_is_virtual(const struct pointers *pointers,
                         const struct function *function);

/* Places as keys of a map. */
static inline const void *place_key(uint32_t place)
{
    return (const void *)((uintptr_t)place + 1);
}

static inline uint32_t place_number(const void *key)
{
    return (uint32_t)((uintptr_t)key - 1);
}

#endif
