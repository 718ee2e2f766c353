/* proof.h - the table of --proof: all that the driver ever registers, and
 * whether it is gone at both moments in every run. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_PROOF_H
#define UNLOADCHECK_REPORT_PROOF_H

struct analysis;
struct text;

/* Adds the table, a line for each place where something is registered. */
void proof_add_table(const struct analysis *analysis, struct text *out);

#endif
