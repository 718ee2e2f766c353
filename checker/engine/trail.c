/* trail.c - points and the steps between them, each once. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/trail.h"

#include "engine/state.h"
#include "support/table.h"
#include "support/vec.h"

/* A point, or (ANY_BLOCK) a function with what is followed in it, or (ANY_STEP)
 * a function. */
#define ANY_BLOCK UINT32_MAX
#define ANY_STEP  UINT32_MAX

struct spot {
    struct point key;
    bool is_marked;
    uint32_t distance; /* of a marked one */
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

_Static_assert(sizeof(struct point) ==
                   2 * sizeof(void *) + 2 * sizeof(uint32_t) + sizeof(uint64_t),
               "a point has gaps");

struct point point_at(const struct function *function, uint32_t block,
                      const struct state *state)
{
    struct point point = { .function = function, .block = block };
    if (state->origin) {
        point.site = state->origin->site;
        point.step = state->step;
        point.lost = state->lost != NULL;
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

static struct point about(struct point point)
{
    point.block = ANY_BLOCK;
    return point;
}

static struct point anything_in(struct point point)
{
    point.block = ANY_BLOCK;
    point.step = ANY_STEP;
    point.site = NULL;
    point.lost = 0;
    return point;
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
    find_or_add(trail, anything_in(to));
}

void trail_unmark(struct trail *trail)
{
    for (struct spot *spot = trail->spots; spot; spot = spot->hh.next)
        spot->is_marked = false;
}

/* Whether the spot is nearer now than it was. */
static bool come_near(struct spot *spot, uint32_t distance)
{
    if (spot->is_marked && spot->distance <= distance)
        return false;
    spot->is_marked = true;
    spot->distance = distance;
    return true;
}

/* Breadth first: each spot is reached by a shortest way. */
void trail_mark(struct trail *trail, struct point to)
{
    struct vec_of(struct spot *) queue = { NULL, 0, 0 };
    struct spot *aim = find_or_add(trail, to);
    (void)come_near(aim, 0);
    vec_push(trail->arena, &queue, aim);
    for (size_t i = 0; i < queue.count; i++) {
        const struct spot *spot = queue.items[i];
        (void)come_near(find_or_add(trail, about(spot->key)), spot->distance);
        for (size_t k = 0; k < spot->from.count; k++)
            if (come_near(spot->from.items[k], spot->distance + 1))
                vec_push(trail->arena, &queue, spot->from.items[k]);
    }
}

uint32_t trail_distance(const struct trail *trail, struct point point)
{
    const struct spot *spot = find(trail, point);
    return spot && spot->is_marked ? spot->distance : TRAIL_OFF;
}

uint32_t trail_distance_about(const struct trail *trail, struct point point,
                              uint32_t otherwise)
{
    uint32_t distance = trail_distance(trail, point);
    if (distance == TRAIL_OFF)
        distance = trail_distance(trail, about(point));
    if (distance == TRAIL_OFF && !find(trail, anything_in(point)))
        distance = otherwise;
    return distance;
}
