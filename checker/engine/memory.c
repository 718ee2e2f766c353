/* memory.c - loads, stores, copies on the cells of a state.
 *
 * A cell is a scalar at a place, or, with the integer 0 as its value, a larger
 * piece of zeroes. Cells of one region do not overlap, but for elements with
 * an index that is not known.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/memory.h"

#include "engine/element.h"

#include <string.h>

static struct type bits_type(uint32_t bits)
{
    return (struct type){ TYPE_INT, false, bits };
}

void memory_again(struct access *access, struct state *state)
{
    struct task task = { state, access->pc, access->happenings };
    vec_push(access->world->scratch, access->tasks, task);
}

static int64_t low_end(const struct cell *cell)
{
    return cell->offset;
}

static int64_t high_end(const struct cell *cell)
{
    return cell->offset + (int64_t)cell->bits;
}

static bool overlaps(const struct cell *cell, int64_t low, int64_t high)
{
    return low_end(cell) < high && low < high_end(cell);
}

static bool matters(const struct value *value)
{
    return value->kind == VALUE_HANDLE ||
           (value->kind == VALUE_SYMBOL && value->symbol.protocol);
}

static const struct value *fresh(struct access *access, struct type type)
{
    return state_fresh(access->world, access->state, type);
}

static const struct value *initial_value(struct world *world,
                                         struct state *state,
                                         const struct initial *initial,
                                         struct type type)
{
    switch (initial->kind) {
    case INITIAL_INT:
        return value_int(world->values, integer_fit(type, initial->value));
    case INITIAL_FUNCTION:
        return value_function(world->values, initial->function);
    case INITIAL_GLOBAL:
        return value_address(world->values,
                             region_global(world->values, initial->global),
                             initial->value, NULL, 0);
    case INITIAL_STRING:
        return value_address(world->values, region_literal(world->values), 0,
                             NULL, 0);
    case INITIAL_UNKNOWN: break;
    }
    return state_fresh(world, state, type);
}

static const struct value *global_initial(struct world *world,
                                          struct state *state,
                                          const struct global *global,
                                          int64_t offset, struct type type)
{
    for (size_t i = 0; i < global->initial_count; i++) {
        const struct initial *initial = &global->initials[i];
        int64_t at = (int64_t)initial->offset;
        if (at == offset && initial->type.bits == type.bits)
            return initial_value(world, state, initial, type);
        if (at < offset + (int64_t)type.bits &&
            offset < at + (int64_t)initial->type.bits)
            return state_fresh(world, state, type);
    }
    return value_int(world->values, 0);
}

/* Whether a read of that many bits leaves the variable. */
static bool is_outside(const struct state *state, const struct region *region,
                       int64_t offset, uint32_t bits)
{
    uint64_t size = state_size_of(state, region);
    return size > 0 && (offset < 0 || (uint64_t)offset + bits > size);
}

const struct value *memory_initial(struct world *world, struct state *state,
                                   const struct region *region, int64_t offset,
                                   struct type type)
{
    if (is_outside(state, region, offset, type.bits))
        return value_undefined(world->values);
    switch (state_contents(world, state, region)) {
    case CONTENTS_INITIAL:
        return global_initial(world, state, region->global, offset, type);
    case CONTENTS_ZERO: return value_int(world->values, 0);
    case CONTENTS_UNDEFINED: return value_undefined(world->values);
    case CONTENTS_UNKNOWN: break;
    }
    if (region->kind == REGION_SINGLETON && type.kind == TYPE_POINTER)
        return state_fresh_foreign(world, state, type);
    return state_fresh(world, state, type);
}

/* What remains at [low, low + bits) of a cell that was cut. */
static void keep_piece(struct access *access, struct cell old, int64_t low,
                       int64_t bits)
{
    old.offset = low;
    old.bits = (uint32_t)bits;
    if (!value_is(old.value, 0) && old.value->kind != VALUE_UNDEFINED)
        old.value = fresh(access, bits_type(old.bits < 64 ? old.bits : 64));
    state_put_cell(access->world, access->state, old);
}

/* What is left of a larger cell around a place that is written. */
static void keep_rest(struct access *access, struct cell old, int64_t low,
                      int64_t high)
{
    if (old.offset < low)
        keep_piece(access, old, old.offset, low - old.offset);
    if (high_end(&old) > high)
        keep_piece(access, old, high, high_end(&old) - high);
}

