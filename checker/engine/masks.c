/* masks.c - which bits of its words a program looks at.
 *
 * A word of flags is many guards in one: where two states become one that
 * differ in one flag, the others must not be forgotten. So the constants that
 * the program masks words with are collected, for engine/join.c.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/survey.h"
#include "support/arena.h"

#define MAX_MASKS 64
#define MAX_FLAGS 8 /* more bits than these are no flags, but part of a word */

static bool is_flag(int64_t mask)
{
    return mask != 0 && __builtin_popcountll((uint64_t)mask) <= MAX_FLAGS;
}

struct search {
    struct arena *arena; /* of the masks */
    struct masks masks;
};

static void add_mask(struct search *search, int64_t mask)
{
    struct masks *masks = &search->masks;
    for (size_t i = 0; i < masks->count; i++)
        if (masks->items[i] == mask)
            return;
    if (is_flag(mask) && masks->count < MAX_MASKS)
        vec_push(search->arena, masks, mask);
}

static void find_in_block(struct search *search, const struct block *block,
                          const struct instruction **constants)
{
    for (size_t i = 0; i < block->instruction_count; i++) {
        const struct instruction *at = &block->instructions[i];
        if (at->op == OP_CONST)
            constants[at->result] = at;
        for (uint32_t k = 0; at->op == OP_AND && k < at->operand_count; k++)
            if (constants[at->operands[k]])
                add_mask(search, constants[at->operands[k]]->immediate);
    }
}

struct masks masks_find(struct arena *arena, const struct program *program)
{
    struct arena *scratch = arena_open();
    struct search search = { .arena = arena };
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        const struct instruction **constants = arena_array(
            scratch, const struct instruction *, function->temp_count + 1);
        for (size_t b = 0; b < function->block_count; b++)
            find_in_block(&search, &function->blocks[b], constants);
    }
    arena_close(scratch);
    return search.masks;
}
