/* evaluate.c - the three passes over a project and all it imports. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/evaluate.h"

#include "project/condition.h"
#include "project/database.h"
#include "project/evaluate_priv.h"
#include "project/expand.h"
#include "project/host_path.h"
#include "project/kit.h"
#include "project/properties.h"
#include "project/xml_file.h"
#include "support/file.h"
#include "support/glob.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

static void walk(struct evaluator *evaluator, const struct xml_element *parent);

const char *evaluator_short(const struct evaluator *evaluator, const char *path)
{
    return path_short(evaluator->arena, path, evaluator->options->working);
}

struct expander evaluator_expander(const struct evaluator *evaluator,
                                   const struct xml_element *element)
{
    return (struct expander){
        .arena = evaluator->arena,
        .properties = evaluator->out->properties,
        .directory = evaluator->out->directory,
        .fail = evaluator->fail,
        .place = { .file = evaluator_short(evaluator, evaluator->file),
                   .line = xml_line(element) },
    };
}

bool evaluator_holds(const struct evaluator *evaluator,
                     const struct xml_element *element)
{
    struct expander expander = evaluator_expander(evaluator, element);

    return condition_holds(
        &expander, xml_attribute(evaluator->arena, element, "Condition"));
}

/* What a file may ask about itself. */
void evaluator_enter(struct evaluator *evaluator, const char *file)
{
    struct arena *arena = evaluator->arena;
    struct properties *properties = evaluator->out->properties;
    const char *base = path_base(file);
    const char *extension = path_extension(base);
    size_t stem = strlen(base) - strlen(extension);

    evaluator->file = file;
    properties_set(properties, "MSBuildThisFileFullPath", file);
    properties_set(properties, "MSBuildThisFile", base);
    properties_set(properties, "MSBuildThisFileName",
                   arena_strndup(arena, base, stem));
    properties_set(properties, "MSBuildThisFileExtension", extension);
    properties_set(properties, "MSBuildThisFileDirectory",
                   arena_format(arena, "%s/", path_directory(arena, file)));
}

static bool is_being_read(const struct evaluator *evaluator, const char *path)
{
    for (const struct import *at = evaluator->import; at; at = at->outer)
        if (strcmp(at->path, path) == 0)
            return true;
    return false;
}

static bool was_read(const struct evaluator *evaluator, const char *path)
{
    vec_each (const char *, one, &evaluator->read)
        if (strcmp(*one, path) == 0)
            return true;
    return false;
}

/* False: it is no XML. What is imported twice counts once. */
static bool read_file(struct evaluator *evaluator, const char *path)
{
    const char *before = evaluator->file;
    struct import import = { path, evaluator->import };
    const struct xml_element *root =
        xml_file_read(evaluator->trees, path, evaluator_short(evaluator, path),
                      evaluator->fail);

    vec_push(evaluator->arena, &evaluator->read, path);
    if (!root)
        return false;
    evaluator->import = &import;
    evaluator_enter(evaluator, path);
    walk(evaluator, root);
    evaluator->import = import.outer;
    if (before)
        evaluator_enter(evaluator, before);
    return true;
}

static void import_file(struct evaluator *evaluator,
                        const struct xml_element *element, const char *path)
{
    struct expander expander = evaluator_expander(evaluator, element);

    if (is_being_read(evaluator, path))
        fail_add(evaluator->fail, expander.place,
                 "'%s' imports itself, by way of this import",
                 evaluator_short(evaluator, path));
    else if (!was_read(evaluator, path))
        read_file(evaluator, path);
}

/* Files that MSBuild looks for in the folders above. */
static void import_above(struct evaluator *evaluator,
                         const struct xml_element *element, const char *name)
{
    const char *found =
        database_above(evaluator->arena, evaluator->out->directory, name);

    if (found)
        import_file(evaluator, element, found);
}

static bool is_of_kit(const char *base)
{
    return strncasecmp(base, "Microsoft.Cpp.", 14) == 0 ||
           strncasecmp(base, "Microsoft.Common.", 17) == 0;
}

/* The rules of an installation: what they would bring in. */
static void import_kit(struct evaluator *evaluator,
                       const struct xml_element *element, const char *base)
{
    struct properties *properties = evaluator->out->properties;

    if (strcasecmp(base, "Microsoft.Cpp.Default.props") == 0) {
        import_above(evaluator, element, "Directory.Build.props");
    } else if (strcasecmp(base, "Microsoft.Cpp.props") == 0) {
        kit_set_folders(evaluator->arena, properties);
    } else if (strcasecmp(base, "Microsoft.Cpp.targets") == 0) {
        import_above(evaluator, element, "Directory.Build.targets");
    }
}

static const char *base_of(struct arena *arena, const char *name)
{
    char *plain = arena_strdup(arena, name);

    for (char *at = plain; *at != '\0'; at++)
        if (*at == '\\')
            *at = '/';
    return path_base(plain);
}

static void import(struct evaluator *evaluator,
                   const struct xml_element *element)
{
    struct arena *arena = evaluator->arena;
    struct expander expander = evaluator_expander(evaluator, element);
    struct path_maps none = { 0 };
    struct words files = { 0 };
    const char *written = xml_attribute(arena, element, "Project");
    const char *folder = path_directory(arena, evaluator->file);

    if (!written || xml_attribute(arena, element, "Sdk"))
        return;

    const char *name = expand(&expander, expand_trim(arena, written));
    const char *path = host_path(arena, &none, folder, name);

    if (kit_owns(name) ||
        (is_of_kit(base_of(arena, name)) && !file_is_regular(path))) {
        import_kit(evaluator, element, base_of(arena, name));
    } else if (glob_has_wildcard(name)) {
        glob_files(arena, folder, name, &files);
        vec_each (const char *, file, &files)
            import_file(evaluator, element, *file);
    } else if (file_is_regular(path)) {
        import_file(evaluator, element, path);
    } else {
        fail_add(evaluator->fail, expander.place,
                 "cannot import '%s': it is not there",
                 evaluator_short(evaluator, path));
    }
}

