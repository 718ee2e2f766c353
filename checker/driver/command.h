/* command.h - what the first word of the command line can be. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_COMMAND_H
#define UNLOADCHECK_DRIVER_COMMAND_H

#include "driver/run.h"

#include <stddef.h>

struct options;
struct text;

struct command {
    const char *name;
    unsigned bit;      /* enum command_bit */
    const char *usage; /* one line or more of operands, each ended by \n */
    const char *summary;
    const char *description;
    const char *operands; /* what they are, as the argument of an option says
                             it; NULL: there are none */
    enum run_status (*run)(struct run *run, const struct options *options);
};

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

/* Each by its number, from 0; NULL behind the last. */
const struct command *command_at(size_t index);

/* The command that runs when none is named. */
const struct command *command_default(void);

/* The command most like `name`, or NULL. */
const struct command *command_nearest(const char *name);

/* The help on one command, and on the whole. */
void command_help(const struct command *command, struct text *out);
void command_overview(struct text *out);

#endif
