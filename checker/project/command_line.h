/* command_line.h - a command line as words.
 *
 * Each shell and each compiler quotes in its own way: one is that of Unix, the
 * other that of the C run-time on Windows, where '\\' is an ordinary character
 * except before a quote.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_COMMAND_LINE_H
#define UNLOADCHECK_PROJECT_COMMAND_LINE_H

#include "support/words.h"

#include <stdbool.h>

struct fail;

enum words_style { WORDS_UNIX, WORDS_WINDOWS };

/* Which of them the line is written in, from the paths in it. */
enum words_style words_guess(const char *line);

/* Adds the words of the line. */
void words_split(struct arena *arena, const char *line, enum words_style style,
                 struct words *words);

/* Replaces each @FILE by what is in the response file, seen from `directory`.
 * One that is not there, or that includes itself, is told and left out. */
void words_expand(struct arena *arena, const char *directory, struct fail *fail,
                  struct words *words);

#endif
