/* unsaved.h - a text that libclang reads in place of a file.
 *
 * It takes the length as a `long`, which is shorter on Windows than elsewhere.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_UNSAVED_H
#define UNLOADCHECK_FRONTEND_UNSAVED_H

#include "frontend/libclang.h"

#include <stddef.h>

/* Both stay the caller's. */
static inline struct CXUnsavedFile unsaved_file(const char *path,
                                                const char *text, size_t length)
{
    return (struct CXUnsavedFile){ path, text, (unsigned long)length };
}

#endif
