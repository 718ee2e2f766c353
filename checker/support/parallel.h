/* parallel.h - the same work on many things, by several threads. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_PARALLEL_H
#define UNLOADCHECK_SUPPORT_PARALLEL_H

#include <stddef.h>

/* How many threads this machine runs at the same time; at least 1. */
size_t parallel_available(void);

/* This thread, and those that it starts from now on, let others have the
 * processor first: where the system knows of such a thing. */
void parallel_go_second(void);

/* Calls `work` once for each index below `count`, on at most `threads` threads
 * that take the next one when they are done with one; comes back when all is
 * done. What the calls share is theirs to guard. The stacks are those of
 * parallel_run_deep. */
void parallel_run(size_t threads, size_t count,
                  void (*work)(void *data, size_t index), void *data);

/* Does the work on a stack that has room for code of any depth, if a thread can
 * be had for it, and waits for its end. */
void parallel_run_deep(void (*work)(void *data), void *data);

#endif
