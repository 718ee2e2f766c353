/* proof.c - from what a pass saw of an object to what is told of it.
 *
 * Needs:  engine->evidence, and the contexts with their callers.
 * Gives:  struct proof.
 * Method: a step was seen in a context, that is in a function entered in some
 *         state. The callers of a context lead, breadth first, to each routine
 *         of the system that it was entered from, by a shortest way; at each
 *         call on the way, the branches whose edge lies on every path to it
 *         are the conditions under which it is made.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/proof.h"

#include "engine/engine_priv.h"
#include "engine/story.h"

#include <stdlib.h>
#include <string.h>

/* On the way out of the context in which a step was seen. */
struct way {
    const struct context *context;
    const struct caller *call; /* in it, that leads inwards; NULL: the step */
    size_t inwards;            /* index of the way that `call` enters */
};

struct proof_steps vec_of(struct proof_step);
struct proof_moments vec_of(struct proof_moment);
struct proof_assumptions vec_of(struct proof_assumption);
struct proof_calls vec_of(struct proof_call);
struct proof_guards vec_of(struct proof_guard);

struct prover {
    struct arena *arena; /* of the proof */
    struct arena *scratch;
    const struct engine *engine;
    const struct instruction *site; /* where the object is made */
    struct vec_of(struct way) ways; /* from one step */
    struct proof_steps steps;
    struct proof_moments moments;
    struct proof_assumptions assumptions;
};

const char *proof_role(enum root_role role)
{
    static const char *const names[] = {
        [ROOT_ENTRY] = "entry",
        [ROOT_UNLOAD] = "unload",
        [ROOT_BEFORE_UNLOAD] = "before unload",
        [ROOT_TEARDOWN] = "teardown",
        [ROOT_CALLBACK] = "callback",
        [ROOT_NOT_CALLED] = "",
    };
    return names[role];
}

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : NULL;
}

#define COPY_ARRAY(arena, items, count) \
    ((count) ? arena_copy((arena), (items), (count) * sizeof(*(items))) : NULL)

static void copy_step(struct arena *arena, struct proof_step *step)
{
    step->call = copy(arena, step->call);
    step->function = copy(arena, step->function);
    step->routine = copy(arena, step->routine);
    step->calls = COPY_ARRAY(arena, step->calls, step->call_count);
    for (size_t i = 0; i < step->call_count; i++)
        step->calls[i].function = copy(arena, step->calls[i].function);
    step->guards = COPY_ARRAY(arena, step->guards, step->guard_count);
    for (size_t i = 0; i < step->guard_count; i++)
        step->guards[i].text = copy(arena, step->guards[i].text);
}

struct proof proof_copy(struct arena *arena, const struct proof *from)
{
    struct proof proof = *from;
    proof.function = copy(arena, from->function);
    proof.handle = copy(arena, from->handle);
    proof.steps = COPY_ARRAY(arena, from->steps, from->step_count);
    for (size_t i = 0; i < proof.step_count; i++)
        copy_step(arena, &proof.steps[i]);
    proof.moments = COPY_ARRAY(arena, from->moments, from->moment_count);
    for (size_t i = 0; i < proof.moment_count; i++)
        proof.moments[i].function = copy(arena, proof.moments[i].function);
    proof.assumptions =
        COPY_ARRAY(arena, from->assumptions, from->assumption_count);
    for (size_t i = 0; i < proof.assumption_count; i++)
        proof.assumptions[i].text = copy(arena, proof.assumptions[i].text);
    return proof;
}

enum proof_part proof_part(const struct proof *proof,
                           const struct proof_step *step)
{
    if (step->from == 0)
        return PROOF_MADE;
    if ((step->to & ~proof->owed) == 0)
        return PROOF_CHANGED;
    return step->from & 1 ? PROOF_ENDED : PROOF_COMPLETED;
}

