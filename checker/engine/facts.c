/* facts.c - ranges of atoms, and conditions taken apart into them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/facts.h"

#include "support/arena.h"

#include <string.h>

static bool is_op(const struct value *value, enum op op)
{
    return value->kind == VALUE_EXPRESSION && value->expression.op == op;
}

static bool is_comparison(const struct value *value)
{
    return value->kind == VALUE_EXPRESSION &&
           op_is_comparison(value->expression.op);
}

static bool is_sum(const struct value *value)
{
    return is_op(value, OP_ADD) && value->expression.right->kind == VALUE_INT;
}

static const struct fact *find_fact(const struct state *state,
                                    const struct value *atom)
{
    uint32_t low = 0;
    uint32_t high = state->fact_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (state->facts[middle].atom->id < atom->id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < state->fact_count && state->facts[low].atom == atom)
        return &state->facts[low];
    return NULL;
}

/* More facts about pairs of values than that are not kept: each costs time
 * with each other. */
#define MAX_FACTS 64

static void put_fact(struct world *world, struct state *state,
                     const struct value *atom, const struct range *range)
{
    uint32_t at = 0;
    while (at < state->fact_count && state->facts[at].atom->id < atom->id)
        at++;
    if (at < state->fact_count && state->facts[at].atom == atom) {
        state->facts[at].range = *range;
        return;
    }
    if (state->fact_count >= MAX_FACTS && atom->kind == VALUE_EXPRESSION) {
        state->is_merged = true;
        return;
    }
    if (state->fact_count == state->fact_capacity) {
        uint32_t capacity = state->fact_capacity * 2 + 16;
        struct fact *facts = arena_array(world->scratch, struct fact, capacity);
        if (state->fact_count > 0)
            memcpy(facts, state->facts, state->fact_count * sizeof(*facts));
        state->facts = facts;
        state->fact_capacity = capacity;
    }
    memmove(&state->facts[at + 1], &state->facts[at],
            (state->fact_count - at) * sizeof(*state->facts));
    state->facts[at].atom = atom;
    state->facts[at].range = *range;
    state->fact_count++;
}

/* `range` moved by `by`, in an object of `type`: what leaves at one end comes
 * in at the other. */
static struct range shift_wrapping(const struct range *range, int64_t by,
                                   struct type type)
{
    struct range whole = range_of_type(type);
    struct range moved = range_shift(range, by);
    if (type.kind != TYPE_INT || type.bits == 0 || type.bits >= 64)
        return type.kind == TYPE_POINTER ? range_intersect(&moved, &whole)
                                         : moved;
    int64_t turn = INT64_C(1) << type.bits;
    struct range up = range_shift(&moved, turn);
    struct range down = range_shift(&moved, -turn);
    moved = range_unite(&moved, &up);
    moved = range_unite(&moved, &down);
    return range_intersect(&moved, &whole);
}

/* Low minus high and high minus low, open where that overflows. */
static struct range span(const struct range *a, const struct range *b)
{
    int64_t low = INT64_MIN;
    int64_t high = INT64_MAX;
    if (range_is_empty(a) || range_is_empty(b))
        return range_none();
    if (__builtin_sub_overflow(range_low(a), range_high(b), &low))
        low = INT64_MIN;
    if (__builtin_sub_overflow(range_high(a), range_low(b), &high))
        high = INT64_MAX;
    return range_of(low, high);
}

static struct range sum_of(const struct range *a, const struct range *b)
{
    struct range negated = range_negate(b);
    return span(a, &negated);
}

/* What is known of a - b from a fact alone. */
static struct range direct_difference(struct world *world,
                                      const struct state *state,
                                      const struct value *a,
                                      const struct value *b)
{
    bool turned = a->id > b->id;
    const struct value *atom = value_expression(
        world->values, OP_SUB, (struct type){ TYPE_INT, true, 64 },
        turned ? b : a, turned ? a : b);
    const struct fact *fact = atom ? find_fact(state, atom) : NULL;
    if (!fact)
        return range_all();
    return turned ? range_negate(&fact->range) : fact->range;
}

static const struct value *other_side(const struct value *atom,
                                      const struct value *side)
{
    if (!is_op(atom, OP_SUB))
        return NULL;
    if (atom->expression.left == side)
        return atom->expression.right;
    if (atom->expression.right == side)
        return atom->expression.left;
    return NULL;
}

