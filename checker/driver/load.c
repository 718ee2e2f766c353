/* load.c - each file to a unit, all units to a program. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/load.h"

#include "driver/inputs.h"
#include "driver/options.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "frontend/capture.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/text.h"

struct units vec_of(struct unit *);

static struct unit *read_ir(struct run *run, const char *path)
{
    struct file_text text;

    if (!file_read(run->arena, path, run->fail, &text))
        return NULL;
    return unit_read(run->arena, run->strings, path, text.data, text.size,
                     run->fail);
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

static struct unit *capture(struct run *run, const struct options *options,
                            const char *headers, const struct input *input)
{
    struct capture_options how = {
        .headers = headers,
        .wdk = options->wdk,
        .directory = input->directory,
        .tells_dropped = options->verbose,
    };

    if (input->is_ir)
        return read_ir(run, input->path);
    if (options->verbose)
        tell_arguments(run, input);
    return capture_file(run->arena, run->strings, input->path, input->arguments,
                        input->argument_count, &how, run->fail);
}

static bool compiles_any(const struct inputs *inputs)
{
    vec_each (const struct input, input, inputs)
        if (!input->is_ir)
            return true;
    return false;
}

/* NULL, and why, if they are not there. */
static const char *find_headers(struct run *run, const struct options *options)
{
    const char *rules = rulebook_folder(run->arena);
    const char *headers = options->headers;

    if (!headers && rules)
        headers = path_join(run->arena, rules, "headers");
    if (headers && file_is_directory(headers))
        return headers;
    fail_add(run->fail, (struct fail_place){ .file = headers },
             "the built-in headers are not there");
    return NULL;
}

struct program *load_program(struct run *run, const struct options *options,
                             const struct rule_set *rules,
                             const struct inputs *inputs)
{
    struct units units = { 0 };
    const char *headers = NULL;

    if (compiles_any(inputs) && !(headers = find_headers(run, options)))
        return NULL;
    capture_prepare();
    vec_each (const struct input, input, inputs) {
        struct unit *unit = capture(run, options, headers, input);
        if (unit && unit_verify(unit, run->fail))
            vec_push(run->arena, &units, unit);
    }
    if (units.count == 0)
        return NULL;
    vec_push(run->arena, &units,
             rules_bind(run->arena, rules, units.items, units.count));
    return program_link(run->arena, run->strings, units.items, units.count,
                        run->fail);
}
