/* slice_priv.h - who changes what, and who calls whom: what a slice is cut
 * along. Made by slice_index.c, used by slice.c.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_SLICE_PRIV_H
#define UNLOADCHECK_ENGINE_SLICE_PRIV_H

#include "engine/pointers.h"
#include "engine/slice.h"
#include "ir/dependence.h"
#include "support/vec.h"

struct part;

/* An instruction of the program. */
struct site {
    struct part *part;
    uint32_t block;
    uint32_t pc;
};

struct sites vec_of(struct site);

/* What a function does by a pointer that it was given, without knowing what it
 * points to; it happens to the caller's memory, call by call. */
struct through {
    bool reads;
    bool writes;
    bool frees;
    bool keeps;     /* code outside the driver gets it */
    bool calls;     /* a model calls the routine */
    bool is_active; /* what is done through it is in the slice */
    struct sites sites;
};

/* A function, with what the slice says of it. */
struct part {
    const struct function *function;
    struct cfg *cfg;
    struct dependence *dependence;
    struct site *made;       /* by temporary */
    uint32_t *parameter_of;  /* by temporary: the parameter it is a copy of, or
                               NO_TEMP */
    struct through *through; /* by parameter */
    struct sites callers;
    struct sites handed_over; /* calls of models that hand it over */
    struct sites loose;       /* what frees nobody knows what */
    bool changes_roots;       /* a model that hands over a routine */
    bool stops;               /* control may end in it */
    bool raises;
    bool is_plain; /* it computes with what it is given, and calls nothing */
    /* The slice. */
    bool **has;    /* by block and instruction */
    bool **acts;   /* likewise: executed for what it does */
    bool *decides; /* by block */
    bool *asked;   /* by block: what decides whether it runs is in the slice */
    bool *needs;   /* by temporary */
    bool *is_address; /* by temporary: used as an address */
    bool is_done;     /* every call of it is in the slice */
    bool is_whole;    /* a model: not cut */
    bool has_address; /* its result is used as an address */
    bool has_any;
    bool has_fields; /* of a model: the fields it reads are in the slice */
    bool has_result;
    bool has_stops;
    bool has_raises;
    bool is_core;
    bool is_near;  /* calls a protocol's function itself */
    bool is_about; /* ... for what the slice is about */
};

enum order_kind {
    ORDER_VALUE,    /* the site makes a value that is needed */
    ORDER_ADDRESS,  /* ... as an address */
    ORDER_ACT,      /* the site is executed for what it does */
    ORDER_BRANCH,   /* the branch at the end of the site's block */
    ORDER_PLACE,    /* whoever changes the place */
    ORDER_POINTER,  /* ... to what is used as an address */
    ORDER_RESULT,   /* what the part returns */
    ORDER_RETURN,   /* ... as an address */
    ORDER_FUNCTION, /* every call of the part */
    ORDER_STOPS,    /* where control ends in the part */
    ORDER_RAISES    /* where the part is left by an exception */
};

struct order {
    enum order_kind kind;
    struct site site;
    uint32_t place;
};

struct orders vec_of(struct order);

struct slice {
    struct arena *arena;
    const struct program *program;
    const struct rule_set *rules;
    const struct roots *roots;
    const struct pointers *pointers;
    struct map *parts;     /* function -> part */
    struct sites *writers; /* by place */
    struct vec_of(struct part *) list;
    struct sites keepers; /* calls by which something leaves the driver */
    struct sites frees;
    bool *places;      /* by place: it matters */
    bool *is_followed; /* by place: so do those who change it */
    bool *is_pointer;  /* by place: what it holds is used as an address */
    bool is_cut;       /* there is more, out of reach */
    const struct instruction *subject; /* the call that makes it; NULL: all */
    const struct pointer_set *subject_places; /* where its memory is */
    struct map *holders;    /* records of which a field leads to a handle */
    struct map *shapes;     /* place_key -> records that allocated memory is */
    struct map *parameters; /* place_key -> struct parameter */
    struct map *targets;    /* call -> struct function_list */
    bool is_carried;        /* slice_index.c */
    struct orders queue;    /* slice.c */
    struct orders next;
};

/* Places as keys of a map. */
static inline const void *place_key(uint32_t place)
{
    return (const void *)((uintptr_t)place + 1);
}

static inline uint32_t place_number(const void *key)
{
    return (uint32_t)((uintptr_t)key - 1);
}

static inline const struct instruction *site_instruction(struct site site)
{
    return &site.part->function->blocks[site.block].instructions[site.pc];
}

/* The part of a function with a body, or NULL. */
struct part *slice_part(const struct slice *slice,
                        const struct function *function);

/* The places that an operand's address may be. */
const struct pointer_set *slice_places(const struct slice *slice,
                                       const struct part *part, uint32_t temp);

/* The functions with a body that a call may reach. */
struct function_list slice_targets(struct slice *slice, const struct part *part,
                                   const struct instruction *call);

/* Calls `deed` for a place, and for the places that are parts of it. */
typedef void place_deed(struct slice *slice, uint32_t place, struct site site);
void slice_each_place(struct slice *slice, uint32_t item, struct site site,
                      place_deed *deed);

/* The part and number of the parameter that the place is; NULL: it is none. */
struct parameter {
    struct part *part;
    uint32_t number;
};
const struct parameter *slice_parameter(const struct slice *slice,
                                        uint32_t place);

/* Fills in parts, writers, callers. */
void slice_index(struct slice *slice);

/* slice_follow.c. What matters: an instruction, for what it does, wherever the
 * program comes to it; one that changes memory, with what is done for it in the
 * function it calls; a place; what a part returns; every call of a part. */
void slice_effect(struct slice *slice, struct site site);
void slice_change(struct slice *slice, struct site site);
void slice_start_place(struct slice *slice, uint32_t place);
void slice_start_far(struct slice *slice, uint32_t place); /* a step further */
void slice_need_result(struct slice *slice, struct part *part);
void slice_call_function(struct slice *slice, struct part *part);

/* Does what is in the queue, until only what is a step further is left. */
void slice_follow(struct slice *slice);

/* Whether a set has a handle of what the slice is about; whether it has, or
 * leads to memory that has. */
bool slice_has_handle(const struct slice *slice, const struct pointer_set *set);
bool slice_leads_to_handle(const struct slice *slice,
                           const struct pointer_set *set);

/* The call of a protocol that an instruction is, or NULL; whether it may be
 * about what the slice is about. */
const struct protocol_call *slice_protocol_call(const struct slice *slice,
                                                const struct instruction *at);
bool slice_is_about(const struct slice *slice, struct site site,
                    const struct protocol_call *call);

/* Calls `deed` for every instruction of the part. */
void slice_each_in(struct slice *slice, struct part *part,
                   void (*deed)(struct slice *slice, struct site site));

#endif