static int64_t take_constant(const struct value **value)
{
    int64_t constant = 0;
    if (is_sum(*value)) {
        constant = (*value)->expression.right->integer;
        *value = (*value)->expression.left;
    }
    return constant;
}

struct range facts_difference(struct world *world, const struct state *state,
                              const struct value *a, const struct value *b)
{
    int64_t constant = take_constant(&a) - take_constant(&b);
    struct range a_range = facts_range(world, state, a);
    struct range b_range = facts_range(world, state, b);
    struct range result = span(&a_range, &b_range);
    if (a == b)
        result = range_of(0, 0);
    if (a->kind != VALUE_INT && b->kind != VALUE_INT && a != b) {
        struct range direct = direct_difference(world, state, a, b);
        result = range_intersect(&result, &direct);
        for (uint32_t i = 0; i < state->fact_count; i++) {
            const struct value *middle = other_side(state->facts[i].atom, a);
            if (!middle || middle == b)
                continue;
            struct range first = direct_difference(world, state, a, middle);
            struct range second = direct_difference(world, state, middle, b);
            struct range both = sum_of(&first, &second);
            result = range_intersect(&result, &both);
        }
    }
    return range_shift(&result, constant);
}

/* What is left of a division by a number. */
static struct range remainder_range(const struct range *base, int64_t by)
{
    return range_of(range_low(base) < 0 ? 1 - by : 0, by - 1);
}

static struct range expression_range(struct world *world,
                                     const struct state *state,
                                     const struct value *value)
{
    struct range whole = range_of_type(value->type);
    const struct value *left = value->expression.left;
    const struct value *right = value->expression.right;
    if (is_comparison(value))
        return range_of(0, 1);
    if (is_sum(value)) {
        struct range base = facts_range(world, state, left);
        return shift_wrapping(&base, right->integer, value->type);
    }
    if (is_op(value, OP_AND) && right->kind == VALUE_INT && right->integer >= 0)
        return range_of(0, right->integer);
    if (is_op(value, OP_REM) && right->kind == VALUE_INT &&
        right->integer > 0) {
        struct range base = facts_range(world, state, left);
        return remainder_range(&base, right->integer);
    }
    if (is_op(value, OP_SHR) && right->kind == VALUE_INT &&
        right->integer >= 0 && right->integer < 64) {
        struct range base = facts_range(world, state, left);
        if (range_low(&base) >= 0)
            return range_of(range_low(&base) >> right->integer,
                            range_high(&base) >> right->integer);
    }
    if (is_op(value, OP_OR) && right->kind == VALUE_INT &&
        right->integer != 0) {
        struct range some = range_compare(OP_NE, 0, true);
        return range_intersect(&whole, &some);
    }
    if (is_op(value, OP_CAST)) {
        struct range base = facts_range(world, state, left);
        struct range inside = range_intersect(&base, &whole);
        return range_equal(&base, &inside) ? base : whole;
    }
    if (is_op(value, OP_NEG)) {
        struct range base = facts_range(world, state, left);
        struct range negated = range_negate(&base);
        return range_intersect(&negated, &whole);
    }
    return whole;
}

struct range facts_range(struct world *world, const struct state *state,
                         const struct value *value)
{
    struct range range = range_all();
    switch (value->kind) {
    case VALUE_INT: return range_of(value->integer, value->integer);
    case VALUE_HANDLE:
    case VALUE_ADDRESS:
    case VALUE_FUNCTION: return range_of(1, INT64_MAX);
    case VALUE_UNDEFINED: return range;
    case VALUE_SYMBOL: range = range_of_type(value->type); break;
    case VALUE_EXPRESSION: range = expression_range(world, state, value); break;
    }
    const struct fact *fact = find_fact(state, value);
    return fact ? range_intersect(&range, &fact->range) : range;
}

static bool occurs(const struct value *symbol, const struct value *value)
{
    if (value == symbol)
        return true;
    if (value->kind == VALUE_ADDRESS)
        return value->address.index && occurs(symbol, value->address.index);
    if (value->kind != VALUE_EXPRESSION)
        return false;
    return occurs(symbol, value->expression.left) ||
           (value->expression.right && occurs(symbol, value->expression.right));
}

