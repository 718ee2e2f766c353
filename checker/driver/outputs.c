/* outputs.c - `--format FORM:FILE`, once or several times. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/outputs.h"

#include "driver/config.h"
#include "driver/graphviz.h"
#include "driver/options.h"
#include "driver/repository.h"
#include "driver/run.h"
#include "report/form.h"
#include "report/report.h"
#include "report/source.h"
#include "support/arena.h"
#include "support/console.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"
#include "support/nearest.h"
#include "support/text.h"
#include "triage/counts.h"

#include <stdio.h>
#include <string.h>

struct output {
    const struct form *form; /* NULL: there is none of that name */
    const char *file;        /* NULL: the standard output */
};

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name);

    return length >= strlen(end) &&
           strcmp(name + length - strlen(end), end) == 0;
}

/* Where it goes when nothing else is said: to what -o names, which is a folder
 * for a form that is one, unless it is a page. */
static const char *usual_file(struct run *run, const struct options *options,
                              const struct form *form)
{
    const char *file = options->output;

    if (file && form && form->write && !ends_with(file, ".html"))
        return arena_format(run->arena, "%s/", file);
    return file;
}

static struct output output_of(struct run *run, const struct options *options,
                               const char *word)
{
    size_t length = strcspn(word, ":");
    struct output output = { NULL, NULL };

    output.form = form_find(arena_strndup(run->arena, word, length));
    output.file = word[length] == ':' ? word + length + 1
                                      : usual_file(run, options, output.form);
    return output;
}

static void refuse_form(struct run *run, const char *word)
{
    struct text all = text_make(run->arena);
    struct nearest nearest =
        nearest_make(arena_strndup(run->arena, word, strcspn(word, ":")));

    for (size_t i = 0; form_at(i); i++) {
        nearest_try(&nearest, form_at(i)->name);
        text_addf(&all, "%s%s", i == 0 ? "" : ", ", form_at(i)->name);
    }
    if (nearest.best)
        fail_add(run->fail, (struct fail_place){ 0 },
                 "there is no format '%s'; did you mean '%s'?", word,
                 nearest.best);
    else
        fail_add(run->fail, (struct fail_place){ 0 },
                 "there is no format '%s'; there is %s", word, text_str(&all));
}

bool outputs_check(struct run *run, const struct options *options)
{
    const char *spoken = NULL;
    bool good = !(options->fix && options->staged);

    if (!good)
        fail_add(run->fail, (struct fail_place){ 0 },
                 "--fix writes files, and --staged is about what is in none");

    vec_each (const char *, word, &options->formats) {
        struct output output = output_of(run, options, *word);
        if (!output.form) {
            refuse_form(run, *word);
            good = false;
        } else if (output.file && *output.file == '\0') {
            fail_add(run->fail, (struct fail_place){ 0 },
                     "format '%s' names no file", *word);
            good = false;
        } else if (!strchr(*word, ':') && options->diff && !options->output) {
            fail_add(run->fail, (struct fail_place){ 0 },
                     "format '%s' and the diff both go to the standard output; "
                     "'%s:FILE' writes one to a file",
                     *word, *word);
            good = false;
        } else if (!strchr(*word, ':') && spoken) {
            fail_add(run->fail, (struct fail_place){ 0 },
                     "formats '%s' and '%s' both go to %s; '%s:FILE' writes "
                     "one to a file",
                     spoken, *word,
                     options->output ? options->output : "the standard output",
                     *word);
            good = false;
        } else if (!strchr(*word, ':')) {
            spoken = *word;
        }
    }
    return good;
}

static bool wants_color(struct arena *arena, const struct options *options)
{
    const char *refused = environment_get(arena, "NO_COLOR");

    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS;
    return !(refused && *refused != '\0') && console_shows(CONSOLE_OUTPUT);
}

/* "DIR/", or a folder that is there. */
static bool is_folder(struct output output)
{
    size_t length = output.file ? strlen(output.file) : 0;

    return length != 0 && output.form->write &&
           (strchr("/\\", output.file[length - 1]) ||
            file_is_directory(output.file));
}

static void write_one(struct run *run, const struct options *options,
                      struct report report, struct output output)
{
    struct arena *arena = arena_open();
    struct text out = text_make(arena);

    report.arena = arena;
    report.color = output.file ? options->color == COLOR_ALWAYS
                               : wants_color(arena, options);
    if (!output.form->shows_all)
        report.analysis = counts_only(arena, report.analysis);
    if (is_folder(output)) {
        output.form->write(&report, output.file, run->fail);
        arena_close(arena);
        return;
    }
    output.form->add(&report, &out);
    if (output.file)
        file_write(output.file, text_str(&out), out.length, run->fail);
    else
        fwrite(text_str(&out), 1, out.length, stdout);
    arena_close(arena);
}

struct report *outputs_report(struct run *run, const struct options *options,
                              const struct rule_set *rules,
                              const struct analysis *analysis)
{
    const char *root = repository_root(run->arena);
    struct report report = {
        .arena = run->arena,
        .analysis = analysis,
        .rules = rules,
        .trouble = run->fail,
        .sources = sources_make(run->arena),
        .version = CONFIG_VERSION,
        .folder = repository_folder(run->arena, root),
        .root = root,
        .proof = options->proof,
        .draw = graphviz_draw,
    };

    return arena_copy(run->arena, &report, sizeof(report));
}

void outputs_write(struct run *run, const struct options *options,
                   const struct rule_set *rules,
                   const struct analysis *analysis)
{
    struct report report = *outputs_report(run, options, rules, analysis);
    struct output by_default = { form_default(), options->output };

    vec_each (const char *, word, &options->formats)
        write_one(run, options, report, output_of(run, options, *word));
    if (options->formats.count == 0 && (options->output || !options->diff))
        write_one(run, options, report, by_default);
}
