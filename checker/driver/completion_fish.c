/* completion_fish.c - one line for each thing that can be said. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/completion_priv.h"

static const char *quoted(struct arena *arena, const char *text)
{
    return completion_escape(arena, text, "'\\", "\\");
}

/* The command is the first word; without one it is that which needs no name. */
static const char *condition(struct arena *arena, unsigned bits)
{
    bool is_default = (bits & command_default()->bit) != 0;

    return arena_format(arena, "%s__fish_seen_subcommand_from %s",
                        is_default ? "not " : "",
                        completion_commands(arena, bits, !is_default));
}

static void add_value(struct text *out, const char *argument)
{
    switch (completion_value(argument)) {
    case VALUE_NONE: break;
    case VALUE_ANY: text_add(out, " -x"); break;
    case VALUE_FILE: text_add(out, " -r -F"); break;
    case VALUE_FOLDER:
        text_add(out, " -x -a '(__fish_complete_directories)'");
        break;
    case VALUE_RULE: text_add(out, " -x -a '(__unloadcheck_rules)'"); break;
    case VALUE_WORDS:
        text_addf(out, " -x -a '%s'",
                  completion_words(out->arena, argument, " "));
        break;
    }
}

static void add_command(struct text *out, const struct command *command)
{
    struct arena *arena = out->arena;

    text_addf(out,
              "complete -c unloadcheck -n __fish_use_subcommand -a %s "
              "-d '%s'\n",
              command->name, quoted(arena, command->summary));
    if (completion_value(command->operands) == VALUE_FILE)
        return;
    text_addf(out, "complete -c unloadcheck -n '%s'",
              condition(arena, command->bit));
    if (command->operands)
        add_value(out, command->operands);
    else
        text_add(out, " -f");
    text_add(out, "\n");
}

void completion_fish(struct text *out)
{
    struct arena *arena = out->arena;
    struct option_info option;

    text_add(out, "# Completes unloadcheck in fish; 'unloadcheck completion "
                  "fish' wrote it.\n"
                  "\n"
                  "function __unloadcheck_rules\n"
                  "    " COMPLETION_RULES "\n"
                  "end\n"
                  "\n");
    for (size_t i = 0; command_at(i); i++)
        add_command(out, command_at(i));
    for (size_t i = 0; options_at(i, &option); i++) {
        text_addf(out, "complete -c unloadcheck -n '%s' -l %s",
                  condition(arena, option.commands), option.name);
        if (option.letter)
            text_addf(out, " -s %c", option.letter);
        add_value(out, option.argument);
        text_addf(out, " -d '%s'\n", quoted(arena, option.help));
    }
}
