/* cfg.c - order, predecessors, loop heads, dominators and live temporaries.
 *
 * Needs:  a function whose targets and temporaries are in range.
 * Gives:  struct cfg.
 * Method: an iterative depth-first walk for the order. Dominators by the
 *         fixed point over the order of Cooper, Harvey and Kennedy, "A simple,
 *         fast dominance algorithm" (2001). A temporary is made once and
 *         dominates its uses, so it is live exactly on the blocks met when
 *         walking from each use backwards until the block that makes it; that
 *         costs as much as there is to write down.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/cfg.h"

#include "ir/function.h"
#include "support/arena.h"
#include "support/vec.h"

struct numbers vec_of(uint32_t);

/* A block on the way down, and how many of its targets are still to be seen:
 * from the last one to the first, so that the first ends up first. */
struct visit {
    uint32_t block;
    uint32_t left;
};

static struct visit visit_make(const struct block *blocks, uint32_t block)
{
    return (struct visit){ block, blocks[block].end.target_count };
}

uint32_t cfg_order(struct arena *scratch, const struct block *blocks,
                   size_t block_count, uint32_t *order)
{
    bool *seen = arena_array(scratch, bool, block_count);
    struct vec_of(struct visit) stack = { 0 };
    uint32_t next = (uint32_t)block_count; /* filled from the end */

    if (block_count == 0)
        return 0;
    seen[0] = true;
    vec_push(scratch, &stack, visit_make(blocks, 0));
    while (stack.count > 0) {
        struct visit *top = &vec_last(&stack);
        if (top->left == 0) {
            order[--next] = top->block;
            stack.count--;
            continue;
        }
        uint32_t target = blocks[top->block].end.targets[--top->left];
        if (seen[target])
            continue;
        seen[target] = true;
        vec_push(scratch, &stack, visit_make(blocks, target));
    }

    uint32_t count = (uint32_t)block_count - next;

    for (uint32_t i = 0; i < count; i++)
        order[i] = order[next + i];
    return count;
}

static void find_order(struct arena *arena, struct cfg *cfg,
                       const struct function *function)
{
    size_t count = function->block_count;

    cfg->order = arena_array(arena, uint32_t, count);
    cfg->position = arena_array(arena, uint32_t, count);
    cfg->order_count = cfg_order(arena, function->blocks, count, cfg->order);
    for (size_t i = 0; i < count; i++)
        cfg->position[i] = NO_BLOCK;
    for (uint32_t i = 0; i < cfg->order_count; i++)
        cfg->position[cfg->order[i]] = i;
}

/* Calls `deed` for every edge between reachable blocks, by source block. */
typedef void edge_deed(struct cfg *cfg, uint32_t from, uint32_t to);

static void each_edge(struct cfg *cfg, const struct function *function,
                      edge_deed *deed)
{
    for (uint32_t from = 0; from < function->block_count; from++) {
        const struct terminator *end = &function->blocks[from].end;
        if (cfg->position[from] == NO_BLOCK)
            continue;
        for (uint32_t i = 0; i < end->target_count; i++)
            deed(cfg, from, end->targets[i]);
    }
}

static void count_edge(struct cfg *cfg, uint32_t from, uint32_t to)
{
    cfg->predecessors[to].count++;
    if (cfg->position[to] <= cfg->position[from])
        cfg->is_loop_head[to] = true;
}

/* Sources come in ascending order: a repeated edge meets itself at the end. */
static void add_edge(struct cfg *cfg, uint32_t from, uint32_t to)
{
    struct cfg_list *list = &cfg->predecessors[to];

    if (list->count > 0 && list->items[list->count - 1] == from)
        return;
    list->items[list->count++] = from;
}

static void find_predecessors(struct arena *arena, struct cfg *cfg,
                              const struct function *function)
{
    size_t count = function->block_count;

    cfg->predecessors = arena_array(arena, struct cfg_list, count);
    cfg->is_loop_head = arena_array(arena, bool, count);
    each_edge(cfg, function, count_edge);
    for (size_t i = 0; i < count; i++) {
        struct cfg_list *list = &cfg->predecessors[i];
        list->items = arena_array(arena, uint32_t, list->count);
        list->count = 0;
    }
    each_edge(cfg, function, add_edge);
}

/* The nearest block that dominates both; both have a dominator already. */
static uint32_t common_dominator(const struct cfg *cfg, uint32_t a, uint32_t b)
{
    while (a != b) {
        if (cfg->position[a] > cfg->position[b])
            a = cfg->dominator[a];
        else
            b = cfg->dominator[b];
    }
    return a;
}

static bool improve_dominator(struct cfg *cfg, uint32_t block)
{
    const struct cfg_list *predecessors = &cfg->predecessors[block];
    uint32_t best = NO_BLOCK;

    for (uint32_t i = 0; i < predecessors->count; i++) {
        uint32_t from = predecessors->items[i];
        if (from != 0 && cfg->dominator[from] == NO_BLOCK)
            continue;
        best = best == NO_BLOCK ? from : common_dominator(cfg, best, from);
    }
    if (cfg->dominator[block] == best)
        return false;
    cfg->dominator[block] = best;
    return true;
}

