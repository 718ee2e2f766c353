/* vcxproj.c - from an evaluated project to the command line of each file.
 *
 * The command lines are those of cl, as MSBuild would write them, with only
 * what changes the meaning of code. Folders are seen from the project's.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/vcxproj.h"

#include "project/command_line.h"
#include "project/configuration.h"
#include "project/evaluate.h"
#include "project/expand.h"
#include "project/host_path.h"
#include "project/kit.h"
#include "project/properties.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

/* What the settings of one file are turned into arguments with. */
struct writer {
    struct arena *arena;
    const struct evaluation *evaluation;
    const struct item *item;
    struct words *words;
};

/* A setting with a few values, each with its argument. */
struct choice {
    const char *setting;
    const char *value;
    const char *argument;
};

static const struct choice choices[] = {
    { "CompileAs", "CompileAsC", "/TC" },
    { "CompileAs", "CompileAsCpp", "/TP" },
    { "StructMemberAlignment", "1Byte", "/Zp1" },
    { "StructMemberAlignment", "2Bytes", "/Zp2" },
    { "StructMemberAlignment", "4Bytes", "/Zp4" },
    { "StructMemberAlignment", "8Bytes", "/Zp8" },
    { "StructMemberAlignment", "16Bytes", "/Zp16" },
    { "DefaultCharIsUnsigned", "true", "/J" },
    { "RuntimeTypeInfo", "false", "/GR-" },
    { "RuntimeLibrary", "MultiThreadedDebug", "/MTd" },
    { "RuntimeLibrary", "MultiThreadedDebugDLL", "/MDd" },
};

/* The versions of both languages; which of them counts is for the file. */
static const struct choice standards[] = {
    { "LanguageStandard", "stdcpp14", "/std:c++14" },
    { "LanguageStandard", "stdcpp17", "/std:c++17" },
    { "LanguageStandard", "stdcpp20", "/std:c++20" },
    { "LanguageStandard", "stdcpp23", "/std:c++latest" },
    { "LanguageStandard", "stdcpp23preview", "/std:c++latest" },
    { "LanguageStandard", "stdcpplatest", "/std:c++latest" },
    { "LanguageStandard_C", "stdc11", "/std:c11" },
    { "LanguageStandard_C", "stdc17", "/std:c17" },
    { "LanguageStandard_C", "stdc23", "/std:clatest" },
    { "LanguageStandard_C", "stdclatest", "/std:clatest" },
};

static const char *setting(const struct writer *writer, const char *name)
{
    const char *value = properties_get(writer->item->metadata, name);

    return value ? value : "";
}

static const char *property(const struct evaluation *evaluation,
                            const char *name)
{
    const char *value = properties_get(evaluation->properties, name);

    return value ? value : "";
}

static void add(const struct writer *writer, const char *word)
{
    vec_push(writer->arena, writer->words, word);
}

/* Flag and value in one word for each part of a list. */
static void add_list(const struct writer *writer, const char *flag,
                     const char *list)
{
    struct words parts = { 0 };

    expand_list(writer->arena, list, &parts);
    vec_each (const char *, part, &parts)
        add(writer, arena_format(writer->arena, "%s%s", flag, *part));
}

static const char *plain(struct arena *arena, const char *part)
{
    size_t length = strlen(part);

    if (length >= 2 && part[0] == '"' && part[length - 1] == '"')
        return arena_strndup(arena, part + 1, length - 2);
    return part;
}

/* Folders of an installation are not ours to name. */
static void add_folders(const struct writer *writer, const char *list)
{
    struct arena *arena = writer->arena;
    const char *directory = writer->evaluation->directory;
    struct path_maps none = { 0 };
    struct words parts = { 0 };

    expand_list(arena, list, &parts);
    vec_each (const char *, part, &parts) {
        if (kit_owns(*part))
            continue;
        const char *folder =
            host_path(arena, &none, directory, plain(arena, *part));
        add(writer, "/I");
        add(writer, path_relative(arena, folder, directory));
    }
}

static void add_choices(const struct writer *writer)
{
    for (size_t i = 0; i < sizeof(choices) / sizeof(*choices); i++)
        if (strcasecmp(setting(writer, choices[i].setting), choices[i].value) ==
            0)
            add(writer, choices[i].argument);
}

static bool is_cxx(const struct writer *writer)
{
    const char *as = setting(writer, "CompileAs");

    if (strcasecmp(as, "CompileAsC") == 0)
        return false;
    return strcasecmp(as, "CompileAsCpp") == 0 ||
           command_is_cxx(writer->item->include);
}

static void add_standard(const struct writer *writer)
{
    const char *name =
        is_cxx(writer) ? "LanguageStandard" : "LanguageStandard_C";
    const char *value = setting(writer, name);

    for (size_t i = 0; i < sizeof(standards) / sizeof(*standards); i++)
        if (strcmp(standards[i].setting, name) == 0 &&
            strcasecmp(standards[i].value, value) == 0)
            add(writer, standards[i].argument);
}

static void add_precompiled(const struct writer *writer)
{
    const char *how = setting(writer, "PrecompiledHeader");
    const char *flag = strcasecmp(how, "Use") == 0      ? "/Yu"
                       : strcasecmp(how, "Create") == 0 ? "/Yc"
                                                        : NULL;

    if (flag)
        add(writer, arena_format(writer->arena, "%s%s", flag,
                                 setting(writer, "PrecompiledHeaderFile")));
}

