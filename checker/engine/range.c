/* range.c - unions of intervals.
 *
 * Everything goes through `add`, which takes intervals in ascending order of
 * their low end and keeps the array normal; when it is full, the two
 * neighbours with the smallest gap become one.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/range.h"

#include <string.h>

struct range range_none(void)
{
    struct range range;
    memset(&range, 0, sizeof(range));
    return range;
}

struct range range_of(int64_t low, int64_t high)
{
    struct range range = range_none();
    if (low > high)
        return range;
    range.count = 1;
    range.intervals[0].low = low;
    range.intervals[0].high = high;
    return range;
}

struct range range_all(void)
{
    return range_of(INT64_MIN, INT64_MAX);
}

struct range range_of_type(struct type type)
{
    if (type.kind == TYPE_POINTER)
        return range_of(0, INT64_MAX);
    if (type.kind != TYPE_INT || type.bits == 0 || type.bits >= 64)
        return range_all();
    int64_t half = INT64_C(1) << (type.bits - 1);
    if (type.is_signed)
        return range_of(-half, half - 1);
    return range_of(0, (half - 1) * 2 + 1); /* 63 bits do not overflow */
}

/* Merges the two neighbours that are closest; there are at least two. */
static void close_smallest_gap(struct interval *intervals, uint32_t *count)
{
    uint32_t best = 1;
    uint64_t smallest = UINT64_MAX;
    for (uint32_t i = 1; i < *count; i++) {
        uint64_t gap =
            (uint64_t)intervals[i].low - (uint64_t)intervals[i - 1].high;
        if (gap < smallest) {
            smallest = gap;
            best = i;
        }
    }
    intervals[best - 1].high = intervals[best].high;
    for (uint32_t i = best; i + 1 < *count; i++)
        intervals[i] = intervals[i + 1];
    (*count)--;
    memset(&intervals[*count], 0, sizeof(intervals[*count]));
}

/* Adds an interval whose low end is not below those already there. */
static void add(struct range *range, int64_t low, int64_t high)
{
    if (range->count > 0) {
        struct interval *last = &range->intervals[range->count - 1];
        if (last->high == INT64_MAX || low <= last->high + 1) {
            if (high > last->high)
                last->high = high;
            return;
        }
    }
    if (range->count < RANGE_INTERVALS) {
        range->intervals[range->count].low = low;
        range->intervals[range->count++].high = high;
        return;
    }
    struct interval wide[RANGE_INTERVALS + 1];
    uint32_t count = RANGE_INTERVALS + 1;
    memcpy(wide, range->intervals, sizeof(range->intervals));
    wide[RANGE_INTERVALS].low = low;
    wide[RANGE_INTERVALS].high = high;
    close_smallest_gap(wide, &count);
    memcpy(range->intervals, wide, sizeof(range->intervals));
}

struct range range_of_set(const struct result_set *set)
{
    if (set->count == 0)
        return range_all();
    struct range range = range_none();
    for (size_t i = 0; i < set->count; i++)
        add(&range, set->intervals[i].low, set->intervals[i].high);
    return range;
}

bool range_equal(const struct range *a, const struct range *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->intervals[i].low != b->intervals[i].low ||
            a->intervals[i].high != b->intervals[i].high)
            return false;
    return true;
}

bool range_has(const struct range *range, int64_t value)
{
    for (uint32_t i = 0; i < range->count; i++)
        if (value >= range->intervals[i].low &&
            value <= range->intervals[i].high)
            return true;
    return false;
}

bool range_is_empty(const struct range *range)
{
    return range->count == 0;
}

int64_t range_low(const struct range *range)
{
    return range->count ? range->intervals[0].low : INT64_MAX;
}

int64_t range_high(const struct range *range)
{
    return range->count ? range->intervals[range->count - 1].high : INT64_MIN;
}

bool range_single(const struct range *range, int64_t *value)
{
    if (range->count != 1 ||
        range->intervals[0].low != range->intervals[0].high)
        return false;
    *value = range->intervals[0].low;
    return true;
}

uint64_t range_size(const struct range *range)
{
    uint64_t size = 0;
    for (uint32_t i = 0; i < range->count; i++) {
        uint64_t span = (uint64_t)range->intervals[i].high -
                        (uint64_t)range->intervals[i].low;
        if (span >= UINT64_MAX - size)
            return UINT64_MAX;
        size += span + 1;
    }
    return size;
}

