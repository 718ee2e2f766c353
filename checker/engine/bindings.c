/* bindings.c - which routines begin and end bindings, and how many there are.
 *
 * They are found at the calls that make objects, where what the record holds
 * that is given to the call never changes. How many bindings there are is a
 * cell of the state like those of the driver's own globals.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/bindings.h"

#include "engine/facts.h"
#include "engine/memory.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/vec.h"

struct bindings {
    struct arena *arena;
    const struct roots *roots;
    struct vec_of(struct binding *) list;
    struct map *sites; /* call that makes an object -> binding */
};

static struct binding *add(struct bindings *bindings, struct function *begins,
                           struct function *ends)
{
    struct binding *found = NULL;
    bool is_ambiguous = false;
    for (size_t i = 0; i < bindings->list.count; i++) {
        struct binding *other = bindings->list.items[i];
        bool same_begin = other->begins == begins;
        bool same_end = other->ends == ends;
        if (same_begin && same_end)
            found = other;
        else if (same_begin || same_end)
            other->is_ambiguous = is_ambiguous = true;
    }
    if (!found) {
        found = arena_new(bindings->arena, struct binding);
        struct global *count = arena_new(bindings->arena, struct global);
        count->name =
            arena_format(bindings->arena, "bindings until %s", ends->spelling);
        count->spelling = count->name;
        count->is_internal = true;
        count->is_defined = true;
        count->type = type_int(32, true);
        count->size = count->type.bits;
        *found =
            (struct binding){ .begins = begins, .ends = ends, .count = count };
        vec_push(bindings->arena, &bindings->list, found);
    }
    found->is_ambiguous |= is_ambiguous;
    return found;
}

/* The one routine that calls of the protocol that make an object, or those that
 * do not, run for what is made there; NULL: there is none, or several. */
static struct function *routine_for(const struct bindings *bindings,
                                    const struct instruction *site,
                                    const struct protocol *protocol,
                                    bool creates)
{
    struct function_list list = { NULL, 0 };
    bool is_known = true;
    for (size_t i = 0; i < protocol->call_count; i++) {
        const struct protocol_call *call = &protocol->calls[i];
        if (call->creates != creates)
            continue;
        for (size_t k = 0; k < call->run_count; k++)
            is_known &=
                roots_made_with(bindings->roots, site, &call->runs[k], &list);
    }
    return is_known && list.count == 1 ? list.items[0] : NULL;
}

static void look_at(struct bindings *bindings, const struct rule_set *rules,
                    const struct instruction *at)
{
    const struct protocol_call *call = rules_call_at(rules, at);
    if (!call || !call->creates)
        return;
    struct function *begins = routine_for(bindings, at, call->protocol, true);
    struct function *ends = routine_for(bindings, at, call->protocol, false);
    if (begins && ends && begins != ends)
        map_put(bindings->sites, at, add(bindings, begins, ends));
}

struct bindings *bindings_find(struct arena *arena,
                               const struct program *program,
                               const struct rule_set *rules,
                               const struct roots *roots)
{
    struct bindings *bindings = arena_new(arena, struct bindings);
    bindings->arena = arena;
    bindings->roots = roots;
    bindings->sites = map_make(arena);
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++)
                look_at(bindings, rules, &block->instructions[k]);
        }
    }
    return bindings;
}

size_t bindings_count(const struct bindings *bindings)
{
    return bindings->list.count;
}

const struct binding *bindings_at(const struct bindings *bindings, size_t index)
{
    return bindings->list.items[index];
}

/* The one that the routine begins, or ends. */
static const struct binding *find(const struct bindings *bindings,
                                  const struct function *function, bool begins)
{
    for (size_t i = 0; i < bindings->list.count; i++) {
        const struct binding *binding = bindings->list.items[i];
        const struct function *routine =
            begins ? binding->begins : binding->ends;
        if (routine == function && !binding->is_ambiguous)
            return binding;
    }
    return NULL;
}

const struct binding *bindings_begun_by(const struct bindings *bindings,
                                        const struct function *function)
{
    return find(bindings, function, true);
}

const struct binding *bindings_ended_by(const struct bindings *bindings,
                                        const struct function *function)
{
    return find(bindings, function, false);
}

const struct binding *bindings_of(const struct bindings *bindings,
                                  const struct instruction *site)
{
    const struct binding *binding =
        site ? map_get(bindings->sites, site) : NULL;
    return binding && !binding->is_ambiguous ? binding : NULL;
}

static void put(struct world *world, struct state *state,
                const struct region *region, const struct value *value)
{
    uint32_t at = state_first_cell(state, region);
    struct cell cell = { .region = region, .value = value, .bits = 32 };
    if (at < state->cell_count && state->cells[at].region == region)
        state_remove_cell(state, at);
    state_put_cell(world, state, cell);
}

static const struct value *count_of(struct world *world, struct state *state,
                                    const struct binding *binding)
{
    const struct region *region = region_global(world->values, binding->count);
    uint32_t at = state_first_cell(state, region);
    if (at < state->cell_count && state->cells[at].region == region)
        return state->cells[at].value;
    const struct value *value =
        memory_initial(world, state, region, 0, binding->count->type);
    put(world, state, region, value);
    return value;
}

bool binding_limit(struct world *world, struct state *state,
                   const struct binding *binding, bool is_bound)
{
    struct range range =
        is_bound ? range_of(1, MAX_BINDINGS) : range_of(INT64_MIN, 0);
    return facts_limit(world, state, count_of(world, state, binding), &range);
}

void binding_add(struct world *world, struct state *state,
                 const struct binding *binding)
{
    const struct value *count = count_of(world, state, binding);
    struct range some = range_of(1, MAX_BINDINGS);
    const struct value *next = NULL;
    if (count->kind == VALUE_INT) {
        int64_t more = count->integer + 1;
        next =
            value_int(world->values, more < MAX_BINDINGS ? more : MAX_BINDINGS);
    } else {
        next = state_fresh(world, state, binding->count->type);
    }
    put(world, state, region_global(world->values, binding->count), next);
    if (next->kind != VALUE_INT)
        (void)facts_limit(world, state, next, &some);
}

void binding_clear(struct world *world, struct state *state,
                   const struct binding *binding)
{
    put(world, state, region_global(world->values, binding->count),
        value_int(world->values, 0));
}
