/* libclang.h - the library itself: its functions, and where they come from.
 *
 * It is not linked but loaded, when the first file is to be parsed: loading it
 * takes longer than all that a run does where nothing has changed. Only this
 * header includes libclang's own. It makes of each function that this folder
 * calls a pointer of the same name, so that no caller knows of it; the build
 * gathers which they are from the sources.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_LIBCLANG_H
#define UNLOADCHECK_FRONTEND_LIBCLANG_H

#include <clang-c/Index.h>

#include <stdbool.h>

struct arena;
struct fail;

/* Set by libclang_open and never again. NULL until then, and where an old
 * version lacks what we can do without. */
struct libclang {
#define LIBCLANG_FUNCTION(name) __typeof__(name) *bound_##name;
#include "frontend/libclang_functions.h"
#undef LIBCLANG_FUNCTION
};

extern struct libclang libclang;

/* #define NAME libclang.bound_NAME, for each that the header declares. */
#include "frontend/libclang_names.h"

/* Old headers do not declare what lists the methods of every class. */
#ifdef clang_visitCXXMethods
#    define LIBCLANG_SHOWS_METHODS
#endif

/* The file that would be loaded, in `arena`, without loading it. NULL if there
 * is none, or if only the system knows where. */
const char *libclang_file(struct arena *arena);

/* Loads it, if it is not loaded; no other thread may be about to. False, and
 * why, if there is none that is new enough. `file`, if it is not NULL, gets
 * what was loaded by this call, as libclang_file says it, or NULL. */
bool libclang_open(struct arena *arena, struct fail *fail, const char **file);

/* Whether it lists the methods and bases of every class. */
bool libclang_shows_methods(void);

#endif
