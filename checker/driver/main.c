/* main.c - from the words of the command line to a command, and out again.
 *
 * Under the name of what stands in for clangd the words are clangd's. Else the
 * command is the first word; without one it is `check`. What went wrong
 * with the input is printed last, on the standard error, and decides about the
 * exit status with what the command returned.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/command.h"
#include "driver/config.h"
#include "driver/lsp.h"
#include "driver/options.h"
#include "driver/run.h"
#include "driver/settings.h"
#include "driver/timings.h"
#include "support/arena.h"
#include "support/console.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/strings.h"
#include "support/text.h"

#include <stdio.h>

static enum run_status show_version(void)
{
    puts("unloadcheck " CONFIG_VERSION);
    return RUN_CLEAN;
}

/* `command` NULL: the help on the whole. */
static enum run_status show_help(struct arena *arena,
                                 const struct command *command)
{
    struct text text = text_make(arena);

    if (command)
        command_help(command, &text);
    else
        command_overview(&text);
    fputs(text_str(&text), stdout);
    return RUN_CLEAN;
}

/* A word that is no file but nearly a command was meant as one. */
static bool is_mistyped_command(struct run *run, const char *word)
{
    const struct command *nearest = command_nearest(word);

    if (word[0] == '-' || !nearest || file_is_there(word))
        return false;
    fail_add(run->fail, (struct fail_place){ 0 },
             "unknown command '%s'; did you mean '%s'?", word, nearest->name);
    return true;
}

static enum run_status run_command(struct run *run,
                                   const struct command *command,
                                   struct options *options)
{
    enum run_status status;
    uint64_t begin;

    if (!options->timings_file)
        return command->run(run, options);
    options->timings = timings_open(run->arena);
    begin = timings_begin(options->timings);
    status = command->run(run, options);
    timings_end(options->timings, begin, command->name, NULL);
    timings_write(options->timings, options->timings_file, run->fail);
    timings_close(options->timings);
    return status;
}

static enum run_status dispatch(struct run *run, char *const *words,
                                size_t count)
{
    const struct command *named = count != 0 ? command_find(words[0]) : NULL;
    const struct command *command = named ? named : command_default();
    struct options options;

    if (!named && count != 0 && is_mistyped_command(run, words[0]))
        return RUN_TROUBLE;
    if (named) {
        words++;
        count--;
    }
    if (!options_parse(run, command->bit, words, count, &options))
        return RUN_TROUBLE;
    if (options.version)
        return show_version();
    if (options.help)
        return show_help(run->arena, named);
    settings_read(run, &options);
    if (!options.dump_config)
        return run_command(run, command, &options);
    settings_dump(run, &options);
    return RUN_CLEAN;
}

/* A result that could not be written is none. */
static void flush(struct run *run)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        fail_add(run->fail, (struct fail_place){ 0 },
                 "cannot write the result");
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct console console = console_open();
    char *const *words = environment_words(arena, &argc, argv);
    size_t count = argc > 0 ? (size_t)argc - 1 : 0;
    struct run run = {
        .arena = arena,
        .strings = strings_make(arena),
        .fail = fail_make(arena),
    };
    bool stands_in = argc > 0 && lsp_is_stand_in(words[0]);
    char *const *rest = words + (argc > 0);
    int status = stands_in ? lsp_stand_in(&run, rest, count)
                           : (int)dispatch(&run, rest, count);

    flush(&run);
    fail_print(run.fail, stderr);
    if (fail_any(run.fail) && !stands_in)
        status = RUN_TROUBLE;
    console_close(&console);
    arena_close(arena);
    return status;
}
