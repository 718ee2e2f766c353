/* compare.h - what became of the findings of one report in another. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_TRIAGE_COMPARE_H
#define UNLOADCHECK_TRIAGE_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

struct baseline;
struct text;

/* How many results are of each kind; `worst` is the level of the new ones:
 * "error", "warning", "note" or NULL. */
struct comparison {
    size_t added;
    size_t fixed;
    size_t unchanged;
    const char *worst;
};

/* Compares; the results are marked. */
struct comparison compare_logs(struct baseline *old, struct baseline *new);

/* As lines for people, after compare_logs. */
void compare_add_text(const struct baseline *old, const struct baseline *new,
                      const struct comparison *comparison, struct text *out);

/* The new log, each result with its baselineState, and those of the old one
 * that are gone behind them. */
void compare_add_sarif(const struct baseline *old, const struct baseline *new,
                       struct text *out);

#endif