static void note_change(struct access *access, const struct value *value)
{
    if (value->kind == VALUE_HANDLE || value->kind == VALUE_ADDRESS)
        access->state->last_change = access->instruction;
}

/* Removes what lies in [low, high) of a region, elements with an unknown
 * index excepted. */
static void clear(struct access *access, const struct region *region,
                  int64_t low, int64_t high)
{
    struct state *state = access->state;
    uint32_t i = state_first_cell(state, region);
    while (i < state->cell_count && state->cells[i].region == region) {
        struct cell cell = state->cells[i];
        if (cell.index || !overlaps(&cell, low, high)) {
            i++;
            continue;
        }
        note_change(access, cell.value);
        state_remove_cell(state, i);
        keep_rest(access, cell, low, high);
        i = state_first_cell(state, region);
    }
}

/* An object that is told by an address in [low, high) is written over. */
static void write_over(struct access *access, const struct region *region,
                       int64_t low, int64_t high)
{
    struct state *state = access->state;
    if (!state_is_in(state, region) || state->address->address.index)
        return;
    int64_t offset = state->address->address.offset;
    if (low <= offset && offset < high)
        state_lose_address(access->world, state, access->instruction);
}

/* The part of a larger cell that is read. */
static const struct value *part_of(struct access *access,
                                   const struct cell *cell, int64_t offset,
                                   struct type type)
{
    struct values *values = access->world->values;
    if (cell->value->kind == VALUE_UNDEFINED)
        return cell->value;
    if (cell->value->kind != VALUE_INT || offset < low_end(cell) ||
        offset + (int64_t)type.bits > high_end(cell))
        return fresh(access, type);
    if (cell->value->integer == 0)
        return cell->value;
    int64_t shift = offset - low_end(cell);
    if (shift >= 64)
        return fresh(access, type);
    return value_int(
        values,
        integer_fit(type, (int64_t)((uint64_t)cell->value->integer >> shift)));
}

static bool reads_exactly(const struct cell *cell, struct type type)
{
    return cell->bits == type.bits;
}

/* A value that was read where nothing was known is kept, so that the next
 * read gives the same one. */
static void remember(struct access *access, const struct value *address,
                     struct type type, const struct value *value)
{
    struct cell cell = { .region = address->address.region,
                         .offset = address->address.offset,
                         .stride = address->address.stride,
                         .index = address->address.index,
                         .value = value,
                         .bits = type.bits };
    bool is_kept = !access->world->is_coarse || type.kind == TYPE_POINTER;
    if (is_kept && value->kind == VALUE_SYMBOL && type.bits > 0)
        state_put_cell(access->world, access->state, cell);
}

/* For an address with an index: whether any known element could be meant. */
static bool load_indexed(struct access *access, const struct value *address,
                         struct type type, const struct value **value)
{
    struct state *state = access->state;
    const struct region *region = address->address.region;
    bool may_match = false;
    if (!element_stays_inside(access, address, type.bits))
        return false;
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++) {
        const struct cell *cell = &state->cells[i];
        int same = element_is(access, cell, address);
        if (same == 1 && reads_exactly(cell, type)) {
            *value = cell->value;
            return true;
        }
        if (same == -1 && (matters(cell->value) || cell->index)) {
            element_split(access, cell, address);
            return false;
        }
        if (same != 0 || cell->bits > type.bits)
            may_match = true;
    }
    enum contents contents = state_contents(access->world, state, region);
    if (!may_match &&
        (contents == CONTENTS_ZERO || (contents == CONTENTS_INITIAL &&
                                       region->global->initial_count == 0))) {
        *value = value_int(access->world->values, 0);
        return true;
    }
    *value = fresh(access, type);
    if (!may_match)
        remember(access, address, type, *value);
    return true;
}

