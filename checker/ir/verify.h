/* verify.h - whether a unit keeps the rules that the engine relies on.
 *
 * For units of any origin: what the frontend lowered, what models were compiled
 * to, what was read from text. Ask before linking.
 *
 * Besides what function.h and ops.def say: temporaries are numbered from 0 in
 * the order in which the blocks make them; every function, global and record
 * that is referred to belongs to the unit; an instruction's operands have the
 * types it works on (of a shift, the second may be any integer; where pointers
 * are added and subtracted, integers as wide as they are will do); values are
 * integers of at most 64 bits, pointers or floating numbers; a call has the
 * type of the function it calls; a function that is not void returns a value of
 * its type. A block that cannot be reached may use what it likes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_VERIFY_H
#define UNLOADCHECK_IR_VERIFY_H

#include <stdbool.h>

struct fail;
struct unit;

/* Tells `fail` the first thing wrong with each function, global and record. */
bool unit_verify(const struct unit *unit, struct fail *fail);

#endif
