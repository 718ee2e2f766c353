/* sarif.h - SARIF 2.1.0, for whatever shows results of static analysis.
 *
 * One run. Each finding is a result with its story as a code flow; with
 * `proof`, each registration that was shown to go is a result of kind `pass`.
 * What could not be analysed is told by the notifications of the invocation.
 * Files are named from the root of the repository, columns count UTF-16 code
 * units, and lists stay inside what GitHub takes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_SARIF_H
#define UNLOADCHECK_REPORT_SARIF_H

struct report;
struct text;

void sarif_add(const struct report *report, struct text *out);

#endif
