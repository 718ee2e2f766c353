/* join.c - the join of two states of one context.
 *
 * Method: walk both states in step, from temporaries and named memory to the
 * objects these lead to. Where the two hold the same, so does the join; where
 * they differ it holds a new symbol, the same one for every place where the
 * same two values meet, so that equalities survive. A symbol may be any value
 * that it is on either side.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/join.h"

#include "engine/bits.h"
#include "engine/facts.h"
#include "engine/rename.h"

#include <string.h>

struct pair {
    const struct value *a;
    const struct value *b;
    const struct value *joined;
};

struct join {
    struct engine *engine;
    struct world *world;
    struct state *a;
    struct state *b;
    struct state *to;
    struct vec_of(struct pair) pairs;
    uint32_t *partner_of_a; /* by object: number in b + 1 */
    uint32_t *partner_of_b;
    uint32_t *joined_of_a;         /* by object: number in the join + 1 */
    struct vec_of(uint32_t) queue; /* objects of a, paired */
    const struct value *element;   /* index of the one that has the handle */
    bool widen;
    bool impossible;
};

static const struct value *join_values(struct join *join, const struct value *a,
                                       const struct value *b);

/* The narrowest type that holds the integer and converts to what memory holds
 * it as without a change, whether that is signed or not. */
static struct type type_of_integer(int64_t integer)
{
    if (integer >= 0)
        return type_int(integer <= INT32_MAX ? 31 : 63, false);
    return type_int(integer >= INT32_MIN ? 32 : 64, true);
}

static struct type type_of_side(const struct value *side)
{
    switch (side->kind) {
    case VALUE_ADDRESS:
    case VALUE_FUNCTION: return type_pointer();
    case VALUE_SYMBOL: return side->type;
    case VALUE_INT: return type_of_integer(side->integer);
    case VALUE_EXPRESSION:
    case VALUE_HANDLE:
    case VALUE_UNDEFINED: break;
    }
    return type_int(64, true);
}

static bool holds(struct type to, struct type from)
{
    struct range outer = range_of_type(to);
    struct range inner = range_of_type(from);
    return range_low(&outer) <= range_low(&inner) &&
           range_high(&outer) >= range_high(&inner);
}

/* A type for all that either can be. */
static struct type type_for(const struct value *a, const struct value *b)
{
    struct type x = type_of_side(a);
    struct type y = type_of_side(b);
    if (x.kind == TYPE_POINTER || y.kind == TYPE_POINTER)
        return x.kind == TYPE_POINTER ? x : y;
    if (b->kind == VALUE_UNDEFINED || holds(x, y))
        return x;
    if (a->kind == VALUE_UNDEFINED || holds(y, x))
        return y;
    return type_int(64, true);
}

/* What the two became where they met before; or NULL. */
static const struct value *met_before(const struct join *join,
                                      const struct value *a,
                                      const struct value *b)
{
    for (size_t i = 0; i < join->pairs.count; i++)
        if (join->pairs.items[i].a == a && join->pairs.items[i].b == b)
            return join->pairs.items[i].joined;
    return NULL;
}

static const struct value *new_symbol(struct join *join, const struct value *a,
                                      const struct value *b)
{
    const struct value *before = met_before(join, a, b);
    if (before)
        return before;
    bool are_handles = a->kind == VALUE_SYMBOL && b->kind == VALUE_SYMBOL &&
                       a->symbol.protocol &&
                       a->symbol.protocol == b->symbol.protocol;
    struct pair pair = { a, b, NULL };
    if (are_handles)
        pair.joined = state_fresh_other(
            join->world, join->to, a->symbol.protocol,
            a->symbol.site == b->symbol.site ? a->symbol.site : NULL);
    else
        pair.joined = state_fresh(join->world, join->to, type_for(a, b));
    vec_push(join->engine->scratch, &join->pairs, pair);
    return pair.joined;
}

