/* libclang_places.h - where a libclang may be, and what it is called.
 *
 * That is all in which systems differ for us: libclang_places_posix.c and
 * libclang_places_windows.c, of which the build takes one.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_LIBCLANG_PLACES_H
#define UNLOADCHECK_FRONTEND_LIBCLANG_PLACES_H

#include "support/words.h"

struct arena;

struct libclang_places {
    const char *name;   /* of the file */
    const char *advice; /* what to install if there is none */
    char separator;     /* in names, as the system's loader takes them */
    struct words files; /* the best first; they need not be there. One without
                           a folder is where the system looks for libraries */
};

struct libclang_places libclang_places(struct arena *arena);

#endif
