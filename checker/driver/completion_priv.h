/* completion_priv.h - what the completions of all shells are made from. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_COMPLETION_PRIV_H
#define UNLOADCHECK_DRIVER_COMPLETION_PRIV_H

#include "driver/command.h"
#include "driver/options.h"
#include "support/text.h"

#include <stdbool.h>

/* What stands behind an option, or as an operand. */
enum value {
    VALUE_NONE, /* nothing */
    VALUE_ANY,  /* what nobody can guess */
    VALUE_FILE,
    VALUE_FOLDER,
    VALUE_WORDS, /* one of some words */
    VALUE_RULE   /* the name of a rule */
};

enum value completion_value(const char *argument);

/* The words for VALUE_WORDS, with `between` between them. */
const char *completion_words(struct arena *arena, const char *argument,
                             const char *between);

/* The names of the commands that take all of the bits, or that do not, with a
 * blank between them. */
const char *completion_commands(struct arena *arena, unsigned bits, bool takes);

/* A text with a mark in front of each character that is one of `special`. */
const char *completion_escape(struct arena *arena, const char *text,
                              const char *special, const char *mark);

/* The command line that lists rules. */
#define COMPLETION_RULES "unloadcheck rules 2>/dev/null | cut -d ' ' -f 1"

void completion_bash(struct text *out);
void completion_zsh(struct text *out);
void completion_fish(struct text *out);
void completion_powershell(struct text *out);

#endif
