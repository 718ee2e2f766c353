/* flags.h - the arguments of one compiler, in clang's spelling. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_FLAGS_H
#define UNLOADCHECK_FRONTEND_FLAGS_H

#include "frontend/arguments.h"

enum flags_language { FLAGS_BY_NAME, FLAGS_C, FLAGS_CXX };

struct flags {
    const char *directory; /* what folders are relative to, or NULL */
    struct words words;
    struct words folders;
    struct words dropped; /* flags that nobody here knows */
    enum flags_language language;
    bool has_standard;
};

/* Adds what `given` says; `is_cl` tells the language it is said in. */
void flags_read(struct arena *arena, struct flags *flags,
                const char *const *given, size_t count, bool is_cl);

#endif