/* Limits the sides of a difference by each other. */
static bool limit_sides(struct world *world, struct state *state,
                        const struct value *a, const struct value *b,
                        const struct range *range)
{
    struct range b_range = facts_range(world, state, b);
    struct range a_wanted = sum_of(&b_range, range);
    struct range a_range = facts_range(world, state, a);
    struct range a_new = range_intersect(&a_range, &a_wanted);
    if (range_is_empty(&a_new))
        return false;
    struct range b_wanted = span(&a_new, range);
    struct range b_new = range_intersect(&b_range, &b_wanted);
    if (range_is_empty(&b_new))
        return false;
    if (!range_equal(&a_new, &a_range) && !facts_limit(world, state, a, &a_new))
        return false;
    if (!range_equal(&b_new, &b_range) && !facts_limit(world, state, b, &b_new))
        return false;
    return true;
}

static bool limit_difference(struct world *world, struct state *state,
                             const struct value *a, const struct value *b,
                             const struct range *wanted)
{
    struct range known = facts_difference(world, state, a, b);
    struct range range = range_intersect(&known, wanted);
    if (range_is_empty(&range))
        return false;
    int64_t constant = take_constant(&a) - take_constant(&b);
    range = range_shift(&range, -constant);
    int64_t single = 0;
    if (a == b)
        return true;
    if (a->kind == VALUE_INT || b->kind == VALUE_INT)
        return limit_sides(world, state, a, b, &range);
    if (range_single(&range, &single) && single == 0) {
        if (a->kind == VALUE_SYMBOL && !occurs(a, b))
            return state_substitute(world, state, a, b);
        if (b->kind == VALUE_SYMBOL && !occurs(b, a))
            return state_substitute(world, state, b, a);
    }
    bool turned = a->id > b->id;
    const struct value *atom = value_expression(
        world->values, OP_SUB, (struct type){ TYPE_INT, true, 64 },
        turned ? b : a, turned ? a : b);
    if (atom) {
        struct range kept = turned ? range_negate(&range) : range;
        put_fact(world, state, atom, &kept);
    }
    return limit_sides(world, state, a, b, &range);
}

/* After a symbol's range shrank: whether the differences it is in agree. */
static bool differences_agree(struct world *world, struct state *state,
                              const struct value *symbol)
{
    for (uint32_t i = 0; i < state->fact_count; i++) {
        const struct value *atom = state->facts[i].atom;
        const struct value *other = other_side(atom, symbol);
        if (!other)
            continue;
        struct range left = facts_range(world, state, atom->expression.left);
        struct range right = facts_range(world, state, atom->expression.right);
        struct range both = span(&left, &right);
        both = range_intersect(&both, &state->facts[i].range);
        if (range_is_empty(&both))
            return false;
    }
    return true;
}

static bool limit_atom(struct world *world, struct state *state,
                       const struct value *atom, const struct range *range)
{
    struct range known = facts_range(world, state, atom);
    struct range now = range_intersect(&known, range);
    if (range_is_empty(&now))
        return false;
    if (range_equal(&now, &known))
        return true;
    int64_t single = 0;
    if (atom->kind == VALUE_SYMBOL && range_single(&now, &single))
        return state_substitute(world, state, atom,
                                value_int(world->values, single));
    put_fact(world, state, atom, &now);
    return differences_agree(world, state, atom);
}

static bool limit_comparison(struct world *world, struct state *state,
                             const struct value *value,
                             const struct range *range)
{
    bool may_hold = range_has(range, 1);
    bool may_fail = range_has(range, 0);
    if (may_hold && may_fail)
        return true;
    if (!may_hold && !may_fail)
        return false;
    return facts_assume(world, state, value, may_hold);
}

static bool limit_cast(struct world *world, struct state *state,
                       const struct value *value, const struct range *range)
{
    const struct value *inner = value->expression.left;
    struct range whole = range_of_type(value->type);
    struct range base = facts_range(world, state, inner);
    struct range inside = range_intersect(&base, &whole);
    if (range_equal(&base, &inside))
        return facts_limit(world, state, inner, range);
    return limit_atom(world, state, value, range);
}

