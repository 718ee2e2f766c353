/* masks.c - which bits of its words a program looks at.
 *
 * A word of flags is many guards in one: where two states become one that
 * differ in one flag, the others must not be forgotten. So the constants that
 * the program masks words with are collected, for engine/join.c.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"

#define MAX_MASKS 64
#define MAX_FLAGS 8 /* more bits than these are no flags, but part of a word */

static bool is_flag(int64_t mask)
{
    return mask != 0 && __builtin_popcountll((uint64_t)mask) <= MAX_FLAGS;
}

static void add_mask(struct engine *engine, int64_t mask)
{
    struct masks *masks = &engine->masks;
    for (size_t i = 0; i < masks->count; i++)
        if (masks->items[i] == mask)
            return;
    if (is_flag(mask) && masks->count < MAX_MASKS)
        vec_push(engine->arena, masks, mask);
}

static void find_in_block(struct engine *engine, const struct block *block,
                          const struct instruction **constants)
{
    for (size_t i = 0; i < block->instruction_count; i++) {
        const struct instruction *at = &block->instructions[i];
        if (at->op == OP_CONST)
            constants[at->result] = at;
        for (uint32_t k = 0; at->op == OP_AND && k < at->operand_count; k++)
            if (constants[at->operands[k]])
                add_mask(engine, constants[at->operands[k]]->immediate);
    }
}

void masks_find(struct engine *engine)
{
    const struct program *program = engine->program;
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        const struct instruction **constants =
            arena_array(engine->scratch, const struct instruction *,
                        function->temp_count + 1);
        for (size_t b = 0; b < function->block_count; b++)
            find_in_block(engine, &function->blocks[b], constants);
    }
}
