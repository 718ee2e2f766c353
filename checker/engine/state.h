/* state.h - what is known at one point of a run.
 *
 * A state follows at most one object of a protocol (a registration): where it
 * was made, and which state of the automaton it is in. Beside that it knows
 * what memory holds, the values of temporaries that are still used, and facts
 * about unknown values: ranges of symbols and of expressions over them.
 *
 * A state that is being executed is a working copy in a scratch arena. At the
 * end of a block it is normalised (unreachable memory dropped, symbols and
 * objects renumbered in order of appearance) and interned: from then on it
 * never changes, and equal states are the same pointer.
 *
 * Names. Symbols are numbered 0 .. symbol_count-1, objects likewise. The
 * first `input_count` symbols and `input_objects` objects came in with the
 * call that the function is executed for: they keep their numbers, so that the
 * caller can be told what became of them. inputs[i] is what input symbol i
 * turned out to be: itself, or a value it was found equal to; undefined where
 * the caller does not ask.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_STATE_H
#define UNLOADCHECK_ENGINE_STATE_H

#include "engine/range.h"
#include "engine/value.h"

/* What memory holds where no cell says otherwise. */
enum contents {
    CONTENTS_UNKNOWN, /* anything */
    CONTENTS_INITIAL, /* a global: its initializer, else zero */
    CONTENTS_ZERO,
    CONTENTS_UNDEFINED /* never written */
};

struct cell {
    const struct region *region;
    int64_t offset;            /* in bits */
    int64_t stride;            /* with `index`, as in an address */
    const struct value *index; /* or NULL */
    const struct value *value;
    uint32_t bits;
};

/* A region of kind REGION_OBJECT. */
struct object {
    const struct instruction *site;  /* allocated there, or NULL */
    const struct variable *variable; /* a caller's local, or NULL */
    const struct record *record;     /* what it is, when known */
    enum contents contents;
    bool is_freed;
    bool is_published; /* the system or another driver knows its address */
    bool is_hung;      /* its address was put into an object of the system's */
    bool is_pinned;    /* a calling function can still reach it */
    uint8_t round;     /* which run of a callback made it, of those that made
                          one at its site: from 2 on; 1: it was there when the
                          entry routine returned; 0: no routine returned yet */
};

struct fact {
    const struct value *atom;
    struct range range;
};

struct temp {
    uint32_t number;
    const struct value *value;
};

/* Where the object that is followed was made. */
struct origin {
    uint32_t id;
    const struct protocol *protocol;
    const struct instruction *site;
    const struct function *function;
    const char *name; /* of the place it was first put, in the driver's words;
                         "" when not known */
    bool is_assumed;  /* it was there before the part of the program given */
};

struct fault;

struct state {
    const struct origin *origin; /* NULL: nothing is followed (yet) */
    uint32_t step;               /* automaton state, when followed */
    const struct fault *lost;    /* how the last holder of the handle went, in
                                    the routine that runs; else NULL */
    const struct value *address; /* identity by address: what tells it;
                                    undefined once nobody can name it */
    bool is_escaped;             /* code outside the driver has the handle */
    bool is_outside;             /* a calling function has the handle */
    bool is_raised;              /* the last call left by an exception */
    bool is_merged;              /* facts were given up on the way here */
    uint32_t symbol_count;
    uint32_t input_count;
    uint32_t input_objects;
    const struct value **inputs;
    struct cell *cells; /* by region, offset, index, bits */
    uint32_t cell_count;
    uint32_t cell_capacity;
    struct object *objects;
    uint32_t object_count;
    uint32_t object_capacity;
    struct fact *facts; /* by atom */
    uint32_t fact_count;
    uint32_t fact_capacity;
    struct temp *temps; /* by number */
    uint32_t temp_count;
    uint32_t temp_capacity;
    const struct region **unknown; /* globals whose contents are unknown */
    uint32_t unknown_count;
    uint32_t unknown_capacity;
    /* Working copies only: where a holder of the handle was last changed. */
    const struct instruction *last_change;
    uint32_t id;   /* interned ones: order of making */
    uint64_t hash; /* interned ones */
};

/* What every operation on states needs. */
struct world {
    struct values *values;
    struct arena *scratch; /* working copies */
    const struct program *program;
    bool is_partial; /* globals may hold anything at the start */
    bool is_coarse;  /* what is read where nothing is known is known no better
                        after that */
};

struct state *state_copy(struct arena *arena, const struct state *from);

/* Temporaries. state_temp never gives NULL; state_find_temp does for one that
 * has no value. */
const struct value *state_find_temp(const struct state *state, uint32_t number);
const struct value *state_temp(const struct state *state, uint32_t number);
void state_set_temp(struct world *world, struct state *state, uint32_t number,
                    const struct value *value);

/* A new symbol. */
const struct value *state_fresh(struct world *world, struct state *state,
                                struct type type);

/* A new handle, of an object that is not followed; `site` is the call that made
 * it, or NULL. */
const struct value *state_fresh_other(struct world *world, struct state *state,
                                      const struct protocol *protocol,
                                      const struct instruction *site);

/* A new symbol, made by code outside the driver. */
const struct value *state_fresh_foreign(struct world *world,
                                        struct state *state, struct type type);

/* A new object; the region that stands for it. */
const struct region *state_new_object(struct world *world, struct state *state,
                                      struct object object);

/* The contents of a region where it has no cells. */
enum contents state_contents(const struct world *world,
                             const struct state *state,
                             const struct region *region);
void state_set_contents(struct world *world, struct state *state,
                        const struct region *region, enum contents contents);

/* Whether the object that is followed is told by an address in that region. */
bool state_is_in(const struct state *state, const struct region *region);

/* Nobody can name the object that is followed any more, since `instruction`
 * took its memory for something else. */
void state_lose_address(struct world *world, struct state *state,
                        const struct instruction *instruction);

/* The function is left, and its locals end; no address of one is left. */
void state_end_locals(struct world *world, struct state *state);

/* The size of the variable there, in bits; 0 when not known. */
uint64_t state_size_of(const struct state *state, const struct region *region);

/* Whether nothing is known of the memory but that a pointer from outside leads
 * there: its elements have only their index to tell them apart. */
bool state_is_row(const struct state *state, const struct region *region);

/* Cells. The first one at or after the start of a region. */
uint32_t state_first_cell(const struct state *state,
                          const struct region *region);
void state_remove_cell(struct state *state, uint32_t index);
void state_put_cell(struct world *world, struct state *state, struct cell cell);

/* Replaces a symbol by a value everywhere, as both were found to be equal;
 * what was known of the symbol becomes known of the value. False when that
 * cannot be. */
bool state_substitute(struct world *world, struct state *state,
                      const struct value *symbol, const struct value *value);

#endif
