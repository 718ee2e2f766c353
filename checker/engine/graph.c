/* graph.c - the tables of contexts and nodes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/graph.h"

#include "engine/engine_priv.h"
#include "support/table.h"

#include <string.h>

#define MAX_OBJECTS       250
#define MAX_EXACT_OBJECTS 40

struct context_key {
    const struct function *function;
    const struct state *entry;
};

struct context_entry {
    struct context_key key;
    struct context *context;
    UT_hash_handle hh;
};

struct node_key {
    const struct context *context;
    const struct state *state;
    uint32_t block;
    uint32_t pc;
};

struct node_entry {
    struct node_key key;
    struct node node;
    UT_hash_handle hh;
};

bool engine_is_protocol(const struct engine *engine,
                        const struct instruction *instruction)
{
    return rules_call_at(engine->rules, instruction) != NULL;
}

static bool does_protocol(const struct engine *engine,
                          const struct function *function,
                          const struct instruction *instruction)
{
    if (instruction->op == OP_CALL)
        return rules_call(engine->rules, instruction->function->name) ||
               slice_is_core(engine->slice, instruction->function);
    if (instruction->op != OP_CALL_INDIRECT)
        return false;
    struct function_list targets =
        roots_targets(engine->roots, function, instruction);
    for (size_t i = 0; i < targets.count; i++)
        if (slice_is_core(engine->slice, targets.items[i]))
            return true;
    return false;
}

static bool block_does_protocol(const struct engine *engine,
                                const struct function *function,
                                uint32_t number)
{
    const struct block *block = &function->blocks[number];
    for (size_t i = 0; i < block->instruction_count; i++)
        if (does_protocol(engine, function, &block->instructions[i]))
            return true;
    return false;
}

/* Whether a protocol's call is on a way from `head` back to it: walks back
 * from the blocks that lead there from behind. */
static bool loop_does_protocol(const struct engine *engine,
                               const struct flow *flow, uint32_t head)
{
    struct arena *scratch = arena_open();
    size_t count = flow->function->block_count;
    bool *seen = arena_array(scratch, bool, count);
    uint32_t *queue = arena_array(scratch, uint32_t, count + 1);
    size_t waiting = 0;
    bool found = false;
    seen[head] = true;
    queue[waiting++] = head;
    while (waiting > 0 && !found) {
        uint32_t at = queue[--waiting];
        const struct cfg_list *before = &flow->cfg->predecessors[at];
        found = block_does_protocol(engine, flow->function, at);
        for (uint32_t i = 0; i < before->count; i++) {
            uint32_t from = before->items[i];
            bool inside = cfg_dominates(flow->cfg, head, from);
            if (seen[from] || !inside)
                continue;
            seen[from] = true;
            queue[waiting++] = from;
        }
    }
    arena_close(scratch);
    return found;
}

static void find_plain_loops(struct engine *engine, struct flow *flow)
{
    size_t count = flow->function->block_count;
    flow->plain_loop = arena_array(engine->arena, bool, count);
    for (uint32_t b = 0; b < count; b++)
        flow->plain_loop[b] =
            flow->cfg->is_loop_head[b] && !loop_does_protocol(engine, flow, b);
}

const struct flow *engine_flow(struct engine *engine,
                               const struct function *function)
{
    struct flow *flow = map_get(engine->flows, function);
    if (!flow) {
        flow = flow_make(engine->arena, engine->slice, function);
        find_plain_loops(engine, flow);
        map_put(engine->flows, function, flow);
    }
    return flow;
}

/* One that recurs waits until all else is done: it may go on for ever. */
static uint32_t depth_of(const struct function *function,
                         const struct context *from)
{
    for (const struct context *at = from; at; at = at->from)
        if (at->function == function)
            return 0;
    return from ? from->depth + 1 : 0;
}

