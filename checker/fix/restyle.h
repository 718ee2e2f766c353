/* restyle.h - lays out a fix as the style of its tree wants it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FIX_RESTYLE_H
#define UNLOADCHECK_FIX_RESTYLE_H

#include "fix/fix.h"

struct arena;
struct sketch;

/* If a .clang-format holds for the file, and the program is there: the fix with
 * the lines it puts in as clang-format writes them. Else NULL. */
const struct fix *fix_restyle(struct arena *arena, const struct sketch *sketch,
                              const struct fix *fix);

#endif
