/* load.c - from the units of an image to a linked program. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/load.h"

#include "driver/captures.h"
#include "driver/options.h"
#include "driver/run.h"
#include "ir/unit.h"
#include "project/image.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/text.h"

struct units vec_of(struct unit *);

static void tell_arguments(struct run *run, const struct input *input)
{
    struct text words = text_make(run->arena);

    for (size_t i = 0; i < input->argument_count; i++)
        text_addf(&words, " %s", input->arguments[i]);
    fail_note(run->fail, (struct fail_place){ .file = input->path },
              "read, compiled with:%s",
              input->argument_count != 0 ? text_str(&words) : " no flags");
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
    if (units.count == 0)
        return NULL;
    vec_push(run->arena, &units,
             rules_bind(run->arena, rules, units.items, units.count));
    return program_link(run->arena, run->strings, units.items, units.count,
                        run->fail);
}