static bool limit_expression(struct world *world, struct state *state,
                             const struct value *value,
                             const struct range *range)
{
    const struct value *left = value->expression.left;
    const struct value *right = value->expression.right;
    if (is_comparison(value))
        return limit_comparison(world, state, value, range);
    if (is_sum(value)) {
        struct range base = shift_wrapping(range, -right->integer, value->type);
        return facts_limit(world, state, left, &base);
    }
    if (is_op(value, OP_CAST))
        return limit_cast(world, state, value, range);
    if (is_op(value, OP_NEG) && value->type.is_signed) {
        struct range negated = range_negate(range);
        return facts_limit(world, state, left, &negated);
    }
    if (is_op(value, OP_SUB) && value->type.is_signed)
        return limit_difference(world, state, left, right, range);
    if (is_op(value, OP_AND) && !range_has(range, 0) && is_comparison(left) &&
        is_comparison(right))
        return facts_assume(world, state, left, true) &&
               facts_assume(world, state, right, true);
    int64_t single = 0;
    if (is_op(value, OP_OR) && range_single(range, &single) && single == 0)
        return facts_limit(world, state, left, range) &&
               facts_limit(world, state, right, range);
    return limit_atom(world, state, value, range);
}

bool facts_limit(struct world *world, struct state *state,
                 const struct value *value, const struct range *range)
{
    struct range known = range_none();
    switch (value->kind) {
    case VALUE_INT: return range_has(range, value->integer);
    case VALUE_HANDLE:
    case VALUE_ADDRESS:
    case VALUE_FUNCTION:
        known = range_of(1, INT64_MAX);
        known = range_intersect(&known, range);
        return !range_is_empty(&known);
    case VALUE_UNDEFINED: return !range_is_empty(range);
    case VALUE_SYMBOL: return limit_atom(world, state, value, range);
    case VALUE_EXPRESSION: return limit_expression(world, state, value, range);
    }
    return true;
}

/* The range of a - b for which `a op b` holds. */
static struct range wanted_difference(enum op op)
{
    switch ((int)op) {
    case OP_EQ: return range_of(0, 0);
    case OP_LT: return range_of(INT64_MIN, -1);
    case OP_LE: return range_of(INT64_MIN, 0);
    case OP_GT: return range_of(1, INT64_MAX);
    case OP_GE: return range_of(0, INT64_MAX);
    default: return range_compare(OP_NE, 0, true);
    }
}

static bool assume_comparison(struct world *world, struct state *state,
                              enum op op, struct type type,
                              const struct value *left,
                              const struct value *right)
{
    bool is_signed = type.kind == TYPE_INT && type.is_signed;
    if (right->kind == VALUE_INT) {
        struct range range = range_compare(op, right->integer, is_signed);
        return facts_limit(world, state, left, &range);
    }
    if (op == OP_EQ)
        return facts_assume_equal(world, state, type, left, right);
    if (!is_signed && op != OP_NE) {
        struct range left_range = facts_range(world, state, left);
        struct range right_range = facts_range(world, state, right);
        if (range_low(&left_range) < 0 || range_low(&right_range) < 0)
            return true;
    }
    struct range wanted = wanted_difference(op);
    return limit_difference(world, state, left, right, &wanted);
}

bool facts_assume_equal(struct world *world, struct state *state,
                        struct type type, const struct value *left,
                        const struct value *right)
{
    (void)type;
    if (left == right || left->kind == VALUE_UNDEFINED ||
        right->kind == VALUE_UNDEFINED)
        return true;
    struct range left_range = facts_range(world, state, left);
    struct range right_range = facts_range(world, state, right);
    struct range both = range_intersect(&left_range, &right_range);
    if (range_is_empty(&both))
        return false;
    if (left->kind == VALUE_SYMBOL && !occurs(left, right))
        return state_substitute(world, state, left, right);
    if (right->kind == VALUE_SYMBOL && !occurs(right, left))
        return state_substitute(world, state, right, left);
    if (left->kind == VALUE_EXPRESSION && right->kind == VALUE_EXPRESSION) {
        struct range zero = range_of(0, 0);
        return limit_difference(world, state, left, right, &zero);
    }
    return facts_limit(world, state, left, &both) &&
           facts_limit(world, state, right, &both);
}

bool facts_assume(struct world *world, struct state *state,
                  const struct value *condition, bool truth)
{
    if (is_comparison(condition)) {
        enum op op = condition->expression.op;
        const struct value *left = condition->expression.left;
        const struct value *right = condition->expression.right;
        return assume_comparison(world, state, truth ? op : op_negate(op),
                                 condition->type, left, right);
    }
    struct range range = truth ? range_compare(OP_NE, 0, true) : range_of(0, 0);
    return facts_limit(world, state, condition, &range);
}
