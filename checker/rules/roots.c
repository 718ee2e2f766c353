/* roots.c - reads a file that starts with `roots:`, `singletons:`, `tables:` or
 * `own-arguments:`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/reader.h"
#include "rules/words.h"
#include "support/arena.h"

#include <string.h>

/* How a root is recognised, as the key says it. */
enum root_way { WAY_FUNCTION, WAY_EXPORT, WAY_FIELD, WAY_TYPE };

static const char *const ways[] = { "functions", "exports", "fields", "types",
                                    NULL };

static void add_root(struct reader *reader, const struct node *node,
                     enum root_role role, enum root_way way)
{
    const char *text = reader_scalar(reader, node);
    struct root root = { .role = role };

    if (!text)
        return;
    switch (way) {
    case WAY_FUNCTION: root.function = reader_intern(reader, text); break;
    case WAY_EXPORT:
        root.function = reader_intern(reader, text);
        root.is_export = true;
        break;
    case WAY_FIELD:
        if (!reader_field(reader, node, &root.record, &root.field))
            return;
        break;
    case WAY_TYPE: root.role_type = reader_intern(reader, text); break;
    }
    vec_push(reader->arena, &reader->all->roots, root);
}

static void read_ways(struct reader *reader, const struct node *map,
                      enum root_role role)
{
    if (!reader_map(reader, map, ways))
        return;
    for (int way = 0; ways[way]; way++) {
        const struct node *node = yaml_get(map, ways[way]);
        struct node_list list = { NULL, 0 };

        if (node)
            list = reader_list(reader, node);
        for (size_t i = 0; i < list.count; i++)
            add_root(reader, list.items[i], role, (enum root_way)way);
    }
}

static void read_roles(struct reader *reader, const struct node *map)
{
    if (!map || !reader_map(reader, map, role_words))
        return;
    for (int role = 0; role_words[role]; role++) {
        const struct node *node = yaml_get(map, role_words[role]);

        if (node)
            read_ways(reader, node, (enum root_role)role);
    }
}

static void read_singletons(struct reader *reader, const struct node *node)
{
    struct node_list list = { NULL, 0 };

    if (node)
        list = reader_list(reader, node);
    for (size_t i = 0; i < list.count; i++) {
        const char *name = reader_scalar(reader, list.items[i]);

        if (name)
            vec_push(reader->arena, &reader->all->singletons,
                     reader_intern(reader, name));
    }
}

static void read_own(struct reader *reader, const struct node *name,
                     const struct node *node)
{
    struct node_list list = reader_list(reader, node);
    struct own_argument own = { NULL, NULL, 0 };

    if (!reader_field(reader, name, &own.record, &own.field))
        return;
    for (size_t i = 0; i < list.count; i++)
        if (reader_unsigned(reader, list.items[i], &own.argument))
            vec_push(reader->arena, &reader->all->own_arguments, own);
}

static void read_table(struct reader *reader, const struct node *name,
                       const struct node *node)
{
    struct node_list list = reader_list(reader, node);

    for (size_t i = 0; i < list.count; i++) {
        struct table_argument table = { .function =
                                            reader_intern(reader, name->text) };

        if (reader_unsigned(reader, list.items[i], &table.argument))
            vec_push(reader->arena, &reader->all->tables, table);
    }
}

/* A map from names to lists of arguments. */
static void read_arguments(struct reader *reader, const struct node *map,
                           void (*read_one)(struct reader *reader,
                                            const struct node *name,
                                            const struct node *node))
{
    if (!map)
        return;
    if (map->kind != NODE_MAP) {
        reader_fail(reader, map, "expected a map, got %s",
                    yaml_kind(map->kind));
        return;
    }
    for (size_t i = 0; i < map->count; i++)
        read_one(reader, map->keys[i], map->items[i]);
}

void read_roots(struct reader *reader)
{
    static const char *const keys[] = { "roots", "singletons", "tables",
                                        "own-arguments", NULL };
    struct collection *all = reader->all;
    struct collection before = *all;

    reader_map(reader, reader->root, keys);
    read_roles(reader, yaml_get(reader->root, "roots"));
    read_singletons(reader, yaml_get(reader->root, "singletons"));
    read_arguments(reader, yaml_get(reader->root, "tables"), read_table);
    read_arguments(reader, yaml_get(reader->root, "own-arguments"), read_own);
    if (!reader->failed)
        return;
    all->roots.count = before.roots.count;
    all->singletons.count = before.singletons.count;
    all->tables.count = before.tables.count;
    all->own_arguments.count = before.own_arguments.count;
}
