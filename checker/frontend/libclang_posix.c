/* libclang_posix.c - it is linked: the program would not run without it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/libclang.h"

bool libclang_open(struct fail *fail)
{
    (void)fail;
    return true;
}

bool libclang_shows_methods(void)
{
#ifdef LIBCLANG_SHOWS_METHODS
    return true;
#else
    return false;
#endif
}
