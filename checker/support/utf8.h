/* utf8.h - characters as bytes, and bytes of unknown origin as characters.
 *
 * Sources are in any encoding, and what quotes them must be in one. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_UTF8_H
#define UNLOADCHECK_SUPPORT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;

/* Adds the character of that code point. */
void utf8_add_code(uint32_t code, struct text *out);

/* Whether all of it is UTF-8. */
bool utf8_is(const char *data, size_t size);

/* The code point of the character at `data`, of which `size` bytes are there;
 * its length, or 0 if there is none. */
size_t utf8_decode(const char *data, size_t size, uint32_t *code);

/* Adds what is UTF-8 as it is. For each other byte, and each control but tab,
 * stands U+FFFD: no form of text has a way to say those. */
void utf8_add(const char *data, size_t size, struct text *out);

#endif
