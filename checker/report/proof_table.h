/* proof_table.h - the end of a report with --proof: all that the driver ever
 * registers, and whether it is gone at both moments in every run. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_PROOF_TABLE_H
#define UNLOADCHECK_REPORT_PROOF_TABLE_H

#include <stdbool.h>

struct analysis;
struct text;

/* Adds a line for each place where something is registered; unless `is_brief`,
 * then for each of them what takes it further, in which states it can be when
 * the driver's code goes, and what is taken for granted. */
void proof_table_add(const struct analysis *analysis, bool is_brief,
                     struct text *out);

#endif
