/* bindings.h - which routine of the driver begins a binding, and which ends it.
 *
 * A module that is registered is attached to others, each time by a call of one
 * routine, and detached from each again, by a call of another. Both stand in
 * the record that it was registered with. What the one began and the other did
 * not end yet is counted, in a global that the driver does not know of.
 *
 * Which routines those are is what the protocols say that their calls run
 * inside: one that makes an object begins, one that ends it ends.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_BINDINGS_H
#define UNLOADCHECK_ENGINE_BINDINGS_H

#include "engine/roots.h"
#include "engine/state.h"

/* How many bindings of a module are told apart: with one more, nothing comes
 * that does not come with these. */
#define MAX_BINDINGS 2

struct binding {
    struct function *begins; /* succeeds if there is a binding then */
    struct function *ends;
    struct global *count; /* an int32: 0 to MAX_BINDINGS */
    bool is_ambiguous; /* one of the two begins, or ends, those of others too */
};

struct bindings;

/* Lives in `arena`. */
struct bindings *bindings_find(struct arena *arena,
                               const struct program *program,
                               const struct rule_set *rules,
                               const struct roots *roots);

size_t bindings_count(const struct bindings *bindings);
const struct binding *bindings_at(const struct bindings *bindings,
                                  size_t index);

/* NULL where it is not one, or one of several. */
const struct binding *bindings_begun_by(const struct bindings *bindings,
                                        const struct function *function);
const struct binding *bindings_ended_by(const struct bindings *bindings,
                                        const struct function *function);

/* Of the objects that the call makes; NULL: they have none, or it is not known
 * which. */
const struct binding *bindings_of(const struct bindings *bindings,
                                  const struct instruction *site);

/* In a state: limits it to there being a binding, or none; false: that cannot
 * be. */
bool binding_limit(struct world *world, struct state *state,
                   const struct binding *binding, bool is_bound);
/* There is one more, or none any more. */
void binding_add(struct world *world, struct state *state,
                 const struct binding *binding);
void binding_clear(struct world *world, struct state *state,
                   const struct binding *binding);

#endif
