/* memory.h - reading and writing what a state knows of memory.
 *
 * An address may not say enough: a pointer from outside may or may not be one
 * of the objects known, an index one of several elements. Then the state is
 * split: each part assumes one answer and executes the instruction again.
 * Every function here that returns false has split (or ended) the state; the
 * caller leaves the instruction at once.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_MEMORY_H
#define UNLOADCHECK_ENGINE_MEMORY_H

#include "engine/state.h"
#include "support/vec.h"

struct happening;

/* A state on its way through a block: the next instruction is number `pc`.
 * `happenings` is the story of the block so far (engine/graph.h). */
struct task {
    struct state *state;
    uint32_t pc;
    const struct happening *happenings;
};

struct tasks vec_of(struct task);

/* One access: by the instruction that `state` executes. */
struct access {
    struct world *world;
    const struct rule_set *rules;
    struct state *state;
    uint32_t pc;
    const struct instruction *instruction;
    const struct happening *happenings;
    struct tasks *tasks; /* where parts of a split state go */
};

/* A part of a split state executes the instruction again. */
void memory_again(struct access *access, struct state *state);

/* What `value`, a pointer, points to: an address without a symbol in the
 * pointer itself (an index may remain). `record` is what it is used as, or
 * NULL. NULL in *address: nothing is known about where it points. */
bool memory_resolve(struct access *access, const struct value *value,
                    const struct record *record, const struct value **address);

/* The addresses of the objects that the driver made of that record; of those
 * that do not lead to the handle only a few. In the scratch arena. */
struct own_objects vec_of(const struct value *);
struct own_objects memory_own(struct access *access,
                              const struct record *record);

bool memory_load(struct access *access, const struct value *address,
                 struct type type, const struct value **value);
bool memory_store(struct access *access, const struct value *address,
                  struct type type, const struct value *value);

/* `size` is a value: anything not a known integer clears all that follows. */
bool memory_copy(struct access *access, const struct value *to,
                 const struct value *from, const struct value *size);
bool memory_fill(struct access *access, const struct value *to,
                 const struct value *byte, const struct value *size);

/* What is reachable from the address may hold anything, but for handles: code
 * that is not there is assumed not to overwrite them (docs/assumptions.md). */
void memory_havoc(struct access *access, const struct value *value);

/* Only the `bits` from the address on; 0: all of the object behind it. */
void memory_havoc_part(struct access *access, const struct value *value,
                       uint64_t bits);

/* The system or another driver gets to know the address. */
void memory_publish(struct world *world, struct state *state,
                    const struct value *value);

/* Whether the value is, or is the address of memory that holds, the handle of
 * the object that is followed. */
bool memory_reaches_handle(const struct state *state,
                           const struct value *value);

/* A value read from memory of those contents. */
const struct value *memory_initial(struct world *world, struct state *state,
                                   const struct region *region, int64_t offset,
                                   struct type type);

#endif
