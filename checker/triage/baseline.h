/* baseline.h - findings that were there before, by a report of ours.
 *
 * A report is a SARIF log. A finding is the same as an older one if it has the
 * same fingerprint: it does not matter what else is in the file, nor on which
 * line it stands. Of those that have none, one that has the same contents in
 * another file is the same, each once: the file was renamed.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_TRIAGE_BASELINE_H
#define UNLOADCHECK_TRIAGE_BASELINE_H

#include <jansson.h>
#include <stddef.h>

struct arena;
struct baseline;
struct fail;
struct report;

/* The results of a log. NULL, and why, if the file is no log of ours. */
struct baseline *baseline_read(struct arena *arena, const char *path,
                               struct fail *fail);
void baseline_close(struct baseline *baseline);

/* Marks the findings of the report's analysis as new or unchanged. */
void baseline_apply(const struct baseline *baseline,
                    const struct report *report);

/* One result: what it is, and what tells it. */
struct result {
    json_t *json; /* as it stands in the log */
    const char *fingerprint;
    const char *content;
    size_t match; /* the number, from 1, of the same one in the other log; 0 */
};

/* Those that are faults, in the order of the log. */
struct result *baseline_results(const struct baseline *baseline, size_t *count);

/* The run that they are from. */
json_t *baseline_run(const struct baseline *baseline);
json_t *baseline_log(const struct baseline *baseline);

/* Fills in what the same results of two logs have to say of each other. */
void baseline_match(struct result *old, size_t old_count, struct result *new,
                    size_t new_count);

#endif
