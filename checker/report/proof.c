/* proof.c - one row per place where something is registered. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/proof.h"

#include "engine/finding.h"
#include "report/table.h"
#include "support/arena.h"
#include "support/text.h"

enum { COLUMNS = 4 };

static const char *place_text(struct arena *arena, struct place place)
{
    if (!place.file)
        return "-";
    return arena_format(arena, "%s:%u:%u", place.file, place.line,
                        place.column);
}

static void fill_row(struct arena *arena, const struct proof *proof,
                     const char **cells)
{
    cells[0] = place_text(arena, proof->made);
    cells[1] = proof->object;
    cells[2] = proof->handle ? arena_format(arena, "'%s'", proof->handle) : "-";
    cells[3] = proof->is_safe ? "gone" : "not shown to be gone";
}

void proof_add_table(const struct analysis *analysis, struct text *out)
{
    struct arena *arena = arena_open();
    size_t rows = analysis->proof_count + 1;
    size_t count = rows * COLUMNS;
    const char **cells = arena_array(arena, const char *, count);

    cells[0] = "made at";
    cells[1] = "what";
    cells[2] = "kept in";
    cells[3] = "when the driver's code goes";
    for (size_t i = 0; i < analysis->proof_count; i++)
        fill_row(arena, &analysis->proofs[i], cells + (i + 1) * COLUMNS);
    if (analysis->proof_count != 0)
        table_add(cells, rows, COLUMNS, out);
    else
        text_add(out, "nothing is registered\n");
    arena_close(arena);
}
