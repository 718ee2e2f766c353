/* dependence.c - control dependence out of post-dominators.
 *
 * Needs:  the order and the predecessors of struct cfg.
 * Gives:  struct dependence.
 * Method: post-dominators are dominators of the graph turned round, with one
 *         more block, the end, behind every block that has no target; found by
 *         the fixed point of Cooper, Harvey and Kennedy (2001). A branch then
 *         decides about what lies on the way up the tree from each of its
 *         targets to its own parent.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/dependence.h"

#include "ir/function.h"
#include "support/arena.h"
#include "support/vec.h"

struct numbers vec_of(uint32_t);

struct turned {
    const struct function *function;
    const struct cfg *cfg;
    uint32_t end;         /* the number of the one more block */
    bool *is_last;        /* by block: the end comes behind it */
    bool *is_seen;        /* by block */
    uint32_t *left;       /* by block: predecessors still to be seen */
    uint32_t *position;   /* by block: in the order, from the end on */
    struct numbers order; /* from last to first */
    uint32_t *parent;     /* nearest post-dominator */
};

/* Puts the blocks that lead to `from` behind the order, each after all that
 * lead to it by a way not seen yet: the order is built from its end. */
static void walk(struct arena *scratch, struct turned *turned, uint32_t from)
{
    struct numbers stack = { NULL, 0, 0 };
    uint32_t *left = turned->left;
    vec_push(scratch, &stack, from);
    turned->is_seen[from] = true;
    left[from] = turned->cfg->predecessors[from].count;
    while (stack.count > 0) {
        uint32_t top = vec_last(&stack);
        if (left[top] == 0) {
            vec_push(scratch, &turned->order, top);
            stack.count--;
            continue;
        }
        uint32_t next = turned->cfg->predecessors[top].items[--left[top]];
        if (turned->is_seen[next])
            continue;
        turned->is_seen[next] = true;
        left[next] = turned->cfg->predecessors[next].count;
        vec_push(scratch, &stack, next);
    }
}

static void find_order(struct arena *scratch, struct turned *turned)
{
    const struct cfg *cfg = turned->cfg;
    for (uint32_t i = cfg->order_count; i-- > 0;) {
        uint32_t block = cfg->order[i];
        if (turned->function->blocks[block].end.target_count > 0)
            continue;
        turned->is_last[block] = true;
        walk(scratch, turned, block);
    }
    for (uint32_t i = cfg->order_count; i-- > 0;) {
        uint32_t block = cfg->order[i];
        if (turned->is_seen[block])
            continue;
        turned->is_last[block] = true; /* a loop that nothing leaves */
        walk(scratch, turned, block);
    }
    for (size_t i = 0; i < turned->order.count; i++)
        turned->position[turned->order.items[i]] =
            (uint32_t)(turned->order.count - 1 - i);
}

static uint32_t place_of(const struct turned *turned, uint32_t block)
{
    return block == turned->end ? 0 : turned->position[block] + 1;
}

static uint32_t common(const struct turned *turned, uint32_t a, uint32_t b)
{
    while (a != b) {
        if (place_of(turned, a) > place_of(turned, b))
            a = turned->parent[a];
        else
            b = turned->parent[b];
    }
    return a;
}

static bool improve(struct turned *turned, uint32_t block)
{
    const struct terminator *end = &turned->function->blocks[block].end;
    uint32_t best = turned->is_last[block] ? turned->end : NO_BLOCK;
    for (uint32_t i = 0; i < end->target_count; i++) {
        uint32_t to = end->targets[i];
        if (turned->parent[to] == NO_BLOCK)
            continue;
        best = best == NO_BLOCK ? to : common(turned, best, to);
    }
    if (turned->parent[block] == best)
        return false;
    turned->parent[block] = best;
    return true;
}

static void find_parents(struct turned *turned)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t i = turned->order.count; i-- > 0;)
            changed |= improve(turned, turned->order.items[i]);
    }
}

static void find_branches(struct arena *scratch, const struct turned *turned,
                          struct numbers *branches)
{
    for (uint32_t from = 0; from < turned->end; from++) {
        const struct terminator *end = &turned->function->blocks[from].end;
        if (!turned->is_seen[from])
            continue;
        for (uint32_t i = 0; i < end->target_count; i++)
            for (uint32_t at = end->targets[i];
                 at != turned->parent[from] && at != turned->end;
                 at = turned->parent[at])
                if (branches[at].count == 0 || vec_last(&branches[at]) != from)
                    vec_push(scratch, &branches[at], from);
    }
}

static void keep(struct arena *arena, struct dependence *dependence,
                 const struct turned *turned, const struct numbers *branches)
{
    for (uint32_t b = 0; b < turned->end; b++) {
        size_t size = branches[b].count * sizeof(*branches[b].items);
        dependence->branches[b].count = (uint32_t)branches[b].count;
        dependence->branches[b].items =
            size > 0 ? arena_copy(arena, branches[b].items, size) : NULL;
        dependence->join[b] =
            turned->parent[b] == turned->end ? NO_BLOCK : turned->parent[b];
    }
}

struct dependence *dependence_make(struct arena *arena,
                                   const struct function *function,
                                   const struct cfg *cfg)
{
    struct arena *scratch = arena_open();
    uint32_t count = (uint32_t)function->block_count;
    struct turned turned = { .function = function, .cfg = cfg, .end = count };
    struct dependence *dependence = arena_new(arena, struct dependence);
    dependence->branches = arena_array(arena, struct cfg_list, count);
    dependence->join = arena_array(arena, uint32_t, count);
    turned.is_last = arena_array(scratch, bool, count);
    turned.is_seen = arena_array(scratch, bool, count);
    turned.left = arena_array(scratch, uint32_t, count);
    turned.position = arena_array(scratch, uint32_t, count);
    turned.parent = arena_array(scratch, uint32_t, count + 1);
    for (uint32_t b = 0; b < count; b++) {
        turned.position[b] = NO_BLOCK;
        turned.parent[b] = NO_BLOCK;
    }
    turned.parent[count] = count;
    find_order(scratch, &turned);
    find_parents(&turned);
    struct numbers *branches = arena_array(scratch, struct numbers, count);
    find_branches(scratch, &turned, branches);
    keep(arena, dependence, &turned, branches);
    arena_close(scratch);
    return dependence;
}
