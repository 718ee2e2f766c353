/* part_file.h - what a part of a driver came to, kept by what is in the part.
 *
 * An edit of a large driver leaves most of its parts (engine/part.h) as they
 * are. The key of a part is all that its analysis can see, but for the lines
 * that its functions begin at: what is kept is good wherever they stand.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_PART_FILE_H
#define UNLOADCHECK_ENGINE_PART_FILE_H

#include "engine/finding.h"
#include "support/digest.h"

struct arena;
struct instruction;
struct map;
struct program;
struct strings;
struct text;

struct part_found {
    struct analysis analysis; /* findings, and a proof if there is one */
    struct map *seen; /* functions of which anything mattered, as keys */
    bool is_whole;    /* it came to its end */
};

/* Of the part, before it is analysed, as one that deals with what the call
 * makes; of the rules, which of those that are known are asked. `max_states` as
 * in engine/engine.h. */
struct digest part_key(const struct program *part, const struct rule_set *rules,
                       const struct instruction *about, size_t max_states);

/* Adds the bytes to `out`; false: something is told of a place that may move
 * without the functions, and nothing is added. */
bool part_write(struct text *out, const struct program *part,
                const struct part_found *found);

/* False if the bytes are not whole, or not those of that part. What is found
 * lives in `arena`, `found->seen` gets its keys. */
bool part_read(struct arena *arena, struct strings *strings,
               const struct rule_set *rules, const struct program *part,
               const void *data, size_t size, struct part_found *found);

#endif
