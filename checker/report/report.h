/* report.h - what every form of a report is made from.
 *
 * A form is a function from this to text (report/form.h). It may look at the
 * files that the findings name, and at nothing else outside: the same report
 * gives the same bytes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_REPORT_H
#define UNLOADCHECK_REPORT_REPORT_H

#include "engine/finding.h"

#include <stdbool.h>

struct arena;
struct fail;
struct rule_set;
struct sources;

struct report {
    struct arena *arena; /* for what lives as long as the report */
    const struct analysis *analysis;
    const struct rule_set *rules; /* those that were asked for */
    const struct fail *trouble;   /* what was wrong with the input */
    struct sources *sources;
    const char *version; /* of the program */
    /* The working folder as seen from the root of the repository that it is
     * in: "" at the root itself, or where there is none. */
    const char *folder;
    const char *root; /* of the repository, absolute: "" where there is none */
    bool color;       /* for a terminal */
    bool proof;       /* tell also what was shown to go right */
    /* Draws graphs in the language of Graphviz as SVG, one behind the other;
     * NULL, or a NULL answer: nobody can. */
    const char *(*draw)(struct arena *arena, const char *graphs);
};

/* "error", "warning" or "note". */
const char *report_severity(enum severity severity);

/* "new" or "unchanged". */
const char *report_baseline(enum baseline_state state);

/* The message as a headline: what stands on an assumption says "possible". */
const char *report_message(const struct report *report,
                           const struct finding *finding);

/* The file as seen from the root of the repository, with '/' between parts;
 * one that is nowhere below it as it is. */
const char *report_path(const struct report *report, const char *file);

/* A column that counts UTF-16 code units, as most programs do. */
unsigned report_utf16_column(const struct report *report, struct place place);

/* What SARIF calls the fingerprints below. */
#define FINGERPRINT         "unloadcheck/v1"
#define FINGERPRINT_CONTENT "unloadcheck/content/v1"

/* Sixteen hexadecimal digits that tell a finding from all others of the
 * report, and stay the same when lines move: made from the rule, the file, the
 * function, the message and the text of the line, not its number. */
const char *report_fingerprint(const struct report *report,
                               const struct finding *finding);

/* The same without the file: it stays the same when that is renamed, and is not
 * always another for another finding. */
const char *report_content_fingerprint(const struct report *report,
                                       const struct finding *finding);

#endif
