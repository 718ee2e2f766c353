/* process.h - runs another program and takes what it writes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_PROCESS_H
#define UNLOADCHECK_SUPPORT_PROCESS_H

#include <stdbool.h>

struct text;

struct process_call {
    const char *const *words; /* the program, found as a shell finds it, and its
                                 arguments; NULL behind the last */
    const char *const *variables; /* NAME=VALUE, beside and instead of those of
                                     our environment; NULL behind the last, or
                                     NULL if there are none */
    const struct text *input; /* for its standard input; NULL: it is empty */
    unsigned seconds;         /* after which it is ended; 0: never */
};

/* Waits until it is done. What it writes is added to `out` and, of its standard
 * error, to `trouble`. False if it could not be started, which `trouble` says
 * then, or was ended by a signal; else `status` is its exit status. */
bool process_run(const struct process_call *call, struct text *out,
                 struct text *trouble, int *status);

#endif
