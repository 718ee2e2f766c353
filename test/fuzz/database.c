// Whatever stands in a compilation database, on a command line and in response
// files, reading it ends with commands or with a message; and the arguments of
// any command become arguments for the parser.
//
// RUN: %units/fuzz-database -mangled=200 %S/Inputs/database/* | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "project/database.h"
#include "frontend/arguments.h"
#include "frontend/capture.h"
#include "fuzz.h"
#include "project/command_line.h"
#include "project/host_path.h"
#include "support/arena.h"
#include "support/fail.h"
#include "expect.h"

#include <stdbool.h>

static void make_arguments(struct arena *arena, const char *file,
                           const char *directory, const char *const *given,
                           size_t count)
{
    struct capture_options options = { .directory = directory };
    struct arguments arguments =
        arguments_make(arena, file, given, count, &options);

    expect(arguments.words.count > 0);
    vec_each (const char *, word, &arguments.words)
        expect(*word != NULL);
}

/* The text as the words of a command. */
static void split(struct arena *arena, const char *text, enum words_style style)
{
    struct words words = { 0 };
    struct fail *fail = fail_make(arena);

    words_split(arena, text, style, &words);
    words_expand(arena, scratch_folder(), fail, &words);
    make_arguments(arena, "a.c", scratch_folder(), words.items, words.count);
}

static void read_database(struct arena *arena, const char *path)
{
    struct fail *fail = fail_make(arena);
    struct commands commands = { 0 };
    struct path_maps maps = { 0 };

    expect(path_map_parse(arena, "/", "C:\\src=/src", &maps));
    if (!database_read(arena, "/", path, &maps, fail, &commands, NULL))
        expect(fail_count(fail) > 0);
    vec_each (const struct command, command, &commands) {
        expect(command->file != NULL && command->directory != NULL);
        make_arguments(arena, command->file, command->directory,
                       command->arguments, command->count);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    struct words flags = { 0 };
    char *text = arena_strndup(arena, (const char *)data, size ? size : 0);
    const char *path;

    scratch_file("flags.rsp", data, size < 300 ? size : 300);
    path = scratch_file(FLAGS_NAME, data, size);
    (void)database_read_flags(arena, path, fail_make(arena), &flags);
    split(arena, text, WORDS_UNIX);
    split(arena, text, WORDS_WINDOWS);
    read_database(arena, scratch_file(DATABASE_NAME, data, size));
    arena_close(arena);
    return 0;
}
