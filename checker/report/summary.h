/* summary.h - the findings as a page of Markdown: what a CI service shows of a
 * job, or someone puts into a message. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_SUMMARY_H
#define UNLOADCHECK_REPORT_SUMMARY_H

struct report;
struct text;

void summary_add(const struct report *report, struct text *out);

#endif
