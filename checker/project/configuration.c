/* configuration.c - the configurations of a project, and the best of them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/configuration.h"

#include "project/evaluate.h"
#include "project/xml_file.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/path.h"

#include <string.h>
#include <strings.h>

static const char default_name[] = "Release";
static const char default_platform[] = "x64";

bool configuration_parse(struct arena *arena, const char *text,
                         struct configuration *configuration)
{
    const char *bar = strchr(text, '|');

    if (!bar)
        return false;
    configuration->name = arena_strndup(arena, text, (size_t)(bar - text));
    configuration->platform = arena_strdup(arena, bar + 1);
    return true;
}

static bool starts_with(const char *text, const char *start)
{
    return strncasecmp(text, start, strlen(start)) == 0;
}

/* Whether `part` is a word of the name, as in "Win8 Release". */
static bool contains(const char *name, const char *part)
{
    for (; *name != '\0'; name++)
        if (starts_with(name, part))
            return true;
    return false;
}

/* How well it fits: the platform counts more. */
static unsigned fit(const struct configuration *one, const char *name,
                    const char *platform)
{
    unsigned points = 0;

    if (strcasecmp(one->platform, platform) == 0)
        points += 16;
    else if (strcasecmp(one->platform, default_platform) == 0)
        points += 1;
    if (strcasecmp(one->name, name) == 0)
        points += 8;
    else if (contains(one->name, name))
        points += 4;
    else if (contains(one->name, default_name))
        points += 2;
    return points;
}

const struct configuration *configuration_best(const struct configurations *all,
                                               const char *name,
                                               const char *platform)
{
    const struct configuration *best = NULL;
    unsigned most = 0;

    vec_each (const struct configuration, one, all) {
        unsigned points = fit(one, name ? name : default_name,
                              platform ? platform : default_platform);
        if (!best || points > most) {
            best = one;
            most = points;
        }
    }
    return best;
}

static void collect(struct arena *arena, const struct xml_element *parent,
                    struct configurations *all)
{
    for (const struct xml_element *one = xml_first(parent); one;
         one = xml_next(one)) {
        struct configuration configuration;
        const char *text = xml_attribute(arena, one, "Include");
        if (xml_is(one, "ItemGroup"))
            collect(arena, one, all);
        else if (xml_is(one, "ProjectConfiguration") && text &&
                 configuration_parse(arena, text, &configuration))
            vec_push(arena, all, configuration);
    }
}

/* The user asked for something that this project does not have. */
static void tell(const struct configuration *best, const char *file,
                 struct fail *fail, const struct evaluate_options *options)
{
    bool is_name = !options->configuration ||
                   strcasecmp(options->configuration, best->name) == 0;
    bool is_platform = !options->platform ||
                       strcasecmp(options->platform, best->platform) == 0;

    if (!is_name || !is_platform)
        fail_note(fail, (struct fail_place){ .file = file },
                  "has no configuration '%s|%s': '%s|%s' is read",
                  options->configuration ? options->configuration : best->name,
                  options->platform ? options->platform : best->platform,
                  best->name, best->platform);
}

bool configuration_choose(struct arena *arena, const char *path,
                          struct fail *fail, struct evaluate_options *options)
{
    const char *file = path_short(arena, path, options->working);
    struct arena *scratch = arena_open();
    const struct xml_element *root = xml_file_read(scratch, path, file, fail);
    struct configurations all = { 0 };

    if (root)
        collect(arena, root, &all);
    arena_close(scratch);
    if (!root)
        return false;

    const struct configuration *best =
        configuration_best(&all, options->configuration, options->platform);

    if (best) {
        tell(best, file, fail, options);
        options->configuration = best->name;
        options->platform = best->platform;
    }
    if (!options->configuration)
        options->configuration = default_name;
    if (!options->platform)
        options->platform = default_platform;
    return true;
}
