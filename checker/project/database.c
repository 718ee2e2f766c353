/* database.c - from the JSON of a database to commands. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/database.h"

#include "project/command_line.h"
#include "project/host_path.h"
#include "project/text_file.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/table.h"

#include <jansson.h>
#include <string.h>

/* What was there before, by file and target. */
struct known {
    const char *key;
    UT_hash_handle hh;
};

struct reading {
    struct arena *arena;
    struct arena *scratch;
    const char *path;   /* of the database */
    const char *folder; /* it is in, full */
    const struct path_maps *maps;
    const char *given;     /* the last folder of a command, as it is written */
    const char *directory; /* and what it is */
    struct fail *fail;
    struct known *known;
    struct commands *commands;
    bool is_exact;
};

static const char *text_of(const json_t *entry, const char *key)
{
    return json_string_value(json_object_get(entry, key));
}

static void complain(const struct reading *reading, size_t number,
                     const char *what)
{
    fail_add(reading->fail, (struct fail_place){ .file = reading->path },
             "entry %zu %s", number + 1, what);
}

static bool split_arguments(struct reading *reading, const json_t *entry,
                            struct words *words)
{
    const json_t *list = json_object_get(entry, "arguments");
    const char *line = text_of(entry, "command");
    size_t count = json_array_size(list);

    for (size_t i = 0; i < count; i++) {
        const char *word = json_string_value(json_array_get(list, i));
        if (!word)
            return false;
        vec_push(reading->scratch, words, arena_strdup(reading->scratch, word));
    }
    if (!list && line)
        words_split(reading->scratch, line, words_guess(line), words);
    return words->count != 0;
}

/* MSBuild's own database has a lone ';' behind the flags. */
static bool is_stray(const char *word)
{
    return strcmp(word, ";") == 0 || *word == '\0';
}

/* Whether the word names the file that is called so, or spelled otherwise. */
static bool is_file(struct reading *reading, const struct command *command,
                    const char *named, const char *word)
{
    bool may_be =
        command_is_source(word) ||
        strcmp(path_extension(word), path_extension(command->file)) == 0;
    const char *name = may_be ? host_path_named(reading->scratch, reading->maps,
                                                command->directory, word)
                              : NULL;

    if (!name || strcmp(name, named) == 0)
        return name != NULL;
    reading->is_exact = false;
    return strcmp(file_as_on_disk(reading->scratch, name), command->file) == 0;
}

static void take_arguments(struct reading *reading, const struct words *words,
                           const char *named, struct command *command)
{
    struct arena *arena = reading->arena;

    command->arguments = arena_array(arena, const char *, words->count);
    vec_each (const char *, word, words) {
        const char *mapped = path_map_apply(arena, reading->maps, *word);
        if (is_stray(mapped) || strcmp(mapped, "--") == 0 ||
            is_file(reading, command, named, mapped))
            continue;
        command->arguments[command->count++] = arena_strdup(arena, mapped);
    }
}

static bool is_known(struct reading *reading, const struct command *command)
{
    struct arena *arena = reading->scratch;
    struct known *known = NULL;
    const char *key = arena_format(arena, "%s\n%s", command->file,
                                   command->target ? command->target : "");

    HASH_FIND_STR(reading->known, key, known);
    if (known)
        return true;
    known = arena_new(arena, struct known);
    known->key = key;
    HASH_ADD_KEYPTR(hh, reading->known, known->key, strlen(key), known);
    return false;
}

static const char *target_of(const struct reading *reading, const json_t *entry,
                             const struct words *words)
{
    const char *object = text_of(entry, "output");

    if (!object)
        object = command_object(words->items, words->count);
    return object ? command_target(reading->arena, object) : NULL;
}

/* Most commands are run in the same folder. */
static const char *directory_of(struct reading *reading, const char *given)
{
    if (!reading->given || strcmp(reading->given, given) != 0) {
        const char *named = host_path_named(reading->arena, reading->maps,
                                            reading->folder, given);
        reading->given = given;
        reading->is_exact &= file_is_directory(named);
        reading->directory = file_as_on_disk(reading->arena, named);
    }
    return reading->directory;
}

