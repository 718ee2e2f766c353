/* load.c - from the units of an image to a linked program. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/load.h"

#include "driver/captures.h"
#include "driver/options.h"
#include "driver/run.h"
#include "frontend/capture.h"
#include "ir/step_over.h"
#include "ir/unit.h"
#include "project/image.h"
#include "rules/model.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/text.h"

#include <string.h>

struct units vec_of(struct unit *);

bool load_is_file(const struct input *input, const char *name)
{
    struct arena *scratch = arena_open();
    const char *working = file_working_directory(scratch);
    const char *from = input->directory ? input->directory : "";
    const char *path =
        path_join(scratch, working, path_join(scratch, from, input->path));
    bool is_same =
        strcmp(path_normal(scratch, path),
               path_normal(scratch, path_join(scratch, working, name))) == 0;

    arena_close(scratch);
    return is_same;
}

static void tell_arguments(struct run *run, const struct input *input)
{
    struct text words = text_make(run->arena);

    for (size_t i = 0; i < input->argument_count; i++)
        text_addf(&words, " %s", input->arguments[i]);
    fail_note(run->fail, (struct fail_place){ .file = input->path },
              "read, compiled with:%s",
              input->argument_count != 0 ? text_str(&words) : " no flags");
}

/* Some of the units may be NULL. */
static struct program *link_all(struct run *run, const struct rule_set *rules,
                                const struct units *units)
{
    struct units all = { 0 };

    vec_each (struct unit *const, unit, units)
        if (*unit)
            vec_push(run->arena, &all, *unit);
    if (all.count == 0)
        return NULL;

    struct unit *models = rules_bind(run->arena, rules, all.items, all.count);

    vec_push(run->arena, &all, models);
    return program_link(run->arena, run->strings, all.items, all.count,
                        run->fail);
}

static bool is_known(const void *rules, const char *name)
{
    return rules_know(rules, name);
}

/* Reads in full what must be there in full. */
static bool load_needed(struct run *run, const struct rule_set *rules,
                        const struct captures *captures,
                        const struct inputs *inputs,
                        const struct program *program, struct units *units)
{
    const bool *needed = step_over_needs(run->arena, program, is_known, rules);
    size_t number = 0; /* in the program, which has none that is not there */

    if (!needed)
        return false;
    for (size_t i = 0; i < units->count; i++)
        if (units->items[i] && needed[number++])
            units->items[i] = captures_unit(captures, run, &inputs->items[i],
                                            UNIT_FILE_WHOLE);
    return true;
}

struct program *load_program(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct captures *captures,
                             const struct inputs *inputs,
                             enum unit_file_extent extent)
{
    struct units units = { 0 };

    vec_each (const struct input, input, inputs) {
        if (options->verbose && !input->is_ir)
            tell_arguments(run, input);
        vec_push(run->arena, &units,
                 captures_unit(captures, run, input, extent));
    }

    struct program *program = link_all(run, rules, &units);

    if (!program || extent == UNIT_FILE_WHOLE)
        return program;
    if (load_needed(run, rules, captures, inputs, program, &units))
        program = link_all(run, rules, &units);
    step_over(program);
    return program;
}

static bool is_edited(const struct input *input,
                      const struct capture_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (load_is_file(input, texts[i].path))
            return true;
    return false;
}

struct program *load_edited(struct run *run, const struct rule_set *rules,
                            const struct captures *captures,
                            const struct inputs *inputs,
                            const struct capture_text *texts, size_t count)
{
    struct units units = { 0 };

    vec_each (const struct input, input, inputs) {
        struct unit *unit =
            !input->is_ir && is_edited(input, texts, count)
                ? captures_edited(captures, run, input, texts, count)
                : captures_unit(captures, run, input, UNIT_FILE_WHOLE);
        vec_push(run->arena, &units, unit);
    }
    return link_all(run, rules, &units);
}
