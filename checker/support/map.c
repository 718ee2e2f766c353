/* map.c - entries in a vec for their order, found through a table of numbers.
 *
 * The table is open and probed in a line (D. Knuth, TAOCP vol. 3, 6.4,
 * algorithm L); no more than half of it is taken. A map of a few entries has no
 * table: they are looked through.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/map.h"

#include "support/arena.h"
#include "support/vec.h"

#include <assert.h>
#include <stdint.h>

enum { FEW = 8, FIRST_SIZE = 4 * FEW };

struct map {
    struct arena *arena;
    struct vec_of(struct map_entry) entries;
    uint32_t *table; /* one more than the number of an entry; 0: free */
    size_t size;     /* of the table, a power of two, or 0 */
};

struct map *map_make(struct arena *arena)
{
    struct map *map = arena_new(arena, struct map);

    map->arena = arena;
    return map;
}

/* Multiplicative hashing (TAOCP, likewise): pointers differ in few bits, and
 * the upper half of the product depends on all of them. */
static size_t hash_of(const void *key)
{
    uint64_t product = (uintptr_t)key * UINT64_C(0x9e3779b97f4a7c15);

    return (size_t)(product >> 32);
}

/* Where the key is in the table, or would be. */
static uint32_t *probe(const struct map *map, const void *key)
{
    size_t at = hash_of(key) & (map->size - 1);

    while (map->table[at] != 0 &&
           map->entries.items[map->table[at] - 1].key != key)
        at = (at + 1) & (map->size - 1);
    return &map->table[at];
}

static struct map_entry *find(const struct map *map, const void *key)
{
    if (map->size != 0) {
        uint32_t number = *probe(map, key);
        return number != 0 ? &map->entries.items[number - 1] : NULL;
    }
    for (size_t i = 0; i < map->entries.count; i++)
        if (map->entries.items[i].key == key)
            return &map->entries.items[i];
    return NULL;
}

void *map_get(const struct map *map, const void *key)
{
    const struct map_entry *entry = find(map, key);

    return entry ? entry->value : NULL;
}

bool map_has(const struct map *map, const void *key)
{
    return find(map, key) != NULL;
}

static void make_table(struct map *map, size_t size)
{
    map->table = arena_array(map->arena, uint32_t, size);
    map->size = size;
    for (size_t i = 0; i < map->entries.count; i++)
        *probe(map, map->entries.items[i].key) = (uint32_t)(i + 1);
}

void map_put(struct map *map, const void *key, void *value)
{
    struct map_entry *known = find(map, key);
    struct map_entry entry = { .key = key, .value = value };

    if (known) {
        known->value = value;
        return;
    }
    assert(map->entries.count < UINT32_MAX);
    vec_push(map->arena, &map->entries, entry);
    if (map->entries.count > FEW && 2 * map->entries.count > map->size)
        make_table(map, map->size != 0 ? 2 * map->size : FIRST_SIZE);
    else if (map->size != 0)
        *probe(map, key) = (uint32_t)map->entries.count;
}

size_t map_count(const struct map *map)
{
    return map->entries.count;
}

struct map_entry map_at(const struct map *map, size_t index)
{
    assert(index < map->entries.count);
    return map->entries.items[index];
}
