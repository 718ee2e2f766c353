/* proof_table.c - a table of registrations, then one table for each of them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/proof_table.h"

#include "engine/finding.h"
#include "report/proof_text.h"
#include "report/table.h"
#include "support/arena.h"
#include "support/text.h"
#include "support/vec.h"

enum { SUMMARY_COLUMNS = 4, COLUMNS = 4 };

struct cells vec_of(const char *);

/* One registration, while its lines are made. */
struct lines {
    struct arena *arena;
    const struct proof *proof;
    struct cells cells;
};

static const char *place_text(struct arena *arena, struct place place)
{
    if (!place.file)
        return "-";
    return arena_format(arena, "%s:%u:%u", place.file, place.line,
                        place.column);
}

static void add_summary(struct arena *arena, const struct analysis *analysis,
                        struct text *out)
{
    struct cells cells = { NULL, 0, 0 };
    static const char *const head[] = { "made at", "what", "kept in",
                                        "when the driver's code goes" };

    for (size_t i = 0; i < SUMMARY_COLUMNS; i++)
        vec_push(arena, &cells, head[i]);
    for (size_t i = 0; i < analysis->proof_count; i++) {
        const struct proof *proof = &analysis->proofs[i];
        vec_push(arena, &cells, place_text(arena, proof->made));
        vec_push(arena, &cells, proof->protocol->object);
        vec_push(arena, &cells,
                 *proof->handle ? arena_format(arena, "'%s'", proof->handle)
                                : "-");
        vec_push(arena, &cells, proof_text_verdict(proof));
    }
    table_add(cells.items, cells.count / SUMMARY_COLUMNS, SUMMARY_COLUMNS, out);
}

static void add_line(struct lines *lines, const char *part, const char *place,
                     const char *text)
{
    vec_push(lines->arena, &lines->cells, "");
    vec_push(lines->arena, &lines->cells, part);
    vec_push(lines->arena, &lines->cells, place);
    vec_push(lines->arena, &lines->cells, text);
}

static void add_step(struct lines *lines, const struct proof_step *step)
{
    add_line(lines, proof_text_part(lines->proof, step),
             place_text(lines->arena, step->place),
             proof_text_step(lines->arena, step));
    for (size_t i = 0; i < step->guard_count; i++)
        add_line(lines, "", place_text(lines->arena, step->guards[i].place),
                 arena_format(lines->arena, "  if %s", step->guards[i].text));
}

static void add_moment(struct lines *lines, const struct proof_moment *moment)
{
    const char *text = proof_text_moment(lines->arena, lines->proof, moment);

    if (!moment->is_gone)
        text = arena_format(lines->arena, "%s: not shown to be gone", text);
    add_line(lines, moment->at == AT_UNLOAD_RETURN ? "unload" : "entry fails",
             place_text(lines->arena, moment->place), text);
}

static void add_proof(struct arena *arena, const struct proof *proof,
                      struct text *out)
{
    struct lines lines = { arena, proof, { NULL, 0, 0 } };

    text_addf(out, "\n%s: %s\n", proof_text_subject(arena, proof),
              proof_text_verdict(proof));
    for (size_t i = 0; i < proof->step_count; i++)
        add_step(&lines, &proof->steps[i]);
    for (size_t i = 0; i < proof->moment_count; i++)
        add_moment(&lines, &proof->moments[i]);
    for (size_t i = 0; i < proof->assumption_count; i++)
        add_line(&lines, "assumed",
                 place_text(arena, proof->assumptions[i].place),
                 proof->assumptions[i].text);
    table_add(lines.cells.items, lines.cells.count / COLUMNS, COLUMNS, out);
}

void proof_table_add(const struct analysis *analysis, bool is_brief,
                     struct text *out)
{
    struct arena *arena = arena_open();

    if (analysis->proof_count != 0)
        add_summary(arena, analysis, out);
    else
        text_add(out, "nothing is registered that the rules look after\n");
    for (size_t i = 0; !is_brief && i < analysis->proof_count; i++)
        add_proof(arena, &analysis->proofs[i], out);
    arena_close(arena);
}
