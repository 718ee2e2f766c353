/* sound.h - what must hold of every unit that is well formed. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SOUND_H
#define SOUND_H

struct arena;
struct strings;
struct unit;

/* The table of names that units are read with; the rules are, too. */
struct strings *sound_strings(void);

/* Ends the program unless the unit, which is well formed and has its names from
 * sound_strings, is the same when it is read back, as text and as bytes, and
 * stays well formed, as its models are, through linking and analysis. */
void expect_sound(struct arena *arena, struct unit *unit);

#endif