/* Whether two objects can be one in the join; they become a pair if so. */
static bool pair_objects(struct join *join, uint32_t a, uint32_t b)
{
    if (join->partner_of_a[a] || join->partner_of_b[b])
        return join->partner_of_a[a] == b + 1;
    const struct object *x = &join->a->objects[a];
    const struct object *y = &join->b->objects[b];
    if (x->site != y->site || x->variable != y->variable ||
        x->is_freed != y->is_freed)
        return false;
    struct object object = *x;
    object.is_published |= y->is_published;
    object.is_pinned |= y->is_pinned;
    object.is_hung |= y->is_hung;
    if (object.round < y->round)
        object.round = y->round;
    if (x->record != y->record)
        object.record = NULL;
    if (x->contents != y->contents)
        object.contents = CONTENTS_UNKNOWN;
    const struct region *region =
        state_new_object(join->world, join->to, object);
    join->partner_of_a[a] = b + 1;
    join->partner_of_b[b] = a + 1;
    join->joined_of_a[a] = region->object + 1;
    vec_push(join->engine->scratch, &join->queue, a);
    return true;
}

static const struct value *
join_addresses(struct join *join, const struct value *a, const struct value *b)
{
    const struct region *x = a->address.region;
    const struct region *y = b->address.region;
    const struct value *index = a->address.index;
    if (a->address.offset != b->address.offset ||
        a->address.stride != b->address.stride || !index != !b->address.index)
        return NULL;
    if (x->kind == REGION_OBJECT && y->kind == REGION_OBJECT) {
        if (!pair_objects(join, x->object, y->object))
            return NULL;
        x = region_object(join->world->values,
                          join->joined_of_a[x->object] - 1);
    } else if (x != y) {
        return NULL;
    }
    if (index)
        index = join_values(join, index, b->address.index);
    if (index && index->kind == VALUE_INT)
        return NULL;
    return value_address(join->world->values, x, a->address.offset, index,
                         a->address.stride);
}

/* Whether the two set, clear or turn different flags of a word: what both have
 * in common is found better of the whole word. */
static bool change_flags(const struct value *a, const struct value *b)
{
    enum op op = a->expression.op;
    return (op == OP_OR || op == OP_AND || op == OP_XOR) &&
           a->expression.right != b->expression.right;
}

static const struct value *join_expressions(struct join *join,
                                            const struct value *a,
                                            const struct value *b)
{
    struct values *values = join->world->values;
    const struct value *right = NULL;
    if (a->expression.op != b->expression.op || !type_equal(a->type, b->type) ||
        !a->expression.right != !b->expression.right || change_flags(a, b))
        return NULL;
    const struct value *left =
        join_values(join, a->expression.left, b->expression.left);
    if (a->expression.right)
        right = join_values(join, a->expression.right, b->expression.right);
    if (a->expression.op == OP_CAST)
        return value_cast(values, a->type, left);
    return value_operation(values, a->expression.op, a->type, left, right);
}

static const struct value *join_values(struct join *join, const struct value *a,
                                       const struct value *b)
{
    const struct value *joined = NULL;
    if (a == b && !a->has_names)
        return a;
    if ((a->kind == VALUE_HANDLE) != (b->kind == VALUE_HANDLE)) {
        join->impossible = true;
        return a;
    }
    if (a == b && a->kind == VALUE_SYMBOL &&
        a->symbol.number < join->to->input_count) {
        struct pair pair = { a, b, a };
        vec_push(join->engine->scratch, &join->pairs, pair);
        return a;
    }
    if (a->kind == VALUE_ADDRESS && b->kind == VALUE_ADDRESS)
        joined = join_addresses(join, a, b);
    if (a->kind == VALUE_EXPRESSION && b->kind == VALUE_EXPRESSION) {
        joined = met_before(join, a, b);
        if (joined)
            return joined;
        joined = join_expressions(join, a, b);
    }
    if (!joined)
        return new_symbol(join, a, b);
    struct pair pair = { a, b, joined };
    if (joined->kind == VALUE_EXPRESSION)
        vec_push(join->engine->scratch, &join->pairs, pair);
    return joined;
}

/* Cuts the pieces of `state` at a boundary that the other state has. */
static void cut(struct join *join, struct state *state,
                const struct region *region, int64_t at)
{
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++) {
        struct cell cell = state->cells[i];
        int64_t end = cell.offset + (int64_t)cell.bits;
        if (cell.index || at <= cell.offset || at >= end)
            continue;
        bool is_plain =
            value_is(cell.value, 0) || cell.value->kind == VALUE_UNDEFINED;
        struct cell low = cell;
        struct cell high = cell;
        low.bits = (uint32_t)(at - cell.offset);
        high.offset = at;
        high.bits = (uint32_t)(end - at);
        if (!is_plain) {
            low.value = state_fresh(join->world, state, type_int(64, false));
            high.value = state_fresh(join->world, state, type_int(64, false));
        }
        state_remove_cell(state, i);
        state_put_cell(join->world, state, low);
        state_put_cell(join->world, state, high);
        return;
    }
}

