/* inputs.c - names to inputs, with the flags of each. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/inputs.h"

#include "driver/options.h"
#include "driver/run.h"
#include "frontend/compile_commands.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* What looking for the files needs. */
struct finder {
    struct run *run;
    const struct options *options;
    const char *working; /* the working folder */
    struct map *seen;    /* interned full name -> itself */
    struct inputs *inputs;
};

static const char *working_folder(struct arena *arena)
{
    size_t size = 256;

    for (;;) {
        char *name = arena_alloc(arena, size);
        if (getcwd(name, size))
            return name;
        if (errno != ERANGE)
            return "";
        size *= 2;
    }
}

/* The one name that a file has in this run. Interned. */
static const char *full_name(const struct finder *finder, const char *path)
{
    struct run *run = finder->run;
    const char *full = path_join(run->arena, finder->working, path);

    return strings_intern(run->strings, path_normal(run->arena, full));
}

/* As people call it: seen from the working folder if it is below that. */
static const char *short_name(const struct finder *finder, const char *full)
{
    struct arena *arena = finder->run->arena;
    const char *relative = path_relative(arena, full, finder->working);

    return strncmp(relative, "..", 2) == 0 ? full : relative;
}

static bool refuse(const struct finder *finder, const char *path,
                   const char *why)
{
    fail_add(finder->run->fail, (struct fail_place){ .file = path },
             "cannot read: %s", why);
    return false;
}

static bool can_read(const struct finder *finder, const char *path)
{
    if (access(path, R_OK) != 0)
        return refuse(finder, path, strerror(errno));
    if (file_is_directory(path))
        return refuse(finder, path, strerror(EISDIR));
    return file_is_regular(path) || refuse(finder, path, "it is not a file");
}

/* Each file counts once, whatever it is called. */
static void add_input(struct finder *finder, struct input input,
                      const char *shown)
{
    const char *full = full_name(finder, input.path);

    if (map_has(finder->seen, full))
        return;
    map_put(finder->seen, full, NULL);
    if (can_read(finder, shown))
        vec_push(finder->run->arena, finder->inputs, input);
}

static void add_named(struct finder *finder, const char *path)
{
    struct input input = {
        .path = path,
        .is_ir = strcmp(path_extension(path), ".ir") == 0,
        .arguments = finder->options->flags.items,
        .argument_count = finder->options->flags.count,
    };

    add_input(finder, input, path);
}

/* With what the user adds behind "--". */
static void add_arguments(const struct finder *finder,
                          const struct compile_command *command,
                          struct input *input)
{
    struct arena *arena = finder->run->arena;
    struct words words = { 0 };

    for (size_t i = 0; i < command->count; i++)
        vec_push(arena, &words, command->arguments[i]);
    vec_each (const char *, flag, &finder->options->flags)
        vec_push(arena, &words, *flag);
    input->arguments = words.items;
    input->argument_count = words.count;
}

/* What a database says is seen from the folder of each command. Where that is
 * ours there is nothing to say about it, and names stay short. */
static void add_command(struct finder *finder, const char *database,
                        const struct compile_command *command)
{
    struct arena *arena = finder->run->arena;
    const char *directory =
        full_name(finder, path_join(arena, database, command->directory));
    const char *full =
        full_name(finder, path_join(arena, directory, command->file));
    const char *shown = short_name(finder, full);
    bool is_ours = strcmp(directory, finder->working) == 0;
    struct input input = {
        .path = is_ours ? shown : full,
        .directory = is_ours ? NULL : directory,
    };

    add_arguments(finder, command, &input);
    add_input(finder, input, shown);
}

/* The command for the file of that full name, or NULL. */
static const struct compile_command *
find_command(const struct finder *finder, const char *database,
             const struct compile_commands *commands, const char *full)
{
    struct arena *arena = finder->run->arena;

    vec_each (const struct compile_command, command, commands) {
        const char *directory = path_join(arena, database, command->directory);
        const char *file = path_join(arena, directory, command->file);
        if (full_name(finder, file) == full)
            return command;
    }
    return NULL;
}

static void add_from_database(struct finder *finder, const char *database,
                              const struct compile_commands *commands,
                              const char *path)
{
    const struct compile_command *command =
        find_command(finder, database, commands, full_name(finder, path));

    if (strcmp(path_extension(path), ".ir") == 0)
        add_named(finder, path);
    else if (command)
        add_command(finder, database, command);
    else if (can_read(finder, path))
        fail_add(
            finder->run->fail, (struct fail_place){ .file = path },
            "the database does not say how it is compiled: %s",
            path_join(finder->run->arena, database, "compile_commands.json"));
}

/* Databases also hold assembly and resources, which drive nothing here. */
static bool is_source(const char *path)
{
    static const char *const extensions[] = { ".c",   ".C",   ".cc",
                                              ".cpp", ".cxx", ".c++" };
    const char *extension = path_extension(path);

    for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++)
        if (strcasecmp(extension, extensions[i]) == 0)
            return true;
    return false;
}

static void add_whole_database(struct finder *finder, const char *database,
                               const struct compile_commands *commands)
{
    size_t before = fail_count(finder->run->fail);

    vec_each (const struct compile_command, command, commands)
        if (is_source(command->file))
            add_command(finder, database, command);
    if (finder->inputs->count == 0 && fail_count(finder->run->fail) == before)
        fail_add(
            finder->run->fail,
            (struct fail_place){ .file = path_join(finder->run->arena, database,
                                                   "compile_commands.json") },
            "names no C or C++ file");
}

/* -p takes the folder, or the database in it. */
static const char *database_folder(struct arena *arena, const char *given)
{
    if (file_is_regular(given) &&
        strcmp(path_base(given), "compile_commands.json") == 0)
        return path_directory(arena, given);
    return given;
}

static void find_in_database(struct finder *finder, const char *const *names,
                             size_t count)
{
    struct run *run = finder->run;
    const char *database =
        database_folder(run->arena, finder->options->database);
    struct compile_commands commands = { 0 };

    if (!compile_commands_read(run->arena, database, run->fail, &commands))
        return;
    if (count == 0)
        add_whole_database(finder, database, &commands);
    for (size_t i = 0; i < count; i++)
        add_from_database(finder, database, &commands, names[i]);
}

bool inputs_find(struct run *run, const struct options *options,
                 const char *const *names, size_t count, struct inputs *inputs)
{
    struct finder finder = {
        .run = run,
        .options = options,
        .working = working_folder(run->arena),
        .seen = map_make(run->arena),
        .inputs = inputs,
    };

    if (options->database)
        find_in_database(&finder, names, count);
    else if (count == 0)
        fail_add(run->fail, (struct fail_place){ 0 },
                 "no file is given; 'unloadcheck --help' tells how");
    else
        for (size_t i = 0; i < count; i++)
            add_named(&finder, names[i]);
    return inputs->count != 0;
}
