/* merge.c - states that meet at one point of a context.
 *
 * States that agree on the object that is followed are kept apart as long as
 * there are few; when there are more than the limit they become one, which
 * knows only what all of them know. States that differ in the automaton, or in
 * where the handle is held, are never merged.
 *
 * In a replay those must also agree on what is set and what is not. What a
 * driver does again and again (it counts, it makes one more) gives ever new
 * states, but few shapes: so a replay ends, and still knows of each handle and
 * flag whether it is set where another one is.
 *
 * Reference: M. Das, S. Lerner, M. Seigle, "ESP: path-sensitive program
 * verification in polynomial time" (PLDI 2002).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/facts.h"
#include "engine/join.h"
#include "engine/twin.h"
#include "support/hash.h"

/* In a replay: how many states of one shape are kept apart, and how many
 * objects count for the shape. */
#define MAX_ALIKE  256
#define MAX_SHAPED 8

/* How many states of one key are kept apart; fewer when there are many states
 * already, so that time grows with the program and not with its paths, and
 * fewer at the head of a loop that does nothing to an object. */
static size_t limit_now(const struct engine *engine,
                        const struct context *context, uint32_t block)
{
    size_t limit = 128;
    if (engine->pass.is_replay)
        return MAX_ALIKE;
    if (engine->pass.apart > 0)
        return engine->pass.apart;
    if (engine->node_count > 10000)
        limit = 32;
    if (engine->node_count > 40000)
        limit = 8;
    if (engine->node_count > 100000)
        limit = 2;
    if (context->flow->plain_loop[block] && limit > 12)
        limit = 12;
    return limit;
}

struct group {
    uint64_t key;
    const struct state *first; /* for comparing keys */
    struct vec_of(const struct state *) states;
    const struct state *merged; /* once there were too many */
    uint32_t merges;
    struct group *next;
};

/* What a test for null, or for zero, may tell of a value. */
enum look { LOOK_ZERO, LOOK_NOT_ZERO, LOOK_ANY, LOOK_HANDLE };

static enum look look_of(struct engine *engine, const struct state *state,
                         const struct value *value)
{
    if (value->kind == VALUE_HANDLE ||
        (value->kind == VALUE_SYMBOL && value->symbol.protocol))
        return LOOK_HANDLE;
    if (value_is(value, 0))
        return LOOK_ZERO;
    struct range range = facts_range(&engine->world, state, value);
    return range_has(&range, 0) ? LOOK_ANY : LOOK_NOT_ZERO;
}

/* What is set and what is not, in all that has a name and in the first objects
 * that are found from there. */
static uint64_t shape_of(struct engine *engine, const struct state *state)
{
    uint64_t shape = 0;
    for (uint32_t i = 0; i < state->cell_count; i++) {
        const struct cell *cell = &state->cells[i];
        if (cell->region->kind == REGION_OBJECT &&
            cell->region->object >= MAX_SHAPED)
            continue;
        shape = hash_mix(shape, cell->region->id);
        shape = hash_mix(shape, (uint64_t)cell->offset);
        shape = hash_mix(shape, look_of(engine, state, cell->value));
    }
    return shape;
}

/* Of elements of which only the index tells where they are, which field of
 * theirs it is. */
static uint64_t offset_of(const struct state *state, const struct cell *cell)
{
    int64_t stride = cell->index                         ? cell->stride
                     : state_is_row(state, cell->region) ? cell->bits
                                                         : 0;
    if (stride <= 0)
        return (uint64_t)cell->offset;
    return (uint64_t)((cell->offset % stride + stride) % stride);
}

/* Whether the value is a handle that the pass is about: that of the object that
 * is followed, or, where none is, of one that the subject made. */
static bool is_handle(const struct engine *engine, const struct value *value)
{
    if (value->kind == VALUE_HANDLE)
        return true;
    return value->kind == VALUE_SYMBOL && value->symbol.protocol &&
           twin_is_given(engine, value->symbol.site);
}

static uint64_t key_of(struct engine *engine, const struct state *state)
{
    uint64_t key = hash_mix(0, state->origin ? state->origin->id + 1 : 0);
    key = hash_mix(key, state->step);
    key = hash_mix(key, state->address ? state->address->id + 1 : 0);
    key = hash_mix(key, (uintptr_t)state->lost);
    key = hash_mix(key, (uint64_t)state->is_escaped << 2 |
                            (uint64_t)state->is_outside << 1 |
                            (uint64_t)state->is_raised);
    for (uint32_t i = 0; i < state->cell_count; i++) {
        const struct cell *cell = &state->cells[i];
        if (cell->region->kind == REGION_GLOBAL &&
            map_has(engine->root_globals, cell->region->global))
            key = hash_mix(hash_mix(key, cell->region->id), cell->value->id);
    }
    for (uint32_t i = 0; i < state->cell_count; i++)
        if (is_handle(engine, state->cells[i].value)) {
            key = hash_mix(key, state->cells[i].region->kind == REGION_OBJECT
                                    ? UINT32_MAX
                                    : state->cells[i].region->id);
            key = hash_mix(key, offset_of(state, &state->cells[i]));
        }
    for (uint32_t i = 0; i < state->temp_count; i++)
        if (is_handle(engine, state->temps[i].value))
            key = hash_mix(key, state->temps[i].number);
    if (engine->pass.is_replay)
        key = hash_mix(key, shape_of(engine, state));
    return key;
}

static struct group *group_of(struct engine *engine, const struct node *at,
                              const struct state *state)
{
    uint64_t key = hash_mix(key_of(engine, state), at->pc);
    struct group **link = &at->context->groups[at->block];
    for (; *link; link = &(*link)->next)
        if ((*link)->key == key)
            return *link;
    struct group *group = arena_new(engine->arena, struct group);
    group->key = key;
    *link = group;
    return group;
}

static bool has_state(const struct group *group, const struct state *state)
{
    for (size_t i = 0; i < group->states.count; i++)
        if (group->states.items[i] == state)
            return true;
    return false;
}

/* Joins all states of the group into one; those that cannot be joined stay.
 * Not when the newest is one of these. */
static bool collapse(struct engine *engine, const struct node *at,
                     struct group *group)
{
    const struct state *newest = vec_last(&group->states);
    const struct state *merged =
        state_join(engine, group->states.items[0], newest, false);
    if (!merged)
        return false;
    engine_cover(engine, at, group->states.items[0]);
    for (size_t i = 1; i + 1 < group->states.count; i++) {
        const struct state *joined =
            state_join(engine, merged, group->states.items[i], false);
        if (!joined)
            continue;
        engine_cover(engine, at, group->states.items[i]);
        merged = joined;
    }
    group->merged = merged;
    return true;
}

const struct state *merge_into(struct engine *engine, const struct node *at,
                               const struct state *state, bool *is_merged)
{
    struct group *group = group_of(engine, at, state);
    if (!group->merged) {
        if (has_state(group, state))
            return state;
        vec_push(engine->arena, &group->states, state);
        if (group->states.count <= limit_now(engine, at->context, at->block) ||
            !collapse(engine, at, group))
            return state;
        *is_merged = true;
        return group->merged;
    }
    group->merges++;
    const struct state *joined =
        state_join(engine, group->merged, state, group->merges > 8);
    *is_merged = true;
    if (!joined) {
        vec_push(engine->arena, &group->states, state);
        return state;
    }
    if (joined == group->merged)
        return NULL;
    engine_cover(engine, at, group->merged);
    group->merged = joined;
    return joined;
}