static enum root_role role_of(const struct engine *engine,
                              const struct function *function)
{
    for (size_t i = 0; i < roots_count(engine->roots); i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.function == function && item.role != ROOT_NOT_CALLED)
            return item.role;
    }
    return ROOT_CALLBACK;
}

/* Those of one line become one, from the guard of index `first` on. */
static void join_lines(struct arena *arena, size_t first,
                       struct proof_guards *guards)
{
    size_t kept = first;
    for (size_t i = first; i < guards->count; i++) {
        struct proof_guard guard = guards->items[i];
        const struct proof_guard *last =
            kept > first ? &guards->items[kept - 1] : NULL;
        if (last && last->place.line == guard.place.line &&
            last->place.file == guard.place.file) {
            guard.text = arena_format(arena, "%s, %s", last->text, guard.text);
            kept--;
        }
        guards->items[kept++] = guard;
    }
    guards->count = kept;
}

/* The conditions of the branches of which every path to `block` takes the same
 * way: it leads to a block on all of them, to which nothing else leads. */
static void add_guards(struct prover *prover, const struct context *context,
                       uint32_t block, struct proof_guards *guards)
{
    const struct function *function = context->function;
    const struct flow *flow = context->flow;
    size_t first = guards->count;
    for (; block != NO_BLOCK; block = flow->cfg->dominator[block]) {
        const struct cfg_list *before = &flow->cfg->predecessors[block];
        if (before->count != 1 || !flow->decided[before->items[0]])
            continue;
        const struct terminator *end = &function->blocks[before->items[0]].end;
        const char *text = story_way(prover->arena, end, block);
        struct proof_guard guard = { end->place, text };
        if (text)
            vec_push(prover->arena, guards, guard);
    }
    for (size_t i = first, j = guards->count; i + 1 < j; i++) {
        struct proof_guard swap = guards->items[i];
        guards->items[i] = guards->items[--j];
        guards->items[j] = swap;
    }
    join_lines(prover->arena, first, guards);
}

/* The step at the inner end of the way that begins at index `at`. Models of
 * system functions are the system: what they do, their caller does. */
static struct proof_step step_on(struct prover *prover,
                                 const struct sighting *sighting, size_t at)
{
    const struct context *routine = prover->ways.items[at].context;
    struct proof_calls calls = { NULL, 0, 0 };
    struct proof_guards guards = { NULL, 0, 0 };
    struct proof_step step = {
        .place = sighting->instruction->place,
        .call = sighting->instruction->function->spelling,
        .function = routine->function->spelling,
        .routine = routine->function->spelling,
        .role = role_of(prover->engine, routine->function),
    };
    for (;;) {
        struct way way = prover->ways.items[at];
        if (!way.call) {
            if (!way.context->function->is_weak)
                add_guards(prover, way.context, sighting->block, &guards);
            break;
        }
        const struct function *callee =
            prover->ways.items[way.inwards].context->function;
        add_guards(prover, way.context, way.call->node->block, &guards);
        if (callee->is_weak) {
            step.place = way.call->instruction->place;
            step.call = callee->spelling;
            break;
        }
        struct proof_call call = { way.call->instruction->place,
                                   callee->spelling };
        vec_push(prover->arena, &calls, call);
        step.function = callee->spelling;
        at = way.inwards;
    }
    step.calls = calls.items;
    step.call_count = calls.count;
    step.guards = guards.items;
    step.guard_count = guards.count;
    return step;
}

/* One line for each call of the protocol and routine; the shortest way to it.
 */
static void add_step(struct prover *prover, const struct sighting *sighting,
                     size_t way)
{
    struct proof_step step = step_on(prover, sighting, way);
    bool makes = sighting->instruction == prover->site;
    state_set from = makes ? 0 : (state_set)1 << sighting->step;
    int to = sighting->transition->to;
    state_set after = to < 0 ? from : (state_set)1 << to;
    if (makes)
        step.guard_count = 0;
    for (size_t i = 0; i < prover->steps.count; i++) {
        struct proof_step *old = &prover->steps.items[i];
        if (place_compare(old->place, step.place) != 0 ||
            strcmp(old->call, step.call) != 0 ||
            strcmp(old->routine, step.routine) != 0)
            continue;
        step.from = old->from | from;
        step.to = old->to | after;
        if (step.call_count >= old->call_count) {
            old->from = step.from;
            old->to = step.to;
        } else {
            *old = step;
        }
        return;
    }
    step.from = from;
    step.to = after;
    vec_push(prover->arena, &prover->steps, step);
}

