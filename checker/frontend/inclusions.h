/* inclusions.h - which files a translation unit was read from. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_INCLUSIONS_H
#define UNLOADCHECK_FRONTEND_INCLUSIONS_H

#include "support/words.h"

#include <clang-c/Index.h>

/* Adds their names as the parser has them, the source first and each once;
 * what was made up for the file is not among them. */
void inclusions_add(struct arena *arena, CXTranslationUnit unit,
                    struct words *files);

#endif
