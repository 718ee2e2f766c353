/* command.c - the table of commands and what the help makes of it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/command.h"

#include "driver/analyze.h"
#include "driver/cache.h"
#include "driver/capture.h"
#include "driver/check.h"
#include "driver/compare.h"
#include "driver/completion.h"
#include "driver/dump.h"
#include "driver/lsp.h"
#include "driver/manual.h"
#include "driver/ninja.h"
#include "driver/options.h"
#include "driver/show.h"
#include "support/nearest.h"
#include "support/text.h"

#include <string.h>

static const struct command commands[] = {
    {
        "check",
        FOR_CHECK,
        "[check] FILE|FOLDER|PROJECT... [-- FLAGS]\n"
        "[check] -p DIR [FILE...]\n",
        "look for runs in which something outlives the driver",
        "Files given together are one driver: C or C++ sources, or units in "
        "the textual\n"
        "form that 'dump cfg' prints (FILE.ir). A folder, a solution or "
        "project (.sln,\n"
        ".slnx, .vcxproj), or with -p a compilation database, gives each of "
        "its drivers;\n"
        "'dump images' shows which. Settings stand in .unloadcheck.yaml.\n"
        "\n"
        "The exit status is 0 when nothing is wrong, 1 when there are "
        "findings, and 2\n"
        "when something could not be analysed or the command line is wrong.\n",
        "FILE",
        check_run,
    },
    {
        "capture",
        FOR_CAPTURE,
        "capture FILE -o UNIT [-- COMPILER-FLAGS]\n"
        "capture -p DIR FILE -o UNIT\n",
        "make a unit of one file, to be analysed later",
        "What 'check' does with each file before it looks at them together: "
        "UNIT is all\n"
        "that 'analyze' needs, and UNIT.d tells make and ninja what it was "
        "made from. What\n"
        "could not be read is told, and again by 'analyze'.\n"
        "\n"
        "The exit status is 0 when UNIT was written, and 2 when not.\n",
        "FILE",
        capture_run,
    },
    {
        "analyze",
        FOR_ANALYZE,
        "analyze UNIT...\n"
        "analyze @LIST\n",
        "look at the units of one driver together",
        "The units are linked and judged as 'check' would, with the same "
        "result. LIST is a\n"
        "file that names units, one on each line.\n"
        "\n"
        "The exit status is that of 'check'.\n",
        "FILE",
        analyze_run,
    },
    {
        "diff",
        FOR_DIFF,
        "diff OLD.sarif NEW.sarif\n",
        "tell what became of the findings of a report",
        "What is new, fixed and unchanged between two logs that '--format "
        "sarif' wrote. The\n"
        "exit status is 1 if something is new. '--format sarif' gives the new "
        "log, with a\n"
        "baselineState for each result.\n",
        "FILE",
        compare_run,
    },
    {
        "rules",
        FOR_RULES,
        "rules\n",
        "list the rules",
        "One line for each rule: its name and what it is about.\n",
        NULL,
        show_rules_run,
    },
    {
        "explain",
        FOR_EXPLAIN,
        "explain RULE...\n",
        "tell what a rule asks for, why, and how to do it",
        "What the rule is about, code that breaks it, the same code made "
        "right, and\n"
        "the documentation it stands on.\n",
        "RULE",
        show_explain_run,
    },
    {
        "cache",
        FOR_CACHE,
        "cache [--stats] [--prune]\n",
        "show what is kept from run to run, and remove what is old",
        "Units, and what the analysis of them gave, are kept in a folder of "
        "the user's\n"
        "(UNLOADCHECK_CACHE_DIR names another one). Anything in it may be "
        "removed at any\n"
        "time, and is made again when it is needed.\n",
        NULL,
        cache_run,
    },
    {
        "ninja",
        FOR_NINJA,
        "ninja -p DIR -o build.ninja [FILE...]\n",
        "write the steps of a check for ninja",
        "One 'capture' for each file, and one 'analyze' for each image; units "
        "are made in\n"
        ".unloadcheck. Then 'ninja -f build.ninja' does what has to be done "
        "again, and\n"
        "what stands there can be spread over machines: see scripts/cluster.\n",
        "FILE",
        ninja_run,
    },
    {
        "lsp",
        FOR_LSP,
        "lsp\n",
        "be the language server of an editor",
        "Findings in the text as it is typed, across the whole driver. The "
        "editor starts\n"
        "it and speaks the Language Server Protocol on the standard input and "
        "output.\n"
        "Where clangd is used, 'unloadcheck-clangd' in its place shows what "
        "both find.\n",
        NULL,
        lsp_run,
    },
    {
        "dump",
        FOR_DUMP,
        "dump images|cfg|calls|roots|slice|states FILE... [-- FLAGS]\n"
        "dump rule RULE|PROTOCOL...\n",
        "show what the analyzer sees",
        "images  which drivers there are, and how their files are compiled\n"
        "cfg     every function as a graph of blocks\n"
        "calls   who calls whom, pointers to functions resolved\n"
        "roots   the routines that the driver hands to the system\n"
        "slice   what can matter to a rule\n"
        "states  what can hold at each block\n"
        "rule    a rule and the automaton behind it, as they were read\n",
        "images|cfg|calls|roots|slice|states|rule",
        dump_run,
    },
    {
        "completion",
        FOR_COMPLETION,
        "completion bash|zsh|fish|powershell\n",
        "write what completes a command line of ours in a shell",
        "For bash and zsh:      source <(unloadcheck completion bash)\n"
        "For fish:              unloadcheck completion fish | source\n"
        "For PowerShell:        unloadcheck completion powershell | Out-String "
        "|\n"
        "                           Invoke-Expression\n",
        "bash|zsh|fish|powershell",
        completion_run,
    },
    {
        "manual",
        FOR_MANUAL,
        "manual\n",
        "write the manual page",
        "As man reads it: unloadcheck manual | man -l -\n",
        NULL,
        manual_run,
    },
};

enum { COMMAND_COUNT = sizeof(commands) / sizeof(commands[0]) };

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

const struct command *command_at(size_t index)
{
    return index < COMMAND_COUNT ? &commands[index] : NULL;
}

const struct command *command_default(void)
{
    return &commands[0];
}

const struct command *command_nearest(const char *name)
{
    struct nearest nearest = nearest_make(name);

    for (size_t i = 0; i < COMMAND_COUNT; i++)
        nearest_try(&nearest, commands[i].name);
    return nearest.best ? command_find(nearest.best) : NULL;
}

/* Each line of the usage, behind the program's name. */
static void add_usage(const struct command *command, const char *before,
                      struct text *out)
{
    for (const char *line = command->usage; *line != '\0';) {
        size_t length = strcspn(line, "\n") + 1;

        text_addf(out, "%s unloadcheck ", before);
        text_add_n(out, line, length);
        before = "      ";
        line += length;
    }
}

void command_help(const struct command *command, struct text *out)
{
    add_usage(command, "usage:", out);
    text_addf(out, "\n%s\n", command->description);
    options_help(command->bit, out);
}

void command_overview(struct text *out)
{
    text_add(out, "unloadcheck - finds what a Windows driver leaves behind "
                  "when it is unloaded\n\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        add_usage(&commands[i], i == 0 ? "usage:" : "      ", out);
    text_add(out, "\ncommands:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        text_addf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
    text_addf(out, "\n%s\n", command_default()->description);
    options_help(command_default()->bit, out);
    text_add(out, "\n'unloadcheck COMMAND --help' tells about one command.\n");
}
