/* pointers_priv.h - the sets, for those who find them and those who ask. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_POINTERS_PRIV_H
#define UNLOADCHECK_ENGINE_POINTERS_PRIV_H

#include "engine/pointers.h"
#include "support/map.h"
#include "support/vec.h"

/* Of the items that are functions. */
#define FUNCTION_BIT UINT32_C(0x80000000)

/* Where the sets of a function begin: temporaries, then variables, then its
 * result. */
struct numbering {
    const struct function *function;
    uint32_t temps;
    uint32_t variables;
    uint32_t result;
    const struct instruction **made; /* by temporary: what makes it */
    unsigned depth;                  /* of calls with sets of their own */
    struct map *calls; /* instruction -> numbering for that call, or NULL */
    bool is_called;    /* these very sets are those of some call */
};

struct pointers {
    struct arena *arena;
    const struct program *program;
    struct numbering **functions; /* by number of the function; or NULL */
    struct map *wrappers;         /* functions with sets for each call */
    struct vec_of(struct numbering *) numberings;
    struct map *numbers; /* function -> number + 1, for FUNCTION_BIT */
    struct map *handles; /* call that makes an object -> number + 1 */
    struct vec_of(const struct function *) makers; /* where that call stands */
    struct map *globals;   /* global -> set number + 1 */
    struct map *records;   /* record -> number + 1 of its first field's set */
    struct map *taken;     /* functions whose address is taken */
    struct map *allocated; /* set of what makes it -> set number + 1 */
    struct map *allocated_sets;      /* set number + 1, as a key */
    struct vec_of(bool) is_variable; /* by set number */
    struct map *global_sets;         /* set number + 1 -> global */
    struct map *tables; /* global -> number + 1 of its first slot's set */
    struct map *slots;  /* set number + 1 of a slot -> that of its global */
    struct map *used;   /* functions of tables out of which some is called */
    struct layouts *layouts; /* of what is allocated */
    const struct rule_set *rules;
    struct vec_of(struct pointer_set) sets;
    struct vec_of(const struct record *) set_records; /* by set number */
    struct vec_of(const struct record *) owners; /* by set number: whose field
                                                    it is */
    bool changed;
};

static inline void *boxed(uint32_t number)
{
    return (void *)((uintptr_t)number + 1);
}

static inline uint32_t unboxed(const void *box)
{
    return (uint32_t)((uintptr_t)box - 1);
}

static inline const struct function *resolved(const struct function *function)
{
    return function->definition ? function->definition : function;
}

static inline const struct record *record_of(const struct record *record)
{
    return record && record->definition ? record->definition : record;
}

static inline bool is_place(uint32_t item)
{
    return (item & FUNCTION_BIT) == 0;
}

#endif
