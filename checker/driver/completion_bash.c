/* completion_bash.c - a function that fills COMPREPLY.
 *
 * Where it leaves that empty, bash offers files by itself, in its own way to
 * quote them. bash takes "--color=al" for three words.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/completion_priv.h"

static const char head[] =
    "# Completes unloadcheck in bash; 'unloadcheck completion bash' wrote it.\n"
    "\n"
    "_unloadcheck_words()\n"
    "{\n"
    "    COMPREPLY=($(compgen -W \"$1\" -- \"$current\"))\n"
    "}\n"
    "\n"
    "_unloadcheck()\n"
    "{\n"
    "    local current=${COMP_WORDS[COMP_CWORD]}\n"
    "    local before=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    local command=check word\n"
    "\n"
    "    COMPREPLY=()\n"
    "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD - 1}\"; do\n"
    "        [ \"$word\" != -- ] || return 0\n"
    "    done\n"
    "    if [ \"$current\" = = ]; then\n"
    "        current=\n"
    "    elif [ \"$before\" = = ]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n";

static void add_value(struct text *out, const char *argument)
{
    switch (completion_value(argument)) {
    case VALUE_NONE:
    case VALUE_ANY:
    case VALUE_FILE: text_add(out, ":"); break;
    case VALUE_FOLDER: text_add(out, "compopt -o dirnames"); break;
    case VALUE_RULE:
        text_add(out, "_unloadcheck_words \"$(" COMPLETION_RULES ")\"");
        break;
    case VALUE_WORDS:
        text_addf(out, "_unloadcheck_words '%s'",
                  completion_words(out->arena, argument, " "));
        break;
    }
}

static void add_options(struct text *out, const struct command *command)
{
    struct option_info option;

    text_addf(out, "        %s) _unloadcheck_words '", command->name);
    for (size_t i = 0; options_at(i, &option); i++) {
        if (!(option.commands & command->bit))
            continue;
        text_addf(out, "--%s ", option.name);
        if (option.letter)
            text_addf(out, "-%c ", option.letter);
    }
    text_add(out, "--' ;;\n");
}

void completion_bash(struct text *out)
{
    const char *names = completion_commands(out->arena, ~0U, true);
    struct option_info option;

    text_add(out, head);
    text_addf(out,
              "    case ' %s ' in\n"
              "    *\" ${COMP_WORDS[1]} \"*)\n"
              "        [ $COMP_CWORD -lt 2 ] || command=${COMP_WORDS[1]} ;;\n"
              "    esac\n"
              "    case $before in\n",
              names);
    for (size_t i = 0; options_at(i, &option); i++) {
        if (!option.argument)
            continue;
        if (option.letter)
            text_addf(out, "    -%c | ", option.letter);
        text_addf(out, "%s--%s) ", option.letter ? "" : "    ", option.name);
        add_value(out, option.argument);
        text_add(out, "; return ;;\n");
    }
    text_add(out, "    esac\n"
                  "    case $current in\n"
                  "    -*)\n"
                  "        case $command in\n");
    for (size_t i = 0; command_at(i); i++)
        add_options(out, command_at(i));
    text_addf(out,
              "        esac\n"
              "        return ;;\n"
              "    esac\n"
              "    if [ $COMP_CWORD -eq 1 ]; then\n"
              "        _unloadcheck_words '%s'\n"
              "        return\n"
              "    fi\n"
              "    case $command in\n",
              names);
    for (size_t i = 0; command_at(i); i++) {
        if (completion_value(command_at(i)->operands) == VALUE_FILE)
            continue;
        text_addf(out, "    %s) ", command_at(i)->name);
        add_value(out, command_at(i)->operands);
        text_add(out, " ;;\n");
    }
    text_add(out, "    esac\n"
                  "}\n"
                  "\n"
                  "complete -o bashdefault -o default -F _unloadcheck "
                  "unloadcheck\n");
}