bool memory_load(struct access *access, const struct value *address,
                 struct type type, const struct value **value)
{
    struct state *state = access->state;
    const struct region *region = address->address.region;
    if (address->address.index)
        return load_indexed(access, address, type, value);
    int64_t low = address->address.offset;
    int64_t high = low + (int64_t)type.bits;
    if (access->world->is_partial && is_outside(state, region, low, type.bits))
        return false; /* others know how far to count */
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++) {
        const struct cell *cell = &state->cells[i];
        if (cell->index) {
            int same = element_is(access, cell, address);
            if (same == -1) {
                element_split(access, cell, address);
                return false;
            }
            if (same == 0)
                continue;
        } else if (!overlaps(cell, low, high)) {
            continue;
        }
        if (cell->bits > 64 && cell->value->kind == VALUE_SYMBOL) {
            clear(access, region, low, high);
            *value = fresh(access, type);
            remember(access, address, type, *value);
            return true;
        }
        *value =
            reads_exactly(cell, type) && (cell->index || cell->offset == low)
                ? cell->value
                : part_of(access, cell, low, type);
        return true;
    }
    *value = memory_initial(access->world, state, region, low, type);
    remember(access, address, type, *value);
    return true;
}

/* Makes way for a write: every cell that may be the same place is removed or
 * becomes unknown; false when the state was split to find out. */
static bool make_way(struct access *access, const struct value *address)
{
    struct state *state = access->state;
    const struct region *region = address->address.region;
    uint32_t i = state_first_cell(state, region);
    for (; i < state->cell_count && state->cells[i].region == region; i++) {
        struct cell *cell = &state->cells[i];
        if (!cell->index && !address->address.index)
            continue;
        int same = element_is(access, cell, address);
        if (same == -1 && matters(cell->value)) {
            element_split(access, cell, address);
            return false;
        }
        if (same == 0)
            continue;
        note_change(access, cell->value);
        cell->value = fresh(access, bits_type(cell->bits));
    }
    return true;
}

static bool is_published(const struct state *state, const struct region *region)
{
    return region->kind == REGION_OBJECT &&
           state->objects[region->object].is_published;
}

/* The address of an object is put where the system finds it. */
static void hang(struct access *access, const struct region *region,
                 const struct value *value)
{
    struct state *state = access->state;
    const struct object *at = &state->objects[region->object];
    memory_publish(access->world, state, value);
    if (!at->site && !at->variable &&
        value->address.region->kind == REGION_OBJECT)
        state->objects[value->address.region->object].is_hung = true;
}

bool memory_store(struct access *access, const struct value *address,
                  struct type type, const struct value *value)
{
    const struct region *region = address->address.region;
    bool is_inside = address->address.index
                         ? element_stays_inside(access, address, type.bits)
                         : !is_outside(access->state, region,
                                       address->address.offset, type.bits);
    if (!is_inside || !make_way(access, address))
        return false;
    if (is_published(access->state, region) && value->kind == VALUE_ADDRESS)
        hang(access, region, value);
    if (!address->address.index)
        clear(access, region, address->address.offset,
              address->address.offset + (int64_t)type.bits);
    struct cell cell = { .region = region,
                         .offset = address->address.offset,
                         .stride = address->address.stride,
                         .index = address->address.index,
                         .value = value,
                         .bits = type.bits };
    if (type.bits > 0)
        state_put_cell(access->world, access->state, cell);
    return true;
}

/* Drops all cells of a region, handles excepted where `keep_handles`. */
static void forget(struct access *access, const struct region *region,
                   int64_t low, int64_t high, bool keep_handles)
{
    struct state *state = access->state;
    uint32_t i = state_first_cell(state, region);
    while (i < state->cell_count && state->cells[i].region == region) {
        struct cell *cell = &state->cells[i];
        bool inside = cell->index || overlaps(cell, low, high);
        if (!inside || (keep_handles && matters(cell->value))) {
            i++;
            continue;
        }
        note_change(access, cell->value);
        if (value_is(cell->value, 0) && cell->bits > 64) {
            struct cell zeroes = *cell;
            state_remove_cell(state, i);
            keep_rest(access, zeroes, low, high);
            i = state_first_cell(state, region);
            continue;
        }
        if (state_contents(access->world, state, region) == CONTENTS_UNKNOWN &&
            !keep_handles) {
            state_remove_cell(state, i);
            continue;
        }
        cell->value = fresh(access, bits_type(cell->bits));
        i++;
    }
}

static void set_unknown_piece(struct access *access,
                              const struct region *region, int64_t low,
                              int64_t bits, const struct value *value)
{
    struct cell piece = {
        .region = region, .offset = low, .value = value, .bits = (uint32_t)bits
    };
    if (bits > 0)
        state_put_cell(access->world, access->state, piece);
}

static bool is_piece(const struct value *address, const struct value *size,
                     int64_t *bits)
{
    if (size->kind != VALUE_INT || size->integer < 0 ||
        size->integer > INT32_MAX / 8 || address->address.index)
        return false;
    *bits = size->integer * 8;
    return true;
}

