/* words.c - see words.h; the order is that of the enums. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/words.h"

#include <stddef.h>

const char *const role_words[] = { "entry",    "unload",   "before-unload",
                                   "teardown", "callback", "not-called",
                                   NULL };

const char *const moment_words[] = { "unload-returns", "entry-fails",
                                     "holder-lost",    "call",
                                     "no-unload",      NULL };

const char *const argument_fault_words[] = { "null", "never", "other-protocol",
                                             "address", NULL };

const char *const severity_words[] = { "note", "warning", "error", NULL };
