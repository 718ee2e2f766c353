/* live_image.c - a driver that is being written. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/live_image.h"

#include "driver/live_units.h"
#include "driver/part_memory.h"
#include "driver/run.h"
#include "driver/verdicts.h"
#include "engine/engine.h"
#include "project/image.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "triage/allow.h"
#include "triage/counts.h"

struct live_image live_image_make(struct run *run, const struct rule_set *rules,
                                  struct live_units *all,
                                  const struct image *image)
{
    struct live_image live = {
        .name = image->name,
        .run = run,
        .rules = rules,
        .all = all,
        .memory = part_memory_open(run->strings),
        .units =
            arena_array(run->arena, struct live_unit *, image->inputs.count),
    };

    vec_each (const struct input, input, &image->inputs)
        if (!input->is_ir)
            live.units[live.unit_count++] = live_units_get(all, input);
    return live;
}

void live_image_release(struct live_image *live)
{
    part_memory_close(live->memory);
    arena_close(live->arena);
}

bool live_image_reads(const struct live_image *live, const char *path)
{
    const struct watched *file = live_units_file(live->all, path);

    for (size_t i = 0; i < live->unit_count; i++)
        if (live_unit_reads(live->units[i], path, file))
            return true;
    return false;
}

bool live_image_refresh(const struct live_image *live,
                        const struct snapshot *texts, const atomic_bool *stop)
{
    return live_units_refresh(live->all, live->units, live->unit_count, texts,
                              stop);
}

struct program *live_image_link(const struct live_image *live,
                                struct arena *arena,
                                const struct rule_set *rules,
                                struct unit *const *instead)
{
    struct vec_of(struct unit *) units = { 0 };
    struct fail *unheard = fail_make(arena);

    for (size_t i = 0; i < live->unit_count; i++) {
        struct unit *unit = live->units[i]->unit;
        if (instead && instead[i])
            unit = instead[i];
        if (unit)
            vec_push(arena, &units, unit);
    }
    if (units.count == 0)
        return NULL;
    vec_push(arena, &units, rules_bind(arena, rules, units.items, units.count));
    return program_link(arena, live->run->strings, units.items, units.count,
                        unheard);
}

static size_t youngest(const struct live_image *live)
{
    size_t made = 0;

    for (size_t i = 0; i < live->unit_count; i++)
        if (live->units[i]->made > made)
            made = live->units[i]->made;
    return made;
}

/* What is kept of an analysis is a copy: all else goes with the program. */
static void keep(struct live_image *live, const struct analysis *analysis)
{
    struct verdicts *kept;

    arena_close(live->arena);
    live->arena = arena_open();
    kept = verdicts_make(live->arena);
    if (analysis)
        verdicts_add(kept, live->name, analysis);

    struct analysis *all = verdicts_merge(kept);

    allow_apply(live->arena, live->rules, all, NULL);
    live->analysis = counts_only(live->arena, all);
    live->made_of = youngest(live);
    live->is_fixed = false;
}

static void analyze(struct live_image *live, const atomic_bool *stop)
{
    struct arena *arena = arena_open();
    struct engine_options how = { .stop = stop,
                                  .memory = part_memory_of(live->memory) };
    const struct program *program =
        live_image_link(live, arena, live->rules, NULL);
    const struct analysis *analysis = NULL;

    if (program)
        analysis = engine_analyze(arena, program, live->rules, &how);
    if (!atomic_load(stop))
        keep(live, analysis);
    arena_close(arena);
}

bool live_image_analyze(struct live_image *live, const struct snapshot *texts,
                        const atomic_bool *stop)
{
    if (!live_image_refresh(live, texts, stop))
        return false;
    if (!live->analysis || live->made_of != youngest(live))
        analyze(live, stop);
    return !atomic_load(stop);
}
