/* load.h - from files to a linked program. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_LOAD_H
#define UNLOADCHECK_DRIVER_LOAD_H

#include "ir/unit_file.h"

#include <stdbool.h>
#include <stddef.h>

struct captures;
struct input;
struct inputs;
struct options;
struct program;
struct rule_set;
struct run;
struct capture_text;

/* The units of all inputs, linked, with the rules' models behind them. Unless
 * `extent` asks for the whole, functions that are inert (ir/inert.h), and that
 * nobody asks about, are not there; nor are calls of them. What could not be
 * captured is told to run->fail and left out; NULL: nothing was. */
struct program *load_program(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct captures *captures,
                             const struct inputs *inputs,
                             enum unit_file_extent extent);

/* Whether the input is that file, which is named from the working folder. */
bool load_is_file(const struct input *input, const char *name);

/* The same with the files as they are in `texts`. */
struct program *load_edited(struct run *run, const struct rule_set *rules,
                            const struct captures *captures,
                            const struct inputs *inputs,
                            const struct capture_text *texts, size_t count);

#endif
