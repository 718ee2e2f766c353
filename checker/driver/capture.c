/* capture.c - the command `capture`: the compiler step.
 *
 * It behaves as a compiler does, so that whatever runs compilers can run it:
 * one file in, one file out that depends on nothing else, and a file that tells
 * make and ninja what was read.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/capture.h"

#include "driver/captures.h"
#include "driver/inputs.h"
#include "driver/options.h"
#include "frontend/reads.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>

/* As make and ninja read names. */
static void add_name(struct text *out, const char *name)
{
    for (; *name != '\0'; name++) {
        if (*name == ' ' || *name == '#' || *name == '\\')
            text_add_char(out, '\\');
        if (*name == '$')
            text_add_char(out, '$');
        text_add_char(out, *name);
    }
}

static bool write_dependencies(struct run *run, const char *output,
                               const struct reads *reads)
{
    struct arena *arena = run->arena;
    struct text out = text_make(arena);

    add_name(&out, output);
    text_add_char(&out, ':');
    for (size_t i = 0; i < reads->files.count; i++) {
        text_add(&out, " \\\n  ");
        add_name(&out, reads->files.items[i].name);
    }
    text_add_char(&out, '\n');
    return file_write(arena_format(arena, "%s.d", output), out.data, out.length,
                      run->fail);
}

/* The dependencies last: where they are, the unit is good. */
static bool write_unit(struct run *run, const char *output,
                       const struct input *input,
                       const struct captures *captures)
{
    struct file_map bytes;
    const struct reads *reads;

    captures_result(captures, input, &bytes, &reads);
    return file_write(output, bytes.data, bytes.size, run->fail) &&
           write_dependencies(run, output, reads);
}

/* What is in the unit is told here too, but has no say in how this ends. */
static void tell(const struct captures *captures, const struct input *input)
{
    struct arena *scratch = arena_open();
    struct fail *said = fail_make(scratch);
    struct run own = { scratch, strings_make(scratch), said };

    captures_unit(captures, &own, input, UNIT_FILE_WHOLE);
    fail_print(said, stderr);
    arena_close(scratch);
}

static const struct input *only_input(struct run *run,
                                      const struct images *images)
{
    const struct input *only = &images->items[0].inputs.items[0];
    bool is_only = images->count == 1 && images->items[0].inputs.count == 1;

    if (is_only && !only->is_ir)
        return only;
    fail_add(run->fail, (struct fail_place){ .file = only->path },
             is_only ? "it is a unit already"
                     : "it is compiled in more than one way: choose with "
                       "--image");
    return NULL;
}

enum run_status capture_run(struct run *run, const struct options *options)
{
    struct fail_place nowhere = { 0 };
    struct images images = { 0 };

    if (options->operands.count != 1 || !options->output) {
        fail_add(run->fail, nowhere,
                 options->output ? "capture takes one file"
                                 : "capture needs -o UNIT");
        return RUN_TROUBLE;
    }
    if (!inputs_find(run, options, NULL, NULL, options->operands.items, 1,
                     &images))
        return RUN_TROUBLE;

    if (options->directory)
        images.items[0].inputs.items[0].directory = options->directory;

    const struct input *input = only_input(run, &images);

    /* Only without a cache is it known what was read. */
    struct captures *captures =
        input ? captures_make(run, options, NULL, &images) : NULL;

    if (!captures)
        return RUN_TROUBLE;

    bool good = write_unit(run, options->output, input, captures);

    tell(captures, input);
    captures_close(captures);
    return good ? RUN_CLEAN : RUN_TROUBLE;
}
