/* value_simplify.c - arithmetic on values, as far as it is certain.
 *
 * Kept forms, so that one fact is written one way:
 *   - constants stand on the right; x - c is x + (-c); (x + c) + d is one sum
 *   - a comparison's negation is the opposite comparison, never `== 0`
 *   - masks are folded: (x & a) & b, (x | a) & b
 *   - an address plus a constant is an address
 * Two addresses of different regions are different: a pointer that came from
 * outside is decided to be one of the known regions, or another, before it is
 * used (engine/memory.c).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/value.h"

static struct type result_type(void)
{
    return (struct type){ TYPE_INT, true, 32 };
}

static bool is_comparison(const struct value *value)
{
    return value->kind == VALUE_EXPRESSION &&
           op_is_comparison(value->expression.op);
}

static bool is_op(const struct value *value, enum op op)
{
    return value->kind == VALUE_EXPRESSION && value->expression.op == op;
}

static bool has_constant_right(const struct value *value)
{
    return value->expression.right &&
           value->expression.right->kind == VALUE_INT;
}

static bool compare_integers(enum op op, struct type type, int64_t a, int64_t b)
{
    bool is_signed = type.kind == TYPE_INT && type.is_signed;
    bool less = is_signed ? a < b : (uint64_t)a < (uint64_t)b;
    switch ((int)op) {
    case OP_EQ: return a == b;
    case OP_NE: return a != b;
    case OP_LT: return less;
    case OP_LE: return less || a == b;
    case OP_GT: return !less && a != b;
    default: return !less;
    }
}

static bool divide(enum op op, struct type type, int64_t a, int64_t b,
                   int64_t *result)
{
    if (b == 0 || (a == INT64_MIN && b == -1))
        return false;
    if (type.is_signed)
        *result = op == OP_DIV ? a / b : a % b;
    else
        *result = (int64_t)(op == OP_DIV ? (uint64_t)a / (uint64_t)b
                                         : (uint64_t)a % (uint64_t)b);
    return true;
}

static bool shift(enum op op, struct type type, int64_t a, int64_t b,
                  int64_t *result)
{
    if (b < 0 || b >= 64)
        return false;
    if (op == OP_SHL)
        *result = (int64_t)((uint64_t)a << b);
    else
        *result = type.is_signed ? a >> b : (int64_t)((uint64_t)a >> b);
    return true;
}

static bool fold(enum op op, struct type type, int64_t a, int64_t b,
                 int64_t *result)
{
    uint64_t x = (uint64_t)a;
    uint64_t y = (uint64_t)b;
    switch ((int)op) {
    case OP_ADD: *result = (int64_t)(x + y); return true;
    case OP_SUB: *result = (int64_t)(x - y); return true;
    case OP_MUL: *result = (int64_t)(x * y); return true;
    case OP_AND: *result = a & b; return true;
    case OP_OR: *result = a | b; return true;
    case OP_XOR: *result = a ^ b; return true;
    case OP_DIV:
    case OP_REM: return divide(op, type, a, b, result);
    case OP_SHL:
    case OP_SHR: return shift(op, type, a, b, result);
    default: return false;
    }
}

static const struct value *of_integers(struct values *values, enum op op,
                                       struct type type, int64_t a, int64_t b)
{
    if (op_is_comparison(op))
        return value_int(values, compare_integers(op, type, a, b));
    int64_t result = 0;
    if (!fold(op, type, a, b, &result))
        return NULL;
    return value_int(values, integer_fit(type, result));
}

static const struct value *
move_address(struct values *values, const struct value *address, int64_t bytes)
{
    return value_address(values, address->address.region,
                         address->address.offset + bytes * 8,
                         address->address.index, address->address.stride);
}

/* Two things of which at least one has an address or is the handle: whether
 * they are equal. 1, 0, or -1 for not certain. */
static int same_thing(const struct value *a, const struct value *b)
{
    if (a == b)
        return 1;
    if (a->kind == VALUE_UNDEFINED || b->kind == VALUE_UNDEFINED)
        return -1;
    bool a_known = value_is_address(a) || a->kind == VALUE_HANDLE;
    bool b_known = value_is_address(b) || b->kind == VALUE_HANDLE;
    if (a_known && b->kind == VALUE_INT)
        return 0;
    if (b_known && a->kind == VALUE_INT)
        return 0;
    if (!a_known || !b_known) {
        const struct value *other = a_known ? b : a;
        if (other->kind == VALUE_SYMBOL && other->symbol.protocol)
            return 0; /* the handle of some other object */
        return -1;
    }
    if (a->kind != b->kind || a->kind == VALUE_FUNCTION)
        return 0;
    if (a->address.region != b->address.region)
        return 0;
    if (a->address.region->kind == REGION_LITERAL)
        return -1;
    if (a->address.index || b->address.index)
        return -1;
    return a->address.offset == b->address.offset;
}

static const struct value *compare_addresses(struct values *values, enum op op,
                                             const struct value *a,
                                             const struct value *b)
{
    if (a->address.region != b->address.region || a->address.index ||
        b->address.index)
        return NULL;
    bool less = a->address.offset < b->address.offset;
    bool equal = a->address.offset == b->address.offset;
    bool holds = op == OP_LT   ? less
                 : op == OP_LE ? less || equal
                 : op == OP_GT ? !less && !equal
                               : !less;
    return value_int(values, holds);
}

