/* annotations.h - one line for each finding, as a build or a CI service reads
 * them out of the log of a job. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_ANNOTATIONS_H
#define UNLOADCHECK_REPORT_ANNOTATIONS_H

struct report;
struct text;

/* The canonical form of MSBuild, which Visual Studio makes clickable. */
void annotations_add_msvc(const struct report *report, struct text *out);

/* Workflow commands of GitHub. It shows ten of each severity per step; so what
 * is more than that is printed as plain lines, and the last annotation says
 * how many there are. */
void annotations_add_github(const struct report *report, struct text *out);

/* Logging commands of Azure Pipelines. */
void annotations_add_azure(const struct report *report, struct text *out);

#endif