static void cut_by(struct join *join, struct state *state,
                   const struct region *region, const struct state *other,
                   const struct region *other_region)
{
    for (uint32_t i = state_first_cell(other, other_region);
         i < other->cell_count && other->cells[i].region == other_region; i++) {
        const struct cell *cell = &other->cells[i];
        if (cell->index)
            continue;
        cut(join, state, region, cell->offset);
        cut(join, state, region, cell->offset + (int64_t)cell->bits);
    }
}

static const struct cell *same_place(const struct state *state,
                                     const struct region *region,
                                     const struct cell *wanted)
{
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++) {
        const struct cell *cell = &state->cells[i];
        if (cell->offset == wanted->offset && cell->bits == wanted->bits &&
            !cell->index && !wanted->index)
            return cell;
    }
    return NULL;
}

static struct type cell_type(const struct cell *cell)
{
    return type_int(cell->bits < 64 ? cell->bits : 64, true);
}

static void put_joined(struct join *join, const struct region *region,
                       const struct cell *like, const struct value *a,
                       const struct value *b)
{
    struct cell cell = *like;
    cell.region = region;
    cell.value = join_values(join, a, b);
    state_put_cell(join->world, join->to, cell);
}

/* A place that only one side knows: what the other side's memory holds there
 * without a cell. */
static const struct value *background(struct join *join, struct state *state,
                                      const struct region *region,
                                      const struct cell *cell)
{
    if (state_contents(join->world, state, region) == CONTENTS_UNKNOWN)
        return NULL;
    return memory_initial(join->world, state, region, cell->offset,
                          cell_type(cell));
}

static void forget_region(struct join *join, const struct region *region)
{
    state_set_contents(join->world, join->to, region, CONTENTS_UNKNOWN);
}

/* The cell that holds the handle, if it is an element of which only the index
 * tells where it is. */
static const struct cell *held_element(const struct state *state,
                                       const struct region *region)
{
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++)
        if (state->cells[i].value->kind == VALUE_HANDLE &&
            (state->cells[i].index || state_is_row(state, region)))
            return &state->cells[i];
    return NULL;
}

/* The index that the cell has among elements that begin at `first`; NULL: too
 * much to say. */
static const struct value *index_from(const struct join *join,
                                      const struct cell *cell, int64_t first,
                                      int64_t stride)
{
    struct values *values = join->world->values;
    const struct value *number =
        value_int(values, (cell->offset - first) / stride);
    return cell->index ? value_operation(values, OP_ADD, type_int(64, true),
                                         cell->index, number)
                       : number;
}

/* Two elements that differ are one with an index that may be either. */
static void join_elements(struct join *join, const struct cell *a,
                          const struct cell *b, const struct region *to)
{
    struct cell cell = *a;
    cell.region = to;
    cell.stride = a->index ? a->stride : b->index ? b->stride : a->bits;
    if (cell.stride <= 0 || (b->index && b->stride != cell.stride) ||
        a->bits != b->bits || (a->offset - b->offset) % cell.stride != 0) {
        join->impossible = true;
        return;
    }
    cell.offset = (a->offset % cell.stride + cell.stride) % cell.stride;
    const struct value *in_a = index_from(join, a, cell.offset, cell.stride);
    const struct value *in_b = index_from(join, b, cell.offset, cell.stride);
    if (!in_a || !in_b) {
        join->impossible = true;
        return;
    }
    cell.index = new_symbol(join, in_a, in_b);
    join->element = cell.index;
    state_put_cell(join->world, join->to, cell);
}

static bool has_elements(const struct state *state, const struct region *region)
{
    for (uint32_t i = state_first_cell(state, region);
         i < state->cell_count && state->cells[i].region == region; i++)
        if (state->cells[i].index)
            return true;
    return false;
}

/* The places that one side knows; of those of `b` only what `a` does not. Not
 * the handle, where it is in different elements. */
