/* trail.h - where runs went, in short: which point led to which.
 *
 * A point is a block of a function together with what is followed there, in
 * which state of its automaton, and whether it is lost. The trail of one pass
 * says which points lie on some way to a fault; a later pass, a replay, goes
 * only there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_TRAIL_H
#define UNLOADCHECK_ENGINE_TRAIL_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct function;
struct instruction;
struct state;
struct trail;

/* Points are compared as memory, so there are no gaps in one. */
struct point {
    const struct function *function; /* NULL: the driver's life */
    const struct instruction *site;  /* where what is followed was made, or
                                       NULL */
    uint32_t block;
    uint32_t step; /* 0 where nothing is followed */
    uint64_t lost; /* 1: the last handle of what is followed is; else 0 */
};

struct point point_at(const struct function *function, uint32_t block,
                      const struct state *state);

struct trail *trail_make(struct arena *arena);

/* A run came from one point to the other. */
void trail_note(struct trail *trail, struct point from, struct point to);

/* No point is marked any more. */
void trail_unmark(struct trail *trail);

/* Marks a point and all that led to it, with how far they are from it. */
void trail_mark(struct trail *trail, struct point to);

/* How far a marked point is from the nearest point that was the aim; TRAIL_OFF
 * for one that is not marked. */
#define TRAIL_OFF UINT32_MAX
uint32_t trail_distance(const struct trail *trail, struct point point);

/* The same for a pass that looks at more than the one that left the trail: any
 * block of a function will do, and a function that was not entered is as far as
 * `otherwise`. */
uint32_t trail_distance_about(const struct trail *trail, struct point point,
                              uint32_t otherwise);

#endif
