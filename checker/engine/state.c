/* state.c - working copies of states: cells, objects, temporaries. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/state.h"

#include "engine/facts.h"
#include "engine/rename.h"
#include "support/arena.h"

#include <assert.h>
#include <string.h>

static void *copy_array(struct arena *arena, const void *items, size_t size,
                        uint32_t count)
{
    if (count == 0)
        return NULL;
    return arena_copy(arena, items, size * count);
}

struct state *state_copy(struct arena *arena, const struct state *from)
{
    struct state *to = arena_copy(arena, from, sizeof(*from));
    to->inputs = copy_array(arena, from->inputs, sizeof(*from->inputs),
                            from->input_count);
    to->cells =
        copy_array(arena, from->cells, sizeof(*from->cells), from->cell_count);
    to->objects = copy_array(arena, from->objects, sizeof(*from->objects),
                             from->object_count);
    to->facts =
        copy_array(arena, from->facts, sizeof(*from->facts), from->fact_count);
    to->temps =
        copy_array(arena, from->temps, sizeof(*from->temps), from->temp_count);
    to->unknown = copy_array(arena, from->unknown, sizeof(*from->unknown),
                             from->unknown_count);
    to->cell_capacity = from->cell_count;
    to->object_capacity = from->object_count;
    to->fact_capacity = from->fact_count;
    to->temp_capacity = from->temp_count;
    to->unknown_capacity = from->unknown_count;
    return to;
}

/* Room for one more item at `at`, the ones behind it moved up. */
static void *make_room(struct arena *arena, void *items, size_t size,
                       uint32_t *count, uint32_t *capacity, uint32_t at)
{
    char *old = items;
    char *new = old;
    if (*count == *capacity) {
        *capacity = *capacity < 8 ? 16 : *capacity * 2;
        new = arena_alloc_array(arena, *capacity, size);
        if (at > 0)
            memcpy(new, old, size * at);
    }
    if (*count > at)
        memmove(new + size * (at + 1), old + size * at, size * (*count - at));
    (*count)++;
    return new;
}