static void join_places(struct join *join, const struct region *a,
                        const struct region *b, const struct region *to,
                        bool is_b, bool is_moved)
{
    struct state *one = is_b ? join->b : join->a;
    struct state *two = is_b ? join->a : join->b;
    const struct region *mine = is_b ? b : a;
    const struct region *other = is_b ? a : b;
    for (uint32_t i = state_first_cell(one, mine);
         i < one->cell_count && one->cells[i].region == mine; i++) {
        struct cell cell = one->cells[i];
        const struct cell *same = same_place(two, other, &cell);
        if (cell.index || (is_b && same))
            continue;
        const struct value *value =
            same ? same->value : background(join, two, other, &cell);
        bool is_handle = cell.value->kind == VALUE_HANDLE ||
                         (value && value->kind == VALUE_HANDLE);
        if (value && !(is_moved && is_handle))
            put_joined(join, to, &cell, is_b ? value : cell.value,
                       is_b ? cell.value : value);
    }
}

static void join_region(struct join *join, const struct region *a,
                        const struct region *b, const struct region *to)
{
    cut_by(join, join->a, a, join->b, b);
    cut_by(join, join->b, b, join->a, a);
    const struct cell *in_a = held_element(join->a, a);
    const struct cell *in_b = held_element(join->b, b);
    bool is_moved =
        (in_a || in_b) && !(in_a && in_b && !in_a->index && !in_b->index &&
                            in_a->offset == in_b->offset);
    if (state_contents(join->world, join->a, a) == CONTENTS_UNKNOWN ||
        state_contents(join->world, join->b, b) == CONTENTS_UNKNOWN ||
        has_elements(join->a, a) || has_elements(join->b, b))
        forget_region(join, to);
    join_places(join, a, b, to, false, is_moved);
    join_places(join, a, b, to, true, is_moved);
    if (is_moved && in_a && in_b)
        join_elements(join, in_a, in_b, to);
    else if (is_moved)
        join->impossible = true;
}

static bool seen_before(const struct state *state, uint32_t index)
{
    return index > 0 &&
           state->cells[index - 1].region == state->cells[index].region;
}

static void join_named(struct join *join)
{
    struct vec_of(const struct region *) regions = { NULL, 0, 0 };
    struct arena *scratch = join->engine->scratch;
    for (uint32_t i = 0; i < join->a->cell_count; i++)
        if (!seen_before(join->a, i) &&
            join->a->cells[i].region->kind != REGION_OBJECT)
            vec_push(scratch, &regions, join->a->cells[i].region);
    for (uint32_t i = 0; i < join->b->cell_count; i++) {
        const struct region *region = join->b->cells[i].region;
        uint32_t at = state_first_cell(join->a, region);
        bool in_a =
            at < join->a->cell_count && join->a->cells[at].region == region;
        if (!seen_before(join->b, i) && !in_a && region->kind != REGION_OBJECT)
            vec_push(scratch, &regions, region);
    }
    for (size_t i = 0; i < regions.count; i++)
        join_region(join, regions.items[i], regions.items[i], regions.items[i]);
}

static void join_objects(struct join *join)
{
    struct values *values = join->world->values;
    for (size_t i = 0; i < join->queue.count; i++) {
        uint32_t a = join->queue.items[i];
        join_region(join, region_object(values, a),
                    region_object(values, join->partner_of_a[a] - 1),
                    region_object(values, join->joined_of_a[a] - 1));
    }
}

static void join_temps(struct join *join)
{
    uint32_t j = 0;
    for (uint32_t i = 0; i < join->a->temp_count; i++) {
        const struct temp *temp = &join->a->temps[i];
        while (j < join->b->temp_count &&
               join->b->temps[j].number < temp->number)
            j++;
        if (j < join->b->temp_count && join->b->temps[j].number == temp->number)
            state_set_temp(
                join->world, join->to, temp->number,
                join_values(join, temp->value, join->b->temps[j].value));
    }
}

static void join_ranges(struct join *join)
{
    for (size_t i = 0; i < join->pairs.count && !join->impossible; i++) {
        const struct pair *pair = &join->pairs.items[i];
        struct range a = facts_range(join->world, join->a, pair->a);
        struct range b = facts_range(join->world, join->b, pair->b);
        struct range both =
            join->widen ? range_widen(&a, &b) : range_unite(&a, &b);
        if (pair->joined->kind == VALUE_SYMBOL)
            (void)facts_limit(join->world, join->to, pair->joined, &both);
    }
}