static void add_more(const struct writer *writer)
{
    struct words more = { 0 };

    words_split(writer->arena, setting(writer, "AdditionalOptions"),
                WORDS_WINDOWS, &more);
    vec_each (const char *, word, &more)
        if (!kit_owns(*word))
            add(writer, *word);
}

static void add_character_set(const struct writer *writer)
{
    if (strcasecmp(property(writer->evaluation, "CharacterSet"), "Unicode"))
        return;
    add(writer, "/D_UNICODE");
    add(writer, "/DUNICODE");
}

static void write_arguments(const struct writer *writer)
{
    add(writer, "cl.exe");
    kit_add_arguments(writer->arena, writer->evaluation->properties,
                      writer->words);
    add_list(writer, "/D", setting(writer, "PreprocessorDefinitions"));
    add_character_set(writer);
    add_list(writer, "/U", setting(writer, "UndefinePreprocessorDefinitions"));
    add_folders(writer, setting(writer, "AdditionalIncludeDirectories"));
    add_folders(writer, property(writer->evaluation, "IncludePath"));
    add_list(writer, "/FI", setting(writer, "ForcedIncludeFiles"));
    add_precompiled(writer);
    add_choices(writer);
    add_standard(writer);
    add_more(writer);
}

static bool is_excluded(const struct item *item)
{
    const char *value = properties_get(item->metadata, "ExcludedFromBuild");

    return value && strcasecmp(value, "true") == 0;
}

static void add_source(struct arena *arena, const struct evaluation *evaluation,
                       const struct item *item, struct project *project)
{
    struct words words = { 0 };
    struct writer writer = { arena, evaluation, item, &words };
    struct path_maps none = { 0 };

    if (is_excluded(item))
        return;
    write_arguments(&writer);

    struct command command = {
        .file = host_path(arena, &none, evaluation->directory, item->include),
        .directory = evaluation->directory,
        .arguments = words.items,
        .count = words.count,
    };

    vec_push(arena, &project->commands, command);
}

static bool is_linked(const struct item *item)
{
    const char *value =
        properties_get(item->metadata, "LinkLibraryDependencies");

    return !value || strcasecmp(value, "false") != 0;
}

static void add_item(struct arena *arena, const struct evaluation *evaluation,
                     const struct item *item, struct project *project)
{
    struct path_maps none = { 0 };

    if (strcmp(item->type, "ClCompile") == 0)
        add_source(arena, evaluation, item, project);
    if (strcmp(item->type, "ProjectReference") == 0 && is_linked(item))
        vec_push(arena, &project->references,
                 host_path(arena, &none, evaluation->directory, item->include));
}

static const char *base_name(struct arena *arena, const char *path)
{
    const char *base = path;

    for (const char *at = path; *at != '\0'; at++)
        if (*at == '/' || *at == '\\')
            base = at + 1;
    return arena_strdup(arena, base);
}

static void add_libraries(struct arena *arena, struct evaluation *evaluation,
                          struct project *project)
{
    const char *type = project->kind == PROJECT_LIBRARY ? "Lib" : "Link";
    const char *list =
        properties_get(evaluation_definition(arena, evaluation, type),
                       "AdditionalDependencies");
    struct words parts = { 0 };

    if (list)
        expand_list(arena, list, &parts);
    vec_each (const char *, part, &parts)
        vec_push(arena, &project->libraries,
                 base_name(arena, plain(arena, *part)));
}

static enum project_kind kind_of(const struct evaluation *evaluation)
{
    const char *type = property(evaluation, "ConfigurationType");

    if (strcasecmp(type, "Driver") == 0)
        return PROJECT_DRIVER;
    if (strcasecmp(type, "StaticLibrary") == 0)
        return PROJECT_LIBRARY;
    return strcasecmp(type, "DynamicLibrary") == 0 &&
                   kit_is_kernel(evaluation->properties)
               ? PROJECT_DRIVER
               : PROJECT_OTHER;
}

struct project *vcxproj_read(struct arena *arena,
                             const struct evaluate_options *options,
                             const char *path, struct fail *fail)
{
    struct project *project = arena_new(arena, struct project);
    struct evaluate_options chosen = *options;

    if (!configuration_choose(arena, path, fail, &chosen))
        return NULL;

    struct evaluation *evaluation = evaluate(arena, &chosen, path, fail);

    if (!evaluation)
        return NULL;
    project->path = path;
    project->name = property(evaluation, "ProjectName");
    project->kind = kind_of(evaluation);
    project->is_user = *property(evaluation, "PlatformToolset") != '\0' &&
                       !kit_is_kernel(evaluation->properties);
    project->driver_kind = kit_driver_kind(
        arena, evaluation->properties,
        properties_get(evaluation_definition(arena, evaluation, "ClCompile"),
                       "PreprocessorDefinitions"));
    project->output =
        arena_format(arena, "%s.lib", property(evaluation, "TargetName"));
    vec_each (const struct item, item, &evaluation->items)
        add_item(arena, evaluation, item, project);
    add_libraries(arena, evaluation, project);
    return project;
}