static void set_properties(struct evaluator *evaluator,
                           const struct xml_element *group)
{
    struct arena *arena = evaluator->arena;

    for (const struct xml_element *one = xml_first(group); one;
         one = xml_next(one)) {
        struct expander expander = evaluator_expander(evaluator, one);
        if (!evaluator_holds(evaluator, one))
            continue;
        properties_set(
            evaluator->out->properties, xml_name(one),
            expand(&expander, expand_trim(arena, xml_text(arena, one))));
    }
}

static void choose(struct evaluator *evaluator,
                   const struct xml_element *element)
{
    for (const struct xml_element *one = xml_first(element); one;
         one = xml_next(one)) {
        bool is_taken =
            xml_is(one, "Otherwise") ||
            (xml_is(one, "When") && evaluator_holds(evaluator, one));
        if (!is_taken)
            continue;
        walk(evaluator, one);
        return;
    }
}

static void defer(struct evaluator *evaluator, const struct xml_element *group)
{
    struct deferred deferred = { group, evaluator->file };

    vec_push(evaluator->arena, &evaluator->deferred, deferred);
}

/* The first pass. */
static void walk(struct evaluator *evaluator, const struct xml_element *parent)
{
    for (const struct xml_element *one = xml_first(parent); one;
         one = xml_next(one)) {
        bool is_item =
            xml_is(one, "ItemGroup") || xml_is(one, "ItemDefinitionGroup");
        if (is_item)
            defer(evaluator, one);
        else if (xml_is(one, "Choose"))
            choose(evaluator, one);
        else if (xml_is(one, "PropertyGroup") &&
                 evaluator_holds(evaluator, one))
            set_properties(evaluator, one);
        else if (xml_is(one, "ImportGroup") && evaluator_holds(evaluator, one))
            walk(evaluator, one);
        else if (xml_is(one, "Import") && evaluator_holds(evaluator, one))
            import(evaluator, one);
    }
}

static void set_path(struct properties *properties, const char *prefix,
                     const char *path)
{
    struct arena *arena = properties_arena(properties);
    const char *base = path_base(path);
    const char *extension = path_extension(base);
    size_t stem = strlen(base) - strlen(extension);

    properties_fix(properties, arena_format(arena, "%sPath", prefix), path);
    properties_fix(properties, arena_format(arena, "%sFileName", prefix), base);
    properties_fix(properties, arena_format(arena, "%sExt", prefix), extension);
    properties_fix(properties, arena_format(arena, "%sDir", prefix),
                   arena_format(arena, "%s/", path_directory(arena, path)));
    properties_set(properties, arena_format(arena, "%sName", prefix),
                   arena_strndup(arena, base, stem));
}

static void set_own_names(struct properties *properties, const char *path)
{
    struct arena *arena = properties_arena(properties);
    const char *base = path_base(path);
    const char *extension = path_extension(base);

    properties_fix(properties, "MSBuildProjectFullPath", path);
    properties_fix(properties, "MSBuildProjectFile", base);
    properties_fix(properties, "MSBuildProjectExtension", extension);
    properties_fix(properties, "MSBuildProjectDirectory",
                   path_directory(arena, path));
    properties_fix(
        properties, "MSBuildProjectName",
        arena_strndup(arena, base, strlen(base) - strlen(extension)));
}

static void set_users(const struct evaluate_options *options,
                      struct properties *properties)
{
    struct arena *arena = properties_arena(properties);

    vec_each (const char *, one, &options->properties) {
        size_t length = strcspn(*one, "=");
        if ((*one)[length] == '=')
            properties_fix(properties, arena_strndup(arena, *one, length),
                           *one + length + 1);
    }
}

static void set_globals(const struct evaluate_options *options,
                        const char *path, struct properties *properties)
{
    kit_set_macros(properties);
    set_own_names(properties, path);
    set_path(properties, "Project", path);
    set_path(properties, "Solution",
             options->solution ? options->solution : path);
    properties_fix(properties, "Configuration", options->configuration);
    properties_fix(properties, "ConfigurationName", options->configuration);
    properties_fix(properties, "Platform", options->platform);
    properties_fix(properties, "PlatformName", options->platform);
    set_users(options, properties);
}

struct evaluation *evaluate(struct arena *arena,
                            const struct evaluate_options *options,
                            const char *path, struct fail *fail)
{
    struct evaluation *out = arena_new(arena, struct evaluation);
    struct evaluator evaluator = {
        .arena = arena,
        .trees = arena_open(),
        .options = options,
        .fail = fail,
        .out = out,
    };

    out->path = path;
    out->directory = path_directory(arena, path);
    out->properties = properties_make(arena, NULL);
    set_globals(options, path, out->properties);

    bool good = read_file(&evaluator, path);

    kit_set_folders(arena, out->properties);
    if (good)
        evaluate_items(&evaluator);
    arena_close(evaluator.trees);
    return good ? out : NULL;
}
