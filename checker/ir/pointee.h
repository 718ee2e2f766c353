/* pointee.h - what a temporary points to, by types only. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_POINTEE_H
#define UNLOADCHECK_IR_POINTEE_H

#include <stdint.h>

struct arena;
struct function;
struct instruction;
struct record;

/* By temporary of a function: the instruction that makes it. In `arena`. */
const struct instruction **function_makers(struct arena *arena,
                                           const struct function *function);

/* The record that the temporary is declared or cast to point to, or NULL.
 * `made` has, by temporary, the instruction that makes it, or NULL. */
const struct record *pointee_record(const struct instruction *const *made,
                                    uint32_t temp);

#endif
