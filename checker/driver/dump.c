/* dump.c - the command `dump`: the stages, one row each.
 *
 * A dump is what tests stand on and what one looks at when a verdict is not
 * understood. The text is the one of the floor that knows the stage.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/dump.h"

#include "driver/captures.h"
#include "driver/inputs.h"
#include "driver/load.h"
#include "driver/options.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "engine/engine.h"
#include "ir/dump.h"
#include "ir/unit.h"
#include "rules/explain.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/nearest.h"
#include "support/path.h"
#include "support/text.h"

#include <stdio.h>
#include <string.h>

/* What a stage is dumped from: one image. */
struct subject {
    const struct options *options;
    const struct rule_set *rules;
    const struct captures *captures;
    const struct program *program;
};

static bool is_wanted(const struct function *function, const char *name)
{
    return strcmp(function->name, name) == 0 ||
           strcmp(function->spelling, name) == 0;
}

static void dump_functions(const struct program *program, const char *name,
                           struct text *out)
{
    for (size_t i = 0; i < program->function_count; i++)
        if (is_wanted(program->functions[i], name))
            dump_function(out, program->functions[i],
                          (struct dump_options){ 0 });
}

/* The models are left out: they are not in the files. */
static void dump_cfg(const struct subject *subject, struct text *out)
{
    const struct program *program = subject->program;

    if (subject->options->function) {
        dump_functions(program, subject->options->function, out);
        return;
    }
    for (size_t i = 0; i + 1 < program->unit_count; i++)
        dump_unit(out, program->units[i], (struct dump_options){ 0 });
}

static void dump_calls(const struct subject *subject, struct text *out)
{
    engine_dump_calls(subject->program, subject->rules, out);
}

static void dump_roots(const struct subject *subject, struct text *out)
{
    engine_dump_roots(subject->program, subject->rules, out);
}

static void dump_slice(const struct subject *subject, struct text *out)
{
    engine_dump_slice(subject->program, subject->rules,
                      subject->options->function, out);
}

static void dump_states(const struct subject *subject, struct text *out)
{
    engine_dump_states(subject->program, subject->rules,
                       subject->options->function, out);
}

struct stage {
    const char *name;
    void (*dump)(const struct subject *subject, struct text *out);
};

static const struct stage stages[] = {
    { "cfg", dump_cfg },     { "calls", dump_calls },   { "roots", dump_roots },
    { "slice", dump_slice }, { "states", dump_states },
};

enum { STAGE_COUNT = sizeof(stages) / sizeof(stages[0]) };

static const struct stage *find_stage(const char *name)
{
    for (size_t i = 0; i < STAGE_COUNT; i++)
        if (strcmp(stages[i].name, name) == 0)
            return &stages[i];
    return NULL;
}

static enum run_status refuse_topic(struct run *run, const char *topic)
{
    struct nearest nearest = nearest_make(topic);
    struct fail_place nowhere = { 0 };

    nearest_try(&nearest, "rule");
    nearest_try(&nearest, "images");
    for (size_t i = 0; i < STAGE_COUNT; i++)
        nearest_try(&nearest, stages[i].name);
    if (nearest.best)
        fail_add(run->fail, nowhere,
                 "there is no dump of '%s'; did you mean '%s'?", topic,
                 nearest.best);
    else
        fail_add(run->fail, nowhere,
                 "there is no dump of '%s'; there is images, cfg, calls, "
                 "roots, slice, states and rule",
                 topic);
    return RUN_TROUBLE;
}

static enum run_status dump_rules(struct run *run,
                                  const struct options *options)
{
    const struct rule_set *rules = rulebook_read(run, options, NULL);
    struct text out = text_make(run->arena);

    if (!rules)
        return RUN_TROUBLE;
    if (options->operands.count < 2) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "dump which rule? 'unloadcheck rules' lists them");
        return RUN_TROUBLE;
    }
    for (size_t i = 1; i < options->operands.count; i++)
        if (!rules_dump(rules, options->operands.items[i], &out))
            rulebook_refuse(run, rules, options->operands.items[i]);
    fputs(text_str(&out), stdout);
    return RUN_CLEAN;
}