static uint32_t find_temp(const struct state *state, uint32_t number)
{
    uint32_t low = 0;
    uint32_t high = state->temp_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (state->temps[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct value *state_find_temp(const struct state *state, uint32_t number)
{
    uint32_t at = find_temp(state, number);
    bool is_there = at < state->temp_count && state->temps[at].number == number;
    return is_there ? state->temps[at].value : NULL;
}

const struct value *state_temp(const struct state *state, uint32_t number)
{
    const struct value *value = state_find_temp(state, number);
    assert(value);
    return value;
}

void state_set_temp(struct world *world, struct state *state, uint32_t number,
                    const struct value *value)
{
    uint32_t at = find_temp(state, number);
    if (at == state->temp_count || state->temps[at].number != number)
        state->temps =
            make_room(world->scratch, state->temps, sizeof(*state->temps),
                      &state->temp_count, &state->temp_capacity, at);
    state->temps[at].number = number;
    state->temps[at].value = value;
}

const struct value *state_fresh(struct world *world, struct state *state,
                                struct type type)
{
    return value_symbol(world->values, state->symbol_count++, type, false);
}

const struct value *state_fresh_other(struct world *world, struct state *state,
                                      const struct protocol *protocol,
                                      const struct instruction *site)
{
    const struct value *symbol =
        value_other(world->values, state->symbol_count++, protocol, site);
    struct range not_null = range_of(1, INT64_MAX);
    facts_limit(world, state, symbol, &not_null);
    return symbol;
}

const struct value *state_fresh_foreign(struct world *world,
                                        struct state *state, struct type type)
{
    return value_symbol(world->values, state->symbol_count++, type, true);
}

const struct region *state_new_object(struct world *world, struct state *state,
                                      struct object object)
{
    uint32_t number = state->object_count;
    state->objects =
        make_room(world->scratch, state->objects, sizeof(*state->objects),
                  &state->object_count, &state->object_capacity, number);
    state->objects[number] = object;
    return region_object(world->values, number);
}

static bool is_unknown(const struct state *state, const struct region *region)
{
    for (uint32_t i = 0; i < state->unknown_count; i++)
        if (state->unknown[i] == region)
            return true;
    return false;
}

enum contents state_contents(const struct world *world,
                             const struct state *state,
                             const struct region *region)
{
    switch (region->kind) {
    case REGION_OBJECT: return state->objects[region->object].contents;
    case REGION_LOCAL:
        return is_unknown(state, region) ? CONTENTS_UNKNOWN
                                         : CONTENTS_UNDEFINED;
    case REGION_GLOBAL:
        if (is_unknown(state, region) || !region->global->is_defined)
            return CONTENTS_UNKNOWN;
        if (world->is_partial && !region->global->is_constant)
            return CONTENTS_UNKNOWN;
        return CONTENTS_INITIAL;
    case REGION_SINGLETON:
    case REGION_LITERAL: break;
    }
    return CONTENTS_UNKNOWN;
}

static void add_unknown(struct world *world, struct state *state,
                        const struct region *region)
{
    uint32_t at = 0;
    while (at < state->unknown_count && state->unknown[at]->id < region->id)
        at++;
    if (at < state->unknown_count && state->unknown[at] == region)
        return;
    state->unknown =
        make_room(world->scratch, state->unknown, sizeof(*state->unknown),
                  &state->unknown_count, &state->unknown_capacity, at);
    state->unknown[at] = region;
}

void state_set_contents(struct world *world, struct state *state,
                        const struct region *region, enum contents contents)
{
    if (region->kind == REGION_OBJECT) {
        state->objects[region->object].contents = contents;
        return;
    }
    if (contents == CONTENTS_UNKNOWN) {
        add_unknown(world, state, region);
        return;
    }
    for (uint32_t i = 0; i < state->unknown_count; i++) {
        if (state->unknown[i] != region)
            continue;
        state->unknown_count--;
        memmove(&state->unknown[i], &state->unknown[i + 1],
                (state->unknown_count - i) * sizeof(*state->unknown));
        return;
    }
}

bool state_is_in(const struct state *state, const struct region *region)
{
    return state->address && state->address->kind == VALUE_ADDRESS &&
           state->address->address.region == region;
}

void state_lose_address(struct world *world, struct state *state,
                        const struct instruction *instruction)
{
    state->address = value_undefined(world->values);
    state->last_change = instruction;
}

static bool has_local(const struct value *value)
{
    if (value->kind == VALUE_EXPRESSION)
        return has_local(value->expression.left) ||
               (value->expression.right && has_local(value->expression.right));
    return value->kind == VALUE_ADDRESS &&
           (value->address.region->kind == REGION_LOCAL ||
            (value->address.index && has_local(value->address.index)));
}

/* Where a local was nobody finds anything any more. */
static const struct value *outlive(struct world *world,
                                   const struct value *value)
{
    return has_local(value) ? value_undefined(world->values) : value;
}

/* Where nobody can tell any more which element of an array it is, nothing is
 * known of any. */
static bool lose_elements(struct world *world, struct state *state)
{
    const struct region *lost = NULL;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < state->cell_count && !lost; i++)
        if (state->cells[i].index && has_local(state->cells[i].index))
            lost = state->cells[i].region;
    if (!lost)
        return false;
    for (uint32_t i = 0; i < state->cell_count; i++)
        if (state->cells[i].region != lost)
            state->cells[kept++] = state->cells[i];
    state->cell_count = kept;
    state_set_contents(world, state, lost, CONTENTS_UNKNOWN);
    return true;
}

static void outlive_locals(struct world *world, struct state *state)
{
    uint32_t kept = 0;
    while (lose_elements(world, state))
        ;
    for (uint32_t i = 0; i < state->cell_count; i++)
        state->cells[i].value = outlive(world, state->cells[i].value);
    for (uint32_t i = 0; i < state->temp_count; i++)
        state->temps[i].value = outlive(world, state->temps[i].value);
    for (uint32_t i = 0; i < state->fact_count; i++)
        if (!has_local(state->facts[i].atom))
            state->facts[kept++] = state->facts[i];
    state->fact_count = kept;
    for (uint32_t i = 0; i < state->input_count; i++)
        state->inputs[i] = outlive(world, state->inputs[i]);
}

void state_end_locals(struct world *world, struct state *state)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < state->cell_count; i++)
        if (state->cells[i].region->kind != REGION_LOCAL)
            state->cells[kept++] = state->cells[i];
    state->cell_count = kept;
    kept = 0;
    for (uint32_t i = 0; i < state->unknown_count; i++)
        if (state->unknown[i]->kind != REGION_LOCAL)
            state->unknown[kept++] = state->unknown[i];
    state->unknown_count = kept;
    if (state->address && has_local(state->address))
        state_lose_address(world, state, NULL);
    outlive_locals(world, state);
}

