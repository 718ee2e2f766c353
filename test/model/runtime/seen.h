/* seen.h - where earlier runs of a routine stood when they had a choice.
 *
 * What can come after a choice depends on the machine alone: the driver's image,
 * its pool, the world, the stack and the registers. A run that stands where
 * another one stood shows nothing new, so twelve registrations with three
 * outcomes each are not half a million runs.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_SEEN_H
#define MODEL_SEEN_H

/* Forgets everything: a routine is to be run from another state. */
void seen_start(void);

/* What earlier calls left on the stack below is nothing to tell points apart
 * by. */
void seen_wipe(void);

/* At a choice that no list prepares: ends the run where another one was with no
 * more events, or this one itself was before. `base` is where the stack of the
 * run begins. */
void seen_check(const void *base);

#endif