struct context *engine_context(struct engine *engine,
                               const struct function *function,
                               const struct state *entry,
                               const struct context *from)
{
    struct arena *arena = engine->arena;
    struct context_key key = { function, entry };
    struct context_entry *found = NULL;
    HASH_FIND(hh, engine->contexts, &key, sizeof(key), found);
    if (found)
        return found->context;
    struct context *context = arena_new(arena, struct context);
    context->id = (uint32_t)engine->context_list.count;
    context->function = function;
    context->entry = entry;
    context->from = from;
    context->depth = depth_of(function, from);
    context->flow = engine_flow(engine, function);
    context->distance = UINT32_MAX;
    context->groups = arena_array(arena, struct group *, function->block_count);
    vec_push(arena, &engine->context_list, context);
    map_put(engine->context_counts, function,
            (void *)((uintptr_t)map_get(engine->context_counts, function) + 1));
    found = arena_new(arena, struct context_entry);
    found->key = key;
    found->context = context;
    HASH_ADD(hh, engine->contexts, key, sizeof(key), found);
    return context;
}

/* A pass that looks at less than all that matters is there to come to its end:
 * callees first, then blocks in reverse post-order, so that states meet before
 * anything is done with them. */
static bool is_in_order(const struct engine *engine)
{
    return engine->pass.apart > 0 && !slice_is_full(engine->slice);
}

/* How many steps more a way may have gone for being a point nearer: enough to
 * go straight on, and little enough to leave where that leads nowhere. */
#define GREED 16

/* Else the order of finding; where there is an aim, what is nearest to it. */
static uint64_t rank_of(const struct engine *engine, const struct node *node)
{
    const struct context *context = node->context;
    if (engine->pass.only)
        return (uint64_t)GREED * node->distance + node->steps;
    if (!is_in_order(engine))
        return 0;
    return (uint64_t)(UINT32_MAX - context->depth) << 32 |
           context->flow->cfg->position[node->block];
}

static struct node_entry *find_node(const struct engine *engine,
                                    const struct context *context,
                                    uint32_t block, uint32_t pc,
                                    const struct state *state,
                                    struct node_key *key)
{
    struct node_entry *found = NULL;
    memset(key, 0, sizeof(*key));
    key->context = context;
    key->state = state;
    key->block = block;
    key->pc = pc;
    HASH_FIND(hh, engine->nodes, key, sizeof(*key), found);
    return found;
}

/* It has to be executed after all. */
static const struct node *uncover(struct engine *engine, struct node *node)
{
    if (!node->is_covered || node->is_executed)
        return NULL;
    node->is_covered = false;
    agenda_add(engine->agenda, node, rank_of(engine, node));
    return node;
}

static const struct node *add_node(struct engine *engine,
                                   const struct node *wanted)
{
    struct arena *arena = engine->arena;
    struct node_key key;
    struct node_entry *found = find_node(engine, wanted->context, wanted->block,
                                         wanted->pc, wanted->state, &key);
    if (found)
        return uncover(engine, &found->node);
    found = arena_new(arena, struct node_entry);
    found->key = key;
    found->node = *wanted;
    found->node.id = (uint32_t)engine->node_count++;
    HASH_ADD(hh, engine->nodes, key, sizeof(key), found);
    vec_push(arena, &engine->queue, &found->node);
    agenda_add(engine->agenda, &found->node, rank_of(engine, &found->node));
    return &found->node;
}

void engine_cover(struct engine *engine, const struct node *at,
                  const struct state *state)
{
    struct node_key key;
    struct node_entry *found =
        find_node(engine, at->context, at->block, at->pc, state, &key);
    if (found && is_in_order(engine))
        found->node.is_covered = true;
}

const struct node *engine_next(struct engine *engine)
{
    struct node *node = agenda_next(engine->agenda);
    while (node && (node->is_covered || node->is_executed))
        node = agenda_next(engine->agenda);
    if (node)
        node->is_executed = true;
    return node;
}

/* Whether several ways lead to the start of the block. */
static bool is_join(const struct context *context, uint32_t block)
{
    return context->flow->cfg->predecessors[block].count > 1;
}

