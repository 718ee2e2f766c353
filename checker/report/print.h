/* print.h - findings for people: on the terminal, or one line each.
 *
 * The text form is the compilers' own, so that what reads their messages reads
 * these too:
 *
 *     FILE:LINE:COLUMN: error: MESSAGE [RULE]
 *         the source line, a caret
 *       (1) FILE:LINE:COLUMN: the first event of the story
 *         its source line, a caret
 *
 * Events inside a call stand further to the right than the call. The brief
 * form is the first line of this alone.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_PRINT_H
#define UNLOADCHECK_REPORT_PRINT_H

#include <stdbool.h>
#include <stddef.h>

struct analysis;
struct text;

struct print_options {
    bool color;
    bool is_brief;
};

/* Adds all findings, then all limits, each in the order in which they are. */
void print_analysis(const struct analysis *analysis,
                    const struct print_options *options, struct text *out);

#endif
