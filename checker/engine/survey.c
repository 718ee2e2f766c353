/* survey.c - what all passes over a program stand on, found once. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/survey.h"

#include "engine/footprint.h"
#include "engine/slice.h"
#include "support/arena.h"
#include "support/map.h"

static void find_called(struct survey *survey)
{
    const struct program *program = survey->program;
    for (size_t i = 0; i < program->function_count; i++) {
        const struct function *function = program->functions[i];
        for (size_t b = 0; b < function->block_count; b++) {
            const struct block *block = &function->blocks[b];
            for (size_t k = 0; k < block->instruction_count; k++) {
                const struct instruction *at = &block->instructions[k];
                if (at->op == OP_CALL)
                    map_put(survey->called, function_linked(at->function),
                            survey);
            }
        }
    }
}

struct survey *survey_make(struct arena *arena, const struct program *program,
                           const struct rule_set *rules)
{
    struct survey *survey = arena_new(arena, struct survey);
    survey->program = program;
    survey->rules = rules;
    survey->roots = roots_find(arena, program, rules);
    survey->index = slice_index_make(arena, program, rules, survey->roots);
    survey->vocabulary = vocabulary_make(arena, program, survey->roots);
    survey->masks = masks_find(arena, program);
    survey->called = map_make(arena);
    find_called(survey);
    return survey;
}
