/* options.c - the table of options, and its three readers.
 *
 * getopt_long does the parsing. It is shown only what stands before "--": the
 * rest is the compiler's and is none of its business. It keeps its position
 * in variables of the C library, so one command line is read per run.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/options.h"

#include "driver/run.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/nearest.h"
#include "support/text.h"

#include <assert.h>
#include <ctype.h>
#include <getopt.h>
#include <string.h>

/* What an option does to the field at `offset` of struct options. */
enum take {
    TAKE_SET,   /* bool: true */
    TAKE_WORD,  /* const char *: the argument */
    TAKE_LIST,  /* struct words: one more */
    TAKE_COUNT, /* unsigned: at least 1 */
    TAKE_CHOICE /* unsigned: which of the words in `argument` it is */
};

struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* as the help shows it; NULL: takes none */
    unsigned commands;
    enum take take;
    size_t offset;
    const char *help;
};

enum {
    FIRST_LONG = 256, /* what getopt_long returns for the first row */
    HELP_COLUMN = 24,
    MOST = 1000, /* what a count can be */
    FOR_FILES = FOR_CHECK | FOR_CAPTURE | FOR_NINJA | FOR_DUMP,
    FOR_TREES = FOR_FILES | FOR_LSP,
    FOR_VERDICT = FOR_CHECK | FOR_ANALYZE,
    FOR_CACHED = FOR_CHECK | FOR_DUMP | FOR_ANALYZE | FOR_LSP,
    FOR_RULEBOOK =
        FOR_VERDICT | FOR_NINJA | FOR_DUMP | FOR_RULES | FOR_EXPLAIN | FOR_LSP,
    FOR_ALL = FOR_TREES | FOR_VERDICT | FOR_RULES | FOR_EXPLAIN | FOR_CACHE |
              FOR_COMPLETION | FOR_MANUAL | FOR_DIFF
};

#define FIELD(name) offsetof(struct options, name)

