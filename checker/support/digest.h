/* digest.h - what stands for contents: equal digests, equal contents.
 *
 * 128 bits are so many that two different contents with one digest will not be
 * met by chance. They do not protect against somebody who looks for such.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_DIGEST_H
#define UNLOADCHECK_SUPPORT_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct text;

struct digest {
    uint64_t high;
    uint64_t low;
};

enum { DIGEST_LENGTH = 32 }; /* as text */

struct digest digest_bytes(const void *data, size_t size);
bool digest_equal(struct digest a, struct digest b);

/* In hexadecimal, and back; false if `text` does not start with a digest. */
char *digest_text(struct arena *arena, struct digest digest);
bool digest_parse(const char *text, struct digest *digest);

/* Adds the bytes, with their digest in front; and takes it away again. False if
 * they are not as they were. */
void digest_seal(struct text *out, const void *data, size_t size);
bool digest_unseal(const void **data, size_t *size);

#endif
