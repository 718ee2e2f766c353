/* commit.h - which findings a commit brings.
 *
 * A finding counts if a line that the commit changes is part of it
 * (triage/changes.h). A change may also act from afar: a constant of a header
 * lies on no path. So a finding that meets no changed line counts all the same
 * if none like it was there before, in any of the revisions that the commit
 * follows; those are only looked at where it comes to that. What the analysis
 * gave up on before, too, is told, but is not the commit's.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_COMMIT_H
#define UNLOADCHECK_DRIVER_COMMIT_H

#include <stdbool.h>
#include <stddef.h>

struct analysis;
struct images;
struct options;
struct rule_set;
struct run;
struct staged;

struct commit {
    const struct options *options;
    const struct rule_set *rules;
    const struct staged *staged;
    const struct images *images; /* that were judged */
};

/* Takes away the findings that the commit does not bring, and counts the limits
 * that were met before. False, and why, if that cannot be told. */
bool commit_reduce(struct run *run, const struct commit *commit,
                   struct analysis *analysis, size_t *old_limits);

#endif
