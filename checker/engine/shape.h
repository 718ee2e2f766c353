/* shape.h - a function's graph, as small as a person wants to see it, and the
 * way that a story takes through it.
 *
 * Blocks that only follow one another are one, and those in which nothing is
 * written are left out. Everything lives in the arena of its finding.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_SHAPE_H
#define UNLOADCHECK_ENGINE_SHAPE_H

#include "ir/place.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct function;

struct shape_edge {
    uint32_t to;       /* index of a block */
    const char *label; /* "'h != NULL' is true"; NULL: nobody wrote one */
    bool is_taken;     /* by the story */
};

struct shape_block {
    uint32_t *lines; /* of the function's file, in the order of execution */
    size_t line_count;
    struct shape_edge *edges; /* none: the function is left here */
    size_t edge_count;
    bool is_passed; /* by the story */
};

struct shape {
    const char *function;       /* as the user wrote it */
    struct place place;         /* its name */
    struct place end;           /* its closing brace; file NULL: not known */
    struct shape_block *blocks; /* the first is where it starts */
    size_t block_count;
};

/* A step of a story, from block to block of a function; `from` is NO_BLOCK
 * where it comes in. */
struct visit {
    const struct function *function;
    uint32_t from;
    uint32_t to;
};

/* The shapes of all functions that the visits are about, each once, in their
 * order. */
struct shape *shapes_make(struct arena *arena, const struct visit *visits,
                          size_t visit_count, size_t *count);

/* All of it but file names, in the arena. */
struct shape *shapes_copy(struct arena *arena, const struct shape *from,
                          size_t count);

#endif
