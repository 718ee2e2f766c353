/* yaml.h - a YAML file as a tree of nodes that know where they stand.
 *
 * Rule files use a plain part of YAML: one document of maps, lists and
 * scalars. Anchors, aliases and tags are refused, so a tree is never larger
 * than its file; so are keys that are not scalars and keys given twice.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_YAML_H
#define UNLOADCHECK_RULES_YAML_H

#include "support/fail.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct file_text;

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    struct fail_place place;
    const char *text;    /* scalar */
    bool is_literal;     /* scalar written as `|`: lines as in the file */
    size_t count;        /* of items */
    struct node **items; /* of a list; the values of a map */
    struct node **keys;  /* of a map, scalars */
};

/* The tree of the file, or NULL after saying what is wrong. `path` names the
 * file in messages. */
struct node *yaml_read(struct arena *arena, const char *path,
                       const struct file_text *file, struct fail *fail);

/* The value of `key` in a map, or NULL. */
const struct node *yaml_get(const struct node *map, const char *key);

/* "a map", "a list", "text": for messages. */
const char *yaml_kind(enum node_kind kind);

#endif
