/* engine.h - the analysis: a linked program and the rules give findings.
 *
 * Method: docs/architecture.md, "The engine". The same program, rules and
 * options give the same analysis, to the byte.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_ENGINE_H
#define UNLOADCHECK_ENGINE_ENGINE_H

#include "engine/finding.h"
#include "ir/unit.h"
#include "support/digest.h"

#include <stdatomic.h>

struct map;
struct strings;
struct text;

/* What an analysis looked at, for whoever wants to know whether an edit can
 * change it. The maps are empty before, and have what is meant as keys. */
struct interest {
    /* Functions of which anything mattered. Of others no place and no text is
     * shown, and no number counts but what an address is moved by and what a
     * word is masked with. */
    struct map *seen;
    /* Functions that are not among those: whether there is one call more or
     * less of it, that it is given nothing but numbers, makes no difference.
     * Globals: nor does it what number is put there or read, as long as any is
     * put there. Nothing, where a part of the driver was judged by itself. */
    struct map *idle;
};

/* Where an analysis keeps what it found out of parts of the driver, for other
 * analyses with some of the same rules. */
struct engine_memory {
    struct strings *strings; /* for names in what is read */
    void *data;
    /* The bytes that were kept under the key, in `arena`, and how many; NULL:
     * there are none. */
    const void *(*find)(void *data, struct arena *arena, struct digest key,
                        size_t *size);
    void (*keep)(void *data, struct digest key, const void *bytes, size_t size);
};

struct engine_options {
    size_t max_states;       /* per object followed; 0: the default */
    const atomic_bool *stop; /* true: nobody wants the result any more, which
                                then says less than it could; or NULL */
    const struct interest *interest;    /* to be filled; or NULL */
    const struct engine_memory *memory; /* or NULL */
};

/* Analyses `program` under `rules`. Never fails: what could not be analysed is
 * among the limits. The result lives in `arena`. */
struct analysis *engine_analyze(struct arena *arena,
                                const struct program *program,
                                const struct rule_set *rules,
                                const struct engine_options *options);

/* Stable text for `unloadcheck dump`: who calls whom (pointers resolved), the
 * routines handed to the system with their roles, what of `function` (NULL:
 * every one) matters, and the states that each of its blocks can be in. */
void engine_dump_calls(const struct program *program,
                       const struct rule_set *rules, struct text *out);
void engine_dump_roots(const struct program *program,
                       const struct rule_set *rules, struct text *out);
void engine_dump_slice(const struct program *program,
                       const struct rule_set *rules, const char *function,
                       struct text *out);
void engine_dump_states(const struct program *program,
                        const struct rule_set *rules, const char *function,
                        struct text *out);

#endif
