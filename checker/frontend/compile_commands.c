/* compile_commands.c - how a project's files are compiled.
 *
 * libclang reads the database, unquotes commands and expands response files.
 * The order is the database's; what it says twice about one file in the same
 * way is given once, and what is neither C nor C++ not at all.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/compile_commands.h"

#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"

#include <clang-c/CXCompilationDatabase.h>

#include <string.h>
#include <strings.h>

static char *taken(struct arena *arena, CXString string)
{
    const char *text = clang_getCString(string);
    char *copy = arena_strdup(arena, text ? text : "");
    clang_disposeString(string);
    return copy;
}

static bool is_file_itself(struct arena *arena, const char *argument,
                           const char *file)
{
    return strcmp(path_normal(arena, argument), path_normal(arena, file)) == 0;
}

static struct compile_command command_read(struct arena *arena,
                                           CXCompileCommand from)
{
    struct compile_command command = {
        .file = taken(arena, clang_CompileCommand_getFilename(from)),
        .directory = taken(arena, clang_CompileCommand_getDirectory(from)),
    };
    unsigned count = clang_CompileCommand_getNumArgs(from);
    command.arguments = arena_array(arena, const char *, count);
    for (unsigned i = 0; i < count; i++) {
        const char *argument =
            taken(arena, clang_CompileCommand_getArg(from, i));
        if (!is_file_itself(arena, argument, command.file))
            command.arguments[command.count++] = argument;
    }
    return command;
}

/* Assembler, resources, interfaces: a database may have them, too. */
static bool is_other_language(const char *file)
{
    static const char *const extensions[] = { ".asm", ".s",   ".rc",
                                              ".idl", ".mc",  ".def",
                                              ".man", ".inf", ".manifest" };
    const char *extension = path_extension(file);
    for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++)
        if (strcasecmp(extension, extensions[i]) == 0)
            return true;
    return false;
}

static bool is_same(const struct compile_command *a,
                    const struct compile_command *b)
{
    if (a->count != b->count || strcmp(a->file, b->file) != 0 ||
        strcmp(a->directory, b->directory) != 0)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->arguments[i], b->arguments[i]) != 0)
            return false;
    return true;
}

static void add_command(struct arena *arena, struct compile_commands *commands,
                        struct compile_command command)
{
    if (is_other_language(command.file))
        return;
    vec_each (struct compile_command, known, commands)
        if (is_same(known, &command))
            return;
    vec_push(arena, commands, command);
}

static void read_all(struct arena *arena, CXCompilationDatabase database,
                     struct compile_commands *commands)
{
    CXCompileCommands all =
        clang_CompilationDatabase_getAllCompileCommands(database);
    unsigned count = all ? clang_CompileCommands_getSize(all) : 0;
    for (unsigned i = 0; i < count; i++)
        add_command(
            arena, commands,
            command_read(arena, clang_CompileCommands_getCommand(all, i)));
    if (all)
        clang_CompileCommands_dispose(all);
}

bool compile_commands_read(struct arena *arena, const char *directory,
                           struct fail *fail, struct compile_commands *commands)
{
    CXCompilationDatabase_Error error;
    const char *name = path_join(arena, directory, "compile_commands.json");
    struct fail_place place = { .file = name };
    struct file_text text;
    if (!file_read(arena, name, fail, &text))
        return false;
    CXCompilationDatabase database =
        clang_CompilationDatabase_fromDirectory(directory, &error);
    if (error != CXCompilationDatabase_NoError) {
        fail_add(fail, place, "is not a compilation database");
        return false;
    }
    read_all(arena, database, commands);
    clang_CompilationDatabase_dispose(database);
    return true;
}
