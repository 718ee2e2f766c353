/* trial.c - what the analysis says of the images with some files edited. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/trial.h"

#include "driver/captures.h"
#include "driver/judgement.h"
#include "driver/load.h"
#include "driver/part_memory.h"
#include "driver/run.h"
#include "engine/engine.h"
#include "fix/apply.h"
#include "fix/sketches.h"
#include "fix/tokens.h"
#include "frontend/capture.h"
#include "project/image.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/text.h"

#include <string.h>

struct trial {
    struct run *run;
    const struct rule_set *rules;
    struct captures *captures;
    const struct images *images;
    struct sketches *sketches;
    struct part_memory *memory;
    struct judgement **before; /* by image; NULL: not asked for yet */
};

struct edited vec_of(struct capture_text);

struct trial *trial_open(struct run *run, const struct options *options,
                         const struct rule_set *rules,
                         const struct run_cache *cache,
                         const struct images *images, struct sketches *sketches)
{
    struct trial *trial = arena_new(run->arena, struct trial);

    trial->run = run;
    trial->rules = rules->all;
    trial->captures = captures_make(run, options, cache, images);
    trial->images = images;
    trial->sketches = sketches;
    trial->before = arena_array(run->arena, struct judgement *, images->count);
    if (!trial->captures)
        return NULL;
    trial->memory = part_memory_open(run->strings);
    return trial;
}

void trial_close(struct trial *trial)
{
    captures_close(trial->captures);
    part_memory_close(trial->memory);
}

/* NULL if there is nothing to analyse any more. */
static struct judgement *judge(const struct trial *trial, struct arena *arena,
                               const struct image *image,
                               const struct edited *edited)
{
    struct arena *scratch = arena_open();
    struct run own = { scratch, trial->run->strings, fail_make(scratch) };
    struct engine_options how = { .memory = part_memory_of(trial->memory) };
    struct judgement *judgement = NULL;
    struct program *program =
        load_edited(&own, trial->rules, trial->captures, &image->inputs,
                    edited->items, edited->count);

    if (program) {
        const struct analysis *analysis =
            engine_analyze(scratch, program, trial->rules, &how);
        judgement = judgement_make(arena, analysis, fail_count(own.fail));
    }
    arena_close(scratch);
    return judgement;
}

static bool reads(const struct image *image, const char *file)
{
    vec_each (const struct input, input, &image->inputs)
        if (!input->is_ir && load_is_file(input, file))
            return true;
    return false;
}

static bool reads_any(const struct image *image, const struct patches *patches)
{
    vec_each (const struct patch, patch, patches)
        if (reads(image, patch->file))
            return true;
    return false;
}

static bool is_read(const struct images *images, const char *file)
{
    vec_each (const struct image, image, images)
        if (reads(image, file))
            return true;
    return false;
}

/* False if one of them is no source file of an image. */
static bool edit_all(struct trial *trial, struct arena *arena,
                     const struct patches *patches, struct edited *edited)
{
    vec_each (const struct patch, patch, patches) {
        const struct sketch *sketch =
            sketches_get(trial->sketches, patch->file);
        struct text out = text_make(arena);
        if (!sketch || !is_read(trial->images, patch->file))
            return false;
        patch_apply(patch, sketch->text, sketch->size, &out);
        struct capture_text edit = {
            .path = path_normal(
                arena,
                path_join(arena, file_working_directory(arena), patch->file)),
            .data = text_str(&out),
            .size = out.length,
        };
        vec_push(arena, edited, edit);
    }
    return true;
}

static bool is_good_for(struct trial *trial, struct arena *arena, size_t index,
                        const struct edited *edited,
                        const struct finding *const *findings, size_t count)
{
    const struct image *image = &trial->images->items[index];
    const struct edited none = { 0 };
    const struct judgement *after;

    if (!trial->before[index])
        trial->before[index] = judge(trial, trial->run->arena, image, &none);
    after = judge(trial, arena, image, edited);
    return after && trial->before[index] &&
           judgement_is_better(trial->before[index], after, findings, count);
}

bool trial_is_good(struct trial *trial, const struct patches *patches,
                   const struct finding *const *findings, size_t count)
{
    struct arena *arena = arena_open();
    struct edited edited = { 0 };
    bool good = edit_all(trial, arena, patches, &edited);

    for (size_t i = 0; good && i < trial->images->count; i++)
        if (reads_any(&trial->images->items[i], patches))
            good = is_good_for(trial, arena, i, &edited, findings, count);
    arena_close(arena);
    return good;
}
