/* map.c - entries in a vec for their order, found through a table. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/map.h"

#include "support/arena.h"
#include "support/table.h"
#include "support/vec.h"

#include <assert.h>

struct map_slot {
    struct map_entry entry;
    UT_hash_handle hh;
};

struct map {
    struct arena *arena;
    struct map_slot *table;
    struct vec_of(struct map_slot *) slots;
};

struct map *map_make(struct arena *arena)
{
    struct map *map = arena_new(arena, struct map);

    map->arena = arena;
    return map;
}

static struct map_slot *find(const struct map *map, const void *key)
{
    struct map_slot *slot = NULL;

    HASH_FIND(hh, map->table, &key, sizeof(key), slot);
    return slot;
}

void *map_get(const struct map *map, const void *key)
{
    struct map_slot *slot = find(map, key);

    return slot ? slot->entry.value : NULL;
}

bool map_has(const struct map *map, const void *key)
{
    return find(map, key) != NULL;
}

void map_put(struct map *map, const void *key, void *value)
{
    struct arena *arena = map->arena;
    struct map_slot *slot = find(map, key);

    if (slot) {
        slot->entry.value = value;
        return;
    }
    slot = arena_new(arena, struct map_slot);
    slot->entry = (struct map_entry){ .key = key, .value = value };
    HASH_ADD(hh, map->table, entry.key, sizeof(key), slot);
    vec_push(arena, &map->slots, slot);
}

size_t map_count(const struct map *map)
{
    return map->slots.count;
}

struct map_entry map_at(const struct map *map, size_t index)
{
    assert(index < map->slots.count);
    return map->slots.items[index]->entry;
}
