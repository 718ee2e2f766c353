/* find.c - what each name stands for.
 *
 * A file is compiled as the database says that the user gives, else as the
 * nearest one says in a folder around it, if that knows the file, else with
 * the flags of the nearest compile_flags.txt, else as a project around it says;
 * flags behind "--" come last, and
 * where there are some nothing is looked for.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/find.h"

#include "project/database.h"
#include "project/discover.h"
#include "project/find_priv.h"
#include "project/projects.h"
#include "project/solution.h"
#include "project/targets.h"
#include "project/tlog.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <string.h>
#include <strings.h>

/* A database that was read once. */
struct source {
    const char *path;
    struct commands commands;
    bool is_good;
};

/* The files that are named one by one. */
struct naming {
    const struct finder *finder;
    struct filling filling;
    struct map *sources; /* interned path -> struct source */
    struct projects *projects;
};

static const struct source *read_database(struct naming *naming,
                                          const char *path)
{
    const struct finder *finder = naming->finder;
    const struct find_listener *listener = finder->options->listener;
    const char *key = strings_intern(finder->strings, path);
    struct source *source = map_get(naming->sources, key);
    bool is_exact;

    if (source)
        return source;
    source = arena_new(finder->arena, struct source);
    source->path = path;
    source->is_good = database_read(finder->arena, finder->working, path,
                                    &finder->options->maps, finder->fail,
                                    &source->commands, &is_exact);
    if (listener)
        listener->file(listener->data, path);
    if (listener && !is_exact)
        listener->other(listener->data);
    if (!source->is_good && !file_is_regular(path))
        fail_note(finder->fail, (struct fail_place){ 0 },
                  "cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON and "
                  "msbuild /t:ClangTidy write a " DATABASE_NAME
                  "; without -p the build's own projects are read");
    map_put(naming->sources, key, source);
    return source;
}

static const struct command *find_command(const struct finder *finder,
                                          const struct source *source,
                                          const char *path)
{
    const char *full = finder_full(finder, path);

    vec_each (const struct command, command, &source->commands)
        if (strcmp(command->file, full) == 0)
            return command;
    return NULL;
}

/* -p takes the folder, or the database in it. */
static const char *database_path(struct arena *arena, const char *given)
{
    if (file_is_regular(given) && strcmp(path_base(given), DATABASE_NAME) == 0)
        return given;
    return path_normal(arena, path_join(arena, given, DATABASE_NAME));
}

static void add_whole_database(struct naming *naming,
                               const struct source *source)
{
    const struct finder *finder = naming->finder;

    if (source->is_good && source->commands.count == 0)
        fail_add(finder->fail, (struct fail_place){ .file = source->path },
                 "names no C or C++ file");
    targets_add_images(finder, &source->commands, source->path, NULL, false);
}

/* The flags of a compile_flags.txt are seen from the folder it is in. */
static bool read_flags(const struct finder *finder, const char *path,
                       const char *file, struct command *command)
{
    struct words flags = { 0 };

    if (!database_read_flags(finder->arena, finder_short(finder, file),
                             finder->fail, &flags))
        return false;
    *command = (struct command){
        .file = finder_full(finder, path),
        .directory = path_directory(finder->arena, file),
        .arguments = flags.items,
        .count = flags.count,
    };
    return true;
}

/* How the folders around the file say that it is compiled. */
static void add_looked_up(struct naming *naming, const char *path)
{
    const struct finder *finder = naming->finder;
    const char *folder =
        path_directory(finder->arena, finder_full(finder, path));
    const char *database = database_above(finder->arena, folder, DATABASE_NAME);
    const char *file = database_above(finder->arena, folder, FLAGS_NAME);
    const struct command *command = NULL;
    struct command plain;
    struct words none = { 0 };

    if (database)
        command = find_command(
            finder, read_database(naming, finder_short(finder, database)),
            path);
    if (!command && file && read_flags(finder, path, file, &plain))
        command = &plain;
    if (!command)
        command = projects_command(naming->projects, finder_full(finder, path));
    if (command)
        filling_add_command(finder, &naming->filling, command);
    else
        filling_add_named(finder, &naming->filling, path, &none);
}

