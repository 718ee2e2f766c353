/* stats.c - counts over the program, without its models, and the analysis. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/stats.h"

#include "engine/finding.h"
#include "ir/unit.h"
#include "report/table.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/text.h"
#include "support/vec.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 2 };

struct cells vec_of(const char *);

struct counts {
    size_t functions;
    size_t blocks;
    size_t instructions;
    struct map *opaque; /* interned name -> size_t */
};

static void count_opaque(struct arena *arena, const char *name,
                         struct map *opaque)
{
    size_t *count = map_get(opaque, name);

    if (!count) {
        count = arena_new(arena, size_t);
        map_put(opaque, name, count);
    }
    ++*count;
}

static void count_block(struct arena *arena, const struct block *block,
                        struct counts *counts)
{
    counts->instructions += block->instruction_count;
    for (size_t i = 0; i < block->instruction_count; i++)
        if (block->instructions[i].op == OP_OPAQUE)
            count_opaque(arena, block->instructions[i].name, counts->opaque);
}

static void count_function(struct arena *arena, const struct function *function,
                           struct counts *counts)
{
    if (function->is_weak)
        return;
    counts->functions++;
    counts->blocks += function->block_count;
    for (size_t i = 0; i < function->block_count; i++)
        count_block(arena, &function->blocks[i], counts);
}

static size_t count_absent(const struct program *program)
{
    size_t count = 0;

    for (size_t i = 0; i < program->unit_count; i++)
        for (size_t k = 0; k < program->units[i]->function_count; k++)
            count += program->units[i]->functions[k]->is_absent;
    return count;
}

static void add_row(struct arena *arena, const char *label, size_t count,
                    struct cells *cells)
{
    vec_push(arena, cells, label);
    vec_push(arena, cells, arena_format(arena, "%zu", count));
}

static int compare_keys(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* By name: the order of the files does not matter. */
static void add_opaque_rows(struct arena *arena, const struct map *opaque,
                            struct cells *cells)
{
    size_t count = map_count(opaque);
    const char **names = arena_array(arena, const char *, count);

    for (size_t i = 0; i < count; i++)
        names[i] = map_at(opaque, i).key;
    qsort(names, count, sizeof(*names), compare_keys);
    for (size_t i = 0; i < count; i++)
        add_row(arena, arena_format(arena, "  opaque: %s", names[i]),
                *(const size_t *)map_get(opaque, names[i]), cells);
}

void stats_add(const struct program *program, const struct analysis *analysis,
               struct text *out)
{
    struct arena *arena = arena_open();
    struct counts counts = { .opaque = map_make(arena) };
    struct cells cells = { 0 };

    for (size_t i = 0; i < program->function_count; i++)
        count_function(arena, program->functions[i], &counts);
    add_row(arena, "files", program->unit_count - 1, &cells);
    add_row(arena, "functions", counts.functions, &cells);
    add_row(arena, "functions left out", count_absent(program), &cells);
    add_row(arena, "blocks", counts.blocks, &cells);
    add_row(arena, "instructions", counts.instructions, &cells);
    add_opaque_rows(arena, counts.opaque, &cells);
    add_row(arena, "passes", analysis->pass_count, &cells);
    add_row(arena, "summaries", analysis->summary_count, &cells);
    add_row(arena, "states", analysis->state_count, &cells);
    add_row(arena, "limits", analysis->limit_count, &cells);
    add_row(arena, "findings", analysis->finding_count, &cells);
    table_add(cells.items, cells.count / COLUMNS, COLUMNS, out);
    arena_close(arena);
}

void stats_add_files(const struct stats_files *files, struct text *out)
{
    struct arena *arena = arena_open();
    struct cells cells = { 0 };

    add_row(arena, "files parsed", files->parsed, &cells);
    add_row(arena, "files from the cache", files->kept, &cells);
    add_row(arena, "files left out", files->left_out, &cells);
    table_add(cells.items, cells.count / COLUMNS, COLUMNS, out);
    arena_close(arena);
}
