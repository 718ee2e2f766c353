/* vicinity.c - what stands around a name in a file's text. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/vicinity.h"

#include <ctype.h>
#include <string.h>

static bool is_word_character(char character)
{
    return isalnum((unsigned char)character) || character == '_';
}

static bool is_space(char character)
{
    return isspace((unsigned char)character) || character == '\\';
}

static struct vicinity vicinity_at(CXTranslationUnit unit, CXFile file,
                                   unsigned offset)
{
    struct vicinity vicinity = { 0 };
    if (!file)
        return vicinity;
    vicinity.data = clang_getFileContents(unit, file, &vicinity.size);
    if (!vicinity.data || offset > vicinity.size)
        return (struct vicinity){ 0 };
    vicinity.start = vicinity.end = offset;
    while (vicinity.end < vicinity.size &&
           is_word_character(vicinity.data[vicinity.end]))
        vicinity.end++;
    return vicinity;
}

struct vicinity vicinity_of(CXTranslationUnit unit, CXSourceLocation location)
{
    CXFile file;
    unsigned offset;
    clang_getSpellingLocation(location, &file, NULL, NULL, &offset);
    return vicinity_at(unit, file, offset);
}

struct vicinity vicinity_of_use(CXTranslationUnit unit,
                                CXSourceLocation location)
{
    CXFile file;
    unsigned offset;
    clang_getExpansionLocation(location, &file, NULL, NULL, &offset);
    return vicinity_at(unit, file, offset);
}

/* Behind white space and comments. */
static size_t skip_gap(const struct vicinity *vicinity, size_t at)
{
    const char *data = vicinity->data;
    while (at < vicinity->size) {
        if (is_space(data[at])) {
            at++;
        } else if (at + 1 < vicinity->size && data[at] == '/' &&
                   data[at + 1] == '/') {
            while (at < vicinity->size && data[at] != '\n')
                at++;
        } else if (at + 1 < vicinity->size && data[at] == '/' &&
                   data[at + 1] == '*') {
            at += 2;
            while (at < vicinity->size &&
                   !(data[at - 1] == '*' && data[at] == '/'))
                at++;
            at += at < vicinity->size;
        } else {
            break;
        }
    }
    return at;
}

struct bit bit_after(const struct vicinity *vicinity, size_t at)
{
    size_t start = skip_gap(vicinity, at);
    size_t end = start;
    while (end < vicinity->size && is_word_character(vicinity->data[end]))
        end++;
    if (end == start && end < vicinity->size)
        end++;
    return (struct bit){ vicinity->data + start, end - start, start, end };
}

/* A block comment in front is skipped; a line comment is not seen as one. */
struct bit bit_before(const struct vicinity *vicinity, size_t at)
{
    const char *data = vicinity->data;
    size_t end = at;
    for (;;) {
        while (end > 0 && is_space(data[end - 1]))
            end--;
        if (end < 4 || data[end - 1] != '/' || data[end - 2] != '*')
            break;
        end -= 3;
        while (end > 1 && !(data[end - 1] == '*' && data[end - 2] == '/'))
            end--;
        end = end > 1 ? end - 2 : 0;
    }
    size_t start = end;
    while (start > 0 && is_word_character(data[start - 1]))
        start--;
    if (start == end && start > 0)
        start--;
    return (struct bit){ data + start, end - start, start, end };
}

bool bit_is(struct bit bit, const char *text)
{
    return bit.length == strlen(text) &&
           memcmp(bit.text, text, bit.length) == 0;
}

bool bit_is_word(struct bit bit)
{
    return bit.length != 0 && is_word_character(bit.text[0]) &&
           !isdigit((unsigned char)bit.text[0]);
}

static bool is_one_of(struct bit bit, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bit_is(bit, words[i]))
            return true;
    return false;
}

bool bit_is_type_keyword(struct bit bit)
{
    static const char *const words[] = {
        "void",    "char",     "short",    "int",          "long",   "float",
        "double",  "signed",   "unsigned", "struct",       "union",  "enum",
        "const",   "volatile", "static",   "extern",       "inline", "__inline",
        "__int64", "__int32",  "__int16",  "__int8",       "_Bool",  "bool",
        "typedef", "register", "wchar_t",  "__forceinline"
    };
    return is_one_of(bit, words, sizeof(words) / sizeof(*words));
}

bool bit_is_statement_keyword(struct bit bit)
{
    static const char *const words[] = { "if",     "for",   "while",
                                         "do",     "goto",  "switch",
                                         "return", "break", "continue",
                                         "case",   "else",  "default",
                                         "__try",  "{",     "}" };
    return is_one_of(bit, words, sizeof(words) / sizeof(*words));
}

struct bit bit_calling(const struct vicinity *vicinity, size_t at)
{
    int depth = 0;
    while (at > 0) {
        struct bit bit = bit_before(vicinity, at);
        if (bit.length == 0 || bit_is(bit, ";") || bit_is(bit, "{") ||
            bit_is(bit, "}"))
            break;
        if (bit_is(bit, ")"))
            depth++;
        if (bit_is(bit, "(") && depth-- == 0) {
            struct bit name = bit_before(vicinity, bit.start);
            if (bit_is_word(name) && !bit_is_statement_keyword(name))
                return name;
            break;
        }
        at = bit.start;
    }
    return (struct bit){ 0 };
}
