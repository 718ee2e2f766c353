/* trail.c - points and the steps between them, each once. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/trail.h"

#include "engine/state.h"
#include "support/table.h"
#include "support/vec.h"

#include <string.h>

struct spot {
    struct point key;
    bool is_marked;
    struct vec_of(struct spot *) from;
    UT_hash_handle hh;
};

struct pair {
    const struct spot *from;
    const struct spot *to;
};

struct edge {
    struct pair key;
    UT_hash_handle hh;
};

struct trail {
    struct arena *arena;
    struct spot *spots;
    struct edge *edges;
};

/* Every byte of it counts: points are compared as memory. */
struct point point_at(const struct function *function, uint32_t block,
                      const struct state *state)
{
    struct point point;
    memset(&point, 0, sizeof(point));
    point.function = function;
    point.block = block;
    if (state->origin) {
        point.site = state->origin->site;
        point.step = state->step;
    }
    return point;
}

struct trail *trail_make(struct arena *arena)
{
    struct trail *trail = arena_new(arena, struct trail);
    trail->arena = arena;
    return trail;
}

static struct spot *find(const struct trail *trail, struct point point)
{
    struct spot *spot = NULL;
    HASH_FIND(hh, trail->spots, &point, sizeof(point), spot);
    return spot;
}

static struct spot *find_or_add(struct trail *trail, struct point point)
{
    struct arena *arena = trail->arena;
    struct spot *spot = find(trail, point);
    if (spot)
        return spot;
    spot = arena_new(arena, struct spot);
    spot->key = point;
    HASH_ADD(hh, trail->spots, key, sizeof(point), spot);
    return spot;
}

void trail_note(struct trail *trail, struct point from, struct point to)
{
    struct arena *arena = trail->arena;
    struct spot *source = find_or_add(trail, from);
    struct spot *target = find_or_add(trail, to);
    struct pair pair = { source, target };
    struct edge *edge = NULL;
    HASH_FIND(hh, trail->edges, &pair, sizeof(pair), edge);
    if (edge)
        return;
    edge = arena_new(arena, struct edge);
    edge->key = pair;
    HASH_ADD(hh, trail->edges, key, sizeof(pair), edge);
    vec_push(arena, &target->from, source);
}

void trail_mark(struct trail *trail, struct point to)
{
    struct vec_of(struct spot *) queue = { NULL, 0, 0 };
    vec_push(trail->arena, &queue, find_or_add(trail, to));
    while (queue.count > 0) {
        struct spot *spot = vec_pop(&queue);
        if (spot->is_marked)
            continue;
        spot->is_marked = true;
        for (size_t i = 0; i < spot->from.count; i++)
            vec_push(trail->arena, &queue, spot->from.items[i]);
    }
}

bool trail_is_marked(const struct trail *trail, struct point point)
{
    const struct spot *spot = find(trail, point);
    return spot && spot->is_marked;
}
