/* html.h - one page, for people: what was found, and each path to be walked
 * through the source, event by event, with the state of the registration.
 *
 * The page needs nothing from outside and reads without scripts, too. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_HTML_H
#define UNLOADCHECK_REPORT_HTML_H

struct report;
struct text;

void html_add(const struct report *report, struct text *out);

#endif