static void add_from_database(struct naming *naming, const char *path)
{
    const struct finder *finder = naming->finder;
    const char *given = finder->options->database;
    const struct source *source =
        read_database(naming, database_path(finder->arena, given));
    const struct command *command = find_command(finder, source, path);

    if (command)
        filling_add_command(finder, &naming->filling, command);
    else if (finder_can_read(finder, path) && source->is_good)
        fail_add(finder->fail, (struct fail_place){ .file = path },
                 "the database does not say how it is compiled: %s",
                 source->path);
}

static void add_solution(const struct finder *finder, const char *path)
{
    struct projects *projects = projects_make(finder);

    if (projects_add_solution(projects, finder_full(finder, path)) &&
        !projects_finish(projects))
        fail_add(finder->fail, (struct fail_place){ .file = path },
                 "has no project of a driver");
}

static void add_project(const struct finder *finder, const char *path)
{
    struct projects *projects = projects_make(finder);

    projects_add(projects, finder_full(finder, path), true);
    projects_finish(projects);
}

static void add_record(const struct finder *finder, const char *path)
{
    const char *file = file_is_directory(path)
                           ? path_join(finder->arena, path, TLOG_NAME)
                           : path;
    struct commands commands = { 0 };

    if (tlog_read(finder->arena, finder_full(finder, file), file,
                  &finder->options->maps, finder->fail, &commands))
        targets_add_images(finder, &commands, file, NULL, false);
}

/* Whether the name stands for more than a file. */
static bool add_build(struct naming *naming, const char *path)
{
    const struct finder *finder = naming->finder;

    if (strcasecmp(path_extension(path), ".vcxproj") == 0)
        add_project(finder, path);
    else if (solution_is(path))
        add_solution(finder, path);
    else if (tlog_is(path))
        add_record(finder, path);
    else if (strcmp(path_base(path), DATABASE_NAME) == 0)
        add_whole_database(naming, read_database(naming, path));
    else if (file_is_directory(path))
        discover_images(finder, path);
    else
        return false;
    return true;
}

static void add_name(struct naming *naming, const char *path)
{
    const struct find_options *options = naming->finder->options;
    struct words none = { 0 };
    bool is_ir = finder_is_unit(path);

    if (add_build(naming, path))
        return;
    if (options->database && !is_ir)
        add_from_database(naming, path);
    else if (options->flags.count == 0 && !is_ir && file_is_regular(path))
        add_looked_up(naming, path);
    else
        filling_add_named(naming->finder, &naming->filling, path, &none);
}

/* Images of one name are called by what they come from. */
static void tell_apart(const struct finder *finder)
{
    struct map *by_name = map_make(finder->arena);

    vec_each (struct image, image, finder->images) {
        const char *name =
            image->name ? strings_intern(finder->strings, image->name) : NULL;
        struct image *first = name ? map_get(by_name, name) : NULL;
        if (first)
            first->name = image->name = NULL;
        if (first && first->origin)
            first->name = first->origin;
        if (first)
            image->name = image->origin;
        else if (name)
            map_put(by_name, name, image);
    }
}

bool images_find(struct arena *arena, const struct find_options *options,
                 const char *const *names, size_t count, struct fail *fail,
                 struct images *images)
{
    struct finder finder = {
        .arena = arena,
        .strings = strings_make(arena),
        .options = options,
        .fail = fail,
        .working = file_working_directory(arena),
        .images = images,
        .readable = map_make(arena),
    };
    struct naming naming = {
        .finder = &finder,
        .filling = filling_make(&finder, NULL, NULL),
        .sources = map_make(arena),
        .projects = projects_make(&finder),
    };

    if (count == 0 && options->database)
        add_whole_database(
            &naming,
            read_database(&naming, database_path(arena, options->database)));
    else if (count == 0)
        fail_add(fail, (struct fail_place){ 0 },
                 "no file is given: 'unloadcheck .' checks every driver below "
                 "this folder, 'unloadcheck --help' tells more");
    if (count != 0 && options->listener)
        options->listener->other(options->listener->data);
    for (size_t i = 0; i < count; i++)
        add_name(&naming, names[i]);
    filling_finish(&finder, &naming.filling);
    tell_apart(&finder);
    return images->count != 0;
}
