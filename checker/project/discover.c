/* discover.c - what a folder says about its drivers, the surest word first. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/discover.h"

#include "project/database.h"
#include "project/find_priv.h"
#include "project/projects.h"
#include "project/sources.h"
#include "project/targets.h"
#include "project/tlog.h"
#include "project/tree.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <string.h>
#include <strings.h>

/* A database deeper than build/dev belongs to something inside the tree. */
enum { DEEPEST_DATABASE = 2 };

struct discovery {
    const struct finder *finder;
    const char *folder; /* full */
    const char *shown;
    struct tree tree;
};

static size_t depth_of(const struct discovery *discovery, const char *path)
{
    const char *below =
        path_relative(discovery->finder->arena, path, discovery->folder);
    size_t depth = 0;

    for (const char *at = below; *at != '\0'; at++)
        depth += *at == '/';
    return depth;
}

/* MSBuild leaves one for each project, in PROJECT.ClangTidy. */
static bool is_of_msbuild(struct arena *arena, const char *database)
{
    const char *folder = path_directory(arena, database);

    return strcasecmp(path_extension(folder), ".ClangTidy") == 0;
}

static const char *stem_of_folder(struct arena *arena, const char *path)
{
    const char *folder = path_base(path_directory(arena, path));

    return arena_strndup(arena, folder,
                         strlen(folder) - strlen(path_extension(folder)));
}

static bool mentions(const char *path, const char *word)
{
    for (; *path != '\0'; path++)
        if (strncasecmp(path, word, strlen(word)) == 0)
            return true;
    return false;
}

/* How well the record of a build fits the configuration asked for: its folder
 * is named after that. */
static unsigned fit(const struct finder *finder, const char *path)
{
    const char *configuration = finder->options->configuration;
    const char *platform = finder->options->platform;
    const char *below = finder_short(finder, path);

    return (mentions(below, platform ? platform : "x64") ? 2U : 0U) +
           (mentions(below, configuration ? configuration : "Release") ? 1U
                                                                       : 0U);
}

/* Of the records of one target, those of other configurations are dropped. */
static struct words best_records(const struct finder *finder,
                                 const struct words *records)
{
    struct arena *arena = finder->arena;
    struct map *by_target = map_make(arena);
    struct words best = { 0 };

    vec_each (const char *, record, records) {
        const char *target =
            strings_intern(finder->strings, stem_of_folder(arena, *record));
        const char *known = map_get(by_target, target);
        if (!known || fit(finder, *record) > fit(finder, known))
            map_put(by_target, target, arena_strdup(arena, *record));
    }
    for (size_t i = 0; i < map_count(by_target); i++)
        vec_push(arena, &best, (const char *)map_at(by_target, i).value);
    return best;
}

static bool read(const struct finder *finder, const char *path,
                 struct commands *commands)
{
    return database_read(finder->arena, finder->working,
                         finder_short(finder, path), &finder->options->maps,
                         finder->fail, commands, NULL);
}

static bool add_databases_of_msbuild(const struct discovery *discovery)
{
    const struct finder *finder = discovery->finder;
    struct words own = { 0 };
    struct commands all = { 0 };

    vec_each (const char *, path, &discovery->tree.databases)
        if (is_of_msbuild(finder->arena, *path))
            vec_push(finder->arena, &own, *path);
    own = best_records(finder, &own);
    vec_each (const char *, path, &own) {
        struct commands commands = { 0 };
        read(finder, *path, &commands);
        vec_each (struct command, command, &commands) {
            command->target = stem_of_folder(finder->arena, *path);
            vec_push(finder->arena, &all, *command);
        }
    }
    return own.count != 0 &&
           targets_add_images(finder, &all, discovery->shown, NULL, true);
}

static bool add_databases(const struct discovery *discovery)
{
    const struct finder *finder = discovery->finder;

    vec_each (const char *, path, &discovery->tree.databases) {
        struct commands commands = { 0 };
        if (is_of_msbuild(finder->arena, *path) ||
            depth_of(discovery, *path) > DEEPEST_DATABASE)
            continue;
        if (read(finder, *path, &commands) &&
            targets_add_images(finder, &commands, finder_short(finder, *path),
                               NULL, true))
            return true;
    }
    return add_databases_of_msbuild(discovery);
}

static bool add_projects(const struct discovery *discovery)
{
    struct projects *projects = projects_make(discovery->finder);

    vec_each (const char *, path, &discovery->tree.solutions)
        projects_add_solution(projects, *path);
    vec_each (const char *, path, &discovery->tree.projects)
        projects_add(projects, *path, false);
    return projects_finish(projects);
}

static bool add_records(const struct discovery *discovery)
{
    const struct finder *finder = discovery->finder;
    struct words records = best_records(finder, &discovery->tree.records);
    struct commands commands = { 0 };

    vec_each (const char *, path, &records)
        tlog_read(finder->arena, *path, finder_short(finder, *path),
                  &finder->options->maps, finder->fail, &commands);
    return targets_add_images(finder, &commands, discovery->shown, NULL, true);
}

static bool is_inside(const struct discovery *discovery, const char *path)
{
    size_t length = strlen(discovery->folder);

    return strncmp(path, discovery->folder, length) == 0 && path[length] == '/';
}

/* The commands of a database above that are about this folder. */
static bool add_from_above(const struct discovery *discovery)
{
    const struct finder *finder = discovery->finder;
    const char *path = database_above(
        finder->arena, path_directory(finder->arena, discovery->folder),
        DATABASE_NAME);
    struct commands all = { 0 }, inside = { 0 };

    if (!path || !read(finder, path, &all))
        return false;
    vec_each (const struct command, command, &all)
        if (is_inside(discovery, command->file))
            vec_push(finder->arena, &inside, *command);
    return targets_add_images(finder, &inside, finder_short(finder, path), NULL,
                              false);
}

/* Files of user mode alone leave nothing. */
static void add_sources(const struct discovery *discovery)
{
    const struct finder *finder = discovery->finder;
    size_t images = finder->images->count, said = fail_count(finder->fail);

    sources_add_images(finder, discovery->folder, &discovery->tree);
    if (finder->images->count == images && fail_count(finder->fail) == said)
        fail_add(finder->fail, (struct fail_place){ .file = discovery->shown },
                 "has no driver in it, only programs for user mode; a file "
                 "that is named itself is read all the same");
}

void discover_images(const struct finder *finder, const char *folder)
{
    struct discovery discovery = {
        .finder = finder,
        .folder = finder_full(finder, folder),
        .shown = folder,
    };

    discovery.tree = tree_walk(finder->arena, discovery.folder, folder,
                               &finder->options->excluded, finder->fail);
    if (add_databases(&discovery) || add_projects(&discovery) ||
        add_records(&discovery) || add_from_above(&discovery))
        return;
    if (discovery.tree.sources.count == 0)
        fail_add(finder->fail, (struct fail_place){ .file = folder },
                 "has no C or C++ file in it; name the folder with the "
                 "driver's sources, or its project or solution");
    else
        add_sources(&discovery);
}