/* A comparison with a constant on the right, made simpler. */
static const struct value *compare_constant(struct values *values, enum op op,
                                            struct type type,
                                            const struct value *left,
                                            const struct value *right)
{
    int64_t c = right->integer;
    bool equality = op == OP_EQ || op == OP_NE;
    if (is_comparison(left) && equality) {
        if (c != 0 && c != 1)
            return value_int(values, op == OP_NE);
        if ((op == OP_NE) == (c == 0))
            return left;
        return value_expression(values, op_negate(left->expression.op),
                                left->type, left->expression.left,
                                left->expression.right);
    }
    if (is_op(left, OP_ADD) && has_constant_right(left) && equality) {
        int64_t d = integer_fit(
            left->type,
            (int64_t)((uint64_t)c - (uint64_t)left->expression.right->integer));
        return value_operation(values, op, type, left->expression.left,
                               value_int(values, d));
    }
    if (is_op(left, OP_CAST) && equality &&
        left->type.bits == left->expression.left->type.bits) {
        const struct value *inner = left->expression.left;
        return value_operation(values, op, inner->type, inner,
                               value_int(values, integer_fit(inner->type, c)));
    }
    return value_expression(values, op, type, left, right);
}

static const struct value *compare(struct values *values, enum op op,
                                   struct type type, const struct value *left,
                                   const struct value *right)
{
    if (left->kind == VALUE_INT ||
        (right->kind != VALUE_INT && value_is_address(left))) {
        const struct value *swap = left;
        left = right;
        right = swap;
        op = op_mirror(op);
    }
    int same = same_thing(left, right);
    if (same >= 0 && (op == OP_EQ || op == OP_NE))
        return value_int(values, same == (op == OP_EQ));
    if (left == right)
        return value_int(values, op == OP_LE || op == OP_GE);
    if (left->kind == VALUE_UNDEFINED || right->kind == VALUE_UNDEFINED)
        return NULL;
    if (value_is_address(left) && right->kind == VALUE_INT)
        return value_int(values, op == OP_GT || op == OP_GE);
    if (left->kind == VALUE_ADDRESS && right->kind == VALUE_ADDRESS &&
        op != OP_EQ && op != OP_NE)
        return compare_addresses(values, op, left, right);
    if (right->kind == VALUE_INT)
        return compare_constant(values, op, type, left, right);
    return value_expression(values, op, type, left, right);
}

/* What is added, as the number next to zero that does the same: going down by
 * one is no leap by almost 2^32, so that it stays one when the sum is used as a
 * wider number. */
static const struct value *addend(struct values *values, struct type type,
                                  int64_t integer)
{
    struct type as = { TYPE_INT, true, type.bits };
    bool is_narrow = type.kind == TYPE_INT && type.bits > 0 && type.bits < 64;
    return value_int(values, is_narrow ? integer_fit(as, integer) : integer);
}

static const struct value *add(struct values *values, struct type type,
                               const struct value *left,
                               const struct value *right)
{
    if (left->kind == VALUE_INT) {
        const struct value *swap = left;
        left = right;
        right = swap;
    }
    if (value_is(right, 0))
        return left;
    if (right->kind != VALUE_INT)
        return value_expression(values, OP_ADD, type, left, right);
    if (left->kind == VALUE_ADDRESS)
        return move_address(values, left, right->integer);
    if (is_op(left, OP_ADD) && has_constant_right(left)) {
        int64_t sum = (int64_t)((uint64_t)left->expression.right->integer +
                                (uint64_t)right->integer);
        return value_operation(values, OP_ADD, type, left->expression.left,
                               addend(values, type, sum));
    }
    return value_expression(values, OP_ADD, type, left,
                            addend(values, type, right->integer));
}

static const struct value *subtract(struct values *values, struct type type,
                                    const struct value *left,
                                    const struct value *right)
{
    if (left == right)
        return value_int(values, 0);
    if (right->kind == VALUE_INT && right->integer != INT64_MIN)
        return value_operation(values, OP_ADD, type, left,
                               value_int(values, -right->integer));
    if (left->kind == VALUE_ADDRESS && right->kind == VALUE_ADDRESS &&
        left->address.region == right->address.region &&
        left->address.index == right->address.index)
        return value_int(values,
                         (left->address.offset - right->address.offset) / 8);
    return value_expression(values, OP_SUB, type, left, right);
}

/* The type to mask in: flags of one word are the same value in whatever type
 * the word is looked at. */
static struct type type_of_mask(struct type type, const struct value *word,
                                int64_t bits)
{
    bool is_inside =
        word->type.kind == TYPE_INT && integer_fit(word->type, bits) == bits;
    return is_inside && bits > 0 ? word->type : type;
}

