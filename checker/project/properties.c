/* properties.c - a table by the name in lower case. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/properties.h"

#include "support/table.h"

#include <ctype.h>
#include <string.h>

struct property {
    const char *name;
    const char *value;
    bool is_fixed;
    UT_hash_handle hh;
};

struct properties {
    struct arena *arena;
    const struct properties *under;
    struct property *table;
};

struct properties *properties_make(struct arena *arena,
                                   const struct properties *under)
{
    struct properties *properties = arena_new(arena, struct properties);

    properties->arena = arena;
    properties->under = under;
    return properties;
}

struct arena *properties_arena(const struct properties *properties)
{
    return properties->arena;
}

static char *lower_case(struct arena *arena, const char *name)
{
    char *lower = arena_strdup(arena, name);

    for (char *at = lower; *at != '\0'; at++)
        *at = (char)tolower((unsigned char)*at);
    return lower;
}

static struct property *find(const struct properties *properties,
                             const char *lower)
{
    struct property *property = NULL;

    HASH_FIND_STR(properties->table, lower, property);
    return property;
}

const char *properties_get(const struct properties *properties,
                           const char *name)
{
    const char *lower = lower_case(properties->arena, name);

    for (; properties; properties = properties->under) {
        const struct property *property = find(properties, lower);
        if (property)
            return property->value;
    }
    return NULL;
}

static struct property *take(struct properties *properties, const char *name)
{
    struct arena *arena = properties->arena;
    const char *lower = lower_case(arena, name);
    struct property *property = find(properties, lower);

    if (property)
        return property;
    property = arena_new(arena, struct property);
    property->name = lower;
    HASH_ADD_KEYPTR(hh, properties->table, property->name, strlen(lower),
                    property);
    return property;
}

void properties_set(struct properties *properties, const char *name,
                    const char *value)
{
    struct property *property = take(properties, name);

    if (!property->is_fixed)
        property->value = value;
}

void properties_fix(struct properties *properties, const char *name,
                    const char *value)
{
    struct property *property = take(properties, name);

    property->value = value;
    property->is_fixed = true;
}
