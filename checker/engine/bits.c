/* bits.c - known bits, through the operations that flags are made with. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/bits.h"

#include "engine/facts.h"

static const struct bits none = { 0, 0 };

static bool is_and(const struct value *value)
{
    return value->kind == VALUE_EXPRESSION && value->expression.op == OP_AND &&
           value->expression.right->kind == VALUE_INT;
}

/* Beyond its type a word has no bits of its own. */
static struct bits fit(struct bits bits, struct type type)
{
    if (type.kind != TYPE_INT || type.bits == 0 || type.bits >= 64)
        return bits;
    uint64_t inside = (UINT64_C(1) << type.bits) - 1;
    bits.set &= inside;
    bits.clear &= inside;
    if (!type.is_signed)
        bits.clear |= ~inside;
    return bits;
}

static struct bits of_integer(int64_t integer)
{
    return (struct bits){ (uint64_t)integer, ~(uint64_t)integer };
}

/* A mask of the word of which the result is known, or is not 0. */
static struct bits of_mask(int64_t mask, const struct range *range)
{
    uint64_t bits = (uint64_t)mask;
    int64_t single = 0;
    if (range_single(range, &single))
        return (struct bits){ bits & (uint64_t)single,
                              bits & ~(uint64_t)single };
    if (!range_has(range, 0) && (bits & (bits - 1)) == 0)
        return (struct bits){ bits, 0 };
    return none;
}

static struct bits unite(struct bits a, struct bits b)
{
    return (struct bits){ a.set | b.set, a.clear | b.clear };
}

/* What the state knows of the word by its masks. */
static struct bits of_facts(const struct state *state,
                            const struct value *value)
{
    struct bits bits = none;
    for (uint32_t i = 0; i < state->fact_count; i++) {
        const struct fact *fact = &state->facts[i];
        int64_t single = 0;
        if (fact->atom == value && range_single(&fact->range, &single))
            return of_integer(single);
        if (is_and(fact->atom) && fact->atom->expression.left == value)
            bits = unite(bits, of_mask(fact->atom->expression.right->integer,
                                       &fact->range));
    }
    return bits;
}

static struct bits shifted(struct bits bits, unsigned by)
{
    uint64_t low = (UINT64_C(1) << by) - 1;
    return (struct bits){ bits.set << by, bits.clear << by | low };
}

/* Whatever it is moved by, what comes in from the right is clear. */
static struct bits shifted_left(struct bits bits, const struct value *by)
{
    unsigned low = 0;
    if (by->kind == VALUE_INT && by->integer >= 0 && by->integer < 64)
        return shifted(bits, (unsigned)by->integer);
    while (low < 64 && (bits.clear >> low & 1))
        low++;
    return (struct bits){ 0,
                          low < 64 ? (UINT64_C(1) << low) - 1 : ~UINT64_C(0) };
}

static struct bits combine(enum op op, struct bits a, struct bits b)
{
    switch ((int)op) {
    case OP_AND: return (struct bits){ a.set & b.set, a.clear | b.clear };
    case OP_OR: return (struct bits){ a.set | b.set, a.clear & b.clear };
    case OP_XOR:
        return (struct bits){ (a.set & b.clear) | (a.clear & b.set),
                              (a.set & b.set) | (a.clear & b.clear) };
    default: return none;
    }
}

static struct bits of_expression(struct world *world, const struct state *state,
                                 const struct value *value)
{
    struct bits left = bits_known(world, state, value->expression.left);
    switch ((int)value->expression.op) {
    case OP_AND:
    case OP_OR:
    case OP_XOR:
        return combine(value->expression.op, left,
                       bits_known(world, state, value->expression.right));
    case OP_NOT: return (struct bits){ left.clear, left.set };
    case OP_SHL: return shifted_left(left, value->expression.right);
    case OP_CAST: return left;
    default: return none;
    }
}

struct bits bits_known(struct world *world, const struct state *state,
                       const struct value *value)
{
    if (value->kind == VALUE_INT)
        return of_integer(value->integer);
    if (value->kind != VALUE_SYMBOL && value->kind != VALUE_EXPRESSION)
        return none;
    struct bits bits = of_facts(state, value);
    if (value->kind == VALUE_EXPRESSION) {
        if (op_is_comparison(value->expression.op))
            return (struct bits){ 0, ~UINT64_C(1) };
        bits = unite(bits, of_expression(world, state, value));
    }
    bits = fit(bits, value->type);
    bits.clear &= ~bits.set;
    return bits;
}

const struct value *bits_operation(struct world *world, struct state *state,
                                   enum op op, struct type type,
                                   const struct value *left,
                                   const struct value *right,
                                   const struct value *result)
{
    struct values *values = world->values;
    if ((op != OP_AND && op != OP_OR && op != OP_XOR) ||
        type.kind != TYPE_INT || (result && result->kind == VALUE_INT))
        return result;
    struct bits bits = fit(combine(op, bits_known(world, state, left),
                                   bits_known(world, state, right)),
                           type);
    int64_t set = integer_fit(type, (int64_t)bits.set);
    if (integer_fit(type, (int64_t)(bits.set | bits.clear)) ==
        integer_fit(type, -1))
        return value_int(values, set);
    if (result || bits.set == 0)
        return result;
    return value_operation(values, OP_OR, type, state_fresh(world, state, type),
                           value_int(values, set));
}
