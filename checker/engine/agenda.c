/* agenda.c - a heap of nodes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/agenda.h"

#include "support/arena.h"
#include "support/vec.h"

#include <stdbool.h>

struct item {
    struct node *node;
    uint64_t rank;
    uint64_t number; /* order of adding */
};

struct agenda {
    struct arena *arena;
    struct vec_of(struct item) items;
    uint64_t added;
};

struct agenda *agenda_make(struct arena *arena)
{
    struct agenda *agenda = arena_new(arena, struct agenda);
    agenda->arena = arena;
    return agenda;
}

static bool is_before(const struct item *a, const struct item *b)
{
    return a->rank != b->rank ? a->rank < b->rank : a->number < b->number;
}

static void exchange(struct agenda *agenda, size_t a, size_t b)
{
    struct item item = agenda->items.items[a];
    agenda->items.items[a] = agenda->items.items[b];
    agenda->items.items[b] = item;
}

void agenda_add(struct agenda *agenda, struct node *node, uint64_t rank)
{
    struct item item = { node, rank, agenda->added++ };
    size_t at = agenda->items.count;
    vec_push(agenda->arena, &agenda->items, item);
    for (size_t up = (at - 1) / 2;
         at > 0 &&
         is_before(&agenda->items.items[at], &agenda->items.items[up]);
         at = up, up = (at - 1) / 2)
        exchange(agenda, at, up);
}

/* The one of `at` and those below it that comes first. */
static size_t first_of(const struct agenda *agenda, size_t at)
{
    const struct item *items = agenda->items.items;
    size_t first = at;
    for (size_t below = 2 * at + 1;
         below <= 2 * at + 2 && below < agenda->items.count; below++)
        if (is_before(&items[below], &items[first]))
            first = below;
    return first;
}

struct node *agenda_next(struct agenda *agenda)
{
    if (agenda->items.count == 0)
        return NULL;
    struct node *node = agenda->items.items[0].node;
    exchange(agenda, 0, --agenda->items.count);
    for (size_t at = 0, first = first_of(agenda, at); first != at;
         at = first, first = first_of(agenda, at))
        exchange(agenda, at, first);
    return node;
}
