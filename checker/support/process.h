/* process.h - runs another program and takes what it writes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_PROCESS_H
#define UNLOADCHECK_SUPPORT_PROCESS_H

#include <stdbool.h>

struct text;

/* `words` are the program, found as a shell finds it, and its arguments, with
 * NULL behind the last; its standard input is empty. Its environment is ours,
 * but for `variables`: NAME=VALUE, NULL behind the last, or NULL if there are
 * none. Waits until it is done.
 * What it writes is added to `out` and, of its standard error, to `trouble`.
 * False if it could not be started, which `trouble` says then, or was ended by
 * a signal; else `status` is its exit status. */
bool process_run(const char *const *words, const char *const *variables,
                 struct text *out, struct text *trouble, int *status);

#endif