uint64_t state_size_of(const struct state *state, const struct region *region)
{
    const struct variable *variable = NULL;
    if (region->kind == REGION_GLOBAL)
        return region->global->size;
    if (region->kind == REGION_LOCAL)
        variable = region->variable;
    else if (region->kind == REGION_OBJECT)
        variable = state->objects[region->object].variable;
    return variable ? variable->size : 0;
}

bool state_is_row(const struct state *state, const struct region *region)
{
    if (region->kind != REGION_OBJECT)
        return false;
    const struct object *object = &state->objects[region->object];
    return !object->site && !object->variable && !object->record &&
           object->contents == CONTENTS_UNKNOWN;
}

static int compare_ids(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_cells(const struct cell *a, const struct cell *b)
{
    int order = compare_ids(a->region->id, b->region->id);
    if (order == 0)
        order = a->offset < b->offset ? -1 : a->offset > b->offset;
    if (order == 0)
        order = compare_ids(a->index ? a->index->id + UINT64_C(1) : 0,
                            b->index ? b->index->id + UINT64_C(1) : 0);
    if (order == 0)
        order = compare_ids(a->bits, b->bits);
    return order;
}

static uint32_t find_cell(const struct state *state, const struct cell *cell)
{
    uint32_t low = 0;
    uint32_t high = state->cell_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_cells(&state->cells[middle], cell) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t state_first_cell(const struct state *state,
                          const struct region *region)
{
    struct cell start = { .region = region, .offset = INT64_MIN };
    return find_cell(state, &start);
}

void state_remove_cell(struct state *state, uint32_t index)
{
    state->cell_count--;
    memmove(&state->cells[index], &state->cells[index + 1],
            (state->cell_count - index) * sizeof(*state->cells));
}

void state_put_cell(struct world *world, struct state *state, struct cell cell)
{
    uint32_t at = find_cell(state, &cell);
    if (at == state->cell_count || compare_cells(&state->cells[at], &cell) != 0)
        state->cells =
            make_room(world->scratch, state->cells, sizeof(*state->cells),
                      &state->cell_count, &state->cell_capacity, at);
    state->cells[at] = cell;
}

/* Puts the cells in order again after values in their keys have changed. */
static void sort_cells(struct world *world, struct state *state)
{
    struct cell *old = state->cells;
    uint32_t count = state->cell_count;
    bool sorted = true;
    for (uint32_t i = 1; i < count && sorted; i++)
        sorted = compare_cells(&old[i - 1], &old[i]) < 0;
    if (sorted)
        return;
    state->cells = NULL;
    state->cell_count = 0;
    state->cell_capacity = 0;
    for (uint32_t i = 0; i < count; i++)
        state_put_cell(world, state, old[i]);
}

/* An index that became known: the element's own offset. */
static void settle_index(struct cell *cell)
{
    if (!cell->index || cell->index->kind != VALUE_INT)
        return;
    cell->offset += cell->index->integer * cell->stride;
    cell->index = NULL;
    cell->stride = 0;
}

bool state_substitute(struct world *world, struct state *state,
                      const struct value *symbol, const struct value *value)
{
    struct range known = facts_range(world, state, symbol);
    struct substitution one = { .symbol = symbol, .value = value };
    struct renaming renaming = { .substitution = &one };
    struct fact *facts = state->facts;
    uint32_t fact_count = state->fact_count;
    state->facts = NULL;
    state->fact_count = 0;
    state->fact_capacity = 0;
    for (uint32_t i = 0; i < state->input_count; i++)
        state->inputs[i] = rename_value(world, &renaming, state->inputs[i]);
    for (uint32_t i = 0; i < state->temp_count; i++)
        state->temps[i].value =
            rename_value(world, &renaming, state->temps[i].value);
    if (state->address)
        state->address = rename_value(world, &renaming, state->address);
    for (uint32_t i = 0; i < state->cell_count; i++) {
        struct cell *cell = &state->cells[i];
        cell->value = rename_value(world, &renaming, cell->value);
        if (cell->index)
            cell->index = rename_value(world, &renaming, cell->index);
        settle_index(cell);
    }
    sort_cells(world, state);
    bool possible = facts_limit(world, state, value, &known);
    for (uint32_t i = 0; i < fact_count && possible; i++) {
        const struct value *atom =
            rename_value(world, &renaming, facts[i].atom);
        possible = facts_limit(world, state, atom, &facts[i].range);
    }
    return possible;
}
