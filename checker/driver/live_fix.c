/* live_fix.c - fixes for a driver that is being written.
 *
 * As for a check (driver/fixes.c): what is proposed is tried, and only offered
 * if the analysis says that the finding is gone and no other has come. Only the
 * units that read the changed file are made again for that.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/judgement.h"
#include "driver/live_image.h"
#include "driver/live_units.h"
#include "driver/part_memory.h"
#include "driver/run.h"
#include "editor/session.h"
#include "engine/engine.h"
#include "fix/apply.h"
#include "fix/propose.h"
#include "fix/sketches.h"
#include "fix/tokens.h"
#include "frontend/capture.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"
#include "support/text.h"

#include <string.h>

struct live_fix {
    struct arena *arena; /* as long as fixes are looked for */
    struct live_image *live;
    const struct snapshot *texts;
    const atomic_bool *stop;
    const struct rule_set *rules; /* all, whichever were chosen */
    const char *working;
    struct sketches *sketches;
    struct judgement *before; /* NULL: not asked for yet */
};

/* Texts are found under each name that a place may have for them. */
static void put_texts(struct live_fix *fix)
{
    vec_each (const struct buffer, buffer, &fix->texts->buffers) {
        sketches_put(fix->sketches, buffer->path, buffer->text.data,
                     buffer->text.size);
        sketches_put(fix->sketches,
                     path_short(fix->arena, buffer->path, fix->working),
                     buffer->text.data, buffer->text.size);
    }
}

static const char *full_path(const struct live_fix *fix, const char *file)
{
    return path_normal(fix->arena, path_join(fix->arena, fix->working, file));
}

/* What is open, but for the edited file, and that as it is with the fix. */
static struct capture_texts edited_texts(const struct live_fix *fix,
                                         const struct patch *patch)
{
    const struct sketch *sketch = sketches_get(fix->sketches, patch->file);
    struct capture_text edited = { .path = full_path(fix, patch->file) };
    struct capture_texts texts = { 0 };
    struct text out = text_make(fix->arena);

    vec_each (const struct buffer, buffer, &fix->texts->buffers) {
        struct capture_text text = { buffer->path, buffer->text.data,
                                     buffer->text.size };
        if (strcmp(buffer->path, edited.path) != 0)
            vec_push(fix->arena, &texts, text);
    }
    patch_apply(patch, sketch->text, sketch->size, &out);
    edited.data = text_str(&out);
    edited.size = out.length;
    vec_push(fix->arena, &texts, edited);
    return texts;
}

/* Makes the units that read the patched file, if any is patched; how much is
 * said about all units then. */
static size_t capture_edited(const struct live_fix *fix,
                             const struct patch *patch, struct arena *arena,
                             struct unit **instead)
{
    const struct live_image *live = fix->live;
    const char *path = patch ? full_path(fix, patch->file) : NULL;
    const struct watched *file = path ? live_units_file(live->all, path) : NULL;
    struct capture_texts texts = { 0 };
    size_t messages = 0;

    if (patch)
        texts = edited_texts(fix, patch);
    for (size_t i = 0; i < live->unit_count; i++) {
        const struct live_unit *unit = live->units[i];
        if (path && live_unit_reads(unit, path, file))
            instead[i] =
                live_units_capture(live->all, arena, unit, &texts, &messages);
        else
            messages += unit->messages;
    }
    return messages;
}

/* NULL if there is nothing to analyse, or it was stopped. */
static struct judgement *judge(const struct live_fix *fix,
                               const struct patch *patch)
{
    const struct live_image *live = fix->live;
    struct arena *scratch = arena_open();
    struct unit **instead =
        arena_array(scratch, struct unit *, live->unit_count);
    struct engine_options how = { .stop = fix->stop,
                                  .memory = part_memory_of(live->memory) };
    struct judgement *judgement = NULL;
    size_t messages = capture_edited(fix, patch, scratch, instead);
    const struct program *program =
        live_image_link(live, scratch, fix->rules, instead);

    if (program && !atomic_load(fix->stop))
        judgement = judgement_make(
            fix->arena, engine_analyze(scratch, program, fix->rules, &how),
            messages);
    arena_close(scratch);
    return atomic_load(fix->stop) ? NULL : judgement;
}

static bool is_certain(struct live_fix *fix, const struct finding *finding,
                       const struct fix *proposed)
{
    struct patch patch = { .file = proposed->file };
    const struct judgement *after;

    if (!sketches_get(fix->sketches, proposed->file) ||
        !patch_add(fix->arena, &patch, proposed))
        return false;
    if (!fix->before)
        fix->before = judge(fix, NULL);
    after = fix->before ? judge(fix, &patch) : NULL;
    return after && judgement_is_better(fix->before, after, &finding, 1);
}

static const struct fix *copy_fix(struct arena *arena, const struct fix *from)
{
    struct fix *fix = arena_new(arena, struct fix);
    struct edit *edits = arena_array(arena, struct edit, from->edit_count);

    for (size_t i = 0; i < from->edit_count; i++) {
        edits[i] = from->edits[i];
        edits[i].text = arena_strdup(arena, from->edits[i].text);
    }
    fix->title = arena_strdup(arena, from->title);
    fix->file = arena_strdup(arena, from->file);
    fix->edits = edits;
    fix->edit_count = from->edit_count;
    return fix;
}

static void find_fix(struct live_fix *fix, struct finding *finding)
{
    struct fixes fixes =
        fix_propose(fix->arena, fix->rules, fix->sketches, finding);

    vec_each (const struct fix, proposed, &fixes) {
        if (atomic_load(fix->stop))
            return;
        if (is_certain(fix, finding, proposed)) {
            finding->fix = copy_fix(fix->live->arena, proposed);
            return;
        }
    }
}

void live_image_fix(struct live_image *live, const struct snapshot *texts,
                    const atomic_bool *stop)
{
    struct arena *arena = arena_open();
    struct analysis *analysis = live->analysis;
    struct live_fix fix = {
        .arena = arena,
        .live = live,
        .texts = texts,
        .stop = stop,
        .rules = live->rules->all,
        .working = file_working_directory(arena),
        .sketches = sketches_make(arena),
    };

    put_texts(&fix);
    for (size_t i = 0; !live->is_fixed && i < analysis->finding_count; i++)
        if (!analysis->findings[i].fix)
            find_fix(&fix, &analysis->findings[i]);
    live->is_fixed = !atomic_load(stop);
    arena_close(arena);
}
