/* strings.c - a table of entries that end in the string itself.
 *
 * Open, probed in a line (D. Knuth, TAOCP vol. 3, 6.4, algorithm L), and at
 * most half full. A slot has the string's hash beside the entry, so that one
 * which is not meant is seldom looked at.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/strings.h"

#include "support/arena.h"
#include "support/hash.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { FIRST_SIZE = 64 };

struct string_entry {
    size_t length;
    char text[];
};

struct slot {
    uint64_t hash;
    struct string_entry *entry; /* NULL: free */
};

struct strings {
    struct arena *arena;
    struct slot *table;
    size_t size; /* of the table, a power of two, or 0 */
    size_t count;
};

struct strings *strings_make(struct arena *arena)
{
    struct strings *strings = arena_new(arena, struct strings);

    strings->arena = arena;
    return strings;
}

static bool is_it(const struct slot *slot, uint64_t hash, const char *string,
                  size_t length)
{
    return slot->hash == hash && slot->entry->length == length &&
           memcmp(slot->entry->text, string, length) == 0;
}

/* Where the string is, or would be; the table is not empty. */
static struct slot *probe(const struct strings *strings, uint64_t hash,
                          const char *string, size_t length)
{
    size_t at = (size_t)hash & (strings->size - 1);

    while (strings->table[at].entry &&
           !is_it(&strings->table[at], hash, string, length))
        at = (at + 1) & (strings->size - 1);
    return &strings->table[at];
}

static void grow(struct strings *strings)
{
    struct slot *old = strings->table;
    size_t count = strings->size;

    strings->size = count != 0 ? 2 * count : FIRST_SIZE;
    strings->table = arena_array(strings->arena, struct slot, strings->size);
    for (size_t i = 0; i < count; i++)
        if (old[i].entry)
            *probe(strings, old[i].hash, old[i].entry->text,
                   old[i].entry->length) = old[i];
}

const char *strings_intern_n(struct strings *strings, const char *string,
                             size_t length)
{
    uint64_t hash = hash_bytes(string, length);

    if (2 * (strings->count + 1) > strings->size)
        grow(strings);

    struct slot *slot = probe(strings, hash, string, length);

    if (slot->entry)
        return slot->entry->text;

    struct string_entry *entry =
        arena_alloc(strings->arena, sizeof(*entry) + length + 1);

    entry->length = length;
    memcpy(entry->text, string, length);
    *slot = (struct slot){ hash, entry };
    strings->count++;
    return entry->text;
}

const char *strings_intern(struct strings *strings, const char *string)
{
    return strings_intern_n(strings, string, strlen(string));
}

const char *strings_find(const struct strings *strings, const char *string)
{
    size_t length = strlen(string);

    if (strings->size == 0)
        return NULL;

    const struct slot *slot =
        probe(strings, hash_bytes(string, length), string, length);

    return slot->entry ? slot->entry->text : NULL;
}