static void find_steps(struct prover *prover, const struct sighting *sighting)
{
    const struct function *life = prover->engine->life->function;
    struct map *seen = map_make(prover->scratch);
    struct way start = { sighting->context, NULL, 0 };
    prover->ways.count = 0;
    vec_push(prover->scratch, &prover->ways, start);
    map_put(seen, start.context, prover);
    for (size_t i = 0; i < prover->ways.count; i++) {
        const struct context *context = prover->ways.items[i].context;
        bool is_routine = false;
        for (size_t k = 0; k < context->callers.count; k++) {
            const struct caller *caller = &context->callers.items[k];
            const struct context *outer = caller->node->context;
            is_routine |= outer->function == life;
            if (outer->function == life || map_has(seen, outer))
                continue;
            struct way way = { outer, caller, i };
            map_put(seen, outer, prover);
            vec_push(prover->scratch, &prover->ways, way);
        }
        if (is_routine)
            add_step(prover, sighting, i);
    }
}

static struct proof_moment *moment_at(struct prover *prover,
                                      const struct sighting *sighting)
{
    struct proof_moment moment = { .at = (enum fault_at)sighting->at };
    if (sighting->function) {
        moment.place = sighting->function->blocks[sighting->block].end.place;
        moment.function = sighting->function->spelling;
    }
    for (size_t i = 0; i < prover->moments.count; i++) {
        struct proof_moment *old = &prover->moments.items[i];
        if (old->at == moment.at &&
            place_compare(old->place, moment.place) == 0 &&
            (!old->function || strcmp(old->function, moment.function) == 0))
            return old;
    }
    vec_push(prover->arena, &prover->moments, moment);
    return &vec_last(&prover->moments);
}

static void assume(struct prover *prover, struct place place, const char *text)
{
    struct proof_assumption assumption = { place, text };
    for (size_t i = 0; i < prover->assumptions.count; i++)
        if (place_compare(prover->assumptions.items[i].place, place) == 0 &&
            strcmp(prover->assumptions.items[i].text, text) == 0)
            return;
    vec_push(prover->arena, &prover->assumptions, assumption);
}

/* What is called there; "code behind a pointer" where nobody can say what. */
static const char *callee_of(struct prover *prover,
                             const struct instruction *call)
{
    if (call->op != OP_CALL)
        return "code behind a pointer";
    return arena_format(prover->arena, "'%s'", call->function->spelling);
}

static void add_assumption(struct prover *prover,
                           const struct sighting *sighting)
{
    const struct instruction *at = sighting->instruction;
    struct arena *arena = prover->arena;
    struct place none = { NULL, 0, 0 };
    switch (sighting->kind) {
    case SIGHTING_ESCAPED:
        assume(prover, at->place,
               arena_format(arena, "%s gets the handle and ends nothing",
                            callee_of(prover, at)));
        break;
    case SIGHTING_EXTERNAL:
        assume(prover, at->place,
               arena_format(arena,
                            "%s has no body here, and registers and ends "
                            "nothing",
                            callee_of(prover, at)));
        break;
    case SIGHTING_OPAQUE:
        assume(prover, at->place,
               "this code is not understood, and registers and ends nothing");
        break;
    case SIGHTING_HELD:
        assume(prover, none,
               "an object of the system's holds the handle, and its end, "
               "which comes before unload, ends the registration");
        break;
    case SIGHTING_STEP:
    case SIGHTING_MOMENT:
    case SIGHTING_END: break;
    }
}

