/* html.h - pages for people: what was found, what is registered and why it is
 * gone, and each path to be walked through the source, event by event.
 *
 * Pages need nothing from outside and read without scripts, too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_HTML_H
#define UNLOADCHECK_REPORT_HTML_H

struct fail;
struct report;
struct text;

/* All on one page. */
void html_add(const struct report *report, struct text *out);

/* A folder of pages, which is made if it is not there: index.html, and one page
 * for each finding, named by its fingerprint. What cannot be written is told to
 * `fail`. */
void html_write(const struct report *report, const char *folder,
                struct fail *fail);

#endif