static void check_function(struct run *run, const struct program *program,
                           const char *name)
{
    for (size_t i = 0; i < program->function_count; i++)
        if (is_wanted(program->functions[i], name))
            return;
    fail_add(run->fail, (struct fail_place){ 0 },
             "no function is '%s' in these files", name);
}

/* One image after the other, with its name where it has one. */
static bool dump_image(struct run *run, const struct stage *stage,
                       struct subject *subject, const struct image *image)
{
    struct arena *arena = arena_open();
    struct run own = { arena, run->strings, run->fail };
    struct text out = text_make(arena);

    subject->program =
        load_program(&own, subject->options, subject->rules, subject->captures,
                     &image->inputs, UNIT_FILE_WHOLE);
    if (subject->program && subject->options->function)
        check_function(run, subject->program, subject->options->function);
    if (subject->program && image->name)
        text_addf(&out, "image \"%s\"\n", image->name);
    if (subject->program)
        stage->dump(subject, &out);
    fputs(text_str(&out), stdout);
    arena_close(arena);
    return subject->program != NULL;
}

static enum run_status dump_stage(struct run *run,
                                  const struct options *options,
                                  const struct stage *stage)
{
    struct subject subject = { .options = options };
    struct images images = { 0 };
    bool is_any = false;

    subject.rules = rulebook_read(run, options, NULL);
    if (!subject.rules || !inputs_find(run, options, subject.rules, NULL,
                                       options->operands.items + 1,
                                       options->operands.count - 1, &images))
        return RUN_TROUBLE;

    struct run_cache *cache = run_cache_open(run, options, &images);
    struct captures *captures = captures_make(run, options, cache, &images);

    subject.captures = captures;
    if (captures) {
        vec_each (const struct image, image, &images)
            is_any |= dump_image(run, stage, &subject, image);
        captures_close(captures);
    }
    run_cache_close(cache);
    return is_any ? RUN_CLEAN : RUN_TROUBLE;
}

static void add_input(const struct input *input, struct text *out)
{
    struct arena *arena = arena_open();
    const char *working = file_working_directory(arena);

    text_addf(out, "  %s", path_short(arena, input->path, working));
    if (input->directory)
        text_addf(out, " [in %s]",
                  path_short(arena, input->directory, working));
    for (size_t i = 0; i < input->argument_count; i++)
        text_addf(out, " %s", input->arguments[i]);
    text_add_char(out, '\n');
    arena_close(arena);
}

/* What would be analysed: nothing is read but the projects. */
static enum run_status dump_images(struct run *run,
                                   const struct options *options)
{
    struct text out = text_make(run->arena);
    struct images images = { 0 };
    const struct rule_set *rules = rulebook_read(run, options, NULL);

    if (!rules ||
        !inputs_find(run, options, rules, NULL, options->operands.items + 1,
                     options->operands.count - 1, &images))
        return RUN_TROUBLE;
    vec_each (const struct image, image, &images) {
        text_addf(&out, "image \"%s\"", image->name ? image->name : "");
        if (image->kind)
            text_addf(&out, " (%s)", image->kind);
        if (image->origin)
            text_addf(&out, " of %s", image->origin);
        text_addf(&out, ", %zu files\n", image->inputs.count);
        vec_each (const struct input, input, &image->inputs)
            add_input(input, &out);
    }
    fputs(text_str(&out), stdout);
    return RUN_CLEAN;
}

enum run_status dump_run(struct run *run, const struct options *options)
{
    if (options->operands.count == 0) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "dump what? 'unloadcheck dump --help' tells");
        return RUN_TROUBLE;
    }

    const char *topic = options->operands.items[0];
    const struct stage *stage = find_stage(topic);

    if (strcmp(topic, "rule") == 0)
        return dump_rules(run, options);
    if (strcmp(topic, "images") == 0)
        return dump_images(run, options);
    return stage ? dump_stage(run, options, stage) : refuse_topic(run, topic);
}
