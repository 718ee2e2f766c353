/* slice_priv.h - what is in a slice, for the files that cut one. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_SLICE_PRIV_H
#define UNLOADCHECK_ENGINE_SLICE_PRIV_H

#include "engine/slice.h"
#include "engine/slice_index.h"

/* What the slice has of a part. */
struct kept {
    bool **has;    /* by block and instruction */
    bool **acts;   /* likewise: executed for what it does */
    bool *decides; /* by block */
    bool *asked;   /* by block: what decides whether it runs is in the slice */
    bool *needs;   /* by temporary */
    bool *is_address; /* by temporary: used as an address */
    bool *is_active; /* by parameter: what is done through it is in the slice */
    bool is_done;    /* every call of it is in the slice */
    bool has_address; /* its result is used as an address */
    bool has_any;
    bool has_fields; /* of a model: the fields it reads are in the slice */
    bool has_result;
    bool has_stops;
    bool has_raises;
    bool is_about; /* it calls a protocol for what the slice is about */
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

/* What was asked of a part: only whether it matters, and is done. */
enum how_much { ASKED_NOTHING, ASKED_OUTLINE, ASKED_ALL };

struct slice {
    struct arena *arena;
    const struct slice_index *index;
    struct kept *
        *kept;    /* by number of the part; NULL: nothing is in the slice */
    bool *places; /* by place: it matters */
    bool *is_followed; /* by place: so do those who change it */
    bool *is_pointer;  /* by place: what it holds is used as an address */
    bool is_cut;       /* there is more, out of reach */
    const struct instruction *subject; /* the call that makes it; NULL: all */
    const struct pointer_set *subject_places; /* where its memory is */
    bool *is_object; /* by place: it is, or has in it, an object that is told
                        by its address */
    struct map *object_records; /* ... of these records */
    struct map *holders;        /* records of which a field leads to a handle */
    struct orders queue;
    struct orders next;
    enum how_much *asked_parts; /* by number: what was answered since that began
                                   to be noted */
    bool *asked_places;         /* likewise, by place */
};

/* What the slice has of the part; NULL: nothing. */
static inline struct kept *slice_kept(const struct slice *slice,
                                      const struct part *part)
{
    return slice->kept[part->number];
}

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

/* Whether a call of a protocol may be about what the slice is about. */
bool slice_is_about(const struct slice *slice, struct site site,
                    const struct protocol_call *call);

/* What the slice has of the part, from now on. */
struct kept *slice_keep(struct slice *slice, const struct part *part);

#endif
