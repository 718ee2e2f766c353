/* outputs.h - where the report goes, and in which forms. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_OUTPUTS_H
#define UNLOADCHECK_DRIVER_OUTPUTS_H

#include <stdbool.h>

struct analysis;
struct options;
struct report;
struct rule_set;
struct run;

/* False, and why, if what --format asks for cannot be: told before the work
 * is begun. */
bool outputs_check(struct run *run, const struct options *options);

/* What all forms are made from. */
struct report *outputs_report(struct run *run, const struct options *options,
                              const struct rule_set *rules,
                              const struct analysis *analysis);

/* Writes the report in each form that is asked for, to the standard output or
 * to the file behind the form's name. A file that cannot be written is told. */
void outputs_write(struct run *run, const struct options *options,
                   const struct rule_set *rules,
                   const struct analysis *analysis);

#endif
