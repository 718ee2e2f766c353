/* roots.h - who calls whom, and what the driver hands to the system.
 *
 * Method: what a pointer may hold is found without regard to order
 * (engine/pointers.h). A routine is handed to the system when its address
 * reaches a place that the rules name, an argument of a function without a
 * body, or a record that such a function gets, or when nothing in the program
 * can call it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_ROOTS_H
#define UNLOADCHECK_ENGINE_ROOTS_H

#include "ir/unit.h"
#include "rules/rules.h"

struct function_list {
    struct function **items; /* in the program's order, each once */
    size_t count;
};

struct handed_over {
    struct function *function;
    enum root_role role;
    const char *how;         /* "FIELD of RECORD", for a person */
    const struct root *root; /* what the rules say of it; NULL: a callback
                                found without them */
};

struct bindings;
struct pointers;
struct roots;

/* Lives in `arena`. */
struct roots *roots_find(struct arena *arena, const struct program *program,
                         const struct rule_set *rules);

const struct pointers *roots_pointers(const struct roots *roots);
const struct bindings *roots_bindings(const struct roots *roots);

/* Every routine with a role, each once per role, in the program's order. */
size_t roots_count(const struct roots *roots);
struct handed_over roots_at(const struct roots *roots, size_t index);

/* The functions that an indirect call may reach. */
struct function_list roots_targets(const struct roots *roots,
                                   const struct function *function,
                                   const struct instruction *call);

/* The routines that may run before the call returns, where it is one of a
 * protocol that says so. */
struct function_list roots_run_in(const struct roots *roots,
                                  const struct function *function,
                                  const struct instruction *call);

/* Adds the routines that stand in that field of the record that is given to a
 * call which makes an object; false where that is not known. */
bool roots_made_with(const struct roots *roots, const struct instruction *made,
                     const struct routine_field *where,
                     struct function_list *list);

/* Whether the call takes such a routine out of the record that the operand
 * leads to. */
bool roots_takes_run(const struct instruction *call, uint32_t operand,
                     const struct record *record);

/* Whether the record is one of which the system makes one per driver. */
bool is_singleton(const struct rule_set *rules, const char *record);

/* Whether what a routine stored where the root says gets as that argument is an
 * object that the driver made. */
bool is_own_argument(const struct rule_set *rules, const struct root *root,
                     uint32_t argument);

/* Whether calls became direct ones while they were found (engine/direct.h). */
bool roots_changed(const struct roots *roots);

/* Whether an unload routine is handed over anywhere. */
bool roots_has(const struct roots *roots, enum root_role role);

#endif