static const struct value *mask(struct values *values, struct type type,
                                const struct value *left, int64_t bits)
{
    if (bits == 0)
        return value_int(values, 0);
    if (integer_fit(type, -1) == bits || bits == -1)
        return left;
    if (is_comparison(left))
        return bits & 1 ? left : value_int(values, 0);
    if (is_op(left, OP_AND) && has_constant_right(left))
        return mask(values, type, left->expression.left,
                    left->expression.right->integer & bits);
    if (is_op(left, OP_OR) && has_constant_right(left)) {
        int64_t set = left->expression.right->integer & bits;
        const struct value *rest =
            mask(values, type, left->expression.left, bits & ~set);
        return rest ? value_operation(values, OP_OR, type, rest,
                                      value_int(values, set))
                    : NULL;
    }
    return value_expression(values, OP_AND, type_of_mask(type, left, bits),
                            left, value_int(values, bits));
}

static const struct value *bitwise(struct values *values, enum op op,
                                   struct type type, const struct value *left,
                                   const struct value *right)
{
    if (left->kind == VALUE_INT) {
        const struct value *swap = left;
        left = right;
        right = swap;
    }
    if (left == right)
        return op == OP_XOR ? value_int(values, 0) : left;
    if (right->kind != VALUE_INT)
        return value_expression(values, op, type, left, right);
    if (op == OP_AND)
        return mask(values, type, left, right->integer);
    if (right->integer == 0)
        return left;
    if (op == OP_OR && is_op(left, OP_OR) && has_constant_right(left))
        return value_operation(
            values, op, type, left->expression.left,
            value_int(values,
                      left->expression.right->integer | right->integer));
    if (op == OP_XOR && right->integer == 1 && is_comparison(left))
        return value_operation(values, OP_EQ, left->type, left,
                               value_int(values, 0));
    return value_expression(values, op, type, left, right);
}

static const struct value *unary(struct values *values, enum op op,
                                 struct type type, const struct value *value)
{
    if (value->kind == VALUE_UNDEFINED)
        return NULL;
    if (value->kind == VALUE_INT) {
        uint64_t bits = (uint64_t)value->integer;
        bits = op == OP_NEG ? 0 - bits : ~bits;
        return value_int(values, integer_fit(type, (int64_t)bits));
    }
    if (is_op(value, op))
        return value->expression.left;
    return value_expression(values, op, type, value, NULL);
}

const struct value *value_operation(struct values *values, enum op op,
                                    struct type type, const struct value *left,
                                    const struct value *right)
{
    if (op == OP_NEG || op == OP_NOT)
        return unary(values, op, type, left);
    if (type.kind == TYPE_FLOAT)
        return NULL;
    if (left->kind == VALUE_INT && right->kind == VALUE_INT)
        return of_integers(values, op, type, left->integer, right->integer);
    if (op_is_comparison(op))
        return compare(values, op, type, left, right);
    if (left->kind == VALUE_UNDEFINED || right->kind == VALUE_UNDEFINED)
        return NULL;
    switch ((int)op) {
    case OP_ADD: return add(values, type, left, right);
    case OP_SUB: return subtract(values, type, left, right);
    case OP_AND:
    case OP_OR:
    case OP_XOR: return bitwise(values, op, type, left, right);
    case OP_MUL:
        if (value_is(right, 0) || value_is(left, 0))
            return value_int(values, 0);
        if (value_is(right, 1))
            return left;
        if (value_is(left, 1))
            return right;
        break;
    case OP_SHL:
    case OP_SHR:
    case OP_DIV:
        if (value_is(right, op == OP_DIV ? 1 : 0))
            return left;
        break;
    default: break;
    }
    return value_expression(values, op, type, left, right);
}

/* The type that a value fits in without a change, for casts. */
static struct type type_of(const struct value *value)
{
    if (is_comparison(value))
        return (struct type){ TYPE_INT, false, 1 };
    if (value->kind == VALUE_SYMBOL || value->kind == VALUE_EXPRESSION)
        return value->type;
    return type_pointer();
}

/* Whether every value of `from` is kept as it is by an object of `to`. */
static bool keeps(struct type to, struct type from)
{
    if (to.kind == TYPE_POINTER || to.bits == 0 || to.bits >= 64)
        return true;
    if (from.kind == TYPE_POINTER || from.bits == 0)
        return false;
    if (from.bits < to.bits)
        return to.is_signed || !from.is_signed;
    return from.bits == to.bits && from.is_signed == to.is_signed;
}

const struct value *value_cast(struct values *values, struct type type,
                               const struct value *value)
{
    if (value->kind == VALUE_UNDEFINED)
        return value;
    if (type.kind == TYPE_FLOAT || type.kind == TYPE_VOID)
        return NULL;
    if (value->kind == VALUE_INT)
        return value_int(values, integer_fit(type, value->integer));
    if (keeps(type, type_of(value)))
        return value;
    if (value->kind != VALUE_SYMBOL && value->kind != VALUE_EXPRESSION)
        return NULL;
    if (is_op(value, OP_CAST) && value->type.bits >= type.bits)
        return value_cast(values, type, value->expression.left);
    if (is_comparison(value))
        value =
            value_expression(values, value->expression.op, result_type(),
                             value->expression.left, value->expression.right);
    return value_expression(values, OP_CAST, type, value, NULL);
}
