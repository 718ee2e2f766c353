/* advice.h - how to go on, for a person who looks on. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_ADVICE_H
#define UNLOADCHECK_DRIVER_ADVICE_H

struct analysis;
struct run;

/* Notes what the result means and where there is more, if that is read on a
 * terminal: nothing for a log, nor for a program. */
void advice_give(struct run *run, const struct analysis *analysis);

#endif
