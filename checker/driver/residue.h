/* residue.h - what is left of a function of which nothing mattered.
 *
 * What the engine asks of the body of such a function (engine/engine.h) it asks
 * in engine/pointers.c, engine/slice_index.c, engine/roots.c and
 * engine/masks.c: where pointers come from and go to, what is called, and
 * which bits of words are looked at. Numbers, conditions, the order of blocks
 * and the places of statements are not among that. Whoever asks for more there
 * must keep more here: scripts/shortcuts --edits tells.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_RESIDUE_H
#define UNLOADCHECK_DRIVER_RESIDUE_H

#include <stdbool.h>

struct essence_scope;
struct function;
struct map;
struct text;

/* What a residue stands on, and what it gives beside itself. */
struct residue_scope {
    const struct essence_scope *asked; /* what is idle */
    const struct map *records; /* record -> its number in the unit, from 1 */
    struct map *used;    /* gets, as keys, the functions and globals named */
    struct map *written; /* gets, as keys, idle globals that are written */
};

/* Adds to `out` what is left of the body, as lines of text: equal lines, equal
 * for the engine. `is_uncalled`: nobody can call the function, so nothing comes
 * in through its parameters, and nobody asks how it ends. Then nothing is
 * added where nothing is left. */
void residue_add(const struct residue_scope *scope,
                 const struct function *function, bool is_uncalled,
                 struct text *out);

#endif