static void find_dominators(struct arena *arena, struct cfg *cfg, size_t count)
{
    bool changed = true;

    cfg->dominator = arena_array(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        cfg->dominator[i] = NO_BLOCK;
    while (changed) {
        changed = false;
        for (uint32_t i = 1; i < cfg->order_count; i++)
            changed |= improve_dominator(cfg, cfg->order[i]);
    }
}

/* Numbers the tree of dominators so that a block's subtree is an interval. A
 * block comes after its dominator in the order, so no walk is needed: sizes
 * from the end, numbers from the start. */
static void number_dominators(struct arena *arena, struct cfg *cfg,
                              size_t count)
{
    uint32_t *first = arena_array(arena, uint32_t, count);
    uint32_t *last = arena_array(arena, uint32_t, count);
    uint32_t *next = arena_array(arena, uint32_t, count);

    for (uint32_t i = cfg->order_count; i-- > 1;) {
        uint32_t block = cfg->order[i];
        last[cfg->dominator[block]] += last[block] + 1;
    }
    for (uint32_t i = 0; i < cfg->order_count; i++) {
        uint32_t block = cfg->order[i];
        if (i > 0) {
            uint32_t parent = cfg->dominator[block];
            first[block] = next[parent];
            next[parent] += last[block] + 1;
        }
        next[block] = first[block] + 1;
        last[block] += first[block];
    }
    cfg->dominator_first = first;
    cfg->dominator_last = last;
}

struct cfg *cfg_make_shape(struct arena *arena, const struct function *function)
{
    struct cfg *cfg = arena_new(arena, struct cfg);

    find_order(arena, cfg, function);
    find_predecessors(arena, cfg, function);
    find_dominators(arena, cfg, function->block_count);
    number_dominators(arena, cfg, function->block_count);
    return cfg;
}

bool cfg_dominates(const struct cfg *cfg, uint32_t a, uint32_t b)
{
    if (cfg->position[a] == NO_BLOCK || cfg->position[b] == NO_BLOCK)
        return false;
    return cfg->dominator_first[a] <= cfg->dominator_first[b] &&
           cfg->dominator_first[b] <= cfg->dominator_last[a];
}

/* For each temporary, the block that makes it and the other blocks using it. */
struct uses {
    uint32_t *made_in;
    struct numbers *used_in;
};

static void note_use(struct arena *scratch, struct uses *uses, uint32_t temp,
                     uint32_t block)
{
    struct numbers *used_in = &uses->used_in[temp];

    if (uses->made_in[temp] == block)
        return;
    if (used_in->count > 0 && vec_last(used_in) == block)
        return;
    vec_push(scratch, used_in, block);
}

static void note_makers(struct uses *uses, const struct block *block,
                        uint32_t number)
{
    for (size_t i = 0; i < block->instruction_count; i++)
        if (block->instructions[i].result != NO_TEMP)
            uses->made_in[block->instructions[i].result] = number;
}

static void note_uses(struct arena *scratch, struct uses *uses,
                      const struct block *block, uint32_t number)
{
    for (size_t i = 0; i < block->instruction_count; i++) {
        const struct instruction *instruction = &block->instructions[i];
        for (uint32_t j = 0; j < instruction->operand_count; j++)
            note_use(scratch, uses, instruction->operands[j], number);
    }
    if (block->end.temp != NO_TEMP)
        note_use(scratch, uses, block->end.temp, number);
}

/* Adds `temp` to the blocks from its uses back to where it is made. */
static void spread(struct arena *scratch, const struct cfg *cfg,
                   const struct uses *uses, uint32_t temp, struct numbers *live)
{
    struct numbers todo = { 0 };

    for (size_t i = 0; i < uses->used_in[temp].count; i++)
        vec_push(scratch, &todo, uses->used_in[temp].items[i]);
    while (todo.count > 0) {
        uint32_t block = vec_pop(&todo);
        if (block == uses->made_in[temp] || cfg->position[block] == NO_BLOCK)
            continue;
        if (live[block].count > 0 && vec_last(&live[block]) == temp)
            continue;
        vec_push(scratch, &live[block], temp);
        for (uint32_t i = 0; i < cfg->predecessors[block].count; i++)
            vec_push(scratch, &todo, cfg->predecessors[block].items[i]);
    }
}

static void find_live(struct arena *arena, struct arena *scratch,
                      struct cfg *cfg, const struct function *function)
{
    uint32_t count = (uint32_t)function->block_count;
    struct numbers *live = arena_array(scratch, struct numbers, count);
    struct uses uses = {
        .made_in = arena_array(scratch, uint32_t, function->temp_count),
        .used_in = arena_array(scratch, struct numbers, function->temp_count),
    };

    for (uint32_t i = 0; i < count; i++)
        note_makers(&uses, &function->blocks[i], i);
    for (uint32_t i = 0; i < count; i++)
        note_uses(scratch, &uses, &function->blocks[i], i);
    for (uint32_t i = 0; i < function->temp_count; i++)
        spread(scratch, cfg, &uses, i, live);

    cfg->live = arena_array(arena, struct cfg_list, count);
    for (uint32_t i = 0; i < count; i++) {
        size_t size = live[i].count * sizeof(*live[i].items);
        cfg->live[i].count = (uint32_t)live[i].count;
        cfg->live[i].items =
            size > 0 ? arena_copy(arena, live[i].items, size) : NULL;
    }
}

struct cfg *cfg_make(struct arena *arena, const struct function *function)
{
    struct cfg *cfg = cfg_make_shape(arena, function);
    struct arena *scratch = arena_open();

    find_live(arena, scratch, cfg, function);
    arena_close(scratch);
    return cfg;
}

bool cfg_is_live(const struct cfg *cfg, uint32_t block, uint32_t temp)
{
    const struct cfg_list *list = &cfg->live[block];
    uint32_t low = 0;
    uint32_t high = list->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (list->items[middle] < temp)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->count && list->items[low] == temp;
}
