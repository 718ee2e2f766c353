/* libclang.h - the library itself: whether it is there, and what it can do.
 *
 * Elsewhere it is linked. On Windows it is whatever LLVM the user has, and is
 * loaded when the first file is to be parsed: libclang_posix.c and
 * libclang_windows.c, of which the build takes one.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_LIBCLANG_H
#define UNLOADCHECK_FRONTEND_LIBCLANG_H

#include <stdbool.h>

struct fail;

/* False, and why, if there is none that is new enough. Once true, always. */
bool libclang_open(struct fail *fail);

/* Whether it lists the methods and bases of every class. */
bool libclang_shows_methods(void);

#endif
