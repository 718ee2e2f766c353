/* arguments.h - what libclang is told to parse a file with.
 *
 * Out of the arguments of any of the usual compilers: those that decide what
 * the code means are kept, in clang's spelling; those about output, warnings
 * and optimisation are dropped, so that an unknown one cannot do harm.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_ARGUMENTS_H
#define UNLOADCHECK_FRONTEND_ARGUMENTS_H

#include "support/words.h"

#include <stdbool.h>
#include <stddef.h>

struct capture_options;

/* A folder that is not on the disk: what is made up for a file lies there, and
 * is found last. */
#define MADE_UP_FOLDER  "/.unloadcheck-made-up"
#define MADE_UP_PRELUDE MADE_UP_FOLDER "/prelude.h"

struct arguments {
    struct words words;   /* with the compiler's name, without the file */
    struct words folders; /* where headers are looked for, in order */
    struct words dropped; /* flags of the user's that are not known */
    bool is_cxx;
};

struct arguments arguments_make(struct arena *arena, const char *path,
                                const char *const *given, size_t count,
                                const struct capture_options *options);

/* Whether the word names a compiler whose arguments start with '/'. */
bool arguments_are_cl(struct arena *arena, const char *const *given,
                      size_t count);

#endif
