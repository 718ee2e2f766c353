/* inputs.c - names to inputs, with the flags of each. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/inputs.h"

#include "driver/options.h"
#include "driver/run.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* What looking for the files needs. */
struct finder {
    struct run *run;
    const struct options *options;
    struct map *seen; /* interned normal path -> itself */
    struct inputs *inputs;
};

static bool refuse(struct finder *finder, const char *path, const char *why)
{
    fail_add(finder->run->fail, (struct fail_place){ .file = path },
             "cannot read: %s", why);
    return false;
}

static bool can_read(struct finder *finder, const char *path)
{
    if (access(path, R_OK) != 0)
        return refuse(finder, path, strerror(errno));
    if (file_is_directory(path))
        return refuse(finder, path, strerror(EISDIR));
    return file_is_regular(path) || refuse(finder, path, "it is not a file");
}

/* The second and later of the same name are not new. */
static bool is_new(struct finder *finder, const char *path)
{
    struct run *run = finder->run;
    const char *normal =
        strings_intern(run->strings, path_normal(run->arena, path));

    if (map_has(finder->seen, normal))
        return false;
    map_put(finder->seen, normal, NULL);
    return true;
}

static void add_named(struct finder *finder, const char *path)
{
    struct input input = {
        .path = path,
        .is_ir = strcmp(path_extension(path), ".ir") == 0,
        .arguments = finder->options->flags.items,
        .argument_count = finder->options->flags.count,
    };

    if (is_new(finder, path) && can_read(finder, path))
        vec_push(finder->run->arena, finder->inputs, input);
}
bool inputs_find(struct run *run, const struct options *options,
                 const char *const *names, size_t count, struct inputs *inputs)
{
    struct finder finder = {
        .run = run,
        .options = options,
        .seen = map_make(run->arena),
        .inputs = inputs,
    };

    if (count == 0)
        fail_add(run->fail, (struct fail_place){ 0 },
                 "no file is given; 'unloadcheck --help' tells how");
    for (size_t i = 0; i < count; i++)
        add_named(&finder, names[i]);
    return inputs->count != 0;
}
