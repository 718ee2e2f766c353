/* projects.c - which projects are linked into which driver. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/projects.h"

#include "project/evaluate.h"
#include "project/find_priv.h"
#include "project/solution.h"
#include "project/vcxproj.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <string.h>
#include <strings.h>

/* A project with what is known of it from outside. */
struct member {
    struct project *project; /* NULL: it could not be read */
    const char *solution;    /* it was found by; NULL: none */
    struct fail *fail;       /* what is wrong with it: told where it matters */
    bool is_named;
};

struct projects {
    const struct finder *finder;
    struct map *by_path; /* interned full name -> struct member */
};

struct projects *projects_make(const struct finder *finder)
{
    struct projects *projects = arena_new(finder->arena, struct projects);

    projects->finder = finder;
    projects->by_path = map_make(finder->arena);
    return projects;
}

static const char *either(const char *first, const char *second)
{
    return first ? first : second;
}

/* Reads it once, in the solution that names it first. */
static struct member *add(struct projects *projects, const char *path,
                          const char *solution, const char *configuration,
                          const char *platform)
{
    const struct finder *finder = projects->finder;
    const char *full = finder_full(finder, path);
    struct member *member = map_get(projects->by_path, full);
    struct evaluate_options options = {
        .working = finder->working,
        .configuration = either(configuration, finder->options->configuration),
        .platform = either(platform, finder->options->platform),
        .solution = solution,
        .properties = finder->options->properties,
    };

    if (member)
        return member;
    member = arena_new(finder->arena, struct member);
    member->solution = solution;
    member->fail = fail_make(finder->arena);
    map_put(projects->by_path, full, member);
    member->project = vcxproj_read(finder->arena, &options, full, member->fail);
    return member;
}

/* A solution may name what is not checked out, and need not be built whole. */
static void tell_missing(const struct finder *finder, const char *solution,
                         const struct words *missing)
{
    struct fail_place place = { .file = finder_short(finder, solution) };

    if (missing->count == 1)
        fail_note(finder->fail, place, "its project %s is not there",
                  missing->items[0]);
    else if (missing->count > 1)
        fail_note(finder->fail, place,
                  "%zu of its projects are not there, the first of them is %s",
                  missing->count, missing->items[0]);
}

bool projects_add_solution(struct projects *projects, const char *path)
{
    const struct finder *finder = projects->finder;
    const struct solution *solution =
        solution_read(finder->arena, path, finder_short(finder, path),
                      finder->options->configuration, finder->options->platform,
                      finder->fail);

    struct words missing = { 0 };

    if (!solution)
        return false;
    vec_each (const struct solution_project, project, &solution->projects) {
        if (file_is_regular(project->path))
            add(projects, project->path, path, project->configuration,
                project->platform);
        else
            vec_push(finder->arena, &missing,
                     finder_short(finder, project->path));
    }
    tell_missing(finder, path, &missing);
    return true;
}

/* A project alone is read as the solution around it would build it. */
static struct member *add_alone(struct projects *projects, const char *path)
{
    struct arena *arena = projects->finder->arena;

    return add(projects, path, solution_above(arena, path), NULL, NULL);
}

void projects_add(struct projects *projects, const char *path, bool is_named)
{
    struct member *member = add_alone(projects, path);

    member->is_named |= is_named;
    if (!member->project)
        fail_take(projects->finder->fail, member->fail);
}

static const struct command *command_in(const struct member *member,
                                        const char *source)
{
    if (member->project)
        vec_each (const struct command, command, &member->project->commands)
            if (strcmp(command->file, source) == 0)
                return command;
    return NULL;
}

const struct command *projects_command(struct projects *projects,
                                       const char *source)
{
    struct arena *arena = projects->finder->arena;

    for (const char *folder = path_directory(arena, source); folder;
         folder = path_above(arena, folder)) {
        struct file_names names = { 0 };
        file_list(arena, folder, fail_make(arena), &names);
        vec_each (const char *, name, &names) {
            const struct command *command = NULL;
            if (strcasecmp(path_extension(*name), ".vcxproj") == 0)
                command = command_in(
                    add_alone(projects, path_join(arena, folder, *name)),
                    source);
            if (command)
                return command;
        }
    }
    return NULL;
}

/* What is being linked. */
struct linking {
    struct projects *projects;
    const struct member *driver;
    struct filling filling;
    struct map *seen; /* interned full names */
};

static void link_project(struct linking *linking, const struct member *member);

static void link_library(struct linking *linking, const struct member *member)
{
    if (!member->project)
        fail_take(linking->projects->finder->fail, member->fail);
    if (member->project && member->project->kind == PROJECT_LIBRARY &&
        (!member->project->is_user || linking->driver->project->is_user))
        link_project(linking, member);
}

/* Only what the same solution builds can be meant. */
static void link_by_name(struct linking *linking, const char *library)
{
    const struct map *all = linking->projects->by_path;

    for (size_t i = 0; i < map_count(all); i++) {
        const struct member *member = map_at(all, i).value;
        if (member->project && member->solution == linking->driver->solution &&
            strcasecmp(member->project->output, library) == 0)
            link_library(linking, member);
    }
}

static void link_project(struct linking *linking, const struct member *member)
{
    struct projects *projects = linking->projects;
    const struct project *project = member->project;
    const char *full = finder_full(projects->finder, project->path);

    if (map_has(linking->seen, full))
        return;
    map_put(linking->seen, full, NULL);
    fail_take(projects->finder->fail, member->fail);
    vec_each (const struct command, command, &project->commands)
        filling_add_command(projects->finder, &linking->filling, command);
    vec_each (const char *, path, &project->references)
        link_library(linking,
                     add(projects, *path, member->solution, NULL, NULL));
    vec_each (const char *, library, &project->libraries)
        link_by_name(linking, *library);
}

static void add_image(struct projects *projects, const struct member *member)
{
    const struct finder *finder = projects->finder;
    const struct project *project = member->project;
    const char *origin = finder_short(finder, project->path);
    struct linking linking = {
        .projects = projects,
        .driver = member,
        .filling = filling_make(finder, project->name, origin),
        .seen = map_make(finder->arena),
    };

    linking.filling.image.kind = project->driver_kind;
    link_project(&linking, member);
    if (linking.filling.image.inputs.count == 0 &&
        linking.filling.unread.count == 0 && member->is_named)
        fail_add(finder->fail, (struct fail_place){ .file = origin },
                 "compiles no file: it has no ClCompile item in this "
                 "configuration; --configuration and --platform choose "
                 "another");
    filling_finish(finder, &linking.filling);
}

bool projects_finish(struct projects *projects)
{
    const struct map *all = projects->by_path;
    size_t before = map_count(all);
    bool is_any = false;

    for (size_t i = 0; i < before; i++) {
        const struct member *member = map_at(all, i).value;
        if (!member->project ||
            !(member->is_named || member->project->kind == PROJECT_DRIVER))
            continue;
        add_image(projects, member);
        is_any = true;
    }
    return is_any;
}
