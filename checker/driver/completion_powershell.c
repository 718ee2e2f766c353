/* completion_powershell.c - tables, and a block that looks into them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/completion_priv.h"

static const char head[] =
    "# Completes unloadcheck in PowerShell; 'unloadcheck completion "
    "powershell' wrote it.\n"
    "\n"
    "Register-ArgumentCompleter -Native -CommandName unloadcheck "
    "-ScriptBlock {\n"
    "    param($word, $line, $cursor)\n";

/* Where nothing is offered PowerShell offers files by itself. */
static const char tail[] =
    "\n"
    "    $said = @($line.CommandElements | Select-Object -Skip 1 |\n"
    "        Where-Object { $_.Extent.EndOffset -lt $cursor } |\n"
    "        ForEach-Object { $_.ToString() })\n"
    "    if ($said -ccontains '--') { return }\n"
    "    $command = 'check'\n"
    "    if ($said.Count -gt 0 -and $commands.Contains($said[0])) {\n"
    "        $command = $said[0]\n"
    "    }\n"
    "    $before = if ($said.Count -gt 0) { $said[-1] } else { '' }\n"
    "    $asked = $options | Where-Object {\n"
    "        $_.Takes -and ($_.Names -ccontains $before)\n"
    "    } | Select-Object -First 1\n"
    "    if ($asked) {\n"
    "        $pairs = & $asked.Values | ForEach-Object { , @($_, $_) }\n"
    "    } elseif ($word -like '-*') {\n"
    "        $pairs = $options | Where-Object {\n"
    "            $_.Commands -ccontains $command\n"
    "        } | ForEach-Object {\n"
    "            foreach ($name in $_.Names) { , @($name, $_.Help) }\n"
    "        }\n"
    "    } elseif ($said.Count -eq 0) {\n"
    "        $pairs = $commands.Keys | ForEach-Object {\n"
    "            , @($_, $commands[$_])\n"
    "        }\n"
    "    } else {\n"
    "        $pairs = & $operands[$command] | ForEach-Object { , @($_, $_) }\n"
    "    }\n"
    "    foreach ($pair in $pairs) {\n"
    "        if ($pair[0] -clike \"$word*\") {\n"
    "            [System.Management.Automation.CompletionResult]::new(\n"
    "                $pair[0], $pair[0], 'ParameterValue', $pair[1])\n"
    "        }\n"
    "    }\n"
    "}\n";

static const char *quoted(struct arena *arena, const char *text)
{
    return completion_escape(arena, text, "'", "'");
}

/* A block that gives what can stand there. */
static void add_values(struct text *out, const char *argument)
{
    switch (completion_value(argument)) {
    case VALUE_NONE:
    case VALUE_ANY:
    case VALUE_FILE:
    case VALUE_FOLDER: text_add(out, "{ }"); break;
    case VALUE_RULE:
        text_add(out, "{ unloadcheck rules | ForEach-Object { "
                      "($_ -split ' ')[0] } }");
        break;
    case VALUE_WORDS:
        text_addf(out, "{ '%s' }",
                  completion_words(out->arena, argument, "', '"));
        break;
    }
}

static void add_option(struct text *out, const struct option_info *option)
{
    struct arena *arena = out->arena;
    const char *commands = completion_commands(arena, option->commands, true);

    text_addf(out, "        @{ Names = '--%s'", option->name);
    if (option->letter)
        text_addf(out, ", '-%c'", option->letter);
    text_addf(out,
              "\n           Commands = '%s' -split ' '\n"
              "           Help = '%s'\n"
              "           Takes = $%s\n"
              "           Values = ",
              commands, quoted(arena, option->help),
              option->argument ? "true" : "false");
    add_values(out, option->argument);
    text_add(out, " }\n");
}

void completion_powershell(struct text *out)
{
    struct option_info option;

    text_add(out, head);
    text_add(out, "    $commands = [ordered]@{\n");
    for (size_t i = 0; command_at(i); i++)
        text_addf(out, "        '%s' = '%s'\n", command_at(i)->name,
                  quoted(out->arena, command_at(i)->summary));
    text_add(out, "    }\n"
                  "    $operands = @{\n");
    for (size_t i = 0; command_at(i); i++) {
        text_addf(out, "        '%s' = ", command_at(i)->name);
        add_values(out, command_at(i)->operands);
        text_add(out, "\n");
    }
    text_add(out, "    }\n"
                  "    $options = @(\n");
    for (size_t i = 0; options_at(i, &option); i++)
        add_option(out, &option);
    text_add(out, "    )\n");
    text_add(out, tail);
}
