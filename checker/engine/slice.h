/* slice.h - what of the program can matter to any rule.
 *
 * An instruction matters if it is a call of a protocol, if it can change who
 * holds a handle, if one that matters uses its result, or if it can change
 * memory that one that matters reads. A branch matters if something that
 * matters runs or not because of it. Everything else is stepped over: nobody
 * asks for what it does.
 *
 * Method: a backward slice over data and control dependence (M. Weiser,
 * "Program slicing", ICSE 1981; S. Horwitz, T. Reps, D. Binkley,
 * "Interprocedural slicing using dependence graphs", TOPLAS 1990), with memory
 * by the places of engine/pointers.h. What a function does through pointers
 * that it was given is told apart by call.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_SLICE_H
#define UNLOADCHECK_ENGINE_SLICE_H

#include "engine/roots.h"

#include <limits.h>

struct cfg;
struct slice;
struct slice_index;
struct text;

#define SLICE_ALL UINT_MAX

/* What the slice is about. `reach` says how many steps, from place to place or
 * into functions for what they return, it goes from what the rules ask for;
 * what is beyond may be anything. So a short reach gives a driver with more
 * runs than the real one, and fewer states. */
struct slice_subject {
    unsigned reach;
    const struct instruction *only; /* what this call makes; NULL: all */
};

/* Who changes what, and who calls whom: what every slice of a program is cut
 * along. Lives in `arena`. */
struct slice_index *slice_index_make(struct arena *arena,
                                     const struct program *program,
                                     const struct rule_set *rules,
                                     const struct roots *roots);

/* Lives in `arena`. */
struct slice *slice_find(struct arena *arena, const struct slice_index *index,
                         const struct slice_subject *subject);

/* Whether that field, of any object, holds what the program put there; else it
 * may hold anything. */
bool slice_knows(const struct slice *slice, const struct record *record,
                 uint32_t field);

/* Whether nothing was left beyond. */
bool slice_is_full(const struct slice *slice);

/* Whether the function is one of the program, with its body. */
bool slice_is_of_program(const struct slice *slice,
                         const struct function *function);

/* From here on it is noted what is answered, but for whether a protocol is
 * called; whether `slice` would answer all that `other` was asked since as that
 * did. */
void slice_note_from_here(const struct slice *slice);
bool slice_answers_as(const struct slice *slice, const struct slice *other);

/* Whether anything in the function, or its result, matters. */
bool slice_has_function(const struct slice *slice,
                        const struct function *function);

/* All of those, models among them. */
void slice_each_function(const struct slice *slice,
                         void (*deed)(void *data,
                                      const struct function *function),
                         void *data);

/* All places (engine/pointers.h) that anybody asked about, in reach or beyond;
 * some more than once. */
void slice_each_place(const struct slice *slice,
                      void (*deed)(void *data, uint32_t place), void *data);

/* Whether what the function does, beside its result, matters. */
bool slice_acts(const struct slice *slice, const struct function *function);

/* Whether the instruction is executed; whether all that is known of its result
 * is its type; whether the branch at the end of the block is decided, else all
 * its ways are the same; whether the temporary has a value. Of a function that
 * is not of the program everything matters. */
bool slice_has(const struct slice *slice, const struct function *function,
               uint32_t block, uint32_t pc);
bool slice_is_beyond(const struct slice *slice, const struct function *function,
                     uint32_t block, uint32_t pc);
bool slice_decides(const struct slice *slice, const struct function *function,
                   uint32_t block);
bool slice_needs(const struct slice *slice, const struct function *function,
                 uint32_t temp);

/* Whether anybody may ask what is at the address that the temporary is. */
bool slice_has_target(const struct slice *slice,
                      const struct function *function, uint32_t temp);

/* Where the ways of a branch that is not decided meet; NO_BLOCK: nowhere. */
uint32_t slice_join(const struct slice *slice, const struct function *function,
                    uint32_t block);

/* What is in the slice, for `unloadcheck dump`; of `function`, or of all that
 * have something in it. */
void slice_dump(const struct slice *slice, const char *function,
                struct text *out);

/* Whether the function itself calls a protocol for what the slice is about. */
bool slice_calls_protocol(const struct slice *slice,
                          const struct function *function);

/* Whether a call of a protocol can be reached from the function. */
bool slice_is_core(const struct slice *slice, const struct function *function);

#endif
