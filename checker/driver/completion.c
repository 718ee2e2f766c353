/* completion.c - for each shell, out of the tables of commands and options. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/completion.h"

#include "driver/completion_priv.h"
#include "report/form.h"
#include "support/arena.h"
#include "support/fail.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    void (*add)(struct text *out);
} shells[] = {
    { "bash", completion_bash },
    { "zsh", completion_zsh },
    { "fish", completion_fish },
    { "powershell", completion_powershell },
};

/* What it is that an argument is called. */
static const struct {
    const char *argument;
    enum value value;
} values[] = {
    { "FILE", VALUE_FILE },         { "DIR", VALUE_FOLDER },
    { "ID", VALUE_RULE },           { "RULE", VALUE_RULE },
    { "FORM[:FILE]", VALUE_WORDS },
};

enum value completion_value(const char *argument)
{
    if (!argument)
        return VALUE_NONE;
    for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
        if (strcmp(values[i].argument, argument) == 0)
            return values[i].value;
    return islower((unsigned char)*argument) ? VALUE_WORDS : VALUE_ANY;
}

const char *completion_words(struct arena *arena, const char *argument,
                             const char *between)
{
    struct text out = text_make(arena);

    if (islower((unsigned char)*argument))
        for (; *argument != '\0'; argument++)
            if (*argument == '|')
                text_add(&out, between);
            else
                text_add_char(&out, *argument);
    else
        for (size_t i = 0; form_at(i); i++)
            text_addf(&out, "%s%s", i == 0 ? "" : between, form_at(i)->name);
    return text_str(&out);
}

const char *completion_commands(struct arena *arena, unsigned bits, bool takes)
{
    struct text out = text_make(arena);

    for (size_t i = 0; command_at(i); i++)
        if (((command_at(i)->bit & bits) != 0) == takes)
            text_addf(&out, "%s%s", out.length == 0 ? "" : " ",
                      command_at(i)->name);
    return text_str(&out);
}

const char *completion_escape(struct arena *arena, const char *text,
                              const char *special, const char *mark)
{
    struct text out = text_make(arena);

    for (; *text != '\0'; text++) {
        if (strchr(special, *text))
            text_add(&out, mark);
        text_add_char(&out, *text);
    }
    return text_str(&out);
}

enum run_status completion_run(struct run *run, const struct options *options)
{
    const char *wanted =
        options->operands.count == 1 ? options->operands.items[0] : "";
    struct text out = text_make(run->arena);

    for (size_t i = 0; i < sizeof(shells) / sizeof(*shells); i++)
        if (strcmp(shells[i].name, wanted) == 0) {
            shells[i].add(&out);
            fputs(text_str(&out), stdout);
            return RUN_CLEAN;
        }
    fail_add(run->fail, (struct fail_place){ 0 },
             "completion takes the name of a shell: bash, zsh, fish or "
             "powershell");
    return RUN_TROUBLE;
}
