/* code_unit.h - how a unit is laid out in its file, both ways. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_CODE_UNIT_H
#define UNLOADCHECK_IR_CODE_UNIT_H

struct arena;
struct coder;
struct unit;
struct unit_coder;

/* Writes the unit, or fills it in: everything but unit->arena, and but for the
 * bodies of what is inert (ir/inert.h), which come last: until they do, those
 * functions are absent. The result lives in `scratch`. Check coder_is_broken.
 */
struct unit_coder *code_unit(struct arena *scratch, struct coder *coder,
                             struct unit *unit);

/* Likewise the bodies of what is inert; then nothing is absent. */
void code_inert(struct unit_coder *all);

#endif