static void fill_unknown(struct access *access, const struct value *to)
{
    forget(access, to->address.region, INT64_MIN, INT64_MAX, false);
    state_set_contents(access->world, access->state, to->address.region,
                       CONTENTS_UNKNOWN);
}

bool memory_fill(struct access *access, const struct value *to,
                 const struct value *byte, const struct value *size)
{
    int64_t bits = 0;
    const struct region *region = to->address.region;
    if (!is_piece(to, size, &bits)) {
        bool all_zero = value_is(byte, 0) && to->address.offset == 0 &&
                        region->kind == REGION_OBJECT;
        fill_unknown(access, to);
        if (all_zero)
            state_set_contents(access->world, access->state, region,
                               CONTENTS_ZERO);
        return true;
    }
    int64_t low = to->address.offset;
    if (!make_way(access, to))
        return false;
    clear(access, region, low, low + bits);
    write_over(access, region, low, low + bits);
    const struct value *value =
        value_is(byte, 0) ? byte : fresh(access, bits_type(64));
    set_unknown_piece(access, region, low, bits, value);
    return true;
}

/* What a piece holds where the source has no cell. */
static void copy_background(struct access *access, const struct value *to,
                            const struct value *from, int64_t bits)
{
    struct world *world = access->world;
    struct state *state = access->state;
    const struct region *source = from->address.region;
    const struct region *target = to->address.region;
    enum contents contents = state_contents(world, state, source);
    const struct value *value = NULL;
    if (contents == CONTENTS_UNDEFINED)
        value = value_undefined(world->values);
    else if (contents == CONTENTS_UNKNOWN)
        value = fresh(access, bits_type(64));
    else
        value = value_int(world->values, 0);
    set_unknown_piece(access, target, to->address.offset, bits, value);
}

static void copy_cell(struct access *access, const struct value *to,
                      const struct value *from, struct cell cell, int64_t bits)
{
    int64_t move = to->address.offset - from->address.offset;
    int64_t low = from->address.offset;
    if (cell.offset < low) {
        cell.bits -= (uint32_t)(low - cell.offset);
        cell.offset = low;
    }
    if (high_end(&cell) > low + bits)
        cell.bits = (uint32_t)(low + bits - cell.offset);
    cell.region = to->address.region;
    cell.offset += move;
    clear(access, cell.region, cell.offset, high_end(&cell));
    state_put_cell(access->world, access->state, cell);
}

static void copy_initials(struct access *access, const struct value *to,
                          const struct value *from, int64_t bits)
{
    const struct region *source = from->address.region;
    if (state_contents(access->world, access->state, source) !=
        CONTENTS_INITIAL)
        return;
    for (size_t i = 0; i < source->global->initial_count; i++) {
        const struct initial *initial = &source->global->initials[i];
        struct cell cell = { .region = source,
                             .offset = (int64_t)initial->offset,
                             .bits = initial->type.bits };
        if (cell.offset < from->address.offset ||
            high_end(&cell) > from->address.offset + bits)
            continue;
        cell.value =
            initial_value(access->world, access->state, initial, initial->type);
        copy_cell(access, to, from, cell, bits);
    }
}

bool memory_copy(struct access *access, const struct value *to,
                 const struct value *from, const struct value *size)
{
    int64_t bits = 0;
    struct state *state = access->state;
    if (!is_piece(to, size, &bits) || from->address.index) {
        fill_unknown(access, to);
        return true;
    }
    if (bits == 0 || to == from)
        return true;
    if (!make_way(access, to))
        return false;
    uint32_t first = state_first_cell(state, from->address.region);
    uint32_t count = 0;
    while (first + count < state->cell_count &&
           state->cells[first + count].region == from->address.region)
        count++;
    struct cell *cells =
        arena_array(access->world->scratch, struct cell, count);
    if (count > 0)
        memcpy(cells, &state->cells[first], count * sizeof(*cells));
    int64_t low = from->address.offset;
    clear(access, to->address.region, to->address.offset,
          to->address.offset + bits);
    write_over(access, to->address.region, to->address.offset,
               to->address.offset + bits);
    copy_background(access, to, from, bits);
    copy_initials(access, to, from, bits);
    for (uint32_t i = 0; i < count; i++)
        if (!cells[i].index && overlaps(&cells[i], low, low + bits))
            copy_cell(access, to, from, cells[i], bits);
    return true;
}