/* What the object was in when nothing more could come of it holds at each
 * unload that follows. */
static void add_ended(struct prover *prover, state_set ended)
{
    for (size_t i = 0; i < prover->moments.count; i++)
        if (prover->moments.items[i].at == AT_UNLOAD_RETURN)
            prover->moments.items[i].states |= ended;
}

static void add_sightings(struct prover *prover)
{
    const struct evidence *evidence = prover->engine->evidence;
    state_set ended = 0;
    for (size_t i = 0; i < evidence_count(evidence); i++) {
        const struct sighting *sighting = evidence_at(evidence, i);
        const struct origin *origin = sighting->origin;
        if (origin && origin->site != prover->site)
            continue;
        switch (sighting->kind) {
        case SIGHTING_STEP: find_steps(prover, sighting); break;
        case SIGHTING_MOMENT:
        case SIGHTING_HELD: {
            if (prover->engine->world.is_partial)
                break;
            struct proof_moment *moment = moment_at(prover, sighting);
            if (origin && sighting->kind == SIGHTING_MOMENT)
                moment->states |= (state_set)1 << sighting->step;
            break;
        }
        case SIGHTING_END: ended |= (state_set)1 << sighting->step; break;
        case SIGHTING_ESCAPED:
        case SIGHTING_EXTERNAL:
        case SIGHTING_OPAQUE: break;
        }
        add_assumption(prover, sighting);
    }
    add_ended(prover, ended);
}

static int compare_steps(const void *a, const void *b)
{
    const struct proof_step *x = a;
    const struct proof_step *y = b;
    int order = (x->from != 0) - (y->from != 0);
    if (order == 0)
        order = place_compare(x->place, y->place);
    if (order == 0)
        order = strcmp(x->call, y->call);
    return order ? order : strcmp(x->routine, y->routine);
}

static int compare_moments(const void *a, const void *b)
{
    const struct proof_moment *x = a;
    const struct proof_moment *y = b;
    int order = (int)x->at - (int)y->at;
    return order ? order : place_compare(x->place, y->place);
}

static int compare_assumptions(const void *a, const void *b)
{
    const struct proof_assumption *x = a;
    const struct proof_assumption *y = b;
    int order = place_compare(x->place, y->place);
    return order ? order : strcmp(x->text, y->text);
}

#define SORT(list, compare)                                          \
    do {                                                             \
        if ((list).count > 1)                                        \
            qsort((list).items, (list).count, sizeof(*(list).items), \
                  (compare));                                        \
    } while (0)

struct proof proof_make(struct arena *arena, const struct engine *engine,
                        const struct origin *origin)
{
    struct prover prover = { .arena = arena,
                             .scratch = arena_open(),
                             .engine = engine,
                             .site = origin->site };
    struct place none = { NULL, 0, 0 };
    if (engine->pass.is_cut_out)
        assume(&prover, none,
               "the driver is too large to follow this through all of it: "
               "whatever holds the handle is at its end before unload, and no "
               "routine is called in an order that goes wrong");
    else if (engine->world.is_partial)
        assume(&prover, none,
               "the rest of the driver is not here, and calls no routine of "
               "this part in an order that goes wrong");
    add_sightings(&prover);
    SORT(prover.steps, compare_steps);
    SORT(prover.moments, compare_moments);
    SORT(prover.assumptions, compare_assumptions);
    arena_close(prover.scratch);
    return (struct proof){
        .made = origin->site->place,
        .function = origin->function->spelling,
        .handle = origin->name,
        .protocol = origin->protocol,
        .owed = rules_owed(engine->rules, origin->protocol, AT_UNLOAD_RETURN),
        .is_part = engine->world.is_partial,
        .steps = prover.steps.items,
        .step_count = prover.steps.count,
        .moments = prover.moments.items,
        .moment_count = prover.moments.count,
        .assumptions = prover.assumptions.items,
        .assumption_count = prover.assumptions.count,
    };
}
