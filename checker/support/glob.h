/* glob.h - items with wildcards: *.c, **\*.cpp. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_GLOB_H
#define UNLOADCHECK_SUPPORT_GLOB_H

#include "support/words.h"

#include <stdbool.h>

bool glob_has_wildcard(const char *pattern);

/* Adds the files below `directory` that the pattern means, sorted. "**" stands
 * for any number of folders, through no link; case does not matter. */
void glob_files(struct arena *arena, const char *directory, const char *pattern,
                struct words *files);

/* Whether `name` is what the pattern means, '*' and '?' in one part. */
bool glob_matches(const char *pattern, const char *name);

#endif
