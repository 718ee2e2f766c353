/* review.h - findings for the services that comment on changes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_REVIEW_H
#define UNLOADCHECK_REPORT_REVIEW_H

struct report;
struct text;

/* The code quality report of GitLab. */
void review_add_gitlab(const struct report *report, struct text *out);

/* The diagnostic format of reviewdog. */
void review_add_rdjson(const struct report *report, struct text *out);

#endif
