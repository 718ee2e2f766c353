/* triage.h - which findings count, by what the command line says. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_TRIAGE_H
#define UNLOADCHECK_DRIVER_TRIAGE_H

struct analysis;
struct options;
struct run;
struct triage;

/* Reads what is asked for; NULL, and why, if that cannot be. To be called
 * before the work is begun. */
struct triage *triage_make(struct run *run, const struct options *options);

/* Takes away the findings of the whole run that do not count. */
void triage_apply(const struct triage *triage, struct run *run,
                  struct analysis *analysis);

#endif