static const struct option_row rows[] = {
    { "database", 'p', "DIR", FOR_FILES, TAKE_WORD, FIELD(database),
      "how the files are compiled: DIR/compile_commands.json" },
    { "configuration", 0, "NAME", FOR_TREES, TAKE_WORD, FIELD(configuration),
      "of projects and solutions: Release if not given" },
    { "platform", 0, "NAME", FOR_TREES, TAKE_WORD, FIELD(platform),
      "of projects and solutions: x64 if not given" },
    { "property", 0, "NAME=VALUE", FOR_TREES, TAKE_LIST, FIELD(properties),
      "set a property of projects, as msbuild -p does" },
    { "path-map", 0, "FROM=TO", FOR_TREES, TAKE_LIST, FIELD(path_maps),
      "what a build calls FROM stands in TO; may be given again" },
    { "image", 0, "NAME", FOR_FILES, TAKE_LIST, FIELD(images),
      "only this image, or those like net*; may be given again" },
    { "exclude", 0, "PATTERN", FOR_TREES, TAKE_LIST, FIELD(excluded),
      "leave out such paths below a folder; may be given again" },
    { "config", 0, "FILE", FOR_TREES | FOR_VERDICT, TAKE_WORD, FIELD(config),
      "settings, else the nearest .unloadcheck.yaml" },
    { "dump-config", 0, NULL, FOR_VERDICT, TAKE_SET, FIELD(dump_config),
      "show the settings and where each of them comes from" },
    { "output", 'o', "FILE", FOR_CAPTURE | FOR_NINJA | FOR_VERDICT | FOR_DIFF,
      TAKE_WORD, FIELD(output),
      "where the result is written; of HTML, a folder" },
    { "directory", 0, "DIR", FOR_CAPTURE, TAKE_WORD, FIELD(directory),
      "what names in the compiler's flags are relative to" },
    { "jobs", 'j', "N", FOR_CHECK | FOR_DUMP | FOR_LSP, TAKE_COUNT, FIELD(jobs),
      "read as many files at once; all processors if not given" },
    { "cache-dir", 0, "DIR", FOR_CACHED | FOR_CACHE, TAKE_WORD,
      FIELD(cache_folder), "keep there what need not be done again" },
    { "no-cache", 0, NULL, FOR_CACHED, TAKE_SET, FIELD(has_no_cache),
      "do all of it again, and keep nothing" },
    { "no-prescan", 0, NULL, FOR_CHECK, TAKE_SET, FIELD(has_no_prescan),
      "read the files and functions that cannot matter, too" },
    { "prune", 0, NULL, FOR_CACHE, TAKE_SET, FIELD(prune),
      "remove what was not used for a month" },
    { "rules", 0, "DIR", FOR_RULEBOOK, TAKE_LIST, FIELD(rule_folders),
      "read the rules below DIR too; may be given again" },
    { "rule", 0, "ID", FOR_VERDICT | FOR_RULES | FOR_LSP, TAKE_LIST,
      FIELD(rule_patterns),
      "only this rule, or those like nmr/*; may be given again" },
    { "wdk", 0, "DIR", FOR_TREES, TAKE_WORD, FIELD(wdk),
      "use the headers of the WDK in DIR, not the built-in ones" },
    { "headers", 0, "DIR", FOR_TREES, TAKE_WORD, FIELD(headers),
      "the folder of the built-in headers" },
    { "format", 0, "FORM[:FILE]", FOR_VERDICT | FOR_DIFF, TAKE_LIST,
      FIELD(formats), "the form of the report, and where; may be given again" },
    { "color", 0, "auto|always|never", FOR_VERDICT, TAKE_CHOICE, FIELD(color),
      "auto: on a terminal, unless NO_COLOR is set" },
    { "baseline", 0, "FILE", FOR_VERDICT, TAKE_WORD, FIELD(baseline),
      "only findings that this SARIF log of ours has not" },
    { "update-baseline", 0, NULL, FOR_VERDICT, TAKE_SET, FIELD(update_baseline),
      "write what is found now into the baseline" },
    { "diff-from", 0, "REV", FOR_VERDICT, TAKE_WORD, FIELD(diff_from),
      "only findings that lines changed since REV are part of" },
    { "staged", 0, NULL, FOR_CHECK, TAKE_SET, FIELD(staged),
      "only what git has staged, and the findings it brings" },
    { "line-filter", 0, "JSON|@FILE", FOR_VERDICT, TAKE_WORD,
      FIELD(line_filter),
      "only findings of these lines, as clang-tidy has it" },
    { "suggest", 0, NULL, FOR_CHECK, TAKE_SET, FIELD(suggest),
      "tell the fixes that are certain" },
    { "fix", 0, NULL, FOR_CHECK, TAKE_SET, FIELD(fix),
      "make them in the files" },
    { "diff", 0, NULL, FOR_CHECK, TAKE_SET, FIELD(diff),
      "print them as a patch, in place of the report" },
    { "export-fixes", 0, "FILE", FOR_CHECK, TAKE_WORD, FIELD(export_fixes),
      "write them as clang-apply-replacements reads them" },
    { "fail-on", 0, "warning|error|note|never", FOR_VERDICT | FOR_DIFF,
      TAKE_CHOICE, FIELD(fail_on), "which findings make the exit status 1" },
    { "proof", 0, NULL, FOR_VERDICT, TAKE_SET, FIELD(proof),
      "list what is registered, and whether it always goes" },
    { "stats", 0, NULL, FOR_VERDICT | FOR_CACHE, TAKE_SET, FIELD(stats),
      "count what was analysed, or what is kept" },
    { "timings", 0, "FILE", FOR_VERDICT, TAKE_WORD, FIELD(timings_file),
      "write how long each part takes, for chrome://tracing" },
    { "markdown", 0, NULL, FOR_EXPLAIN, TAKE_SET, FIELD(markdown),
      "as the rule's page, in Markdown" },
    { "function", 0, "NAME", FOR_DUMP, TAKE_WORD, FIELD(function),
      "only this function" },
    { "verbose", 0, NULL, FOR_FILES | FOR_ANALYZE, TAKE_SET, FIELD(verbose),
      "say what is done, and why nothing is found" },
    { "help", 'h', NULL, FOR_ALL, TAKE_SET, FIELD(help), "show this" },
    { "version", 0, NULL, FOR_ALL, TAKE_SET, FIELD(version),
      "show the version" },
};

enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

/* How the user would write it: the letter where there is one. */
static const char *row_name(struct arena *arena, const struct option_row *row)
{
    return row->letter ? arena_format(arena, "-%c", row->letter)
                       : arena_format(arena, "--%s", row->name);
}

static void add_row_help(const struct option_row *row, struct text *out)
{
    size_t start = out->length;

    text_add(out, "  ");
    if (row->letter)
        text_addf(out, "-%c, ", row->letter);
    text_addf(out, "--%s", row->name);
    if (row->argument)
        text_addf(out, " %s", row->argument);
    if (out->length - start >= HELP_COLUMN) {
        text_add_char(out, '\n');
        start = out->length;
    }
    text_addf(out, "%*s%s\n", (int)(HELP_COLUMN - (out->length - start)), "",
              row->help);
}

bool options_at(size_t index, struct option_info *info)
{
    if (index >= ROW_COUNT)
        return false;

    const struct option_row *row = &rows[index];

    *info = (struct option_info){
        .name = row->name,
        .letter = row->letter,
        .argument = row->argument,
        .commands = row->commands,
        .is_list = row->take == TAKE_LIST,
        .help = row->help,
    };
    return true;
}

void options_help(unsigned bit, struct text *out)
{
    text_add(out, "options:\n");
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].commands & bit)
            add_row_help(&rows[i], out);
}

/* The two forms in which getopt_long wants the rows of one command. A leading
 * '-' makes it hand over operands in order, ':' makes it silent. */
struct getopt_form {
    struct text letters;
    struct option longs[ROW_COUNT + 1];
};

static void getopt_form_fill(struct arena *arena, unsigned bit,
                             struct getopt_form *form)
{
    size_t count = 0;

    form->letters = text_make(arena);
    text_add(&form->letters, "-:");
    memset(form->longs, 0, sizeof(form->longs));
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!(rows[i].commands & bit))
            continue;
        if (rows[i].letter)
            text_addf(&form->letters, "%c%s", rows[i].letter,
                      rows[i].argument ? ":" : "");
        form->longs[count++] = (struct option){
            .name = rows[i].name,
            .has_arg = rows[i].argument ? required_argument : no_argument,
            .val = FIRST_LONG + (int)i,
        };
    }
}

/* The row of what getopt_long gave, or NULL. */
static const struct option_row *row_of(int code)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (code == FIRST_LONG + (int)i ||
            (rows[i].letter && code == rows[i].letter))
            return &rows[i];
    return NULL;
}

/* "--stat" is a beginning of several or like one: which one? */
static const char *suggestion(unsigned bit, const char *name)
{
    struct nearest nearest = nearest_make(name);

    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!(rows[i].commands & bit))
            continue;
        if (strncmp(rows[i].name, name, strlen(name)) == 0)
            return rows[i].name;
        nearest_try(&nearest, rows[i].name);
    }
    return nearest.best;
}

static void unknown_long(struct run *run, unsigned bit, const char *word)
{
    size_t length = strcspn(word + 2, "=");
    const char *name = arena_strndup(run->arena, word + 2, length);
    const char *best = suggestion(bit, name);
    struct fail_place nowhere = { 0 };

    if (best)
        fail_add(run->fail, nowhere,
                 "unknown option '--%s'; did you mean '--%s'?", name, best);
    else
        fail_add(run->fail, nowhere, "unknown option '--%s'", name);
}

static void unknown_letter(struct run *run, const char *word)
{
    fail_add(run->fail, (struct fail_place){ 0 },
             "unknown option '%s'; flags for the compiler stand behind '--'",
             word);
}

