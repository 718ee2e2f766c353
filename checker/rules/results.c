/* results.c - unions of closed intervals, kept ascending and disjoint. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/results.h"

#include "support/arena.h"
#include "support/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct result_set results_between(struct arena *arena, int64_t low,
                                  int64_t high)
{
    struct result_set set = { NULL, 0 };

    if (low > high)
        return set;
    set.intervals = arena_new(arena, struct interval);
    set.intervals[0] = (struct interval){ low, high };
    set.count = 1;
    return set;
}

struct result_set results_full(struct arena *arena)
{
    return results_between(arena, INT64_MIN, INT64_MAX);
}

static int by_low(const void *a, const void *b)
{
    const struct interval *x = a;
    const struct interval *y = b;

    return (x->low > y->low) - (x->low < y->low);
}

static bool touches(const struct interval *a, const struct interval *b)
{
    return b->low <= a->high || (a->high < INT64_MAX && b->low == a->high + 1);
}

static struct result_set normal(struct result_set set)
{
    size_t kept = 0;

    if (set.count == 0)
        return set;
    qsort(set.intervals, set.count, sizeof(*set.intervals), by_low);
    for (size_t i = 1; i < set.count; i++) {
        struct interval *last = &set.intervals[kept];

        if (!touches(last, &set.intervals[i]))
            set.intervals[++kept] = set.intervals[i];
        else if (set.intervals[i].high > last->high)
            last->high = set.intervals[i].high;
    }
    set.count = kept + 1;
    return set;
}

struct result_set results_union(struct arena *arena, struct result_set a,
                                struct result_set b)
{
    struct result_set set = {
        .intervals = arena_array(arena, struct interval, a.count + b.count),
        .count = a.count + b.count,
    };

    for (size_t i = 0; i < a.count; i++)
        set.intervals[i] = a.intervals[i];
    for (size_t i = 0; i < b.count; i++)
        set.intervals[a.count + i] = b.intervals[i];
    return normal(set);
}

struct result_set results_complement(struct arena *arena, struct result_set set)
{
    struct result_set rest = {
        .intervals = arena_array(arena, struct interval, set.count + 1),
    };
    int64_t low = INT64_MIN;

    for (size_t i = 0; i < set.count; i++) {
        struct interval taken = set.intervals[i];

        if (taken.low > low)
            rest.intervals[rest.count++] =
                (struct interval){ low, taken.low - 1 };
        if (taken.high == INT64_MAX)
            return rest;
        low = taken.high + 1;
    }
    rest.intervals[rest.count++] = (struct interval){ low, INT64_MAX };
    return rest;
}

bool results_overlap(struct result_set a, struct result_set b)
{
    for (size_t i = 0; i < a.count; i++)
        for (size_t j = 0; j < b.count; j++)
            if (a.intervals[i].low <= b.intervals[j].high &&
                b.intervals[j].low <= a.intervals[i].high)
                return true;
    return false;
}

bool results_is_full(struct result_set set)
{
    return set.count == 1 && set.intervals[0].low == INT64_MIN &&
           set.intervals[0].high == INT64_MAX;
}

static void print_value(int64_t value, struct text *out)
{
    if (value > 9)
        text_addf(out, "0x%" PRIx64, (uint64_t)value);
    else
        text_addf(out, "%" PRId64, value);
}

static void print_interval(struct interval interval, struct text *out)
{
    if (interval.low == interval.high) {
        print_value(interval.low, out);
    } else if (interval.low == INT64_MIN) {
        text_add(out, "<= ");
        print_value(interval.high, out);
    } else if (interval.high == INT64_MAX) {
        text_add(out, ">= ");
        print_value(interval.low, out);
    } else {
        print_value(interval.low, out);
        text_add(out, " to ");
        print_value(interval.high, out);
    }
}

void results_print(struct result_set set, struct text *out)
{
    if (set.count == 0)
        text_add(out, "any");
    for (size_t i = 0; i < set.count; i++) {
        text_add(out, i ? ", " : "");
        print_interval(set.intervals[i], out);
    }
}
