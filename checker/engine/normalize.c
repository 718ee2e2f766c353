/* normalize.c - reachability and renumbering of a state.
 *
 * Method: walk from the roots (inputs, temporaries, memory with a name, then
 * objects as they are found), giving new numbers in the order of the walk;
 * then rebuild everything with the new names and drop the rest. The order of
 * the walk depends only on what the state says, not on its old numbers.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/normalize.h"

#include "engine/memory.h"
#include "engine/rename.h"
#include "support/table.h"

#include <string.h>

struct walk {
    struct world *world;
    struct state *state;
    const struct value **symbols;  /* old number -> new symbol */
    const struct region **objects; /* old number -> new region */
    uint32_t *queue;               /* old numbers of objects, as found */
    uint32_t queue_count;
    uint32_t symbol_count;
    uint32_t object_count;
    bool handle;
};

static void see_object(struct walk *walk, uint32_t object)
{
    if (walk->objects[object])
        return;
    uint32_t number =
        object < walk->state->input_objects ? object : walk->object_count++;
    walk->objects[object] = region_object(walk->world->values, number);
    walk->queue[walk->queue_count++] = object;
}

static void see(struct walk *walk, const struct value *value)
{
    switch (value->kind) {
    case VALUE_HANDLE: walk->handle = true; break;
    case VALUE_SYMBOL:
        if (!walk->symbols[value->symbol.number]) {
            uint32_t number = value->symbol.number;
            if (number >= walk->state->input_count)
                number = walk->symbol_count++;
            walk->symbols[value->symbol.number] =
                value_renumber(walk->world->values, value, number);
        }
        break;
    case VALUE_ADDRESS:
        if (value->address.region->kind == REGION_OBJECT)
            see_object(walk, value->address.region->object);
        if (value->address.index)
            see(walk, value->address.index);
        break;
    case VALUE_EXPRESSION:
        see(walk, value->expression.left);
        if (value->expression.right)
            see(walk, value->expression.right);
        break;
    case VALUE_INT:
    case VALUE_UNDEFINED:
    case VALUE_FUNCTION: break;
    }
}

static bool has_bit(const uint64_t *bits, uint32_t bit)
{
    return (bits[bit / 64] >> (bit % 64)) & 1;
}

static void drop_temps(struct state *state, const struct keep *keep)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < state->temp_count; i++)
        if (keep->temps && has_bit(keep->temps, state->temps[i].number))
            state->temps[kept++] = state->temps[i];
    state->temp_count = kept;
}

static void drop_locals(struct state *state, const struct keep *keep)
{
    if (!keep->locals)
        return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < state->cell_count; i++) {
        const struct region *region = state->cells[i].region;
        if (region->kind == REGION_LOCAL &&
            !has_bit(keep->locals, region->variable->number))
            continue;
        state->cells[kept++] = state->cells[i];
    }
    state->cell_count = kept;
}

static void count_symbols(const struct value *value, uint32_t *counts)
{
    switch (value->kind) {
    case VALUE_SYMBOL: counts[value->symbol.number]++; break;
    case VALUE_ADDRESS:
        if (value->address.index)
            count_symbols(value->address.index, counts);
        break;
    case VALUE_EXPRESSION:
        count_symbols(value->expression.left, counts);
        if (value->expression.right)
            count_symbols(value->expression.right, counts);
        break;
    case VALUE_INT:
    case VALUE_HANDLE:
    case VALUE_UNDEFINED:
    case VALUE_FUNCTION: break;
    }
}

static void count_all(const struct state *state, uint32_t *counts)
{
    for (uint32_t i = 0; i < state->input_count; i++)
        count_symbols(state->inputs[i], counts);
    for (uint32_t i = 0; i < state->temp_count; i++)
        count_symbols(state->temps[i].value, counts);
    for (uint32_t i = 0; i < state->cell_count; i++) {
        count_symbols(state->cells[i].value, counts);
        if (state->cells[i].index)
            count_symbols(state->cells[i].index, counts);
    }
    for (uint32_t i = 0; i < state->fact_count; i++)
        count_symbols(state->facts[i].atom, counts);
}

/* A cell that says no more than that the place may hold anything, where that
 * is known of the whole region. */
static bool says_nothing(const struct world *world, const struct state *state,
                         const struct cell *cell, const uint32_t *counts)
{
    const struct value *value = cell->value;
    return value->kind == VALUE_SYMBOL && !value->symbol.protocol &&
           value->symbol.number >= state->input_count &&
           counts[value->symbol.number] == 1 && !cell->index &&
           state_contents(world, state, cell->region) == CONTENTS_UNKNOWN;
}