/* The regions reachable from a value, each once. */
struct reach {
    const struct region **regions;
    uint32_t count;
    uint32_t capacity;
    bool *objects; /* by object: it is among them */
    bool handle;
};

static bool is_reached(const struct reach *reach, const struct region *region)
{
    if (region->kind == REGION_OBJECT)
        return reach->objects[region->object];
    for (uint32_t i = 0; i < reach->count; i++)
        if (reach->regions[i] == region)
            return true;
    return false;
}

static void reach_value(struct arena *arena, struct reach *reach,
                        const struct value *value)
{
    if (value->kind == VALUE_HANDLE)
        reach->handle = true;
    if (value->kind == VALUE_EXPRESSION) {
        reach_value(arena, reach, value->expression.left);
        if (value->expression.right)
            reach_value(arena, reach, value->expression.right);
    }
    if (value->kind != VALUE_ADDRESS)
        return;
    const struct region *region = value->address.region;
    if (region->kind == REGION_LITERAL || is_reached(reach, region))
        return;
    if (region->kind == REGION_OBJECT)
        reach->objects[region->object] = true;
    if (reach->count == reach->capacity) {
        uint32_t capacity = reach->capacity * 2 + 8;
        const struct region **regions =
            arena_array(arena, const struct region *, capacity);
        if (reach->count > 0)
            memcpy(regions, reach->regions, reach->count * sizeof(*regions));
        reach->regions = regions;
        reach->capacity = capacity;
    }
    reach->regions[reach->count++] = region;
}

/* `only_handle`: whether it is reached is all that is asked. */
static struct reach reach_from(struct arena *arena, const struct state *state,
                               const struct value *value, bool only_handle)
{
    struct reach reach = { NULL, 0, 0, NULL, false };
    reach.objects = arena_array(arena, bool, state->object_count);
    reach_value(arena, &reach, value);
    for (uint32_t i = 0; i < reach.count && !(only_handle && reach.handle);
         i++) {
        const struct region *region = reach.regions[i];
        for (uint32_t j = state_first_cell(state, region);
             j < state->cell_count && state->cells[j].region == region; j++)
            reach_value(arena, &reach, state->cells[j].value);
    }
    return reach;
}

bool memory_reaches_handle(const struct state *state, const struct value *value)
{
    if (!state->origin)
        return false;
    struct arena *arena = arena_open();
    bool handle = reach_from(arena, state, value, true).handle;
    arena_close(arena);
    return handle;
}

void memory_publish(struct world *world, struct state *state,
                    const struct value *value)
{
    struct reach reach = reach_from(world->scratch, state, value, false);
    for (uint32_t i = 0; i < reach.count; i++)
        if (reach.regions[i]->kind == REGION_OBJECT)
            state->objects[reach.regions[i]->object].is_published = true;
    if (value->kind == VALUE_HANDLE)
        state->is_escaped = true;
}

void memory_havoc(struct access *access, const struct value *value)
{
    struct reach reach =
        reach_from(access->world->scratch, access->state, value, false);
    for (uint32_t i = 0; i < reach.count; i++) {
        const struct region *region = reach.regions[i];
        if (region->kind == REGION_GLOBAL && region->global->is_constant)
            continue;
        forget(access, region, INT64_MIN, INT64_MAX, true);
        state_set_contents(access->world, access->state, region,
                           CONTENTS_UNKNOWN);
    }
    if (reach.handle)
        access->state->is_escaped = true;
}

void memory_havoc_part(struct access *access, const struct value *value,
                       uint64_t bits)
{
    if (value->kind != VALUE_ADDRESS || value->address.index ||
        value->address.region->kind == REGION_LITERAL) {
        memory_havoc(access, value);
        return;
    }
    const struct region *region = value->address.region;
    int64_t low = value->address.offset;
    if (bits == 0 || bits > INT32_MAX) {
        forget(access, region, INT64_MIN, INT64_MAX, true);
        state_set_contents(access->world, access->state, region,
                           CONTENTS_UNKNOWN);
        return;
    }
    clear(access, region, low, low + (int64_t)bits);
    set_unknown_piece(
        access, region, low, (int64_t)bits,
        fresh(access, bits_type(bits < 64 ? (uint32_t)bits : 64)));
}
