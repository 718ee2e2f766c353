/* conditions.c - reads how drivers ask for what fixes depend on. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/reader.h"

static const char *const roles[] = { "value", NULL };

/* The texts of a key; nothing if it is missing. */
static struct names read_texts(struct reader *reader, const struct node *map,
                               const char *key)
{
    struct names texts = { 0 };
    const struct node *node = yaml_get(map, key);
    struct node_list list = { 0 };

    if (node)
        list = reader_list(reader, node);
    for (size_t i = 0; i < list.count; i++) {
        const char *text = reader_scalar(reader, list.items[i]);
        if (text)
            reader_sentence(reader, list.items[i], roles);
        vec_push(reader->arena, &texts, text);
    }
    return texts;
}

void read_conditions(struct reader *reader)
{
    static const char *const keys[] = { "conditions", NULL };
    static const char *const kinds[] = { "failed", "present", NULL };
    struct collection *all = reader->all;

    const struct node *map = yaml_get(reader->root, "conditions");

    if (!reader_map(reader, reader->root, keys) ||
        !reader_map(reader, map, kinds))
        return;

    struct names failed = read_texts(reader, map, "failed");
    struct names present = read_texts(reader, map, "present");

    if (reader->failed)
        return;
    if (failed.count != 0)
        all->failed = failed;
    if (present.count != 0)
        all->present = present.items[0];
}
