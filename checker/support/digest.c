/* digest.c - XXH3, in its widest form. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/digest.h"

#include "support/arena.h"
#include "support/text.h"

#include <string.h>
#include <xxhash.h>

struct digest digest_bytes(const void *data, size_t size)
{
    XXH128_hash_t hash = XXH3_128bits(data, size);

    return (struct digest){ hash.high64, hash.low64 };
}

bool digest_equal(struct digest a, struct digest b)
{
    return a.high == b.high && a.low == b.low;
}

static const char digits[] = "0123456789abcdef";

static void print_half(char *text, uint64_t half)
{
    for (int i = DIGEST_LENGTH / 2; i-- > 0; half >>= 4)
        text[i] = digits[half & 15];
}

char *digest_text(struct arena *arena, struct digest digest)
{
    char *text = arena_alloc(arena, DIGEST_LENGTH + 1);

    print_half(text, digest.high);
    print_half(text + DIGEST_LENGTH / 2, digest.low);
    return text;
}

static bool parse_half(const char *text, uint64_t *half)
{
    *half = 0;
    for (int i = 0; i < DIGEST_LENGTH / 2; i++) {
        const char *digit = text[i] ? strchr(digits, text[i]) : NULL;
        if (!digit)
            return false;
        *half = *half << 4 | (uint64_t)(digit - digits);
    }
    return true;
}

bool digest_parse(const char *text, struct digest *digest)
{
    return parse_half(text, &digest->high) &&
           parse_half(text + DIGEST_LENGTH / 2, &digest->low);
}

void digest_seal(struct text *out, const void *data, size_t size)
{
    text_add_n(out, digest_text(out->arena, digest_bytes(data, size)),
               DIGEST_LENGTH);
    text_add_n(out, data, size);
}

bool digest_unseal(const void **data, size_t *size)
{
    const char *start = *data;
    struct digest wanted;

    if (*size < DIGEST_LENGTH || !digest_parse(start, &wanted) ||
        !digest_equal(
            wanted, digest_bytes(start + DIGEST_LENGTH, *size - DIGEST_LENGTH)))
        return false;
    *data = start + DIGEST_LENGTH;
    *size -= DIGEST_LENGTH;
    return true;
}
