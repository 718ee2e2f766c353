/* flow.c - last uses of temporaries, liveness of locals.
 *
 * Method: the usual backward equations over bit sets, swept in post-order
 * until nothing changes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/flow.h"

#include "engine/slice.h"
#include "support/arena.h"

#include <stdlib.h>
#include <string.h>

static int compare_uses(const void *a, const void *b)
{
    const struct last_use *x = a;
    const struct last_use *y = b;
    if (x->temp != y->temp)
        return x->temp < y->temp ? -1 : 1;
    return x->pc < y->pc ? -1 : x->pc > y->pc;
}

static uint32_t count_uses(const struct block *block)
{
    uint32_t count = 1;
    for (size_t i = 0; i < block->instruction_count; i++)
        count += block->instructions[i].operand_count;
    return count;
}

/* Keeps the last use of each temporary only. */
static uint32_t keep_last(struct last_use *uses, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (i + 1 == count || uses[i + 1].temp != uses[i].temp)
            uses[kept++] = uses[i];
    return kept;
}

static void find_uses(struct arena *arena, struct flow *flow, uint32_t number)
{
    const struct block *block = &flow->function->blocks[number];
    struct last_use *uses =
        arena_array(arena, struct last_use, count_uses(block));
    uint32_t count = 0;
    for (uint32_t i = 0; i < block->instruction_count; i++) {
        const struct instruction *instruction = &block->instructions[i];
        if (flow->ignored[number][i])
            continue;
        for (uint32_t j = 0; j < instruction->operand_count; j++)
            uses[count++] = (struct last_use){ instruction->operands[j], i };
    }
    bool has_temp = block->end.kind == END_BRANCH ||
                    block->end.kind == END_SWITCH ||
                    block->end.kind == END_RETURN;
    if (has_temp && block->end.temp != NO_TEMP)
        uses[count++] = (struct last_use){ block->end.temp,
                                           (uint32_t)block->instruction_count };
    if (count > 1)
        qsort(uses, count, sizeof(*uses), compare_uses);
    flow->uses[number] = uses;
    flow->use_counts[number] = keep_last(uses, count);
}

bool flow_is_used_after(const struct flow *flow, uint32_t block, uint32_t pc,
                        uint32_t temp)
{
    uint32_t low = 0;
    uint32_t high = flow->use_counts[block];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (flow->uses[block][middle].temp < temp)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < flow->use_counts[block] && flow->uses[block][low].temp == temp &&
        flow->uses[block][low].pc > pc)
        return true;
    const struct terminator *end = &flow->function->blocks[block].end;
    for (uint32_t i = 0; i < end->target_count; i++)
        if (cfg_is_live(flow->cfg, end->targets[i], temp))
            return true;
    return false;
}

static void set_bit(uint64_t *bits, uint32_t bit)
{
    bits[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static void clear_bit(uint64_t *bits, uint32_t bit)
{
    bits[bit / 64] &= ~(UINT64_C(1) << (bit % 64));
}

/* The variable whose address each temporary is, or NULL. */
static const struct variable **addresses(struct arena *arena,
                                         const struct function *function)
{
    const struct variable **of_temp =
        arena_array(arena, const struct variable *, function->temp_count);
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++)
            if (block->instructions[i].op == OP_LOCAL)
                of_temp[block->instructions[i].result] =
                    block->instructions[i].variable;
    }
    return of_temp;
}

/* Locals used other than as the address of a scalar load or store. */
static void find_taken(const struct flow *flow,
                       const struct variable *const *of_temp, uint64_t *taken)
{
    const struct function *function = flow->function;
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++) {
            const struct instruction *at = &block->instructions[i];
            for (uint32_t j = 0; j < at->operand_count && !flow->ignored[b][i];
                 j++) {
                const struct variable *variable = of_temp[at->operands[j]];
                bool is_access =
                    j == 0 && (at->op == OP_LOAD || at->op == OP_STORE);
                if (variable && !is_access)
                    set_bit(taken, variable->number);
            }
        }
        if (block->end.kind == END_RETURN && block->end.temp != NO_TEMP &&
            of_temp[block->end.temp])
            set_bit(taken, of_temp[block->end.temp]->number);
    }
}