static bool is_word(const struct value *value)
{
    return value->kind == VALUE_INT ||
           ((value->kind == VALUE_SYMBOL || value->kind == VALUE_EXPRESSION) &&
            value->type.kind == TYPE_INT);
}

static const struct pair *pair_of(const struct join *join,
                                  const struct value *joined)
{
    for (size_t i = 0; i < join->pairs.count; i++)
        if (join->pairs.items[i].joined == joined)
            return &join->pairs.items[i];
    return NULL;
}

/* A loop has the element that holds the handle before it, or behind it: how far
 * it is from each other number. */
static void join_distances(struct join *join)
{
    const struct pair *element =
        join->element ? pair_of(join, join->element) : NULL;
    for (size_t i = 0; element && i < join->pairs.count; i++) {
        const struct pair *pair = &join->pairs.items[i];
        if (pair == element || !is_word(pair->joined) || !is_word(pair->a) ||
            !is_word(pair->b))
            continue;
        struct range a =
            facts_difference(join->world, join->a, element->a, pair->a);
        struct range b =
            facts_difference(join->world, join->b, element->b, pair->b);
        struct range both =
            join->widen ? range_widen(&a, &b) : range_unite(&a, &b);
        const struct value *difference =
            value_operation(join->world->values, OP_SUB, type_int(64, true),
                            element->joined, pair->joined);
        if (difference)
            (void)facts_limit(join->world, join->to, difference, &both);
    }
}

/* What the value has of a mask, when that is certain. */
static bool bits_of(struct join *join, const struct state *state,
                    const struct value *value, int64_t mask, int64_t *bits)
{
    struct values *values = join->world->values;
    struct type type = type_int(64, true);
    struct bits known = bits_known(join->world, state, value);
    *bits = (int64_t)known.set & mask;
    if (((int64_t)(known.set | known.clear) & mask) == mask)
        return true;
    const struct value *masked = value_operation(
        values, OP_AND, value->kind == VALUE_INT ? type : value->type, value,
        value_int(values, mask));
    if (!masked)
        return false;
    struct range range = facts_range(join->world, state, masked);
    return range_single(&range, bits);
}

/* Flags that are the same on both sides of a word. */
static void join_flags(struct join *join)
{
    struct values *values = join->world->values;
    for (size_t i = 0; i < join->pairs.count; i++) {
        const struct pair *pair = &join->pairs.items[i];
        if (pair->joined->kind != VALUE_SYMBOL || !is_word(pair->joined) ||
            !is_word(pair->a) || !is_word(pair->b))
            continue;
        for (size_t k = 0; k < join->engine->survey->masks.count; k++) {
            int64_t mask = join->engine->survey->masks.items[k];
            int64_t a = 0;
            int64_t b = 0;
            if (!bits_of(join, join->a, pair->a, mask, &a) ||
                !bits_of(join, join->b, pair->b, mask, &b) || a != b)
                continue;
            struct range same = range_of(a, a);
            const struct value *masked =
                value_operation(values, OP_AND, pair->joined->type,
                                pair->joined, value_int(values, mask));
            if (masked)
                (void)facts_limit(join->world, join->to, masked, &same);
        }
    }
}

/* Facts about expressions of symbols that both sides have. */
static void join_facts(struct join *join)
{
    struct arena *scratch = join->engine->scratch;
    uint32_t count = join->a->symbol_count;
    const struct value **to_b =
        arena_array(scratch, const struct value *, count);
    const struct value **to_joined =
        arena_array(scratch, const struct value *, count);
    for (size_t i = join->pairs.count; i-- > 0;) {
        const struct pair *pair = &join->pairs.items[i];
        if (pair->a->kind != VALUE_SYMBOL)
            continue;
        to_b[pair->a->symbol.number] = pair->b;
        to_joined[pair->a->symbol.number] = pair->joined;
    }
    struct renaming b_names = { .symbols = to_b, .symbol_count = count };
    struct renaming names = { .symbols = to_joined, .symbol_count = count };
    for (uint32_t i = 0; i < join->a->fact_count; i++) {
        const struct value *atom = join->a->facts[i].atom;
        if (atom->kind != VALUE_EXPRESSION)
            continue;
        const struct value *left = atom->expression.left;
        const struct value *right = atom->expression.right;
        bool known =
            left->kind == VALUE_SYMBOL && to_b[left->symbol.number] &&
            (!right || right->kind == VALUE_INT ||
             (right->kind == VALUE_SYMBOL && to_b[right->symbol.number]));
        if (!known)
            continue;
        struct range a = join->a->facts[i].range;
        struct range b = facts_range(join->world, join->b,
                                     rename_value(join->world, &b_names, atom));
        struct range both =
            join->widen ? range_widen(&a, &b) : range_unite(&a, &b);
        (void)facts_limit(join->world, join->to,
                          rename_value(join->world, &names, atom), &both);
    }
}

