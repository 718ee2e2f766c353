/* solution.c - the two forms of a solution.
 *
 * The older one is lines of text; the newer one is XML, where a project has
 * rules that turn a configuration of the solution into one of its own.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/solution.h"

#include "project/expand.h"
#include "project/host_path.h"
#include "project/text_file.h"
#include "project/xml_file.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct reading {
    struct arena *arena;
    struct solution *solution;
    const char *directory;
    struct configuration wanted; /* of the solution; name NULL: none */
    struct strings *strings;
    struct map *by_id; /* interned id in capitals -> number of project + 1 */
};

bool solution_is(const char *path)
{
    return strcasecmp(path_extension(path), ".sln") == 0 ||
           strcasecmp(path_extension(path), ".slnx") == 0;
}

static bool is_cxx_project(const char *name)
{
    size_t length = strlen(name);

    return length > 8 && strcasecmp(name + length - 8, ".vcxproj") == 0;
}

/* The next text in quotes behind `at`, or NULL. */
static const char *next_quoted(struct arena *arena, const char **at)
{
    const char *open = strchr(*at, '"');
    const char *close = open ? strchr(open + 1, '"') : NULL;

    if (!close)
        return NULL;
    *at = close + 1;
    return arena_strndup(arena, open + 1, (size_t)(close - open - 1));
}

static const char *capitals(struct reading *reading, const char *id)
{
    char *copy = arena_strdup(reading->arena, id);

    for (char *at = copy; *at != '\0'; at++)
        *at = (char)toupper((unsigned char)*at);
    return strings_intern(reading->strings, copy);
}

static void add_project(struct reading *reading, const char *name)
{
    struct path_maps none = { 0 };
    struct solution_project project = {
        .path = host_path(reading->arena, &none, reading->directory, name),
    };

    vec_push(reading->arena, &reading->solution->projects, project);
}

/* Project("{type}") = "name", "path", "{id}" */
static void read_project(struct reading *reading, const char *line)
{
    const char *at = line;
    const char *type = next_quoted(reading->arena, &at);
    const char *name = type ? next_quoted(reading->arena, &at) : NULL;
    const char *path = name ? next_quoted(reading->arena, &at) : NULL;
    const char *id = path ? next_quoted(reading->arena, &at) : NULL;

    if (!id || !is_cxx_project(path))
        return;
    add_project(reading, path);

    size_t *number = arena_new(reading->arena, size_t);

    *number = reading->solution->projects.count;
    map_put(reading->by_id, capitals(reading, id), number);
}

/* Release|x64 = Release|x64 */
static void read_configuration(struct reading *reading, const char *line)
{
    struct configuration configuration;
    size_t length = strcspn(line, "=");
    const char *name = expand_trim(reading->arena,
                                   arena_strndup(reading->arena, line, length));

    if (configuration_parse(reading->arena, name, &configuration))
        vec_push(reading->arena, &reading->solution->configurations,
                 configuration);
}

/* {id}.Release|x64.ActiveCfg = Release|x64 */
static void read_mapping(struct reading *reading, const char *line)
{
    struct arena *arena = reading->arena;
    const char *end = strchr(line, '}');
    const char *active = strstr(line, ".ActiveCfg");
    const char *equals = active ? strchr(active, '=') : NULL;
    struct configuration from, to;

    if (!end || !equals || active < end + 2)
        return;

    const char *id = arena_strndup(arena, line, (size_t)(end + 1 - line));
    const size_t *number = map_get(reading->by_id, capitals(reading, id));
    const char *name =
        arena_strndup(arena, end + 2, (size_t)(active - end - 2));

    if (!number || !reading->wanted.name ||
        !configuration_parse(arena, name, &from) ||
        !configuration_parse(arena, expand_trim(arena, equals + 1), &to) ||
        strcasecmp(from.name, reading->wanted.name) != 0 ||
        strcasecmp(from.platform, reading->wanted.platform) != 0)
        return;

    struct solution_project *project =
        &reading->solution->projects.items[*number - 1];

    project->configuration = to.name;
    project->platform = to.platform;
}

/* Each line of a section is given to `read`. */
static void read_section(struct reading *reading, const char *text,
                         const char *name,
                         void (*read)(struct reading *, const char *))
{
    bool is_inside = false;

    for (const char *line; (line = text_file_line(reading->arena, &text));) {
        line += strspn(line, " \t");
        if (strncmp(line, "GlobalSection(", 14) == 0)
            is_inside = strncmp(line + 14, name, strlen(name)) == 0;
        else if (strncmp(line, "EndGlobalSection", 16) == 0)
            is_inside = false;
        else if (is_inside)
            read(reading, line);
    }
}

static bool read_projects(struct reading *reading, const char *text)
{
    bool is_solution = false;

    for (const char *line; (line = text_file_line(reading->arena, &text));) {
        line += strspn(line, " \t");
        if (strncmp(line, "Project(", 8) == 0)
            read_project(reading, line);
        is_solution |= strstr(line, "Solution File") != NULL ||
                       strncmp(line, "Project(", 8) == 0;
    }
    return is_solution;
}

static void choose(struct reading *reading, const char *name,
                   const char *platform)
{
    const struct configuration *best =
        configuration_best(&reading->solution->configurations, name, platform);

    if (best)
        reading->wanted = *best;
}

static bool read_lines(struct reading *reading, const char *shown,
                       const char *name, const char *platform,
                       struct fail *fail)
{
    struct file_text text;

