/* load.h - from files to a linked program. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_LOAD_H
#define UNLOADCHECK_DRIVER_LOAD_H

struct captures;
struct inputs;
struct options;
struct program;
struct rule_set;
struct run;

/* The units of all inputs, linked, with the rules' models behind them. What
 * could not be captured is told to run->fail and left out; NULL: nothing was.
 */
struct program *load_program(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct captures *captures,
                             const struct inputs *inputs);

#endif
