/* ninja.c - the command `ninja`: the steps of a check for a build engine.
 *
 * One step for each file, which makes its unit, and one for each image, which
 * analyses the units. The engine does what has to be done again, as many at a
 * time as it likes and wherever it likes. What an image is made of stands in a
 * list beside the units, so that each step is a command that is complete.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/ninja.h"

#include "driver/inputs.h"
#include "driver/options.h"
#include "driver/rulebook.h"
#include "support/arena.h"
#include "support/digest.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <ctype.h>
#include <string.h>

#define FOLDER ".unloadcheck"

struct writing {
    struct arena *arena;
    const struct options *options;
    struct strings *units; /* those that have a step */
    struct text out;
};

/* For the shell, then for ninja. */
static void add_word(struct text *out, const char *word)
{
    bool is_plain = *word != '\0';

    for (const char *at = word; *at != '\0'; at++)
        is_plain &= isalnum((unsigned char)*at) || strchr("-_./=+,:@%", *at);
    text_add(out, is_plain ? " " : " '");
    for (const char *at = word; *at != '\0'; at++) {
        if (*at == '\'')
            text_add(out, "'\\'");
        if (*at == '$')
            text_add_char(out, '$');
        text_add_char(out, *at);
    }
    if (!is_plain)
        text_add_char(out, '\'');
}

/* A file's name, as ninja reads it. */
static void add_name(struct text *out, const char *name)
{
    for (; *name != '\0'; name++) {
        if (*name == ' ' || *name == ':' || *name == '$')
            text_add_char(out, '$');
        text_add_char(out, *name);
    }
}

/* The part of a name that is good on every disk, and what makes it one. */
static const char *file_name(struct arena *arena, const char *name,
                             struct digest digest)
{
    char *plain = arena_strdup(arena, path_base(name));

    for (char *at = plain; *at != '\0'; at++)
        if (!isalnum((unsigned char)*at) && !strchr("-_.", *at))
            *at = '_';
    return arena_format(arena, FOLDER "/%s-%.8s", plain,
                        digest_text(arena, digest));
}

static void add_command(struct text *out, const struct options *options,
                        const struct input *input)
{
    text_add(out, "  words =");
    add_word(out, input->path);
    if (input->directory) {
        text_add(out, " --directory");
        add_word(out, input->directory);
    }
    if (options->wdk) {
        text_add(out, " --wdk");
        add_word(out, options->wdk);
    }
    text_add(out, " --");
    if (input->argument_count == 0)
        add_word(out, "clang");
    for (size_t i = 0; i < input->argument_count; i++)
        add_word(out, input->arguments[i]);
    text_add_char(out, '\n');
}

/* The unit of an input, with the step that makes it. */
static const char *add_unit(struct writing *writing, const struct input *input)
{
    struct arena *arena = writing->arena;
    struct text command = text_make(arena);

    if (input->is_ir)
        return input->path;
    add_command(&command, writing->options, input);

    const char *unit =
        arena_format(arena, "%s.unit",
                     file_name(arena, input->path,
                               digest_bytes(command.data, command.length)));

    if (strings_find(writing->units, unit))
        return unit;
    strings_intern(writing->units, unit);
    text_addf(&writing->out, "build %s: capture ", unit);
    add_name(&writing->out, input->path);
    text_addf(&writing->out, " | $program\n%s", text_str(&command));
    return unit;
}

static bool add_image(struct run *run, struct writing *writing,
                      const struct image *image)
{
    struct arena *arena = writing->arena;
    struct text units = text_make(arena);
    struct text inputs = text_make(arena);
    const char *name = image->name ? image->name : "all";

    vec_each (const struct input, input, &image->inputs) {
        const char *unit = add_unit(writing, input);
        text_addf(&units, "%s\n", unit);
        text_add_char(&inputs, ' ');
        add_name(&inputs, unit);
    }

    const char *base =
        file_name(arena, name, digest_bytes(units.data, units.length));

    text_addf(&writing->out, "build %s.good: analyze%s | $program\n", base,
              text_str(&inputs));
    text_addf(&writing->out, "  list = %s.list\n  what = ", base);
    add_name(&writing->out, name);
    text_add_char(&writing->out, '\n');
    return file_write(arena_format(arena, "%s.list", base), units.data,
                      units.length, run->fail);
}

static void add_rules(struct writing *writing)
{
    const struct options *options = writing->options;
    struct text *out = &writing->out;
    const char *program = file_program(writing->arena);

    text_add(out, "# made by 'unloadcheck ninja'\n"
                  "ninja_required_version = 1.3\n"
                  "builddir = " FOLDER "\n"
                  "program = ");
    add_name(out, program ? program : "unloadcheck");
    text_add(out, "\nrule capture\n"
                  "  command = $program capture -o $out $words\n"
                  "  depfile = $out.d\n"
                  "  deps = gcc\n"
                  "  description = capture $in\n"
                  "rule analyze\n"
                  "  command = $program analyze @$list");
    vec_each (const char *, folder, &options->rule_folders) {
        text_add(out, " --rules");
        add_word(out, *folder);
    }
    text_add(out, " && touch $out\n"
                  "  description = analyze $what\n");
}

enum run_status ninja_run(struct run *run, const struct options *options)
{
    struct writing writing = {
        .arena = run->arena,
        .options = options,
        .units = strings_make(run->arena),
        .out = text_make(run->arena),
    };
    struct images images = { 0 };
    bool good = true;

    if (!options->output) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "ninja needs -o FILE, where the steps are written");
        return RUN_TROUBLE;
    }

    const struct rule_set *rules = rulebook_read(run, options, NULL);

    if (!rules ||
        !inputs_find(run, options, rules, NULL, options->operands.items,
                     options->operands.count, &images))
        return RUN_TROUBLE;
    file_make_directory(FOLDER);
    add_rules(&writing);
    vec_each (const struct image, image, &images)
        good = add_image(run, &writing, image) && good;
    good = file_write(options->output, writing.out.data, writing.out.length,
                      run->fail) &&
           good;
    return good ? RUN_CLEAN : RUN_TROUBLE;
}
