/* triage.h - which findings count, by what the command line says. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_TRIAGE_H
#define UNLOADCHECK_DRIVER_TRIAGE_H

struct analysis;
struct options;
struct rule_set;
struct run;
struct triage;

/* Reads what is asked for; NULL, and why, if that cannot be. To be called
 * before the work is begun. */
struct triage *triage_make(struct run *run, const struct options *options);

/* Takes away the findings of the whole run that are none of what is asked for,
 * and marks those that the driver's text allows. */
void triage_apply(const struct triage *triage, struct run *run,
                  const struct rule_set *rules, struct analysis *analysis);

#endif
