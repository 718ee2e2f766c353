/* fixes.c - the fixes of a run that are certain, and what is done with them.
 *
 * Each is tried alone. What is written is tried together, one after the other:
 * one fix is often enough for several findings.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/fixes.h"

#include "driver/options.h"
#include "driver/repository.h"
#include "driver/run.h"
#include "driver/trial.h"
#include "engine/finding.h"
#include "fix/apply.h"
#include "fix/export.h"
#include "fix/propose.h"
#include "fix/restyle.h"
#include "fix/sketches.h"
#include "fix/tokens.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/text.h"
#include "triage/counts.h"

#include <stdio.h>
#include <string.h>

/* Findings, by their number in the analysis. */
struct numbers vec_of(size_t);

struct fixing {
    struct run *run;
    const struct rule_set *rules;
    struct trial *trial; /* NULL: there is nothing to try */
    struct sketches *sketches;
};

/* Fixes that are made together. */
struct making {
    struct patches patches;
    struct numbers numbers;
    struct vec_of(const struct finding *) fixed; /* the same findings */
};

bool fixes_are_wanted(const struct options *options)
{
    return options->suggest || options->fix || options->diff ||
           options->export_fixes;
}

static void add_number(struct arena *arena, struct making *making,
                       const struct analysis *analysis, size_t number)
{
    vec_push(arena, &making->numbers, number);
    vec_push(arena, &making->fixed, &analysis->findings[number]);
}

static struct making copy_of(struct arena *arena, const struct making *making,
                             const struct analysis *analysis)
{
    struct making copy = { 0 };

    vec_each (const size_t, number, &making->numbers)
        add_number(arena, &copy, analysis, *number);
    vec_each (const struct patch, patch, &making->patches) {
        struct patch own = { .file = patch->file };
        vec_each (const struct edit, edit, &patch->edits)
            vec_push(arena, &own.edits, *edit);
        vec_push(arena, &copy.patches, own);
    }
    return copy;
}

/* False if it cannot be made with the others. */
static bool add_fix(struct arena *arena, struct making *making,
                    const struct analysis *analysis, size_t number)
{
    const struct fix *fix = analysis->findings[number].fix;
    struct patch *patch = NULL;

    vec_each (struct patch, own, &making->patches)
        if (strcmp(own->file, fix->file) == 0)
            patch = own;
    if (!patch) {
        struct patch new = { .file = fix->file };
        vec_push(arena, &making->patches, new);
        patch = &vec_last(&making->patches);
    }
    if (!patch_add(arena, patch, fix))
        return false;
    add_number(arena, making, analysis, number);
    return true;
}

static bool is_good(const struct fixing *fixing, const struct making *making)
{
    return trial_is_good(fixing->trial, &making->patches, making->fixed.items,
                         making->fixed.count);
}

static bool is_certain(const struct fixing *fixing,
                       const struct finding *finding, const struct fix *fix)
{
    struct finding copy = *finding;
    struct analysis alone = { .findings = &copy, .finding_count = 1 };
    struct making making = { 0 };

    copy.fix = fix;
    return add_fix(fixing->run->arena, &making, &alone, 0) &&
           is_good(fixing, &making);
}

/* In the style of its tree, if there is one. */
static const struct fix *in_style(const struct fixing *fixing,
                                  const struct finding *finding,
                                  const struct fix *fix)
{
    const struct fix *restyled = fix_restyle(
        fixing->run->arena, sketches_get(fixing->sketches, fix->file), fix);

    return restyled && is_certain(fixing, finding, restyled) ? restyled : fix;
}

static const struct fix *find_fix(const struct fixing *fixing,
                                  const struct finding *finding)
{
    struct fixes fixes = fix_propose(fixing->run->arena, fixing->rules->all,
                                     fixing->sketches, finding);

    vec_each (const struct fix, fix, &fixes)
        if (is_certain(fixing, finding, fix))
            return in_style(fixing, finding, fix);
    return NULL;
}

struct fixing *fixes_find(struct run *run, const struct options *options,
                          const struct rule_set *rules,
                          const struct run_cache *cache,
                          const struct images *images,
                          struct analysis *analysis)
{
    struct fixing *fixing = arena_new(run->arena, struct fixing);

    fixing->run = run;
    fixing->rules = rules;
    fixing->sketches = sketches_make(run->arena);
    if (analysis->finding_count == 0)
        return fixing;
    fixing->trial =
        trial_open(run, options, rules, cache, images, fixing->sketches);
    if (!fixing->trial)
        return fixing;
    for (size_t i = 0; i < analysis->finding_count; i++) {
        struct finding *finding = &analysis->findings[i];
        if (counts_finding(finding))
            finding->fix = find_fix(fixing, finding);
    }
    return fixing;
}

/* Of a finding that is gone with what is made for others. */
static bool add_gone(const struct fixing *fixing, struct making *making,
                     const struct analysis *analysis, size_t number)
{
    struct arena *arena = fixing->run->arena;
    struct making more = copy_of(arena, making, analysis);

    add_number(arena, &more, analysis, number);
    if (making->patches.count == 0 || !is_good(fixing, &more))
        return false;
    *making = more;
    return true;
}

static void add_own(const struct fixing *fixing, struct making *making,
                    const struct analysis *analysis, size_t number)
{
    struct arena *arena = fixing->run->arena;
    struct making more = copy_of(arena, making, analysis);

    if (add_fix(arena, &more, analysis, number) && is_good(fixing, &more))
        *making = more;
}

