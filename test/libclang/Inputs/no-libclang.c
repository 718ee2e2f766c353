/* no-libclang.c - a library that has nothing of libclang but the file's name. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export.h"

EXPORT int something_else(void);

int something_else(void)
{
    return 0;
}
