/* load.c - from the units of an image to a linked program. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/load.h"

#include "driver/captures.h"
#include "driver/options.h"
#include "driver/run.h"
#include "frontend/capture.h"
#include "ir/unit.h"
#include "project/image.h"
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

static struct program *link_all(struct run *run, const struct rule_set *rules,
                                struct units *units)
{
    if (units->count == 0)
        return NULL;
    vec_push(run->arena, units,
             rules_bind(run->arena, rules, units->items, units->count));
    return program_link(run->arena, run->strings, units->items, units->count,
                        run->fail);
}

struct program *load_program(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct captures *captures,
                             const struct inputs *inputs)
{
    struct units units = { 0 };

    vec_each (const struct input, input, inputs) {
        if (options->verbose && !input->is_ir)
            tell_arguments(run, input);
        struct unit *unit = captures_unit(captures, run, input);
        if (unit)
            vec_push(run->arena, &units, unit);
    }
    return link_all(run, rules, &units);
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
                : captures_unit(captures, run, input);
        if (unit)
            vec_push(run->arena, &units, unit);
    }
    return link_all(run, rules, &units);
}
