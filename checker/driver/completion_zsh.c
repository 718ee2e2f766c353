/* completion_zsh.c - a function for _arguments. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/completion_priv.h"

static const char head[] =
    "#compdef unloadcheck\n"
    "# Completes unloadcheck in zsh; 'unloadcheck completion zsh' wrote it.\n"
    "\n"
    "_unloadcheck_rules()\n"
    "{\n"
    "    compadd -- $(" COMPLETION_RULES ")\n"
    "}\n"
    "\n"
    "_unloadcheck()\n"
    "{\n"
    "    local command=check\n"
    "    local -a commands\n"
    "\n"
    "    commands=(\n";

static const char tail[] = "    esac\n"
                           "}\n"
                           "\n"
                           "if [ \"$funcstack[1]\" = _unloadcheck ]; then\n"
                           "    _unloadcheck \"$@\"\n"
                           "else\n"
                           "    compdef _unloadcheck unloadcheck\n"
                           "fi\n";

/* As it may stand in a specification, between apostrophes. */
static const char *described(struct arena *arena, const char *text)
{
    return completion_escape(
        arena, completion_escape(arena, text, "[]:\\", "\\"), "'", "'\\'");
}

static void add_value(struct text *out, const char *argument)
{
    switch (completion_value(argument)) {
    case VALUE_NONE: break;
    case VALUE_ANY: text_add(out, ": "); break;
    case VALUE_FILE: text_add(out, "_files"); break;
    case VALUE_FOLDER: text_add(out, "_files -/"); break;
    case VALUE_RULE: text_add(out, "_unloadcheck_rules"); break;
    case VALUE_WORDS:
        text_addf(out, "(%s)", completion_words(out->arena, argument, " "));
        break;
    }
}

/* 'NAME[HELP]:ARGUMENT:VALUES' */
static void add_option(struct text *out, const struct option_info *option)
{
    struct arena *arena = out->arena;
    struct text behind = text_make(arena);

    text_addf(&behind, "[%s]", described(arena, option->help));
    if (option->argument) {
        text_addf(&behind, ":%s:", described(arena, option->argument));
        add_value(&behind, option->argument);
    }
    text_addf(out, " \\\n            '%s--%s%s%s'", option->is_list ? "*" : "",
              option->name, option->argument ? "=" : "", text_str(&behind));
    if (option->letter)
        text_addf(out, " \\\n            '-%c%s%s'", option->letter,
                  option->argument ? "+" : "", text_str(&behind));
}

static void add_command(struct text *out, const struct command *command)
{
    struct option_info option;

    text_addf(out, "    %s)\n        _arguments -s -S :", command->name);
    for (size_t i = 0; options_at(i, &option); i++)
        if (option.commands & command->bit)
            add_option(out, &option);
    if (command->operands) {
        text_add(out, " \\\n            '*:operand:");
        add_value(out, command->operands);
        text_add(out, "'");
    }
    text_add(out, " ;;\n");
}

void completion_zsh(struct text *out)
{
    struct arena *arena = out->arena;

    text_add(out, head);
    for (size_t i = 0; command_at(i); i++)
        text_addf(out, "        '%s:%s'\n", command_at(i)->name,
                  described(arena, command_at(i)->summary));
    text_addf(out,
              "    )\n"
              "    if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
              "        _describe command commands\n"
              "        _files\n"
              "        return\n"
              "    fi\n"
              "    if [[ ' %s ' == *\" $words[2] \"* ]]; then\n"
              "        command=$words[2]\n"
              "        shift words\n"
              "        ((CURRENT--))\n"
              "    fi\n"
              "    case $command in\n",
              completion_commands(arena, ~0U, true));
    for (size_t i = 0; command_at(i); i++)
        add_command(out, command_at(i));
    text_add(out, tail);
}
