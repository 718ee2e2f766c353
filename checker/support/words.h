/* words.h - a list of strings: flags, names, folders. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_WORDS_H
#define UNLOADCHECK_SUPPORT_WORDS_H

#include "support/vec.h"

struct words vec_of(const char *);

#endif
