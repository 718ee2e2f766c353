/* code_unit.h - how a unit is laid out in its file, both ways. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_CODE_UNIT_H
#define UNLOADCHECK_IR_CODE_UNIT_H

struct arena;
struct coder;
struct unit;

/* Writes the unit, or fills it in: everything but unit->arena. Check
 * coder_is_broken. */
void code_unit(struct arena *scratch, struct coder *coder, struct unit *unit);

#endif
