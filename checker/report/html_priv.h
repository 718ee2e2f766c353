/* html_priv.h - the parts of the page, for the files that make it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_HTML_PRIV_H
#define UNLOADCHECK_REPORT_HTML_PRIV_H

#include "report/report.h"

#include <stddef.h>

struct text;

/* Adds "FILE:LINE:COLUMN"; nothing for a place in no file. */
void html_add_place(const struct report *report, struct place place,
                    struct text *out);

/* html_path.c: adds the article about the finding of that index. */
void html_add_path(const struct report *report, size_t index, struct text *out);

#endif
