/* directives.h - the preprocessor's lines of a text, without preprocessing. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_DIRECTIVES_H
#define UNLOADCHECK_FRONTEND_DIRECTIVES_H

#include <stddef.h>

/* Calls `visit` for each name that a line includes, or asks for: #include,
 * #include_next, #import, __has_include. In comments and in what is left out,
 * too; not for a name that is a macro. */
void directives_includes(const char *text, size_t size,
                         void (*visit)(void *data, const char *name,
                                       size_t length),
                         void *data);

#endif