static void drop_empty_cells(struct world *world, struct state *state)
{
    uint32_t *counts =
        arena_array(world->scratch, uint32_t, state->symbol_count);
    uint32_t kept = 0;
    count_all(state, counts);
    for (uint32_t i = 0; i < state->cell_count; i++)
        if (!says_nothing(world, state, &state->cells[i], counts))
            state->cells[kept++] = state->cells[i];
    state->cell_count = kept;
}

static void see_cells(struct walk *walk, const struct region *region)
{
    struct state *state = walk->state;
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++) {
        if (state->cells[i].index)
            see(walk, state->cells[i].index);
        see(walk, state->cells[i].value);
    }
}

static void see_queue(struct walk *walk)
{
    for (uint32_t i = 0; i < walk->queue_count; i++)
        see_cells(walk, region_object(walk->world->values, walk->queue[i]));
    walk->queue_count = 0;
}

static bool reaches_handle(const struct walk *walk, uint32_t number)
{
    const struct value *address =
        value_address(walk->world->values,
                      region_object(walk->world->values, number), 0, NULL, 0);
    return memory_reaches_handle(walk->state, address);
}

/* Whether the driver hung the handle, or memory of its own that leads there,
 * on an object that is not its own. What merely points to such an object (the
 * request that named a file) comes anew with the next call. */
static bool carries_handle(const struct walk *walk, uint32_t number)
{
    const struct state *state = walk->state;
    const struct region *region = region_object(walk->world->values, number);
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++) {
        const struct value *value = state->cells[i].value;
        if (value->kind == VALUE_HANDLE)
            return true;
        if (value->kind == VALUE_ADDRESS &&
            value->address.region->kind == REGION_OBJECT &&
            state->objects[value->address.region->object].site &&
            reaches_handle(walk, value->address.region->object))
            return true;
    }
    return false;
}

/* Memory that the system may hand to the driver again. */
static bool is_kept_outside(const struct walk *walk, uint32_t number,
                            const struct keep *keep)
{
    const struct object *object = &walk->state->objects[number];
    if (object->is_pinned)
        return true;
    if (!object->is_published || object->is_freed)
        return false;
    if (!keep->drop_foreign)
        return true;
    if (object->site)
        return reaches_handle(walk, number);
    return carries_handle(walk, number);
}

static void see_roots(struct walk *walk, const struct keep *keep)
{
    struct state *state = walk->state;
    for (uint32_t i = 0; i < state->input_count; i++)
        see(walk, state->inputs[i]);
    if (state->address)
        see(walk, state->address);
    for (uint32_t i = 0; i < state->temp_count; i++)
        see(walk, state->temps[i].value);
    for (uint32_t i = 0; i < state->cell_count; i++) {
        if (state->cells[i].region->kind == REGION_OBJECT)
            continue;
        if (state->cells[i].index)
            see(walk, state->cells[i].index);
        see(walk, state->cells[i].value);
    }
    see_queue(walk);
    for (uint32_t i = 0; i < state->object_count; i++)
        if (!walk->objects[i] && is_kept_outside(walk, i, keep)) {
            see_object(walk, i);
            see_queue(walk);
        }
}

static void rebuild_cells(struct walk *walk, const struct renaming *renaming)
{
    struct state *state = walk->state;
    struct cell *old = state->cells;
    uint32_t count = state->cell_count;
    state->cells = NULL;
    state->cell_count = 0;
    state->cell_capacity = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct cell cell = old[i];
        if (cell.region->kind == REGION_OBJECT &&
            !walk->objects[cell.region->object])
            continue;
        cell.region = rename_region(renaming, cell.region);
        cell.value = rename_value(walk->world, renaming, cell.value);
        if (cell.index)
            cell.index = rename_value(walk->world, renaming, cell.index);
        state_put_cell(walk->world, state, cell);
    }
}

static void rebuild_objects(struct walk *walk)
{
    struct state *state = walk->state;
    struct object *old = state->objects;
    uint32_t count = state->object_count;
    state->object_count = walk->object_count;
    state->object_capacity = walk->object_count;
    state->objects =
        arena_array(walk->world->scratch, struct object, walk->object_count);
    for (uint32_t i = 0; i < count; i++)
        if (walk->objects[i])
            state->objects[walk->objects[i]->object] = old[i];
}

