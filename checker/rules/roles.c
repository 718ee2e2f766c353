/* roles.c - the words for enum root_role. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/roles.h"

#include <stddef.h>

const char *const role_names[] = { "entry",    "unload",   "before-unload",
                                   "teardown", "callback", "not-called",
                                   NULL };
