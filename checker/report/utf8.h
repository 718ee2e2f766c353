/* utf8.h - bytes of unknown origin as characters.
 *
 * Sources are in any encoding, and what quotes them must be in one. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_UTF8_H
#define UNLOADCHECK_REPORT_UTF8_H

#include <stddef.h>
#include <stdint.h>

struct text;

/* The code point of the character at `data`, of which `size` bytes are there;
 * its length, or 0 if there is none. */
size_t utf8_decode(const char *data, size_t size, uint32_t *code);

/* Adds what is UTF-8 as it is. For each other byte, and each control but tab,
 * stands U+FFFD: no form of text has a way to say those. */
void utf8_add(const char *data, size_t size, struct text *out);

#endif
