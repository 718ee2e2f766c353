/* old-libclang.c - has all that is bound of libclang, and says that it is old. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export.h"

struct string {
    const void *data;
    unsigned flags;
};

EXPORT struct string clang_getClangVersion(void);
EXPORT const char *clang_getCString(struct string string);

struct string clang_getClangVersion(void)
{
    return (struct string){ "clang version 18.1.8", 0 };
}

const char *clang_getCString(struct string string)
{
    return string.data;
}

/* The others are only looked for. */
#define clang_getClangVersion clang_other_getClangVersion
#define clang_getCString      clang_other_getCString
#define LIBCLANG_FUNCTION(name)                                                \
    EXPORT void name(void);                                     \
    void name(void)                                                            \
    {                                                                          \
    }
#include "frontend/libclang_functions.h"
