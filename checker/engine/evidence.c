/* evidence.c - sightings in a table, in the order in which they came. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/evidence.h"

#include "support/table.h"
#include "support/vec.h"

#include <string.h>

struct entry {
    struct sighting key;
    UT_hash_handle hh;
};

struct evidence {
    struct arena *arena;
    struct entry *entries;
    struct vec_of(const struct entry *) list;
};

struct evidence *evidence_make(struct arena *arena)
{
    struct evidence *evidence = arena_new(arena, struct evidence);
    evidence->arena = arena;
    return evidence;
}

void evidence_note(struct evidence *evidence, struct sighting sighting)
{
    struct arena *arena = evidence->arena;
    struct sighting key;
    struct entry *entry = NULL;
    memset(&key, 0, sizeof(key)); /* what lies between members, too */
    key.origin = sighting.origin;
    key.context = sighting.context;
    key.instruction = sighting.instruction;
    key.transition = sighting.transition;
    key.function = sighting.function;
    key.block = sighting.block;
    key.step = sighting.step;
    key.at = sighting.at;
    key.kind = sighting.kind;
    HASH_FIND(hh, evidence->entries, &key, sizeof(key), entry);
    if (entry)
        return;
    entry = arena_new(arena, struct entry);
    entry->key = key;
    HASH_ADD(hh, evidence->entries, key, sizeof(key), entry);
    vec_push(arena, &evidence->list, entry);
}

size_t evidence_count(const struct evidence *evidence)
{
    return evidence->list.count;
}

const struct sighting *evidence_at(const struct evidence *evidence,
                                   size_t index)
{
    return &evidence->list.items[index]->key;
}
