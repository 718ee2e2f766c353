/* inert.h - functions that do nothing that anyone else can tell.
 *
 * An inert function computes, with variables of its own, with what it is given
 * and reads, and with static variables that only such functions refer to; it
 * calls none but inert static functions of its unit, and it returns. What it
 * returns can matter, nothing else. So where nobody uses that, the call can be
 * stepped over, and who steps over all of them needs no such function at all.
 *
 * It is found out once, from the unit alone. Who reads a unit file
 * (ir/unit_file.h) can leave the bodies of inert functions where they are, and
 * then has to do as said here (ir/step_over.h).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_INERT_H
#define UNLOADCHECK_IR_INERT_H

struct unit;

/* Says of each function of the unit, which unit_verify has found right, whether
 * it is inert. Nothing that the world may know by itself is: what is exported
 * or has a role, and what runs before the entry routine. */
void inert_mark(struct unit *unit);

#endif
