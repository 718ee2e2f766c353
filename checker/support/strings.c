/* strings.c - a table whose entries end in the string itself. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/strings.h"

#include "support/arena.h"
#include "support/table.h"

#include <string.h>

struct string_entry {
    UT_hash_handle hh;
    char text[];
};

struct strings {
    struct arena *arena;
    struct string_entry *entries;
};

struct strings *strings_make(struct arena *arena)
{
    struct strings *strings = arena_new(arena, struct strings);

    strings->arena = arena;
    return strings;
}

static struct string_entry *find(const struct strings *strings,
                                 const char *string, size_t length)
{
    struct string_entry *entry = NULL;

    HASH_FIND(hh, strings->entries, string, length, entry);
    return entry;
}

const char *strings_intern_n(struct strings *strings, const char *string,
                             size_t length)
{
    struct arena *arena = strings->arena;
    struct string_entry *entry = find(strings, string, length);

    if (entry)
        return entry->text;
    entry = arena_alloc(arena, sizeof(*entry) + length + 1);
    memcpy(entry->text, string, length);
    HASH_ADD_KEYPTR(hh, strings->entries, entry->text, length, entry);
    return entry->text;
}

const char *strings_intern(struct strings *strings, const char *string)
{
    return strings_intern_n(strings, string, strlen(string));
}

const char *strings_find(const struct strings *strings, const char *string)
{
    struct string_entry *entry = find(strings, string, strlen(string));

    return entry ? entry->text : NULL;
}
