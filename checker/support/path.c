/* path.c - one pass over the parts of a name for every question. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/path.h"

#include "support/arena.h"
#include "support/system.h"
#include "support/text.h"
#include "support/vec.h"

#include <string.h>

struct part {
    const char *start;
    size_t length;
};

struct parts vec_of(struct part);

size_t path_root(const char *path)
{
    return system_path_root(path);
}

bool path_is_absolute(const char *path)
{
    return path_root(path) != 0;
}

char *path_join(struct arena *arena, const char *directory, const char *name)
{
    size_t length = strlen(directory);

    if (length == 0 || path_is_absolute(name))
        return arena_strdup(arena, name);

    size_t size = strlen(name);
    char *path = arena_alloc(arena, length + size + 2);

    memcpy(path, directory, length);
    if (!system_is_separator(directory[length - 1]))
        path[length++] = '/';
    memcpy(path + length, name, size);
    return path;
}

static bool part_is(struct part part, const char *name)
{
    return part.length == strlen(name) &&
           memcmp(part.start, name, part.length) == 0;
}

static struct part next_part(const char **rest)
{
    const char *start = *rest;

    while (system_is_separator(*start))
        start++;

    const char *end = start;

    while (*end != '\0' && !system_is_separator(*end))
        end++;
    *rest = end;
    return (struct part){ start, (size_t)(end - start) };
}

static void part_add(struct arena *arena, struct parts *parts, struct part part,
                     bool absolute)
{
    if (part_is(part, "."))
        return;
    if (!part_is(part, "..")) {
        vec_push(arena, parts, part);
        return;
    }
    if (parts->count != 0 && !part_is(vec_last(parts), ".."))
        parts->count--;
    else if (!absolute)
        vec_push(arena, parts, part);
}

static struct parts split(struct arena *arena, const char *path)
{
    size_t root = path_root(path);
    const char *rest = path + root;
    struct parts parts = { 0 };

    for (;;) {
        struct part part = next_part(&rest);
        if (part.length == 0)
            return parts;
        part_add(arena, &parts, part, root != 0);
    }
}

static void add_parts(struct text *text, const struct parts *parts,
                      size_t first)
{
    for (size_t i = first; i < parts->count; i++) {
        if (text->length != 0 && text->data[text->length - 1] != '/')
            text_add_char(text, '/');
        text_add_n(text, parts->items[i].start, parts->items[i].length);
    }
}

static char *finished(struct text *text)
{
    if (text->length == 0)
        text_add(text, ".");
    return text->data;
}

char *path_normal(struct arena *arena, const char *path)
{
    const char *from = system_short_name(arena, path);
    struct parts parts = split(arena, from);
    struct text text = text_make(arena);

    for (size_t i = 0; i < path_root(from); i++)
        text_add_char(&text, system_root_character(from, i));
    add_parts(&text, &parts, 0);
    return finished(&text);
}

static size_t common_count(const struct parts *a, const struct parts *b)
{
    size_t i = 0;

    while (i < a->count && i < b->count &&
           a->items[i].length == b->items[i].length &&
           memcmp(a->items[i].start, b->items[i].start, a->items[i].length) ==
               0)
        i++;
    return i;
}

static bool same_root(const char *a, const char *b)
{
    size_t length = path_root(a);

    return length == path_root(b) && memcmp(a, b, length) == 0;
}

char *path_relative(struct arena *arena, const char *path,
                    const char *directory)
{
    struct parts to = split(arena, path);
    struct parts from = split(arena, directory);
    size_t common = common_count(&to, &from);
    struct text text = text_make(arena);

    if (!same_root(path, directory))
        return arena_strdup(arena, path);
    for (size_t i = common; i < from.count; i++) {
        if (part_is(from.items[i], ".."))
            return arena_strdup(arena, path);
        text_add(&text, i == common ? ".." : "/..");
    }
    add_parts(&text, &to, common);
    return finished(&text);
}

const char *path_short(struct arena *arena, const char *path,
                       const char *directory)
{
    const char *relative = path_relative(arena, path, directory);
    bool is_outside = strncmp(relative, "..", 2) == 0 &&
                      (relative[2] == '\0' || relative[2] == '/');

    return is_outside ? path : relative;
}

const char *path_base(const char *path)
{
    const char *base = path + path_root(path);

    for (const char *c = base; *c != '\0'; c++)
        if (system_is_separator(*c) && c[1] != '\0')
            base = c + 1;
    return base;
}

char *path_directory(struct arena *arena, const char *path)
{
    size_t root = path_root(path);
    size_t length = (size_t)(path_base(path) - path);

    while (length > root && system_is_separator(path[length - 1]))
        length--;
    if (length == 0)
        return arena_strdup(arena, ".");
    return arena_strndup(arena, path, length);
}

const char *path_above(struct arena *arena, const char *directory)
{
    const char *above = path_directory(arena, directory);

    return strcmp(above, directory) == 0 ? NULL : above;
}

const char *path_extension(const char *path)
{
    const char *base = path_base(path);
    const char *dot = strrchr(base, '.');

    return dot && dot != base ? dot : base + strlen(base);
}
