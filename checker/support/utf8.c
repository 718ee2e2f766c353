/* utf8.c - by the table of well-formed sequences of the Unicode standard, but
 * for overlong forms of three and four bytes and surrogates, which are told
 * apart by their code points. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/utf8.h"

#include "support/text.h"

/* How many bytes start with this one; 0: none can. */
static size_t sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first < 0xe0)
        return 2;
    if (first >= 0xe0 && first < 0xf0)
        return 3;
    return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

static bool is_well_formed(uint32_t code, size_t length)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

    return code >= least[length] && code <= 0x10ffff &&
           !(code >= 0xd800 && code <= 0xdfff);
}

size_t utf8_decode(const char *data, size_t size, uint32_t *code)
{
    unsigned char first = (unsigned char)data[0];
    size_t length = sequence_length(first);

    if (length == 0 || length > size)
        return 0;
    *code = length == 1 ? first : first & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        unsigned char next = (unsigned char)data[i];
        if ((next & 0xc0) != 0x80)
            return 0;
        *code = *code << 6 | (next & 0x3f);
    }
    return is_well_formed(*code, length) ? length : 0;
}

bool utf8_is(const char *data, size_t size)
{
    uint32_t code;

    for (size_t at = 0, length; at < size; at += length)
        if ((length = utf8_decode(data + at, size - at, &code)) == 0)
            return false;
    return true;
}

static size_t length_of(uint32_t code)
{
    if (code < 0x80)
        return 1;
    if (code < 0x800)
        return 2;
    return code < 0x10000 ? 3 : 4;
}

void utf8_add_code(uint32_t code, struct text *out)
{
    static const unsigned char first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
    size_t length = length_of(code);

    text_add_char(out, (char)(first[length] | code >> (6 * (length - 1))));
    for (size_t i = length - 1; i-- > 0;)
        text_add_char(out, (char)(0x80 | (code >> (6 * i) & 0x3f)));
}

static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\t') || (code >= 0x7f && code < 0xa0) ||
           (code & 0xfffe) == 0xfffe;
}

void utf8_add(const char *data, size_t size, struct text *out)
{
    for (size_t at = 0; at < size;) {
        uint32_t code = 0;
        size_t length = utf8_decode(data + at, size - at, &code);

        if (length == 0 || is_control(code))
            text_add(out, "\xef\xbf\xbd");
        else
            text_add_n(out, data + at, length);
        at += length ? length : 1;
    }
}
