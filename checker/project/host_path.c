/* host_path.c - from a name of a build elsewhere to one of ours. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/host_path.h"

#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"

#include <ctype.h>
#include <string.h>

static char *with_slashes(struct arena *arena, const char *name)
{
    char *plain = arena_strdup(arena, name);

    for (char *at = plain; *at != '\0'; at++)
        if (*at == '\\')
            *at = '/';
    return plain;
}

bool path_map_parse(struct arena *arena, const char *working, const char *text,
                    struct path_maps *maps)
{
    const char *equals = strchr(text, '=');

    if (!equals || equals == text || equals[1] == '\0')
        return false;

    char *from = arena_strndup(arena, text, (size_t)(equals - text));
    size_t length = strlen(from);

    while (length > 1 && (from[length - 1] == '/' || from[length - 1] == '\\'))
        from[--length] = '\0';

    const char *to = path_join(arena, working, equals + 1);
    struct path_map map = { .from = from, .to = path_normal(arena, to) };

    vec_push(arena, maps, map);
    return true;
}

static bool is_separator(char character)
{
    return character == '/' || character == '\\';
}

static bool is_same_character(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b) ||
           (is_separator(a) && is_separator(b));
}

/* Whether `text` starts with `from`, up to the end of one of its parts. */
static bool starts_with(const char *text, const char *from)
{
    for (; *from != '\0'; from++, text++)
        if (!is_same_character(*text, *from))
            return false;
    return *text == '\0' || is_separator(*text) || *text == '"';
}

const char *path_map_apply(struct arena *arena, const struct path_maps *maps,
                           const char *word)
{
    vec_each (const struct path_map, map, maps)
        for (const char *at = word; *at != '\0'; at++)
            if (starts_with(at, map->from))
                return arena_format(
                    arena, "%.*s%s%s", (int)(at - word), word, map->to,
                    with_slashes(arena, at + strlen(map->from)));
    return word;
}

bool host_path_is_absolute(const char *path)
{
    bool has_drive = isalpha((unsigned char)path[0]) && path[1] == ':' &&
                     is_separator(path[2]);

    return has_drive || is_separator(path[0]);
}

const char *host_path_named(struct arena *arena, const struct path_maps *maps,
                            const char *directory, const char *name)
{
    const char *mapped = path_map_apply(arena, maps, name);
    const char *path = with_slashes(arena, mapped);

    if (!host_path_is_absolute(path))
        path = path_join(arena, directory, path);
    return path_normal(arena, path);
}

const char *host_path(struct arena *arena, const struct path_maps *maps,
                      const char *directory, const char *name)
{
    return file_as_on_disk(arena,
                           host_path_named(arena, maps, directory, name));
}
