/* manual.c - out of the tables of commands and options, in the macros of man.
 *
 * Its date is none, since the same program gives the same page.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/manual.h"

#include "driver/command.h"
#include "driver/config.h"
#include "driver/options.h"
#include "support/arena.h"
#include "support/text.h"

#include <stdio.h>
#include <string.h>

static const char before[] =
    ".SH NAME\n"
    "unloadcheck, unloadcheck-clangd \\- find what a Windows driver leaves "
    "behind when it is unloaded\n";

static const char description[] =
    ".SH DESCRIPTION\n"
    "Reads the source of a Windows driver, and looks for runs in which "
    "something that\n"
    "the driver has registered with the system is not completely gone when "
    "its unload\n"
    "routine returns or its entry routine fails: the system would go on "
    "calling what\n"
    "is not there any more.\n"
    "No Windows is needed for that, nor any change to the driver.\n"
    ".PP\n"
    "The first word is the command; without one it is\n"
    ".BR check .\n"
    ".PP\n"
    ".B unloadcheck-clangd\n"
    "is started by an editor in the place of clangd, and starts that itself;\n"
    "its arguments are those of clangd.\n";

static const char behind[] =
    ".SH EXIT STATUS\n"
    ".TP\n"
    ".B 0\n"
    "Nothing is wrong.\n"
    ".TP\n"
    ".B 1\n"
    "There are findings.\n"
    ".TP\n"
    ".B 2\n"
    "Something could not be analysed, or the command line is wrong.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n"
    ".B UNLOADCHECK_CACHE_DIR\n"
    "The folder for what need not be done again.\n"
    "Without it, that is\n"
    ".I unloadcheck\n"
    "in the user's folder for caches.\n"
    ".TP\n"
    ".B UNLOADCHECK_LIBCLANG\n"
    "The libclang that parses: its file, or the folder that it is in.\n"
    ".TP\n"
    ".B NO_COLOR\n"
    "If it is set to anything, no colour is used but by\n"
    ".BR --color=always .\n"
    ".SH FILES\n"
    ".TP\n"
    ".I .unloadcheck.yaml\n"
    "The settings of the tree that it lies in.\n"
    ".SH EXAMPLES\n"
    ".TP\n"
    ".B unloadcheck .\n"
    "Checks every driver below this folder.\n"
    ".TP\n"
    ".B unloadcheck drivers.sln --format sarif:drivers.sarif\n"
    "Checks every driver of a solution, and writes a log for other tools.\n"
    ".TP\n"
    ".B unloadcheck driver.c util.c -- -Iinclude -DPOOL_TAG=1\n"
    "Checks a driver of two files.\n"
    ".TP\n"
    ".B unloadcheck check --staged\n"
    "Checks what is about to be committed.\n";

/* As roff reads it: a minus is one, and a line that starts with a dot too. */
static void add_plain(struct text *out, const char *text, size_t length)
{
    bool is_start = out->length == 0 || out->data[out->length - 1] == '\n';

    for (const char *end = text + length; text < end; text++) {
        if (is_start && (*text == '.' || *text == '\''))
            text_add(out, "\\&");
        if (*text == '\\')
            text_add(out, "\\e");
        else if (*text == '-')
            text_add(out, "\\-");
        else
            text_add_char(out, *text);
        is_start = *text == '\n';
    }
}

static void add(struct text *out, const char *text)
{
    add_plain(out, text, strlen(text));
}

/* Lines stay lines. */
static void add_lines(struct text *out, const char *lines, const char *front)
{
    text_add(out, ".nf\n");
    while (*lines != '\0') {
        size_t length = strcspn(lines, "\n");
        add(out, front);
        add_plain(out, lines, length);
        text_add(out, "\n");
        lines += length + (lines[length] == '\n');
    }
    text_add(out, ".fi\n");
}

static void add_paragraphs(struct text *out, const char *lines)
{
    while (*lines != '\0') {
        size_t length = strcspn(lines, "\n");
        if (length == 0 && lines[1] != '\0')
            text_add(out, ".PP\n");
        add_plain(out, lines, length);
        if (length != 0)
            text_add(out, "\n");
        lines += length + (lines[length] == '\n');
    }
}

static void add_command(struct text *out, const struct command *command)
{
    text_add(out, ".SS ");
    add(out, command->name);
    text_add(out, "\n");
    add_lines(out, command->usage, "unloadcheck ");
    text_add(out, ".PP\n");
    add_paragraphs(out, command->description);
}

static void add_option(struct text *out, const struct option_info *option)
{
    const char *between = "";

    text_add(out, ".TP\n.B ");
    if (option->letter)
        text_addf(out, "\\-%c, ", option->letter);
    text_add(out, "\\-\\-");
    add(out, option->name);
    if (option->argument) {
        text_add(out, " \\fI");
        add(out, option->argument);
        text_add(out, "\\fR");
    }
    text_add(out, "\n");
    add(out, option->help);
    text_add(out, "\n(");
    for (size_t i = 0; command_at(i); i++)
        if (option->commands & command_at(i)->bit) {
            text_addf(out, "%s%s", between, command_at(i)->name);
            between = ",\n";
        }
    text_add(out, ")\n");
}

enum run_status manual_run(struct run *run, const struct options *options)
{
    struct text out = text_make(run->arena);
    struct option_info option;

    (void)options;
    text_add(&out, ".TH UNLOADCHECK 1 \"\" \"unloadcheck " CONFIG_VERSION
                   "\" \"User Commands\"\n");
    text_add(&out, before);
    text_add(&out, ".SH SYNOPSIS\n");
    for (size_t i = 0; command_at(i); i++)
        add_lines(&out, command_at(i)->usage, "unloadcheck ");
    text_add(&out, description);
    text_add(&out, ".SH COMMANDS\n");
    for (size_t i = 0; command_at(i); i++)
        add_command(&out, command_at(i));
    text_add(&out, ".SH OPTIONS\nEach says which commands it is for.\n");
    for (size_t i = 0; options_at(i, &option); i++)
        add_option(&out, &option);
    text_add(&out, behind);
    fputs(text_str(&out), stdout);
    return RUN_CLEAN;
}
