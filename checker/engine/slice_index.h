/* slice_index.h - who changes what, and who calls whom: what every slice of a
 * program is cut along. Made once by slice_index_make (engine/slice.h).
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_SLICE_INDEX_H
#define UNLOADCHECK_ENGINE_SLICE_INDEX_H

#include "engine/pointers.h"
#include "engine/roots.h"
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
struct places vec_of(uint32_t);

/* What a function does by a pointer that it was given, without knowing what it
 * points to; it happens to the caller's memory, call by call. */
struct through {
    bool reads;
    bool writes;
    bool frees;
    bool keeps; /* code outside the driver gets it */
    bool calls; /* a model calls the routine */
    struct sites sites;
};

/* A function, whatever the slice. */
struct part {
    const struct function *function;
    size_t number; /* its index in the list of parts */
    struct cfg *cfg;
    struct dependence *dependence;
    struct site *made;       /* by temporary */
    uint32_t *parameter_of;  /* by temporary: the parameter it is a copy of, or
                               NO_TEMP */
    struct through *through; /* by parameter */
    struct sites callers;
    bool is_called;           /* by the program; else only from outside */
    struct sites handed_over; /* calls of models that hand it over */
    struct sites loose;       /* what frees nobody knows what */
    bool changes_roots;       /* a model that hands over a routine */
    bool stops;               /* control may end in it */
    bool raises;
    bool is_plain; /* it computes with what it is given, and calls nothing */
    bool is_whole; /* a model: not cut */
    bool is_core;  /* a call of a protocol can be reached from it */
    bool is_near;  /* it calls a protocol's function itself */
};

struct slice_index {
    struct arena *arena;
    const struct program *program;
    const struct rule_set *rules;
    const struct roots *roots;
    const struct pointers *pointers;
    struct part **parts;   /* by number of the function; or NULL */
    struct sites *writers; /* by place */
    struct vec_of(struct part *) list;
    struct places handling; /* that may hold a handle, whosever */
    struct sites keepers;   /* calls by which something leaves the driver */
    struct sites frees;
    struct sites fields;    /* of what is allocated, as records */
    struct sites protocols; /* calls of protocols */
    struct sites astray;    /* stores to nobody knows where, but for models */
    struct sites rooting;   /* calls that hand over nobody knows what */
    struct map *shapes;     /* place_key -> records that allocated memory is */
    struct map *parameters; /* place_key -> struct parameter */
    struct map *targets;    /* indirect call -> struct function_list */
    bool is_carried;        /* while it is made */
};

static inline const struct instruction *site_instruction(struct site site)
{
    return &site.part->function->blocks[site.block].instructions[site.pc];
}

/* The part of a function with a body, or NULL. */
struct part *index_part(const struct slice_index *index,
                        const struct function *function);

/* The places that an operand's address may be. */
const struct pointer_set *index_places(const struct slice_index *index,
                                       const struct part *part, uint32_t temp);

/* What an operand points to by its type, for where its set says nothing; or
 * NULL. */
const struct record *index_hint(const struct slice_index *index,
                                const struct part *part, uint32_t temp);

/* The functions with a body that a call may reach. */
struct function_list index_targets(const struct slice_index *index,
                                   const struct instruction *call);

/* Calls `deed` for a place, and for the places that are parts of it. */
typedef void place_deed(void *data, uint32_t place, struct site site);
void index_each_place(const struct slice_index *index, uint32_t item,
                      struct site site, place_deed *deed, void *data);

/* The part and number of the parameter that the place is; NULL: it is none. */
struct parameter {
    struct part *part;
    uint32_t number;
};
const struct parameter *index_parameter(const struct slice_index *index,
                                        uint32_t place);

/* The call of a protocol that an instruction is, or NULL. */
const struct protocol_call *index_protocol_call(const struct slice_index *index,
                                                const struct instruction *at);

#endif
