/* tlog.c - pairs of lines to commands.
 *
 * Relative names are seen from the project's folder, which the record does not
 * tell: it is the nearest one around the record that has a project.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/tlog.h"

#include "project/command_line.h"
#include "project/host_path.h"
#include "project/text_file.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

struct reading {
    struct arena *arena;
    const char *target;
    const char *directory; /* the project's; NULL: the source's own */
    const struct path_maps *maps;
    struct fail *fail;
    struct commands *commands;
    size_t gone;
};

bool tlog_is(const char *path)
{
    return strcasecmp(path_extension(path), ".tlog") == 0;
}

static bool has_project(const char *folder)
{
    struct arena *scratch = arena_open();
    struct file_names names = { 0 };
    bool has = false;

    if (file_list(scratch, folder, fail_make(scratch), &names))
        vec_each (const char *, name, &names)
            has |= strcasecmp(path_extension(*name), ".vcxproj") == 0;
    arena_close(scratch);
    return has;
}

static const char *project_folder(struct arena *arena, const char *path)
{
    const char *folder = path_directory(arena, path);

    while (folder && !has_project(folder))
        folder = path_above(arena, folder);
    return folder;
}

static const char *target_of(struct arena *arena, const char *path)
{
    const char *folder = path_base(path_directory(arena, path));

    return arena_strndup(arena, folder,
                         strlen(folder) - strlen(path_extension(folder)));
}

/* The arguments without the sources, which stand among them. */
static void take_arguments(const struct reading *reading,
                           const struct words *words, struct command *command)
{
    struct arena *arena = reading->arena;

    command->arguments = arena_array(arena, const char *, words->count + 1);
    command->arguments[command->count++] = "cl.exe";
    vec_each (const char *, word, words) {
        bool is_flag = (*word)[0] == '/' || (*word)[0] == '-';
        const char *mapped = path_map_apply(arena, reading->maps, *word);
        if (is_flag || !command_is_source(mapped))
            command->arguments[command->count++] = mapped;
    }
}

static void add_source(struct reading *reading, const char *source,
                       const char *line)
{
    struct arena *arena = reading->arena;
    struct words words = { 0 };
    const char *directory = reading->directory ? reading->directory : ".";
    struct command command = {
        .file = host_path(arena, reading->maps, directory, source),
        .target = reading->target,
    };

    if (!command_is_source(command.file))
        return;
    if (!file_is_regular(command.file))
        reading->gone++;
    command.directory = reading->directory
                            ? reading->directory
                            : path_directory(arena, command.file);
    words_split(arena, line, WORDS_WINDOWS, &words);
    words_expand(arena, command.directory, reading->fail, &words);
    take_arguments(reading, &words, &command);
    vec_push(arena, reading->commands, command);
}

static void add_pair(struct reading *reading, const char *sources,
                     const char *line)
{
    for (const char *at = sources; *at != '\0';) {
        size_t length = strcspn(at, "|");
        add_source(reading, arena_strndup(reading->arena, at, length), line);
        at += length + (at[length] != '\0');
    }
}

/* Files that were deleted stay in the record. */
static void drop_gone(const struct reading *reading, const char *shown)
{
    struct commands *commands = reading->commands;
    size_t kept = 0;

    if (reading->gone == 0 || reading->gone == commands->count)
        return;
    for (size_t i = 0; i < commands->count; i++)
        if (file_is_regular(commands->items[i].file))
            commands->items[kept++] = commands->items[i];
    commands->count = kept;
    fail_note(reading->fail, (struct fail_place){ .file = shown },
              "%zu of its files are gone", reading->gone);
}

bool tlog_read(struct arena *arena, const char *path, const char *shown,
               const struct path_maps *maps, struct fail *fail,
               struct commands *commands)
{
    struct file_text text;
    const char *sources = NULL;
    struct commands own = { 0 };
    struct reading reading = {
        .arena = arena,
        .target = target_of(arena, path),
        .directory = project_folder(arena, path),
        .maps = maps,
        .fail = fail,
        .commands = &own,
    };

    if (!text_file_read(arena, shown, fail, &text))
        return false;
    for (const char *line; (line = text_file_line(arena, &text.data));) {
        if (*line == '^')
            sources = line + 1;
        else if (sources && *line != '\0')
            add_pair(&reading, sources, line);
    }
    if (!sources) {
        fail_add(fail, (struct fail_place){ .file = shown },
                 "is no record of what was compiled");
        return false;
    }
    drop_gone(&reading, shown);
    vec_each (const struct command, command, &own)
        vec_push(arena, commands, *command);
    return true;
}