/* What is live before the block, given what is live behind it. */
static void step_back(const struct flow *flow, uint32_t number,
                      const struct variable *const *of_temp, uint64_t *live)
{
    const struct block *block = &flow->function->blocks[number];
    for (size_t i = block->instruction_count; i-- > 0;) {
        const struct instruction *at = &block->instructions[i];
        if (flow->ignored[number][i])
            continue;
        const struct variable *variable =
            at->op == OP_LOAD || at->op == OP_STORE ? of_temp[at->operands[0]]
                                                    : NULL;
        if (variable && at->op == OP_LOAD)
            set_bit(live, variable->number);
        else if (variable && at->type.bits == variable->type.bits)
            clear_bit(live, variable->number);
        else if (at->op == OP_LIVE || at->op == OP_DEAD)
            clear_bit(live, at->variable->number);
    }
}

static bool sweep(struct flow *flow, const struct variable *const *of_temp,
                  uint64_t *live)
{
    const struct function *function = flow->function;
    bool changed = false;
    size_t bytes = flow->local_words * sizeof(*live);
    for (uint32_t i = flow->cfg->order_count; i-- > 0;) {
        uint32_t number = flow->cfg->order[i];
        const struct block *block = &function->blocks[number];
        memset(live, 0, bytes);
        for (uint32_t j = 0; j < block->end.target_count; j++)
            for (uint32_t w = 0; w < flow->local_words; w++)
                live[w] |= flow->locals[block->end.targets[j]][w];
        step_back(flow, number, of_temp, live);
        if (memcmp(live, flow->locals[number], bytes) == 0)
            continue;
        memcpy(flow->locals[number], live, bytes);
        changed = true;
    }
    return changed;
}

static void find_locals(struct arena *arena, struct flow *flow)
{
    const struct function *function = flow->function;
    const struct variable **of_temp = addresses(arena, function);
    flow->local_words = (uint32_t)(function->variable_count / 64 + 1);
    flow->locals = arena_array(arena, uint64_t *, function->block_count);
    for (size_t b = 0; b < function->block_count; b++)
        flow->locals[b] = arena_array(arena, uint64_t, flow->local_words);
    uint64_t *taken = arena_array(arena, uint64_t, flow->local_words);
    uint64_t *live = arena_array(arena, uint64_t, flow->local_words);
    find_taken(flow, of_temp, taken);
    while (sweep(flow, of_temp, live))
        ;
    for (size_t b = 0; b < function->block_count; b++)
        for (uint32_t w = 0; w < flow->local_words; w++)
            flow->locals[b][w] |= taken[w];
}

static bool is_always_executed(enum op op)
{
    return op == OP_LIVE || op == OP_DEAD || op == OP_RAISED;
}

static void find_ignored(struct arena *arena, const struct slice *slice,
                         struct flow *flow)
{
    const struct function *function = flow->function;
    size_t count = function->block_count;
    flow->ignored = arena_array(arena, bool *, count);
    flow->beyond = arena_array(arena, bool *, count);
    flow->decided = arena_array(arena, bool, count);
    flow->join = arena_array(arena, uint32_t, count);
    flow->needed = arena_array(arena, bool, function->temp_count);
    for (uint32_t t = 0; t < function->temp_count; t++)
        flow->needed[t] = slice_needs(slice, function, t);
    for (uint32_t b = 0; b < count; b++) {
        const struct block *block = &function->blocks[b];
        flow->decided[b] = slice_decides(slice, function, b);
        flow->join[b] = slice_join(slice, function, b);
        flow->ignored[b] = arena_array(arena, bool, block->instruction_count);
        flow->beyond[b] = arena_array(arena, bool, block->instruction_count);
        for (uint32_t i = 0; i < block->instruction_count; i++) {
            flow->ignored[b][i] =
                !is_always_executed(block->instructions[i].op) &&
                !slice_has(slice, function, b, i);
            flow->beyond[b][i] =
                !flow->ignored[b][i] && slice_is_beyond(slice, function, b, i);
        }
    }
}

struct flow *flow_make(struct arena *arena, const struct slice *slice,
                       const struct function *function)
{
    struct flow *flow = arena_new(arena, struct flow);
    flow->function = function;
    flow->cfg = cfg_make(arena, function);
    flow->uses = arena_array(arena, struct last_use *, function->block_count);
    flow->use_counts = arena_array(arena, uint32_t, function->block_count);
    find_ignored(arena, slice, flow);
    for (uint32_t b = 0; b < function->block_count; b++)
        find_uses(arena, flow, b);
    find_locals(arena, flow);
    return flow;
}
