/* targets.c - commands in groups, groups in images. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/targets.h"

#include "project/find_priv.h"
#include "project/linkage.h"
#include "project/text_file.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <string.h>

/* The commands of one target. */
struct group {
    const char *target; /* interned, or NULL: a file without one */
    struct vec_of(const struct command *) commands;
};

struct grouping {
    const struct finder *finder;
    struct linkage *linkage;
    struct vec_of(struct group) groups; /* by number of their part */
    struct map *by_target;
    const char *origin;
    bool wants_entries; /* only files that may define one are scanned */
};

static size_t group_of(struct grouping *grouping, const struct command *command)
{
    struct arena *arena = grouping->finder->arena;
    const char *target =
        command->target
            ? strings_intern(grouping->finder->strings, command->target)
            : NULL;
    size_t *number = target ? map_get(grouping->by_target, target) : NULL;
    struct group group = { .target = target };

    if (number)
        return *number;
    number = arena_new(arena, size_t);
    *number = linkage_add_part(grouping->linkage,
                               path_directory(arena, command->file), true);
    vec_push(arena, &grouping->groups, group);
    if (target)
        map_put(grouping->by_target, target, number);
    return *number;
}

static bool read_text(struct arena *arena, const char *path,
                      struct file_text *text)
{
    return file_is_regular(path) &&
           text_file_read(arena, path, fail_make(arena), text);
}

/* Whether it need not be read: no entry routine can be in it. */
static bool is_known(const struct grouping *grouping, const char *shown)
{
    const struct find_options *options = grouping->finder->options;

    return grouping->wants_entries && options->mentions_none &&
           options->mentions_none(options->memory, shown);
}

/* `scan` is NULL if there is nothing to be linked by in it. */
static void tell_text(const struct finder *finder, const char *shown,
                      const struct scan *scan)
{
    const struct find_listener *listener = finder->options->listener;
    struct digest none = { 0, 0 };

    if (listener)
        listener->text(listener->data, shown, scan ? scan_digest(scan) : none);
}

static void scan_file(struct grouping *grouping, size_t group,
                      const struct command *command)
{
    const struct finder *finder = grouping->finder;
    const char *shown = finder_short(finder, command->file);
    struct arena *scratch = arena_open();
    struct file_text text = { 0 };
    struct scan *scan = NULL;

    if (is_known(grouping, shown) || read_text(scratch, command->file, &text))
        map_put(finder->readable, command, finder->readable);
    if (text.data && (!grouping->wants_entries ||
                      scan_mentions(text.data, &finder->options->entries))) {
        scan = arena_new(finder->arena, struct scan);
        *scan = scan_text(finder->arena, finder->strings, text.data);
        linkage_add_scan(grouping->linkage, group, scan);
    }
    tell_text(finder, shown, scan);
    arena_close(scratch);
}

static void add_group(const struct grouping *grouping, size_t number,
                      struct filling *filling)
{
    vec_each (const struct command *, command,
              &grouping->groups.items[number].commands)
        filling_add_command(grouping->finder, filling, *command);
}

/* The name of an image out of that of its target or its file. */
static const char *name_of(const struct grouping *grouping, size_t number)
{
    const struct group *group = &grouping->groups.items[number];
    const char *base;

    if (group->target)
        return path_base(group->target);
    base = path_base(group->commands.items[0]->file);
    return arena_strndup(grouping->finder->arena, base,
                         strlen(base) - strlen(path_extension(base)));
}

static void add_driver(const struct grouping *grouping, size_t number)
{
    const struct finder *finder = grouping->finder;
    struct filling filling =
        filling_make(finder, name_of(grouping, number), grouping->origin);
    struct parts_linked linked = { 0 };

    vec_push(finder->arena, &linked, number);
    linkage_close(grouping->linkage, finder->arena, NULL, NULL,
                  grouping->groups.count, &linked);
    vec_each (const size_t, part, &linked)
        add_group(grouping, *part, &filling);
    filling_finish(finder, &filling);
}

static size_t count_drivers(const struct grouping *grouping)
{
    size_t count = 0;

    for (size_t i = 0; i < grouping->groups.count; i++)
        count += linkage_is_driver(grouping->linkage, i);
    return count;
}

static bool has_targets(const struct commands *commands)
{
    vec_each (const struct command, command, commands)
        if (command->target)
            return true;
    return false;
}

static void add_whole(const struct grouping *grouping, const char *name)
{
    struct filling filling =
        filling_make(grouping->finder, name, grouping->origin);

    for (size_t i = 0; i < grouping->groups.count; i++)
        add_group(grouping, i, &filling);
    filling_finish(grouping->finder, &filling);
}

static struct grouping group_all(const struct finder *finder,
                                 const struct commands *commands,
                                 const char *origin, bool wants_entries)
{
    struct grouping grouping = {
        .finder = finder,
        .linkage = linkage_make(finder->arena, finder->strings,
                                &finder->options->entries, false),
        .by_target = map_make(finder->arena),
        .origin = origin,
        .wants_entries = wants_entries,
    };

    vec_each (const struct command, command, commands) {
        size_t number = group_of(&grouping, command);
        vec_push(finder->arena, &grouping.groups.items[number].commands,
                 command);
        scan_file(&grouping, number, command);
    }
    return grouping;
}

/* Where there are no targets, and no more than one driver, nobody asks what
 * else the files define. */
bool targets_add_images(const struct finder *finder,
                        const struct commands *commands, const char *origin,
                        const char *name, bool needs_driver)
{
    bool is_plain = !has_targets(commands);
    struct grouping grouping = group_all(finder, commands, origin, is_plain);
    size_t drivers = count_drivers(&grouping);

    if (commands->count == 0 || (drivers == 0 && needs_driver))
        return false;
    if (drivers == 0 || (drivers == 1 && is_plain)) {
        add_whole(&grouping, name);
        return true;
    }
    if (is_plain)
        grouping = group_all(finder, commands, origin, false);
    for (size_t i = 0; i < grouping.groups.count; i++)
        if (linkage_is_driver(grouping.linkage, i))
            add_driver(&grouping, i);
    return true;
}