/* Whether every symbol of the value got a new name. */
static bool is_known(const struct walk *walk, const struct value *value)
{
    if (value->kind == VALUE_SYMBOL)
        return walk->symbols[value->symbol.number] != NULL;
    if (value->kind == VALUE_ADDRESS)
        return (value->address.region->kind != REGION_OBJECT ||
                walk->objects[value->address.region->object]) &&
               (!value->address.index || is_known(walk, value->address.index));
    if (value->kind != VALUE_EXPRESSION)
        return true;
    return is_known(walk, value->expression.left) &&
           (!value->expression.right ||
            is_known(walk, value->expression.right));
}

static int compare_facts(const void *a, const void *b)
{
    uint32_t x = ((const struct fact *)a)->atom->id;
    uint32_t y = ((const struct fact *)b)->atom->id;
    return x < y ? -1 : x > y;
}

/* A difference is kept with the lower number first. */
static void orient(struct walk *walk, struct fact *fact)
{
    const struct value *atom = fact->atom;
    if (atom->kind != VALUE_EXPRESSION || atom->expression.op != OP_SUB)
        return;
    if (atom->expression.left->id <= atom->expression.right->id)
        return;
    const struct value *turned =
        value_expression(walk->world->values, OP_SUB, atom->type,
                         atom->expression.right, atom->expression.left);
    if (!turned)
        return;
    fact->atom = turned;
    fact->range = range_negate(&fact->range);
}

static void rebuild_facts(struct walk *walk, const struct renaming *renaming)
{
    struct state *state = walk->state;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < state->fact_count; i++) {
        struct fact fact = state->facts[i];
        if (!is_known(walk, fact.atom))
            continue;
        fact.atom = rename_value(walk->world, renaming, fact.atom);
        orient(walk, &fact);
        state->facts[kept++] = fact;
    }
    state->fact_count = kept;
    if (kept > 1)
        qsort(state->facts, kept, sizeof(*state->facts), compare_facts);
}

bool state_normalize(struct world *world, struct state *state,
                     const struct keep *keep)
{
    struct walk walk = { .world = world, .state = state };
    walk.symbols =
        arena_array(world->scratch, const struct value *, state->symbol_count);
    walk.objects =
        arena_array(world->scratch, const struct region *, state->object_count);
    walk.queue = arena_array(world->scratch, uint32_t, state->object_count);
    walk.symbol_count = state->input_count;
    walk.object_count = state->input_objects;
    drop_temps(state, keep);
    drop_locals(state, keep);
    drop_empty_cells(world, state);
    see_roots(&walk, keep);
    struct renaming renaming = { .symbols = walk.symbols,
                                 .symbol_count = state->symbol_count,
                                 .objects = walk.objects,
                                 .object_count = state->object_count };
    for (uint32_t i = 0; i < state->input_count; i++)
        state->inputs[i] = rename_value(world, &renaming, state->inputs[i]);
    for (uint32_t i = 0; i < state->temp_count; i++)
        state->temps[i].value =
            rename_value(world, &renaming, state->temps[i].value);
    if (state->address)
        state->address = rename_value(world, &renaming, state->address);
    rebuild_cells(&walk, &renaming);
    rebuild_facts(&walk, &renaming);
    rebuild_objects(&walk);
    state->symbol_count = walk.symbol_count;
    return walk.handle || state->is_outside || state->is_escaped ||
           (state->address && state->address->kind != VALUE_UNDEFINED);
}

/* The table of interned states. */
struct entry {
    uint64_t hash;
    const struct state *state;
    struct entry *next; /* of the same hash */
    UT_hash_handle hh;
};

struct states {
    struct arena *arena;
    struct entry *table;
    size_t count;
};

struct states *states_make(struct arena *arena)
{
    struct states *states = arena_new(arena, struct states);
    states->arena = arena;
    return states;
}

size_t states_count(const struct states *states)
{
    return states->count;
}

static uint64_t hash_range(uint64_t hash, const struct range *range)
{
    hash = hash_mix(hash, range->count);
    for (uint32_t i = 0; i < range->count; i++) {
        hash = hash_mix(hash, (uint64_t)range->intervals[i].low);
        hash = hash_mix(hash, (uint64_t)range->intervals[i].high);
    }
    return hash;
}

static uint64_t hash_cells(uint64_t hash, const struct state *state)
{
    for (uint32_t i = 0; i < state->cell_count; i++) {
        const struct cell *cell = &state->cells[i];
        hash = hash_mix(hash, cell->region->id);
        hash = hash_mix(hash, (uint64_t)cell->offset);
        hash = hash_mix(hash, cell->value->id);
        hash = hash_mix(hash, cell->bits);
        hash = hash_mix(hash, cell->index ? cell->index->id + 1 : 0);
    }
    return hash;
}

