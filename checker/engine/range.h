/* range.h - which integers a value may be.
 *
 * A range is a union of a few closed intervals of signed 64-bit integers, so
 * that excluded constants (`!= a status`), signs (`a success test`) and small
 * sets of constants are all exact. More than RANGE_INTERVALS intervals are
 * rounded up to fewer, wider ones: a range may hold too much, never too little.
 *
 * Plain values: compared by content, copied freely.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_RANGE_H
#define UNLOADCHECK_ENGINE_RANGE_H

#include "ir/function.h"
#include "rules/rules.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RANGE_INTERVALS 6

struct range {
    uint32_t count;                             /* 0: no integer at all */
    struct interval intervals[RANGE_INTERVALS]; /* ascending, disjoint, not
                                                   adjacent; unused ones zero */
};

struct range range_all(void);
struct range range_none(void);
struct range range_of(int64_t low, int64_t high);

/* Every value that an object of `type` can hold. Pointers are from 0 up. */
struct range range_of_type(struct type type);
struct range range_of_set(const struct result_set *set);

bool range_equal(const struct range *a, const struct range *b);
bool range_has(const struct range *range, int64_t value);
bool range_is_empty(const struct range *range);

/* Whether it holds one value, which is then in `value`. */
bool range_single(const struct range *range, int64_t *value);
int64_t range_low(const struct range *range);
int64_t range_high(const struct range *range);

/* How many integers there are, UINT64_MAX when too many to count. */
uint64_t range_size(const struct range *range);

struct range range_intersect(const struct range *a, const struct range *b);
struct range range_unite(const struct range *a, const struct range *b);

/* Every x + by, where that does not overflow; everything where it may. */
struct range range_shift(const struct range *range, int64_t by);
struct range range_negate(const struct range *range);

/* The x for which `x op constant` holds. `op` is a comparison; `is_signed`
 * says how it compares. */
struct range range_compare(enum op op, int64_t constant, bool is_signed);

/* `old` grown to hold `grown`, each bound that moved pushed to zero or the end,
 * so that growing in a loop ends. */
struct range range_widen(const struct range *old, const struct range *grown);

#endif
