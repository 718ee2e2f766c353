/* map.c - entries in a vec for their order, found through a table. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/map.h"

#include "support/arena.h"
#include "support/table.h"
#include "support/vec.h"

#include <assert.h>
#include <stdint.h>

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

/* Multiplicative hashing (D. Knuth, TAOCP vol. 3, 6.4): pointers differ in few
 * bits, and the upper half of the product depends on all of them. */
static unsigned hash_of(const void *key)
{
    uint64_t product = (uintptr_t)key * UINT64_C(0x9e3779b97f4a7c15);

    return (unsigned)(product >> 32);
}

static struct map_slot *find(const struct map *map, const void *key)
{
    struct map_slot *slot = NULL;

    HASH_FIND_BYHASHVALUE(hh, map->table, &key, sizeof(key), hash_of(key),
                          slot);
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
    HASH_ADD_BYHASHVALUE(hh, map->table, entry.key, sizeof(key), hash_of(key),
                         slot);
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
