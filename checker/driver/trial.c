/* trial.c - what the analysis says of the images with some files edited. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/trial.h"

#include "driver/captures.h"
#include "driver/load.h"
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
#include "support/words.h"

#include <stdlib.h>
#include <string.h>

/* What one analysis says, in a form that does not depend on lines. */
struct judgement {
    struct words keys; /* one for each finding, sorted */
    size_t limits;
    size_t registrations;
    size_t messages;
};

struct trial {
    struct run *run;
    const struct rule_set *rules;
    struct captures *captures;
    const struct images *images;
    struct sketches *sketches;
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
    return trial->captures ? trial : NULL;
}

void trial_close(struct trial *trial)
{
    captures_close(trial->captures);
}

/* Two findings of one key cannot be told from each other but by their place. */
static const char *key_of(struct arena *arena, const struct finding *finding)
{
    return arena_format(arena, "%s\n%s\n%s\n%s\n%d%d", finding->rule->id,
                        finding->function, finding->handle, finding->message,
                        finding->severity, finding->is_possible);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* NULL if there is nothing to analyse any more. */
static struct judgement *judge(const struct trial *trial, struct arena *arena,
                               const struct image *image,
                               const struct edited *edited)
{
    struct arena *scratch = arena_open();
    struct run own = { scratch, trial->run->strings, fail_make(scratch) };
    struct engine_options how = { 0 };
    struct judgement *judgement = NULL;
    struct program *program =
        load_edited(&own, trial->rules, trial->captures, &image->inputs,
                    edited->items, edited->count);

    if (program) {
        const struct analysis *analysis =
            engine_analyze(scratch, program, trial->rules, &how);
        judgement = arena_new(arena, struct judgement);
        judgement->limits = analysis->limit_count;
        judgement->registrations = analysis->proof_count;
        judgement->messages = fail_count(own.fail);
        for (size_t i = 0; i < analysis->finding_count; i++)
            vec_push(arena, &judgement->keys,
                     key_of(arena, &analysis->findings[i]));
        if (judgement->keys.count > 1)
            qsort(judgement->keys.items, judgement->keys.count,
                  sizeof(*judgement->keys.items), compare);
    }
    arena_close(scratch);
    return judgement;
}

static size_t count_of(const struct judgement *judgement, const char *key)
{
    size_t count = 0;

    vec_each (const char *, own, &judgement->keys)
        count += strcmp(*own, key) == 0;
    return count;
}

/* How many of the findings have that key. */
static size_t count_wanted(struct arena *arena, const char *key,
                           const struct finding *const *findings, size_t count)
{
    size_t wanted = 0;

    for (size_t i = 0; i < count; i++)
        wanted += strcmp(key_of(arena, findings[i]), key) == 0;
    return wanted;
}

static bool is_better(struct arena *arena, const struct judgement *before,
                      const struct judgement *after,
                      const struct finding *const *findings, size_t count)
{
    if (after->limits > before->limits || after->messages > before->messages ||
        after->registrations != before->registrations)
        return false;
    vec_each (const char *, key, &after->keys)
        if (count_of(after, *key) > count_of(before, *key))
            return false;
    for (size_t i = 0; i < count; i++) {
        const char *key = key_of(arena, findings[i]);
        size_t had = count_of(before, key);
        size_t wanted = count_wanted(arena, key, findings, count);
        if (count_of(after, key) > (had > wanted ? had - wanted : 0))
            return false;
    }
    return true;
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
           is_better(arena, trial->before[index], after, findings, count);
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