static void join_inputs(struct join *join)
{
    struct state *to = join->to;
    to->inputs = arena_array(join->engine->scratch, const struct value *,
                             to->input_count);
    for (uint32_t i = 0; i < to->input_count; i++)
        to->inputs[i] =
            join_values(join, join->a->inputs[i], join->b->inputs[i]);
    for (uint32_t i = 0; i < to->input_objects; i++)
        (void)pair_objects(join, i, i);
}

static void join_unknown(struct join *join)
{
    for (uint32_t i = 0; i < join->a->unknown_count; i++)
        forget_region(join, join->a->unknown[i]);
    for (uint32_t i = 0; i < join->b->unknown_count; i++)
        forget_region(join, join->b->unknown[i]);
}

static void prepare(struct join *join, const struct state *a,
                    const struct state *b)
{
    struct arena *scratch = join->engine->scratch;
    join->a = state_copy(scratch, a);
    join->b = state_copy(scratch, b);
    join->to = arena_new(scratch, struct state);
    join->to->origin = a->origin;
    join->to->step = a->step;
    join->to->is_escaped = a->is_escaped;
    join->to->is_outside = a->is_outside;
    join->to->is_raised = a->is_raised;
    join->to->lost = a->lost;
    join->to->input_count = a->input_count;
    join->to->input_objects = a->input_objects;
    join->to->symbol_count = a->input_count;
    join->partner_of_a = arena_array(scratch, uint32_t, a->object_count);
    join->partner_of_b = arena_array(scratch, uint32_t, b->object_count);
    join->joined_of_a = arena_array(scratch, uint32_t, a->object_count);
}

/* Whether anything that the state knows of is the handle. */
static bool is_held(const struct state *state)
{
    bool held = state->is_escaped || state->is_outside ||
                (state->address && state->address->kind != VALUE_UNDEFINED);
    for (uint32_t i = 0; i < state->cell_count && !held; i++)
        held = state->cells[i].value->kind == VALUE_HANDLE;
    for (uint32_t i = 0; i < state->temp_count && !held; i++)
        held = state->temps[i].value->kind == VALUE_HANDLE;
    for (uint32_t i = 0; i < state->input_count && !held; i++)
        held = state->inputs[i]->kind == VALUE_HANDLE;
    return held;
}

const struct state *state_join(struct engine *engine, const struct state *a,
                               const struct state *b, bool widen)
{
    struct join join = { .engine = engine,
                         .world = &engine->world,
                         .widen = widen };
    if (a == b)
        return a;
    if (a->origin != b->origin || a->step != b->step ||
        !a->address != !b->address)
        return NULL;
    prepare(&join, a, b);
    join_inputs(&join);
    if (a->address)
        join.to->address = join_values(&join, a->address, b->address);
    join_temps(&join);
    join_unknown(&join);
    join_named(&join);
    join_objects(&join);
    if (join.impossible)
        return NULL;
    join_ranges(&join);
    join_flags(&join);
    join_distances(&join);
    join_facts(&join);
    uint64_t *temps = arena_array(
        engine->scratch, uint64_t,
        join.to->temp_count
            ? join.to->temps[join.to->temp_count - 1].number / 64 + 1
            : 1);
    for (uint32_t i = 0; i < join.to->temp_count; i++)
        temps[join.to->temps[i].number / 64] |=
            UINT64_C(1) << (join.to->temps[i].number % 64);
    struct keep keep = { temps, NULL, false };
    bool holds = state_normalize(&engine->world, join.to, &keep);
    if (!holds && is_held(a) && a->origin && !a->lost)
        return NULL; /* what the two agree on no longer leads to the handle */
    return states_intern(engine->states, join.to);
}
