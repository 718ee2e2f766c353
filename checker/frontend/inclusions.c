/* inclusions.c - which files a translation unit was read from. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/inclusions.h"

#include "frontend/arguments.h"
#include "support/strings.h"

#include <string.h>

struct gathering {
    struct arena *arena;
    struct strings *seen;
    struct words *files;
};

static void visit(CXFile file, CXSourceLocation *stack, unsigned depth,
                  CXClientData data)
{
    struct gathering *gathering = data;
    CXString string = clang_getFileName(file);
    const char *name = clang_getCString(string);

    (void)stack;
    (void)depth;
    if (name && !strings_find(gathering->seen, name) &&
        strncmp(name, MADE_UP_FOLDER, strlen(MADE_UP_FOLDER)) != 0) {
        strings_intern(gathering->seen, name);
        vec_push(gathering->arena, gathering->files,
                 arena_strdup(gathering->arena, name));
    }
    clang_disposeString(string);
}

void inclusions_add(struct arena *arena, CXTranslationUnit unit,
                    struct words *files)
{
    struct arena *scratch = arena_open();
    struct gathering gathering = { arena, strings_make(scratch), files };

    clang_getInclusions(unit, visit, &gathering);
    arena_close(scratch);
}