static uint64_t hash_state(const struct state *state)
{
    uint64_t hash = hash_mix(0, state->origin ? state->origin->id + 1 : 0);
    hash = hash_mix(hash, state->step);
    hash = hash_mix(hash, state->symbol_count);
    hash = hash_mix(hash, (uintptr_t)state->lost);
    hash = hash_mix(hash, (uint64_t)state->is_escaped << 2 |
                              (uint64_t)state->is_outside << 1 |
                              (uint64_t)state->is_raised);
    for (uint32_t i = 0; i < state->input_count; i++)
        hash = hash_mix(hash, state->inputs[i]->id);
    for (uint32_t i = 0; i < state->temp_count; i++)
        hash = hash_mix(hash_mix(hash, state->temps[i].number),
                        state->temps[i].value->id);
    for (uint32_t i = 0; i < state->fact_count; i++)
        hash = hash_range(hash_mix(hash, state->facts[i].atom->id),
                          &state->facts[i].range);
    for (uint32_t i = 0; i < state->unknown_count; i++)
        hash = hash_mix(hash, state->unknown[i]->id);
    hash = hash_mix(hash, state->object_count);
    return hash_cells(hash, state);
}

static bool same_cells(const struct state *a, const struct state *b)
{
    if (a->cell_count != b->cell_count)
        return false;
    for (uint32_t i = 0; i < a->cell_count; i++) {
        const struct cell *x = &a->cells[i];
        const struct cell *y = &b->cells[i];
        if (x->region != y->region || x->offset != y->offset ||
            x->index != y->index || x->stride != y->stride ||
            x->value != y->value || x->bits != y->bits)
            return false;
    }
    return true;
}

static bool same_objects(const struct state *a, const struct state *b)
{
    if (a->object_count != b->object_count ||
        a->input_objects != b->input_objects)
        return false;
    for (uint32_t i = 0; i < a->object_count; i++) {
        const struct object *x = &a->objects[i];
        const struct object *y = &b->objects[i];
        if (x->site != y->site || x->variable != y->variable ||
            x->record != y->record || x->contents != y->contents ||
            x->is_freed != y->is_freed || x->is_pinned != y->is_pinned ||
            x->is_published != y->is_published || x->is_hung != y->is_hung ||
            x->round != y->round)
            return false;
    }
    return true;
}

static bool same_values(const struct state *a, const struct state *b)
{
    if (a->temp_count != b->temp_count || a->fact_count != b->fact_count ||
        a->input_count != b->input_count ||
        a->unknown_count != b->unknown_count)
        return false;
    for (uint32_t i = 0; i < a->temp_count; i++)
        if (a->temps[i].number != b->temps[i].number ||
            a->temps[i].value != b->temps[i].value)
            return false;
    for (uint32_t i = 0; i < a->fact_count; i++)
        if (a->facts[i].atom != b->facts[i].atom ||
            !range_equal(&a->facts[i].range, &b->facts[i].range))
            return false;
    for (uint32_t i = 0; i < a->input_count; i++)
        if (a->inputs[i] != b->inputs[i])
            return false;
    for (uint32_t i = 0; i < a->unknown_count; i++)
        if (a->unknown[i] != b->unknown[i])
            return false;
    return true;
}

static bool same_state(const struct state *a, const struct state *b)
{
    return a->origin == b->origin && a->step == b->step &&
           a->address == b->address && a->is_escaped == b->is_escaped &&
           a->is_outside == b->is_outside && a->lost == b->lost &&
           a->is_raised == b->is_raised && a->symbol_count == b->symbol_count &&
           same_values(a, b) && same_objects(a, b) && same_cells(a, b);
}

const struct state *states_intern(struct states *states,
                                  const struct state *state)
{
    struct arena *arena = states->arena;
    uint64_t hash = hash_state(state);
    struct entry *first = NULL;
    HASH_FIND(hh, states->table, &hash, sizeof(hash), first);
    for (struct entry *entry = first; entry; entry = entry->next)
        if (same_state(entry->state, state))
            return entry->state;
    struct state *kept = state_copy(arena, state);
    kept->id = (uint32_t)states->count++;
    kept->hash = hash;
    kept->last_change = NULL;
    struct entry *entry = arena_new(arena, struct entry);
    entry->hash = hash;
    entry->state = kept;
    if (first) {
        entry->next = first->next;
        first->next = entry;
    } else {
        HASH_ADD(hh, states->table, hash, sizeof(hash), entry);
    }
    return kept;
}
