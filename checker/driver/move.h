/* move.h - the options that are paths, seen from another working folder. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_MOVE_H
#define UNLOADCHECK_DRIVER_MOVE_H

struct arena;
struct options;

/* Makes the options right for the absolute folder `to`, and for each tree that
 * holds the same: what is below it is called as seen from there. What is
 * written, and what the machine has, is called by its full name. */
void move_options(struct arena *arena, const char *to, struct options *options);

#endif
