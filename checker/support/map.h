/* map.h - a table from pointer to pointer.
 *
 * For interned names and for objects of the program, which are compared by
 * address. Entries keep the order in which their keys were first put, so
 * walking a map gives the same order in every run.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_MAP_H
#define UNLOADCHECK_SUPPORT_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct map;

struct map_entry {
    const void *key;
    void *value;
};

struct map *map_make(struct arena *arena);

/* NULL if the key is not there. */
void *map_get(const struct map *map, const void *key);
bool map_has(const struct map *map, const void *key);

/* Adds the key or replaces its value; a replaced one keeps its turn. */
void map_put(struct map *map, const void *key, void *value);

/* Entries by turn, 0 to map_count - 1. */
size_t map_count(const struct map *map);
struct map_entry map_at(const struct map *map, size_t index);

#endif
