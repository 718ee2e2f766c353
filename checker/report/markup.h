/* markup.h - text inside XML and HTML. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_MARKUP_H
#define UNLOADCHECK_REPORT_MARKUP_H

#include <stddef.h>

struct text;

/* Adds a text so that it reads as itself, between tags or in an attribute in
 * double quotes. What is no character there becomes U+FFFD. */
void markup_add(const char *string, struct text *out);
void markup_add_n(const char *data, size_t size, struct text *out);

#endif
