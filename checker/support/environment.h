/* environment.h - what the program is started with: words and variables. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_ENVIRONMENT_H
#define UNLOADCHECK_SUPPORT_ENVIRONMENT_H

struct arena;

/* The words of the command line in UTF-8, with the program's name, and how many
 * they are, out of what main() was called with. */
char **environment_words(struct arena *arena, int *count, char **words);

/* The value of a variable, NULL if it is not set. */
const char *environment_get(struct arena *arena, const char *name);

/* For this process, and for libraries that are loaded later. */
void environment_set(const char *name, const char *value);

#endif