/* Whether states meet at the node: at the start of a block, or behind a call of
 * a protocol, which has several outcomes. */
static bool is_meeting(const struct engine *engine, const struct node *node)
{
    const struct block *block = &node->context->function->blocks[node->block];
    if (node->pc == 0)
        return is_join(node->context, node->block);
    return engine_is_protocol(engine, &block->instructions[node->pc - 1]);
}

bool engine_is_full(const struct engine *engine)
{
    const struct pass *pass = &engine->pass;
    return (pass->max_states > 0 && engine->node_count >= pass->max_states) ||
           (pass->max_bytes > 0 && engine->bytes >= pass->max_bytes);
}

/* The driver's life is made anew for each pass. */
struct point engine_point(const struct engine *engine,
                          const struct context *context, uint32_t block,
                          const struct state *state)
{
    const struct function *function = context->function;
    if (function == engine->life->function)
        function = NULL;
    return point_at(function, block, state);
}

/* How far the point is from what the pass looks for, `from` being as far as
 * that; TRAIL_OFF: it is not on the way there. */
static uint32_t distance_to(const struct engine *engine, uint32_t from,
                            struct point point)
{
    const struct pass *pass = &engine->pass;
    if (!pass->only)
        return 0;
    if (pass->is_about)
        return trail_distance_about(pass->only, point, from);
    return trail_distance(pass->only, point);
}

bool engine_goes_to(struct engine *engine, const struct node *from,
                    const struct context *context, uint32_t block,
                    const struct state *state)
{
    struct point point = engine_point(engine, context, block, state);
    if (distance_to(engine, 0, point) == TRAIL_OFF)
        return false;
    if (from)
        trail_note(
            engine->trail,
            engine_point(engine, from->context, from->block, from->state),
            point);
    return true;
}

/* Nothing goes round and round in loops that make ever more. */
static bool is_too_deep(struct engine *engine, const struct node *node,
                        const struct state *state)
{
    if (state->object_count <=
        (engine->pass.is_replay ? MAX_EXACT_OBJECTS : MAX_OBJECTS))
        return false;
    engine_limit(engine, node->context->function->blocks[node->block].end.place,
                 "too many objects to look at every run");
    return true;
}

/* Those inside a call count too. */
static uint32_t steps_to(const struct node *node)
{
    uint32_t before = node->parent ? node->parent->steps : node->context->steps;
    uint32_t inside =
        node->exit ? node->exit->steps - node->exit->context->steps : 0;
    return before + inside + 1;
}

const struct node *engine_arrive(struct engine *engine, struct node node,
                                 struct state *state)
{
    if (is_too_deep(engine, &node, state))
        return NULL;
    if (engine_is_full(engine) ||
        !engine_goes_to(engine, node.exit ? node.exit : node.parent,
                        node.context, node.block, state))
        return NULL;
    const struct state *kept = states_intern(engine->states, state);
    bool is_merged = false;
    if (is_meeting(engine, &node))
        kept = merge_into(engine, &node, kept, &is_merged);
    if (!kept)
        return NULL;
    node.state = kept;
    node.is_merged = is_merged || state->is_merged ||
                     (node.parent && node.parent->is_merged) ||
                     (node.exit && node.exit->is_merged);
    node.steps = steps_to(&node);
    node.distance = distance_to(
        engine,
        node.parent ? node.parent->distance : node.context->distance + 1,
        engine_point(engine, node.context, node.block, kept));
    return add_node(engine, &node);
}

void engine_limit(struct engine *engine, struct place place, const char *text)
{
    for (size_t i = 0; i < engine->limits.count; i++)
        if (place_compare(engine->limits.items[i].place, place) == 0 &&
            strcmp(engine->limits.items[i].text, text) == 0)
            return;
    struct limit limit = { place, arena_strdup(engine->arena, text) };
    vec_push(engine->arena, &engine->limits, limit);
}