struct range range_intersect(const struct range *a, const struct range *b)
{
    struct range both = range_none();
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < a->count && j < b->count) {
        const struct interval *x = &a->intervals[i];
        const struct interval *y = &b->intervals[j];
        int64_t low = x->low > y->low ? x->low : y->low;
        int64_t high = x->high < y->high ? x->high : y->high;
        if (low <= high)
            add(&both, low, high);
        if (x->high < y->high)
            i++;
        else
            j++;
    }
    return both;
}

struct range range_unite(const struct range *a, const struct range *b)
{
    struct range either = range_none();
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < a->count || j < b->count) {
        bool from_a =
            j == b->count ||
            (i < a->count && a->intervals[i].low <= b->intervals[j].low);
        const struct interval *next =
            from_a ? &a->intervals[i++] : &b->intervals[j++];
        add(&either, next->low, next->high);
    }
    return either;
}

struct range range_shift(const struct range *range, int64_t by)
{
    struct range moved = range_none();
    for (uint32_t i = 0; i < range->count; i++) {
        int64_t low = 0;
        int64_t high = 0;
        if (__builtin_add_overflow(range->intervals[i].low, by, &low) ||
            __builtin_add_overflow(range->intervals[i].high, by, &high))
            return range_all();
        add(&moved, low, high);
    }
    return moved;
}

struct range range_negate(const struct range *range)
{
    struct range negated = range_none();
    for (uint32_t i = range->count; i-- > 0;) {
        if (range->intervals[i].low == INT64_MIN)
            return range_all();
        add(&negated, -range->intervals[i].high, -range->intervals[i].low);
    }
    return negated;
}

static struct range below(int64_t constant)
{
    if (constant == INT64_MIN)
        return range_none();
    return range_of(INT64_MIN, constant - 1);
}

static struct range above(int64_t constant)
{
    if (constant == INT64_MAX)
        return range_none();
    return range_of(constant + 1, INT64_MAX);
}

static struct range not_equal(int64_t constant)
{
    struct range low = below(constant);
    struct range high = above(constant);
    return range_unite(&low, &high);
}

/* Unsigned values of 64 bits are kept as signed ones: those from 2^63 up are
 * the negative ones, and stand above all others. */
static struct range compare_unsigned(enum op op, int64_t constant)
{
    struct range negative = range_of(INT64_MIN, -1);
    struct range result = range_none();
    switch ((int)op) {
    case OP_LT:
        if (constant >= 0)
            return constant ? range_of(0, constant - 1) : range_none();
        negative = below(constant);
        result = range_of(0, INT64_MAX);
        return range_unite(&result, &negative);
    case OP_LE:
        result = compare_unsigned(OP_LT, constant);
        negative = range_of(constant, constant);
        return range_unite(&result, &negative);
    case OP_GT:
        if (constant < 0)
            return constant == -1 ? range_none() : range_of(constant + 1, -1);
        result = above(constant);
        return range_unite(&result, &negative);
    default:
        result = compare_unsigned(OP_GT, constant);
        negative = range_of(constant, constant);
        return range_unite(&result, &negative);
    }
}

struct range range_compare(enum op op, int64_t constant, bool is_signed)
{
    switch ((int)op) {
    case OP_EQ: return range_of(constant, constant);
    case OP_NE: return not_equal(constant);
    default: break;
    }
    if (!is_signed)
        return compare_unsigned(op, constant);
    switch ((int)op) {
    case OP_LT: return below(constant);
    case OP_LE: return range_of(INT64_MIN, constant);
    case OP_GT: return above(constant);
    default: return range_of(constant, INT64_MAX);
    }
}

/* Zero is where most loops end and what most tests are about: a bound stops on
 * its near side once, and a hole there stays. */
static int64_t widen_low(int64_t low)
{
    if (low > 0)
        return 1;
    return low == 0 ? 0 : INT64_MIN;
}

static int64_t widen_high(int64_t high)
{
    if (high < 0)
        return -1;
    return high == 0 ? 0 : INT64_MAX;
}

struct range range_widen(const struct range *old, const struct range *grown)
{
    struct range both = range_unite(old, grown);
    if (range_equal(&both, old))
        return both;
    int64_t low = range_low(&both);
    int64_t high = range_high(&both);
    if (low < range_low(old))
        low = widen_low(low);
    if (high > range_high(old))
        high = widen_high(high);
    struct range wide = range_of(low, high);
    struct range not_zero = range_compare(OP_NE, 0, true);
    return range_has(&both, 0) ? wide : range_intersect(&wide, &not_zero);
}