    if (!text_file_read(reading->arena, shown, fail, &text))
        return false;
    if (!read_projects(reading, text.data)) {
        fail_add(fail, (struct fail_place){ .file = shown },
                 "is not a solution");
        return false;
    }
    read_section(reading, text.data, "SolutionConfigurationPlatforms",
                 read_configuration);
    choose(reading, name, platform);
    read_section(reading, text.data, "ProjectConfigurationPlatforms",
                 read_mapping);
    return true;
}

/* "*|x64" and "Debug|*" are patterns of configurations. */
static bool is_meant(const struct reading *reading, const char *pattern)
{
    struct configuration wanted = reading->wanted, rule;

    if (!pattern || !wanted.name)
        return !pattern;
    if (!configuration_parse(reading->arena, pattern, &rule))
        return strcasecmp(pattern, wanted.name) == 0 ||
               strcasecmp(pattern, wanted.platform) == 0;
    return (strcmp(rule.name, "*") == 0 ||
            strcasecmp(rule.name, wanted.name) == 0) &&
           (strcmp(rule.platform, "*") == 0 ||
            strcasecmp(rule.platform, wanted.platform) == 0);
}

static void read_rules(struct reading *reading,
                       const struct xml_element *element,
                       struct solution_project *project)
{
    struct arena *arena = reading->arena;

    for (const struct xml_element *one = xml_first(element); one;
         one = xml_next(one)) {
        const char *value = xml_attribute(arena, one, "Project");
        if (!value || !is_meant(reading, xml_attribute(arena, one, "Solution")))
            continue;
        if (xml_is(one, "BuildType"))
            project->configuration = value;
        else if (xml_is(one, "Platform"))
            project->platform = value;
    }
}

static void read_elements(struct reading *reading,
                          const struct xml_element *parent)
{
    struct arena *arena = reading->arena;

    for (const struct xml_element *one = xml_first(parent); one;
         one = xml_next(one)) {
        const char *path = xml_attribute(arena, one, "Path");
        if (xml_is(one, "Folder")) {
            read_elements(reading, one);
        } else if (xml_is(one, "Project") && path && is_cxx_project(path)) {
            add_project(reading, path);
            read_rules(reading, one, &vec_last(&reading->solution->projects));
        }
    }
}

/* What the solution has is each type of build with each platform. */
static void read_types(struct reading *reading, const struct xml_element *root)
{
    struct arena *arena = reading->arena;
    struct words types = { 0 }, platforms = { 0 };

    for (const struct xml_element *one = xml_first(root); one;
         one = xml_next(one)) {
        if (!xml_is(one, "Configurations"))
            continue;
        for (const struct xml_element *at = xml_first(one); at;
             at = xml_next(at)) {
            const char *name = xml_attribute(arena, at, "Name");
            if (name && xml_is(at, "BuildType"))
                vec_push(arena, &types, name);
            else if (name && xml_is(at, "Platform"))
                vec_push(arena, &platforms, name);
        }
    }
    vec_each (const char *, type, &types)
        vec_each (const char *, platform, &platforms) {
            struct configuration one = { *type, *platform };
            vec_push(arena, &reading->solution->configurations, one);
        }
}

static bool read_xml(struct reading *reading, const char *shown,
                     const char *name, const char *platform, struct fail *fail)
{
    struct arena *scratch = arena_open();
    const struct xml_element *root =
        xml_file_read(scratch, reading->solution->path, shown, fail);
    bool is_solution = root && xml_is(root, "Solution");

    if (is_solution) {
        read_types(reading, root);
        choose(reading, name, platform);
        read_elements(reading, root);
    } else if (root) {
        fail_add(fail, (struct fail_place){ .file = shown },
                 "is not a solution");
    }
    arena_close(scratch);
    return is_solution;
}

struct solution *solution_read(struct arena *arena, const char *path,
                               const char *shown, const char *configuration,
                               const char *platform, struct fail *fail)
{
    struct solution *solution = arena_new(arena, struct solution);
    struct reading reading = {
        .arena = arena,
        .solution = solution,
        .directory = path_directory(arena, path),
        .strings = strings_make(arena),
        .by_id = map_make(arena),
    };
    bool is_xml = strcasecmp(path_extension(path), ".slnx") == 0;

    solution->path = path;

    bool good =
        is_xml ? read_xml(&reading, shown, configuration, platform, fail)
               : read_lines(&reading, shown, configuration, platform, fail);

    return good ? solution : NULL;
}

static bool mentions(const char *text, const char *name)
{
    size_t length = strlen(name);

    for (; *text != '\0'; text++)
        if (strncasecmp(text, name, length) == 0)
            return true;
    return false;
}

static bool names_project(const char *solution, const char *base)
{
    struct arena *scratch = arena_open();
    struct file_text text;
    bool names = text_file_read(scratch, solution, fail_make(scratch), &text) &&
                 mentions(text.data, base);

    arena_close(scratch);
    return names;
}

const char *solution_above(struct arena *arena, const char *project)
{
    for (const char *folder = path_directory(arena, project); folder;
         folder = path_above(arena, folder)) {
        struct file_names names = { 0 };
        if (file_list(arena, folder, fail_make(arena), &names))
            vec_each (const char *, name, &names) {
                const char *path = path_join(arena, folder, *name);
                if (solution_is(*name) && file_is_regular(path) &&
                    names_project(path, path_base(project)))
                    return path;
            }
    }
    return NULL;
}
