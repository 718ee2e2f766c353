/* element.c - which element of an array an index means that is not known.
 *
 * An address has an offset, and an index that is multiplied by a stride; so has
 * the cell of an element that was met behind such an address. Whether two of
 * them are one is asked of the facts about the difference of their indexes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/element.h"

#include "engine/facts.h"

/* With more tasks in one step than that, no more are made by asking which of
 * two elements are one. */
#define SPLIT_TASKS 64

/* Rounds up, the divisor being positive. */
static int64_t divide_up(int64_t number, int64_t by)
{
    return number / by + (number % by > 0);
}

/* The indexes that lead to an element of the variable; all, if its size is not
 * known. */
static struct range range_inside(const struct state *state,
                                 const struct value *address, uint32_t bits)
{
    int64_t size = (int64_t)state_size_of(state, address->address.region);
    int64_t stride = address->address.stride;
    if (size <= 0 || stride <= 0)
        return range_all();
    int64_t room = size - (int64_t)bits - address->address.offset;
    return range_of(divide_up(-address->address.offset, stride),
                    -divide_up(-room, stride));
}

bool element_stays_inside(struct access *access, const struct value *address,
                          uint32_t bits)
{
    const struct value *index = address->address.index;
    struct state *state = access->state;
    struct range known = facts_range(access->world, state, index);
    struct range inside = range_inside(state, address, bits);
    inside = range_intersect(&known, &inside);
    if (range_is_empty(&inside) || range_equal(&inside, &known))
        return true;
    if (!facts_limit(access->world, state, index, &inside))
        return false;
    struct range now = facts_range(access->world, state, index);
    if (range_equal(&now, &known))
        return true;
    memory_again(access, state);
    return false;
}

/* Splits on whether two values are equal; false where that is too much to
 * say. */
static bool split_equal(struct access *access, const struct value *a,
                        const struct value *b)
{
    struct world *world = access->world;
    struct type type = { TYPE_INT, true, 64 };
    const struct value *equal =
        value_operation(world->values, OP_EQ, type, a, b);
    if (!equal)
        return false;
    struct state *other = state_copy(world->scratch, access->state);
    if (facts_assume(world, access->state, equal, true))
        memory_again(access, access->state);
    if (facts_assume(world, other, equal, false))
        memory_again(access, other);
    return true;
}

/* Whether an element with an unknown index can be at `offset`: 1 it is, 0 it
 * is not, -1 undecided; `number` is the index it would have. */
static int element_at(struct access *access, int64_t base, int64_t stride,
                      const struct value *index, int64_t offset,
                      int64_t *number)
{
    if (stride == 0 || (offset - base) % stride != 0)
        return 0;
    *number = (offset - base) / stride;
    struct range range = facts_range(access->world, access->state, index);
    int64_t single = 0;
    if (!range_has(&range, *number))
        return 0;
    return range_single(&range, &single) ? 1 : -1;
}

static bool can_be(struct access *access, const struct value *value,
                   const struct range *range)
{
    struct state *state = state_copy(access->world->scratch, access->state);
    return facts_limit(access->world, state, value, range);
}

/* Whether `a` is `b` + `shift`: 1 it is, 0 it is not, -1 undecided. */
static int same_index(struct access *access, const struct value *a,
                      const struct value *b, int64_t shift)
{
    if (a == b)
        return shift == 0;
    struct type type = { TYPE_INT, true, 64 };
    const struct value *difference =
        value_operation(access->world->values, OP_SUB, type, a, b);
    if (!difference)
        return -1;
    struct range same = range_of(shift, shift);
    struct range other = range_compare(OP_NE, shift, true);
    if (!can_be(access, difference, &same))
        return 0;
    return can_be(access, difference, &other) ? -1 : 1;
}

/* Whether an element of the cell's kind and the address can be one, their
 * indexes being `shift` apart. */
static bool is_alike(const struct cell *cell, const struct value *address,
                     int64_t *shift)
{
    int64_t apart = address->address.offset - cell->offset;
    int64_t stride = cell->stride;
    if (stride == 0 || stride != address->address.stride || apart % stride)
        return false; /* fields of elements that lie apart */
    *shift = apart / stride;
    return true;
}

int element_is(struct access *access, const struct cell *cell,
               const struct value *address)
{
    int64_t number = 0;
    const struct value *index = address->address.index;
    if (!cell->index && !index)
        return cell->offset == address->address.offset;
    if (!cell->index)
        return element_at(access, address->address.offset,
                          address->address.stride, index, cell->offset,
                          &number);
    if (!index)
        return element_at(access, cell->offset, cell->stride, cell->index,
                          address->address.offset, &number);
    if (!is_alike(cell, address, &number))
        return 0;
    return same_index(access, cell->index, index, number);
}

/* Nobody can tell which element the cell is: it is forgotten, but for that
 * somebody may have the handle. */
static void forget_element(struct access *access, const struct cell *cell)
{
    struct state *state = access->state;
    state->is_escaped |= cell->value->kind == VALUE_HANDLE;
    state->is_merged = true;
    state_remove_cell(state, (uint32_t)(cell - state->cells));
    memory_again(access, state);
}

void element_split(struct access *access, const struct cell *cell,
                   const struct value *address)
{
    struct values *values = access->world->values;
    const struct value *index = address->address.index;
    const struct value *other = cell->index;
    int64_t shift = 0;
    if (index && other && is_alike(cell, address, &shift) && shift != 0)
        index = value_operation(values, OP_ADD, type_int(64, true), index,
                                value_int(values, shift));
    if (!cell->index)
        other = value_int(values, (cell->offset - address->address.offset) /
                                      address->address.stride);
    else if (!index)
        index = value_int(values, (address->address.offset - cell->offset) /
                                      cell->stride);
    if (!index || access->tasks->count > SPLIT_TASKS ||
        !split_equal(access, index, other))
        forget_element(access, cell);
}
