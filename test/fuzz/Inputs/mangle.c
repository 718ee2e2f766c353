/* mangle.c - changes a text in one place; see fuzz.h.
 *
 * A byte that is flipped makes most texts unreadable at once. What a reader
 * rarely sees is a text of the right words in the wrong order, so those are
 * moved around. Under libFuzzer, every other mutation is one of these.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fuzz.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct piece {
    size_t start;
    size_t end;
};

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static size_t below(uint32_t *seed, size_t count)
{
    return count ? next(seed) % count : 0;
}

/* The line around a byte, with its end. */
static struct piece line_at(const uint8_t *data, size_t size, size_t at)
{
    struct piece line = { at, at };
    while (line.start > 0 && data[line.start - 1] != '\n')
        line.start--;
    while (line.end < size && data[line.end] != '\n')
        line.end++;
    line.end += line.end < size;
    return line;
}

static bool is_word(uint8_t byte)
{
    return isalnum(byte) || byte == '_';
}

/* The word or sign at or behind a byte. */
static struct piece word_at(const uint8_t *data, size_t size, size_t at)
{
    while (at < size && isspace(data[at]))
        at++;
    struct piece word = { at, at + (at < size) };
    if (at >= size || !is_word(data[at]))
        return word;
    while (word.start > 0 && is_word(data[word.start - 1]))
        word.start--;
    while (word.end < size && is_word(data[word.end]))
        word.end++;
    return word;
}

static struct piece bracket_at(const uint8_t *data, size_t size, size_t at)
{
    for (size_t i = 0; i < size; i++, at = at + 1 < size ? at + 1 : 0)
        if (data[at] && strchr("(){}[]<>", data[at]))
            return (struct piece){ at, at + 1 };
    return (struct piece){ 0, 0 };
}

/* Puts `length` bytes in place of a piece; as they are elsewhere in the text,
 * they are copied first. */
static size_t replace(uint8_t *data, size_t size, size_t room,
                      struct piece piece, const uint8_t *with, size_t length)
{
    size_t cut = piece.end - piece.start;
    if (size - cut + length > room)
        return size;
    uint8_t *copy = malloc(length + 1);
    if (!copy)
        return size;
    if (length)
        memcpy(copy, with, length);
    memmove(data + piece.start + length, data + piece.end, size - piece.end);
    if (length)
        memcpy(data + piece.start, copy, length);
    free(copy);
    return size - cut + length;
}

static size_t replace_number(uint8_t *data, size_t size, size_t room,
                             struct piece at, uint32_t *seed)
{
    static const char *const numbers[] = {
        "0",  "-1",         "1",          "64",
        "65", "2147483648", "4294967295", "0x7fffffffffffffff"
    };
    const char *with =
        numbers[below(seed, sizeof(numbers) / sizeof(*numbers))];
    for (; at.start < size && !isdigit(data[at.start]); at.start++)
        ;
    at = word_at(data, size, at.start);
    return replace(data, size, room, at, (const uint8_t *)with, strlen(with));
}

size_t mangle(uint8_t *data, size_t size, size_t room, uint32_t seed)
{
    size_t one = below(&seed, size), two = below(&seed, size);
    struct piece line = line_at(data, size, one);
    struct piece word = word_at(data, size, one);
    struct piece other_line = line_at(data, size, two);
    struct piece other = word_at(data, size, two);
    struct piece empty = { word.start, word.start };

    if (size == 0)
        return 0;
    switch (below(&seed, 10)) {
    case 0: return replace(data, size, room, line, NULL, 0);
    case 1: return replace(data, size, room, word, NULL, 0);
    case 2:
        return replace(data, size, room, bracket_at(data, size, one), NULL, 0);
    case 3: return one; /* the rest is cut off */
    case 4:
        line.end = line.start; /* another line comes before it */
        return replace(data, size, room, line, data + other_line.start,
                       other_line.end - other_line.start);
    case 5:
        return replace(data, size, room, line, data + other_line.start,
                       other_line.end - other_line.start);
    case 6:
        return replace(data, size, room, empty, data + other.start,
                       other.end - other.start);
    case 7: return replace_number(data, size, room, word, &seed);
    default:
        return replace(data, size, room, word, data + other.start,
                       other.end - other.start);
    }
}

/* For libFuzzer, which has a way of its own beside. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room,
                               unsigned seed);

#ifdef FUZZER
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room,
                               unsigned seed)
{
    if (seed % 2 == 0)
        return LLVMFuzzerMutate(data, size, room);
    return mangle(data, size, room, seed / 2);
}
#endif
