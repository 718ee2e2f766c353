/* compile_commands.h - how a project's files are compiled. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_COMPILE_COMMANDS_H
#define UNLOADCHECK_FRONTEND_COMPILE_COMMANDS_H

#include "support/vec.h"

#include <stdbool.h>

struct fail;

struct compile_command {
    const char *file;       /* as the database has it */
    const char *directory;  /* what it and the arguments are relative to */
    const char **arguments; /* for capture_file */
    size_t count;
};

struct compile_commands vec_of(struct compile_command);

/* Reads compile_commands.json in `directory`. False, and why, if there is none
 * or it cannot be read. */
bool compile_commands_read(struct arena *arena, const char *directory,
                           struct fail *fail,
                           struct compile_commands *commands);

#endif
