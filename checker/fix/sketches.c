/* sketches.c - the files that fixes are made for, each read once. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/sketches.h"

#include "fix/tokens.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/strings.h"

struct sketches {
    struct arena *arena;
    struct strings *names;
    struct map *files; /* interned name -> struct sketch, or NULL */
};

struct sketches *sketches_make(struct arena *arena)
{
    struct sketches *sketches = arena_new(arena, struct sketches);

    sketches->arena = arena;
    sketches->names = strings_make(arena);
    sketches->files = map_make(arena);
    return sketches;
}

void sketches_put(struct sketches *sketches, const char *file, const char *text,
                  size_t size)
{
    const char *name = strings_intern(sketches->names, file);

    map_put(sketches->files, name,
            sketch_make(sketches->arena, name, text, size));
}

const struct sketch *sketches_get(struct sketches *sketches, const char *file)
{
    const char *name = strings_intern(sketches->names, file);
    struct fail *unheard = fail_make(sketches->arena);
    struct file_text text;

    if (map_has(sketches->files, name))
        return map_get(sketches->files, name);
    if (file_is_regular(name) &&
        file_read(sketches->arena, name, unheard, &text))
        sketches_put(sketches, name, text.data, text.size);
    else
        map_put(sketches->files, name, NULL);
    return map_get(sketches->files, name);
}
