/* junit.h - rules as test cases, for what shows the results of tests.
 *
 * A rule that was kept is a case that passed; each finding is one that failed,
 * and each place where the analysis gave up one that ended in an error.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_JUNIT_H
#define UNLOADCHECK_REPORT_JUNIT_H

struct report;
struct text;

void junit_add(const struct report *report, struct text *out);

#endif
