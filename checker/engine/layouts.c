/* layouts.c - which records can lie at one address.
 *
 * Needs:  the records of a program, complete or not, and what is said of
 *         memory while the sets of pointers are found.
 * Gives:  the answers of engine/layouts.h.
 * Method: for each record that is asked about, the records inside it, found
 *         once.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/layouts.h"

#include "support/arena.h"
#include "support/map.h"

struct layouts {
    struct arena *arena;
    struct map *insides; /* record -> map of the records inside it */
    struct map *uses;    /* key_of memory -> struct use */
};

struct use {
    struct map *records;
    bool is_any;
};

struct layouts *layouts_make(struct arena *arena)
{
    struct layouts *layouts = arena_new(arena, struct layouts);
    layouts->arena = arena;
    layouts->insides = map_make(arena);
    layouts->uses = map_make(arena);
    return layouts;
}

static void add_inside(struct map *inside, const struct record *record)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct record *part = record_linked(field->record);
        if (field->type.kind != TYPE_AGGREGATE || !part ||
            map_has(inside, part))
            continue;
        map_put(inside, part, inside);
        add_inside(inside, part);
    }
}

static const struct map *inside_of(struct layouts *layouts,
                                   const struct record *record)
{
    struct map *inside = map_get(layouts->insides, record);
    if (!inside) {
        inside = map_make(layouts->arena);
        map_put(layouts->insides, record, inside);
        add_inside(inside, record);
    }
    return inside;
}

static bool is_known(const struct record *record)
{
    return record && record->size > 0 && record->field_count > 0;
}

bool layouts_hold(struct layouts *layouts, const struct record *outer,
                  const struct record *inner)
{
    outer = record_linked(outer);
    inner = record_linked(inner);
    return !is_known(outer) || !is_known(inner) || outer == inner ||
           map_has(inside_of(layouts, outer), inner);
}

bool layouts_meet(struct layouts *layouts, const struct record *a,
                  const struct record *b)
{
    return layouts_hold(layouts, a, b) || layouts_hold(layouts, b, a);
}

static const void *key_of(uint32_t memory)
{
    return (const void *)((uintptr_t)memory + 1);
}

static struct use *use_of(struct layouts *layouts, uint32_t memory)
{
    struct use *use = map_get(layouts->uses, key_of(memory));
    if (!use) {
        use = arena_new(layouts->arena, struct use);
        use->records = map_make(layouts->arena);
        map_put(layouts->uses, key_of(memory), use);
    }
    return use;
}

bool layouts_use(struct layouts *layouts, uint32_t memory,
                 const struct record *record)
{
    struct use *use = use_of(layouts, memory);
    if (use->is_any || (record && map_has(use->records, record)))
        return false;
    if (record)
        map_put(use->records, record, use);
    else
        use->is_any = true;
    return true;
}

bool layouts_may_be(struct layouts *layouts, uint32_t memory,
                    const struct record *record)
{
    const struct use *use = map_get(layouts->uses, key_of(memory));
    if (!use || use->is_any || map_count(use->records) == 0)
        return true;
    for (size_t i = 0; i < map_count(use->records); i++)
        if (layouts_meet(layouts, map_at(use->records, i).key, record))
            return true;
    return false;
}
