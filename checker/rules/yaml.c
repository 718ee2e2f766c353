/* yaml.c - libyaml's document turned into nodes of our own.
 *
 * Method: libyaml keeps the nodes of a document in one array and lets them
 * refer to each other by number. Each becomes one struct node of the same
 * number, so nothing here is recursive. A node that two others refer to must
 * have been an alias.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/yaml.h"

#include "support/arena.h"
#include "support/file.h"
#include "support/strings.h"

#include <string.h>
#include <yaml.h>

struct yaml_job {
    struct arena *arena;
    struct fail *fail;
    const char *path;
    yaml_parser_t parser;
    yaml_document_t document;
    struct node *nodes;
    bool *used; /* by number: some node refers to it */
    bool failed;
};

static struct fail_place mark_place(const struct yaml_job *job,
                                    yaml_mark_t mark)
{
    return (struct fail_place){ .file = job->path,
                                .line = (unsigned)mark.line + 1,
                                .column = (unsigned)mark.column + 1 };
}

static void tell(struct yaml_job *job, struct fail_place place,
                 const char *what)
{
    fail_add(job->fail, place, "%s", what);
    job->failed = true;
}

static void tell_syntax(struct yaml_job *job)
{
    const yaml_parser_t *parser = &job->parser;
    yaml_mark_t mark = parser->problem_mark;
    const char *problem = parser->problem ? parser->problem : "cannot be read";

    if (parser->error == YAML_READER_ERROR)
        fail_add(job->fail, (struct fail_place){ .file = job->path },
                 "not a text file: %s at byte %zu", problem,
                 parser->problem_offset);
    else if (parser->context)
        fail_add(job->fail, mark_place(job, mark), "%s, %s", parser->context,
                 problem);
    else
        fail_add(job->fail, mark_place(job, mark), "%s", problem);
    job->failed = true;
}

/* The node of that number, now referred to. */
static struct node *take(struct yaml_job *job, int number)
{
    struct node *node = &job->nodes[number - 1];

    if (job->used[number - 1])
        tell(job, node->place,
             "anchors and aliases are not allowed in a rule file");
    job->used[number - 1] = true;
    return node;
}

static bool is_plain_tag(const yaml_node_t *from)
{
    const char *tag = (const char *)from->tag;

    return !tag || strcmp(tag, YAML_STR_TAG) == 0 ||
           strcmp(tag, YAML_SEQ_TAG) == 0 || strcmp(tag, YAML_MAP_TAG) == 0;
}

static void convert_scalar(struct yaml_job *job, const yaml_node_t *from,
                           struct node *node)
{
    const char *value = (const char *)from->data.scalar.value;
    size_t length = from->data.scalar.length;

    if (memchr(value, '\0', length))
        tell(job, node->place, "text with a NUL character");
    node->kind = NODE_SCALAR;
    node->is_literal = from->data.scalar.style == YAML_LITERAL_SCALAR_STYLE;
    node->text = arena_strndup(job->arena, value, length);
}

static void convert_list(struct yaml_job *job, const yaml_node_t *from,
                         struct node *node)
{
    const yaml_node_item_t *items = from->data.sequence.items.start;

    node->kind = NODE_LIST;
    node->count = (size_t)(from->data.sequence.items.top - items);
    node->items = arena_array(job->arena, struct node *, node->count);
    for (size_t i = 0; i < node->count; i++)
        node->items[i] = take(job, items[i]);
}

static void convert_map(struct yaml_job *job, const yaml_node_t *from,
                        struct node *node)
{
    const yaml_node_pair_t *pairs = from->data.mapping.pairs.start;

    node->kind = NODE_MAP;
    node->count = (size_t)(from->data.mapping.pairs.top - pairs);
    node->items = arena_array(job->arena, struct node *, node->count);
    node->keys = arena_array(job->arena, struct node *, node->count);
    for (size_t i = 0; i < node->count; i++) {
        node->keys[i] = take(job, pairs[i].key);
        node->items[i] = take(job, pairs[i].value);
    }
}

static void convert(struct yaml_job *job, size_t number)
{
    const yaml_node_t *from = job->document.nodes.start + number;
    struct node *node = &job->nodes[number];

    if (!is_plain_tag(from))
        tell(job, node->place, "tags are not allowed in a rule file");
    switch (from->type) {
    case YAML_SCALAR_NODE: convert_scalar(job, from, node); break;
    case YAML_SEQUENCE_NODE: convert_list(job, from, node); break;
    case YAML_MAPPING_NODE: convert_map(job, from, node); break;
    case YAML_NO_NODE: break;
    }
}

static void check_keys(struct yaml_job *job, const struct node *map)
{
    struct strings *seen = strings_make(job->arena);

    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = map->keys[i];

        if (key->kind != NODE_SCALAR) {
            tell(job, key->place, "a key must be text");
            return;
        }
        if (strings_find(seen, key->text)) {
            fail_add(job->fail, key->place, "key '%s' is given twice",
                     key->text);
            job->failed = true;
        }
        strings_intern(seen, key->text);
    }
}

static struct node *convert_document(struct yaml_job *job)
{
    const yaml_node_t *start = job->document.nodes.start;
    size_t count = (size_t)(job->document.nodes.top - start);

    if (count == 0) {
        tell(job, (struct fail_place){ .file = job->path },
             "the file is empty");
        return NULL;
    }
    job->nodes = arena_array(job->arena, struct node, count);
    job->used = arena_array(job->arena, bool, count);
    for (size_t i = 0; i < count; i++)
        job->nodes[i].place = mark_place(job, start[i].start_mark);
    for (size_t i = 0; i < count; i++)
        convert(job, i);
    for (size_t i = 0; i < count && !job->failed; i++)
        if (job->nodes[i].kind == NODE_MAP)
            check_keys(job, &job->nodes[i]);
    return job->nodes;
}

/* The file's only document. */
static struct node *read_first(struct yaml_job *job)
{
    struct node *root = NULL;

    if (!yaml_parser_load(&job->parser, &job->document)) {
        tell_syntax(job);
        return NULL;
    }
    root = convert_document(job);
    yaml_document_delete(&job->document);
    return root;
}

static void check_no_more(struct yaml_job *job)
{
    if (job->failed)
        return;
    if (!yaml_parser_load(&job->parser, &job->document)) {
        tell_syntax(job);
        return;
    }
    if (yaml_document_get_root_node(&job->document))
        tell(job, mark_place(job, job->document.start_mark),
             "a rule file is one document");
    yaml_document_delete(&job->document);
}

struct node *yaml_read(struct arena *arena, const char *path,
                       const struct file_text *file, struct fail *fail)
{
    struct yaml_job job = { .arena = arena, .path = path, .fail = fail };
    struct node *root = NULL;

    if (!yaml_parser_initialize(&job.parser)) {
        tell(&job, (struct fail_place){ .file = path }, "out of memory");
        return NULL;
    }
    yaml_parser_set_input_string(&job.parser, (const unsigned char *)file->data,
                                 file->size);
    root = read_first(&job);
    check_no_more(&job);
    yaml_parser_delete(&job.parser);
    return job.failed ? NULL : root;
}

const struct node *yaml_get(const struct node *map, const char *key)
{
    for (size_t i = 0; i < map->count; i++)
        if (strcmp(map->keys[i]->text, key) == 0)
            return map->items[i];
    return NULL;
}

const char *yaml_kind(enum node_kind kind)
{
    switch (kind) {
    case NODE_SCALAR: return "text";
    case NODE_LIST: return "a list";
    case NODE_MAP: return "a map";
    }
    return "nothing";
}
