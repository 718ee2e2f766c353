/* json.h - everything that is found, for programs: docs/json.md. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_JSON_H
#define UNLOADCHECK_REPORT_JSON_H

struct report;
struct text;

void json_add(const struct report *report, struct text *out);

#endif
