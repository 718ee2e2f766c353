/* filling.c - an image while its files are put together. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/find_priv.h"
#include "project/tree.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <string.h>

/* As many missing files of one project are told one by one. */
enum { MOST_UNREAD = 5 };

struct filling filling_make(const struct finder *finder, const char *name,
                            const char *origin)
{
    return (struct filling){
        .image = { .name = name, .origin = origin },
        .seen = map_make(finder->arena),
    };
}

const char *finder_full(const struct finder *finder, const char *path)
{
    const char *full = host_path_is_absolute(path)
                           ? path
                           : path_join(finder->arena, finder->working, path);

    return strings_intern(finder->strings, path_normal(finder->arena, full));
}

const char *finder_short(const struct finder *finder, const char *full)
{
    return path_short(finder->arena, full, finder->working);
}

bool finder_can_read(const struct finder *finder, const char *path)
{
    const char *why = file_trouble(path);

    if (why)
        fail_add(finder->fail, (struct fail_place){ .file = path },
                 "cannot read: %s", why);
    return !why;
}

bool finder_is_unit(const char *path)
{
    const char *extension = path_extension(path);

    return strcmp(extension, ".ir") == 0 || strcmp(extension, ".unit") == 0;
}

static void add(const struct finder *finder, struct filling *filling,
                struct input input, const char *shown, bool is_readable)
{
    const char *full = finder_full(finder, input.path);

    if (map_has(filling->seen, full))
        return;
    map_put(filling->seen, full, NULL);
    if (!is_readable && file_trouble(shown))
        vec_push(finder->arena, &filling->unread, shown);
    else
        vec_push(finder->arena, &filling->image.inputs, input);
}

void filling_add_named(const struct finder *finder, struct filling *filling,
                       const char *path, const struct words *flags)
{
    struct words words = { 0 };

    vec_each (const char *, flag, flags)
        vec_push(finder->arena, &words, *flag);
    vec_each (const char *, flag, &finder->options->flags)
        vec_push(finder->arena, &words, *flag);

    struct input input = {
        .path = path,
        .is_ir = finder_is_unit(path),
        .arguments = words.items,
        .argument_count = words.count,
    };

    add(finder, filling, input, path, false);
}

/* What a build says is seen from the folder of each command. Where that is
 * ours there is nothing to say about it, and names stay short. */
void filling_add_command(const struct finder *finder, struct filling *filling,
                         const struct command *command)
{
    bool is_ours = strcmp(command->directory, finder->working) == 0;
    const char *shown = finder_short(finder, command->file);
    struct words words = { 0 };

    if (tree_excludes(finder->arena, &finder->options->excluded, shown))
        return;

    for (size_t i = 0; i < command->count; i++)
        vec_push(finder->arena, &words, command->arguments[i]);
    vec_each (const char *, flag, &finder->options->flags)
        vec_push(finder->arena, &words, *flag);

    struct input input = {
        .path = is_ours ? shown : command->file,
        .arguments = words.items,
        .argument_count = words.count,
        .directory = is_ours ? NULL : command->directory,
    };

    add(finder, filling, input, shown, map_has(finder->readable, command));
}

static void tell_unread(const struct finder *finder,
                        const struct filling *filling)
{
    size_t count = filling->unread.count;
    const char *origin = filling->image.origin;

    if (count <= MOST_UNREAD || !origin) {
        vec_each (const char *, path, &filling->unread)
            finder_can_read(finder, *path);
        return;
    }
    fail_add(finder->fail, (struct fail_place){ .file = origin },
             "%zu of its %zu files cannot be read, the first of them is %s; "
             "--path-map FROM=TO says where a tree stands",
             count, count + filling->image.inputs.count,
             filling->unread.items[0]);
}

void filling_finish(const struct finder *finder, struct filling *filling)
{
    tell_unread(finder, filling);
    if (filling->image.inputs.count != 0)
        vec_push(finder->arena, finder->images, filling->image);
}