static bool refuse(struct run *run, unsigned bit, int code, const char *word)
{
    struct fail_place nowhere = { 0 };
    const struct option_row *row = row_of(optopt);

    if (row && code == ':')
        fail_add(run->fail, nowhere, "option '%s' needs %s",
                 row_name(run->arena, row), row->argument);
    else if (row && optopt >= FIRST_LONG)
        fail_add(run->fail, nowhere, "option '--%s' takes no argument",
                 row->name);
    else if (strncmp(word, "--", 2) == 0)
        unknown_long(run, bit, word);
    else
        unknown_letter(run, word);
    return false;
}

/* Which of "auto|always|never" the word is; false: none of them. */
static bool choose(const char *choices, const char *word, unsigned *choice)
{
    size_t length = strlen(word);

    *choice = 0;
    for (const char *rest = choices;; rest++) {
        size_t width = strcspn(rest, "|");
        if (width == length && strncmp(rest, word, width) == 0)
            return true;
        rest += width;
        if (*rest == '\0')
            return false;
        ++*choice;
    }
}

static bool count_of(const char *word, unsigned *count)
{
    unsigned long number = 0;

    for (const char *at = word; *at != '\0' && number <= MOST; at++) {
        if (!isdigit((unsigned char)*at))
            return false;
        number = number * 10 + (unsigned long)(*at - '0');
    }
    *count = (unsigned)number;
    return number != 0 && number <= MOST;
}

/* False: the argument is not one of those that there are. */
static bool take(struct arena *arena, const struct option_row *row,
                 const char *argument, struct options *options)
{
    void *field = (char *)options + row->offset;

    switch (row->take) {
    case TAKE_SET: *(bool *)field = true; return true;
    case TAKE_WORD: *(const char **)field = argument; return true;
    case TAKE_LIST: vec_push(arena, (struct words *)field, argument); break;
    case TAKE_COUNT: return count_of(argument, field);
    case TAKE_CHOICE: return choose(row->argument, argument, field);
    }
    return true;
}

static bool accept(struct run *run, const struct option_row *row,
                   struct options *options)
{
    assert(row && "getopt_long was given the rows, and no more");

    const char *argument = row->argument ? optarg : NULL;
    struct fail_place nowhere = { 0 };

    if (argument && *argument == '\0')
        fail_add(run->fail, nowhere, "option '%s' needs %s, not an empty word",
                 row_name(run->arena, row), row->argument);
    else if (take(run->arena, row, argument, options))
        return true;
    else
        fail_add(run->fail, nowhere, "option '%s' takes %s, not '%s'",
                 row_name(run->arena, row), row->argument, argument);
    return false;
}

/* Moves what stands behind "--" to options->flags; the number before it. */
static size_t split_flags(struct arena *arena, char *const *arguments,
                          size_t count, struct options *options)
{
    size_t own = 0;

    while (own < count && strcmp(arguments[own], "--") != 0)
        own++;
    for (size_t i = own + 1; i < count; i++)
        vec_push(arena, &options->flags, arguments[i]);
    return own;
}

/* getopt_long reorders nothing here, but wants an array that it could. */
static char **getopt_words(struct arena *arena, char *const *arguments,
                           size_t count)
{
    char **words = arena_array(arena, char *, count + 2);

    words[0] = arena_strdup(arena, "unloadcheck");
    for (size_t i = 0; i < count; i++)
        words[i + 1] = arguments[i];
    return words;
}

bool options_parse(struct run *run, unsigned bit, char *const *arguments,
                   size_t count, struct options *options)
{
    *options = (struct options){ 0 };

    size_t own = split_flags(run->arena, arguments, count, options);
    char **words = getopt_words(run->arena, arguments, own);
    struct getopt_form form;
    bool good = true;

    getopt_form_fill(run->arena, bit, &form);
    for (;;) {
        const char *word = words[optind];
        int code = getopt_long((int)own + 1, words, text_str(&form.letters),
                               form.longs, NULL);
        if (code == -1)
            return good;
        if (code == 1)
            vec_push(run->arena, &options->operands, optarg);
        else if (code == '?' || code == ':')
            good = refuse(run, bit, code, word) && good;
        else
            good = accept(run, row_of(code), options) && good;
    }
}
