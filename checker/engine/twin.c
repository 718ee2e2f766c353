/* twin.c - a pass that would go where another one went.
 *
 * Needs:  a pass that has run, and one about the same program that has not.
 * Gives:  what the one met, for the other, if it would meet the same.
 * Method: where a run goes is determined by its bounds and by what it is told
 *         when it asks its slice, its footprint and its pass; of that, whether
 *         what is made here is followed, and whether a handle that was made
 *         there is one that it is about. What was asked is noted. Where all
 *         that would be answered the same the runs are the same.
 *
 * Reference: U. Acar, G. Blelloch, R. Harper, "Selective memoization" (POPL
 * 2003), for results that are kept by what was asked and not by what was given.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/twin.h"

#include "engine/engine_priv.h"

struct answers {
    struct map *followed; /* where something is made -> an answer */
    struct map *given;    /* likewise */
};

static char no, yes;

static void *answer(bool is_so)
{
    return is_so ? &yes : &no;
}

struct answers *answers_make(struct arena *arena)
{
    struct answers *answers = arena_new(arena, struct answers);
    answers->followed = map_make(arena);
    answers->given = map_make(arena);
    return answers;
}

static bool follows(const struct pass *pass, const struct instruction *site)
{
    return !pass->follows_none && !map_has(pass->proved, site) &&
           (!pass->subject.only || pass->subject.only == site);
}

static bool is_given(const struct pass *pass, const struct instruction *made)
{
    return pass->follows_none &&
           (!pass->subject.only || pass->subject.only == made);
}

bool twin_follows(const struct engine *engine, const struct instruction *site)
{
    bool is_so = follows(&engine->pass, site);
    map_put(engine->answers->followed, site, answer(is_so));
    return is_so;
}

bool twin_is_given(const struct engine *engine, const struct instruction *made)
{
    bool is_so = is_given(&engine->pass, made);
    map_put(engine->answers->given, made, answer(is_so));
    return is_so;
}

typedef bool question(const struct pass *pass, const struct instruction *site);

static bool agrees(const struct map *answers, const struct pass *pass,
                   question *ask)
{
    for (size_t i = 0; i < map_count(answers); i++) {
        struct map_entry entry = map_at(answers, i);
        if (entry.value != answer(ask(pass, entry.key)))
            return false;
    }
    return true;
}

/* Whether the bounds of a pass let it go as far as `other` went, and no
 * further. */
static bool is_bounded_alike(const struct pass *pass,
                             const struct engine *other)
{
    return engine_is_full(other) ? pass->max_states == other->pass.max_states
                                 : other->node_count < pass->max_states &&
                                       other->bytes < pass->max_bytes;
}

bool twin_is_of(const struct engine *engine, const struct engine *other)
{
    const struct pass *pass = &engine->pass;
    return !pass->is_replay && !other->pass.is_replay &&
           pass->apart == other->pass.apart && is_bounded_alike(pass, other) &&
           agrees(other->answers->followed, pass, follows) &&
           agrees(other->answers->given, pass, is_given) &&
           slice_answers_as(engine->slice, other->slice) &&
           footprint_answers_as(engine->footprint, other->footprint);
}

/* What is not the run stays. */
void twin_take_over(struct engine *engine, struct engine *other)
{
    struct engine own = *engine;
    *engine = *other;
    engine->arena = own.arena;
    engine->scratch = own.scratch;
    engine->pass = own.pass;
    engine->slice = own.slice;
    engine->footprint = own.footprint;
    engine->bytes = arena_size(own.arena);
    engine->users = own.users;
    engine->twin = other;
    other->users++;
}
