/* evidence.h - what a pass sees of each object that it follows, for proofs.
 *
 * While nodes are executed the engine notes here what it does to an object;
 * engine/proof.c tells it when the pass has settled the matter.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_EVIDENCE_H
#define UNLOADCHECK_ENGINE_EVIDENCE_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct context;
struct evidence;
struct function;
struct instruction;
struct origin;
struct transition;

enum sighting_kind {
    SIGHTING_STEP,     /* `transition`, at `instruction`, from state `step` */
    SIGHTING_MOMENT,   /* at moment `at` it is in state `step` */
    SIGHTING_END,      /* before any moment it is given up, in state `step` */
    SIGHTING_ESCAPED,  /* its handle goes to code outside, at `instruction` */
    SIGHTING_HELD,     /* at a moment an object of the system's holds it */
    SIGHTING_EXTERNAL, /* a function without a body runs while it exists */
    SIGHTING_OPAQUE    /* ... or code that could not be read */
};

/* What is not said of a kind is zero. */
struct sighting {
    const struct origin *origin;
    const struct context *context;         /* of a step */
    const struct instruction *instruction; /* of what is not a moment */
    const struct transition *transition;
    const struct function *function; /* of a moment: that returned, or NULL */
    uint32_t block; /* in which the step is, or that function returned */
    uint32_t step;
    uint32_t at; /* enum fault_at */
    enum sighting_kind kind;
};

struct evidence *evidence_make(struct arena *arena);

/* Notes what is seen, each once. */
void evidence_note(struct evidence *evidence, struct sighting sighting);

/* In the order in which they were noted. */
size_t evidence_count(const struct evidence *evidence);
const struct sighting *evidence_at(const struct evidence *evidence,
                                   size_t index);

#endif
