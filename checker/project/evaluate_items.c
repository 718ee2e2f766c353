/* evaluate_items.c - definitions of items, then the items themselves. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/condition.h"
#include "project/evaluate_priv.h"
#include "project/host_path.h"
#include "project/properties.h"
#include "project/xml_file.h"
#include "support/glob.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

struct properties *evaluation_definition(struct arena *arena,
                                         struct evaluation *evaluation,
                                         const char *type)
{
    vec_each (struct definition, one, &evaluation->definitions)
        if (strcmp(one->type, type) == 0)
            return one->metadata;

    struct definition definition = { type, properties_make(arena, NULL) };

    vec_push(arena, &evaluation->definitions, definition);
    return definition.metadata;
}

/* Of these nothing may be missing: they decide what the code means. */
static bool decides(const char *type, const char *name)
{
    static const char *const names[] = { "AdditionalIncludeDirectories",
                                         "PreprocessorDefinitions",
                                         "ForcedIncludeFiles" };

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (strcmp(type, "ClCompile") == 0 && strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

static void tell_unset(const struct expander *expander)
{
    vec_each (const char *, name, expander->unset)
        fail_note(expander->fail, expander->place,
                  "'$(%s)' is not set and counts as empty; --property %s=VALUE "
                  "sets it",
                  *name, *name);
}

/* One setting of an item or of a definition. */
static void set_metadata(const struct evaluator *evaluator,
                         const struct xml_element *element, const char *type,
                         struct properties *metadata)
{
    struct arena *arena = evaluator->arena;
    struct expander expander = evaluator_expander(evaluator, element);
    const char *name = xml_name(element);
    struct words unset = { 0 };

    expander.metadata = metadata;
    expander.item = type;
    if (!condition_holds(&expander, xml_attribute(arena, element, "Condition")))
        return;
    expander.unset = &unset;
    properties_set(
        metadata, arena_strdup(arena, name),
        expand(&expander, expand_trim(arena, xml_text(arena, element))));
    if (decides(type, name))
        tell_unset(&expander);
}

static void define(struct evaluator *evaluator, const struct xml_element *group)
{
    for (const struct xml_element *one = xml_first(group); one;
         one = xml_next(one)) {
        const char *type = arena_strdup(evaluator->arena, xml_name(one));
        struct properties *metadata =
            evaluation_definition(evaluator->arena, evaluator->out, type);
        if (!evaluator_holds(evaluator, one))
            continue;
        for (const struct xml_element *m = xml_first(one); m; m = xml_next(m))
            set_metadata(evaluator, m, type, metadata);
    }
}

/* What every item knows of its own name. */
static void set_well_known(struct arena *arena, const char *directory,
                           const char *include, struct properties *metadata)
{
    struct path_maps none = { 0 };
    const char *full = host_path(arena, &none, directory, include);
    const char *base = path_base(full);
    const char *extension = path_extension(base);
    const char *folder =
        path_directory(arena, path_relative(arena, full, directory));

    properties_set(metadata, "Identity", include);
    properties_set(metadata, "FullPath", full);
    properties_set(metadata, "Extension", extension);
    properties_set(
        metadata, "Filename",
        arena_strndup(arena, base, strlen(base) - strlen(extension)));
    properties_set(
        metadata, "RelativeDir",
        strcmp(folder, ".") == 0 ? "" : arena_format(arena, "%s/", folder));
}

/* The names that an Include, Exclude or Remove stands for. */
static struct words names_of(const struct evaluator *evaluator,
                             const struct xml_element *element,
                             const char *attribute)
{
    struct arena *arena = evaluator->arena;
    struct expander expander = evaluator_expander(evaluator, element);
    const char *text = xml_attribute(arena, element, attribute);
    struct words parts = { 0 }, names = { 0 };

    if (text)
        expand_list(arena, expand(&expander, text), &parts);
    vec_each (const char *, part, &parts) {
        size_t length = strlen(*part);
        if (strncmp(*part, "@(", 2) == 0 && (*part)[length - 1] == ')') {
            const char *type = arena_strndup(arena, *part + 2, length - 3);
            vec_each (const struct item, item, &evaluator->out->items)
                if (strcmp(item->type, type) == 0)
                    vec_push(arena, &names, item->include);
        } else if (glob_has_wildcard(*part)) {
            glob_files(arena, evaluator->out->directory, *part, &names);
        } else {
            vec_push(arena, &names, *part);
        }
    }
    return names;
}

static bool is_same_file(const struct evaluator *evaluator, const char *a,
                         const char *b)
{
    struct arena *arena = evaluator->arena;
    const char *directory = evaluator->out->directory;
    struct path_maps none = { 0 };

    return strcasecmp(a, b) == 0 ||
           strcmp(host_path(arena, &none, directory, a),
                  host_path(arena, &none, directory, b)) == 0;
}

static bool is_among(const struct evaluator *evaluator, const char *name,
                     const struct words *names)
{
    vec_each (const char *, one, names)
        if (is_same_file(evaluator, *one, name))
            return true;
    return false;
}

static void set_all(const struct evaluator *evaluator,
                    const struct xml_element *element, const char *type,
                    struct properties *metadata)
{
    static const char *const others[] = { "Include", "Exclude",   "Remove",
                                          "Update",  "Condition", "Label" };
    struct arena *arena = evaluator->arena;

    const char *name;

    for (size_t n = 0; (name = xml_attribute_name(element, n)) != NULL; n++) {
        bool is_other = false;
        for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
            is_other |= strcmp(name, others[i]) == 0;
        if (!is_other) {
            struct expander expander = evaluator_expander(evaluator, element);
            properties_set(
                metadata, arena_strdup(arena, name),
                expand(&expander, xml_attribute(arena, element, name)));
        }
    }
    for (const struct xml_element *one = xml_first(element); one;
         one = xml_next(one))
        set_metadata(evaluator, one, type, metadata);
}

static void include(struct evaluator *evaluator,
                    const struct xml_element *element, const char *type)
{
    struct arena *arena = evaluator->arena;
    struct evaluation *out = evaluator->out;
    struct words excluded = names_of(evaluator, element, "Exclude");
    struct words names = names_of(evaluator, element, "Include");
    struct expander expander = evaluator_expander(evaluator, element);

    vec_each (const char *, name, &names) {
        struct item item = {
            .type = type,
            .include = *name,
            .metadata =
                properties_make(arena, evaluation_definition(arena, out, type)),
            .place = expander.place,
        };
        if (is_among(evaluator, *name, &excluded))
            continue;
        set_well_known(arena, out->directory, *name, item.metadata);
        set_all(evaluator, element, type, item.metadata);
        vec_push(arena, &out->items, item);
    }
}

static void remove_items(struct evaluator *evaluator,
                         const struct xml_element *element, const char *type)
{
    struct words names = names_of(evaluator, element, "Remove");
    struct items *items = &evaluator->out->items;
    size_t kept = 0;

    for (size_t i = 0; i < items->count; i++)
        if (strcmp(items->items[i].type, type) != 0 ||
            !is_among(evaluator, items->items[i].include, &names))
            items->items[kept++] = items->items[i];
    items->count = kept;
}

static void update_items(struct evaluator *evaluator,
                         const struct xml_element *element, const char *type)
{
    struct words names = names_of(evaluator, element, "Update");

    vec_each (const struct item, item, &evaluator->out->items)
        if (strcmp(item->type, type) == 0 &&
            is_among(evaluator, item->include, &names))
            set_all(evaluator, element, type, item->metadata);
}

/* Items of these types are in no program, and often all files there are. */
static bool is_idle(const char *type)
{
    static const char *const idle[] = { "None", "ClInclude", "Inf",
                                        "Text", "Image",     "FilesToPackage",
                                        "Xml",  "Content" };

    for (size_t i = 0; i < sizeof(idle) / sizeof(*idle); i++)
        if (strcmp(type, idle[i]) == 0)
            return true;
    return false;
}

static void add_items(struct evaluator *evaluator,
                      const struct xml_element *group)
{
    struct arena *arena = evaluator->arena;

    for (const struct xml_element *one = xml_first(group); one;
         one = xml_next(one)) {
        const char *type = arena_strdup(arena, xml_name(one));
        if (is_idle(type) || !evaluator_holds(evaluator, one))
            continue;
        if (xml_attribute(arena, one, "Include"))
            include(evaluator, one, type);
        else if (xml_attribute(arena, one, "Remove"))
            remove_items(evaluator, one, type);
        else if (xml_attribute(arena, one, "Update"))
            update_items(evaluator, one, type);
    }
}

static void for_each_group(struct evaluator *evaluator, const char *name,
                           void (*run)(struct evaluator *,
                                       const struct xml_element *))
{
    vec_each (const struct deferred, one, &evaluator->deferred) {
        evaluator_enter(evaluator, one->file);
        if (xml_is(one->group, name) && evaluator_holds(evaluator, one->group))
            run(evaluator, one->group);
    }
}

void evaluate_items(struct evaluator *evaluator)
{
    for_each_group(evaluator, "ItemDefinitionGroup", define);
    for_each_group(evaluator, "ItemGroup", add_items);
}
