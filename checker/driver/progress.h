/* progress.h - one line on the terminal that says how far we are.
 *
 * Nothing is written when the standard error is no terminal, or before it has
 * taken as long as a person begins to wonder. May be used by several threads.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_PROGRESS_H
#define UNLOADCHECK_DRIVER_PROGRESS_H

#include <stddef.h>

struct arena;
struct progress;

/* For `count` things. */
struct progress *progress_open(struct arena *arena, size_t count);

/* The thing of that name is begun; one is done. */
void progress_start(struct progress *progress, const char *name);
void progress_done(struct progress *progress);

/* Takes the line away. */
void progress_close(struct progress *progress);

#endif