static void add_entry(struct reading *reading, size_t number,
                      const json_t *entry)
{
    struct arena *arena = reading->arena;
    const char *directory = text_of(entry, "directory");
    const char *file = text_of(entry, "file");
    struct words words = { 0 };

    if (!file)
        complain(reading, number, "names no file");
    else if (!split_arguments(reading, entry, &words))
        complain(reading, number, "has neither arguments nor a command");
    if (!file || words.count == 0 ||
        !(command_is_source(file) || command_is_c(words.items, words.count)))
        return;

    struct command command = {
        .directory = directory_of(reading, directory ? directory : "."),
    };

    const char *named = host_path_named(reading->scratch, reading->maps,
                                        command.directory, file);

    command.file = arena_strdup(arena, file_as_on_disk(arena, named));
    command.target = target_of(reading, entry, &words);
    reading->is_exact &= strcmp(command.file, named) == 0;
    if (is_known(reading, &command))
        return;
    vec_each (const char *, word, &words)
        reading->is_exact &= **word != '@';
    words_expand(reading->scratch, command.directory, reading->fail, &words);
    take_arguments(reading, &words, named, &command);
    vec_push(arena, reading->commands, command);
}

static json_t *parse(const char *path, const struct file_text *text,
                     struct fail *fail)
{
    json_error_t error = { 0 };
    json_t *root = json_loadb(text->data, text->size, 0, &error);

    if (!root) {
        struct fail_place place = { path, (unsigned)error.line,
                                    (unsigned)error.column };
        fail_add(fail, place, "is not a compilation database: %s", error.text);
    } else if (!json_is_array(root)) {
        fail_add(fail, (struct fail_place){ .file = path },
                 "is not a compilation database: it is no list of commands");
        json_decref(root);
        root = NULL;
    }
    return root;
}

bool database_read(struct arena *arena, const char *working, const char *path,
                   const struct path_maps *maps, struct fail *fail,
                   struct commands *commands, bool *is_exact)
{
    struct arena *scratch = arena_open();
    struct file_text text;
    json_t *root = NULL;
    bool good;
    struct reading reading = {
        .arena = arena,
        .scratch = scratch,
        .path = path,
        .folder = path_normal(
            arena, path_join(arena, working, path_directory(arena, path))),
        .maps = maps,
        .fail = fail,
        .commands = commands,
        .is_exact = true,
    };

    if (text_file_read(scratch, path, fail, &text))
        root = parse(path, &text, fail);
    good = root != NULL;
    for (size_t i = 0; i < json_array_size(root); i++)
        add_entry(&reading, i, json_array_get(root, i));
    if (is_exact)
        *is_exact = reading.is_exact;
    json_decref(root);
    arena_close(scratch);
    return good;
}

bool database_read_flags(struct arena *arena, const char *path,
                         struct fail *fail, struct words *flags)
{
    struct file_text text;

    if (!text_file_read(arena, path, fail, &text))
        return false;
    for (const char *line; (line = text_file_line(arena, &text.data));) {
        line += strspn(line, " \t");
        if (*line != '\0')
            vec_push(arena, flags, line);
    }
    return true;
}

/* A database is often left in the folder of the build. */
static const char *in_folder(struct arena *arena, const char *directory,
                             const char *name)
{
    const char *direct = path_join(arena, directory, name);
    const char *built =
        path_join(arena, path_join(arena, directory, "build"), name);

    if (file_is_regular(direct))
        return direct;
    return strcmp(name, DATABASE_NAME) == 0 && file_is_regular(built) ? built
                                                                      : NULL;
}

const char *database_above(struct arena *arena, const char *directory,
                           const char *name)
{
    const char *found = NULL;

    for (; directory && !found; directory = path_above(arena, directory))
        found = in_folder(arena, directory, name);
    return found;
}