/* Whether one fix may do for both. */
static bool is_related(const struct finding *a, const struct finding *b)
{
    return (a->origin.file && place_compare(a->origin, b->origin) == 0) ||
           strcmp(a->handle, b->handle) == 0;
}

/* All of them at once, if each is for another object and they go together. */
static bool add_all(const struct fixing *fixing, struct making *making,
                    const struct analysis *analysis)
{
    const struct finding *findings = analysis->findings;
    struct making all = { 0 };

    for (size_t i = 0; i < analysis->finding_count; i++) {
        for (size_t j = 0; j < i; j++)
            if (is_related(&findings[i], &findings[j]))
                return false;
        if (findings[i].fix && !add_fix(fixing->run->arena, &all, analysis, i))
            return false;
    }
    if (all.numbers.count == 0 || !is_good(fixing, &all))
        return false;
    *making = all;
    return true;
}

static struct making choose(const struct fixing *fixing,
                            const struct analysis *analysis)
{
    struct making making = { 0 };

    if (add_all(fixing, &making, analysis))
        return making;

    for (size_t i = 0; i < analysis->finding_count; i++)
        if (analysis->findings[i].fix &&
            !add_gone(fixing, &making, analysis, i))
            add_own(fixing, &making, analysis, i);
    for (size_t i = 0; i < analysis->finding_count; i++)
        if (!analysis->findings[i].fix)
            add_gone(fixing, &making, analysis, i);
    return making;
}

static bool has(const struct making *making, size_t number)
{
    vec_each (const size_t, own, &making->numbers)
        if (*own == number)
            return true;
    return false;
}

static void tell_left(const struct fixing *fixing, const struct making *making,
                      const struct analysis *analysis)
{
    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        struct fail_place place = place_to_fail(finding->place);
        if (finding->fix && !has(making, i))
            fail_note(fixing->run->fail, place,
                      "the fix of this cannot be made with the others: make "
                      "those, and check again");
    }
}

/* If the file is as it was when it was analysed. */
static bool write_file(const struct fixing *fixing, const struct patch *patch)
{
    struct run *run = fixing->run;
    const struct sketch *sketch = sketches_get(fixing->sketches, patch->file);
    struct text out = text_make(run->arena);
    struct file_text now;

    if (!file_read(run->arena, patch->file, run->fail, &now))
        return false;
    if (now.size != sketch->size ||
        memcmp(now.data, sketch->text, now.size) != 0) {
        fail_add(run->fail, (struct fail_place){ .file = patch->file },
                 "it was changed meanwhile, and is left alone");
        return false;
    }
    patch_apply(patch, now.data, now.size, &out);
    return file_replace(patch->file, text_str(&out), out.length, run->fail);
}

static void write_files(const struct fixing *fixing,
                        const struct making *making, struct analysis *analysis)
{
    size_t kept = 0, count = analysis->finding_count;
    bool good = true;

    vec_each (const struct patch, patch, &making->patches)
        good &= write_file(fixing, patch);
    if (!good || making->numbers.count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (!has(making, i))
            analysis->findings[kept++] = analysis->findings[i];
    analysis->finding_count = kept;
    fail_note(fixing->run->fail, (struct fail_place){ 0 },
              "%zu of %zu finding%s fixed", count - kept, count,
              count == 1 ? " is" : "s are");
}

static void print_diff(const struct fixing *fixing, const struct making *making)
{
    struct arena *arena = fixing->run->arena;
    const char *root = repository_root(arena);
    const char *folder = repository_folder(arena, root);
    struct text out = text_make(arena);

    vec_each (const struct patch, patch, &making->patches) {
        const struct sketch *sketch =
            sketches_get(fixing->sketches, patch->file);
        const char *path =
            path_normal(arena, path_join(arena, folder, patch->file));
        if (*root != '\0')
            path = path_short(arena, path, root);
        patch_add_diff(patch, path, sketch->text, sketch->size, &out);
    }
    fwrite(text_str(&out), 1, out.length, stdout);
}

/* Those whose own fix is made; the others are gone by that. */
static void export(const struct fixing *fixing, const char *file,
                   const struct making *making)
{
    struct text out = text_make(fixing->run->arena);
    struct vec_of(const struct finding *) owners = { 0 };

    vec_each (const struct finding *, finding, &making->fixed) {
        const struct fix *fix = (*finding)->fix;
        vec_each (const struct patch, patch, &making->patches)
            if (fix && strcmp(fix->file, patch->file) == 0 &&
                patch_has(patch, fix))
                vec_push(fixing->run->arena, &owners, *finding);
    }
    export_add(owners.items, owners.count, fixing->sketches, &out);
    file_write(file, text_str(&out), out.length, fixing->run->fail);
}

static void write_all(struct fixing *fixing, const struct options *options,
                      struct analysis *analysis)
{
    struct making making = choose(fixing, analysis);

    tell_left(fixing, &making, analysis);
    if (options->export_fixes)
        export(fixing, options->export_fixes, &making);
    if (options->diff)
        print_diff(fixing, &making);
    if (options->fix)
        write_files(fixing, &making, analysis);
}

void fixes_write(struct fixing *fixing, const struct options *options,
                 struct analysis *analysis)
{
    if (!fixing)
        return;
    if (options->fix || options->diff || options->export_fixes)
        write_all(fixing, options, analysis);
    if (fixing->trial)
        trial_close(fixing->trial);
}
