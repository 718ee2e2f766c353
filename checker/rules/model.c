/* model.c - reads a file that starts with `models:`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/reader.h"
#include "rules/steps.h"
#include "support/arena.h"
#include "support/map.h"

#include <ctype.h>
#include <string.h>

static const char *const keys[] = { "functions", "parameters", "result",
                                    "steps",     "returns",    "writes",
                                    "effects",   "noreturn",   "raises",
                                    "replaces",  NULL };

struct model_job {
    struct reader *reader;
    const struct node *map;
    struct model *model;
};

bool model_type(const char *word, struct type *type)
{
    static const struct {
        const char *word;
        uint32_t bits;
        bool is_signed;
    } integers[] = {
        { "int8", 8, true },   { "uint8", 8, false },
        { "int16", 16, true }, { "uint16", 16, false },
        { "int32", 32, true }, { "uint32", 32, false },
        { "int64", 64, true }, { "uint64", 64, false },
    };

    if (strcmp(word, "pointer") == 0) {
        *type = type_pointer();
        return true;
    }
    if (strcmp(word, "void") == 0) {
        *type = type_void();
        return true;
    }
    for (size_t i = 0; i < sizeof(integers) / sizeof(*integers); i++)
        if (strcmp(integers[i].word, word) == 0) {
            *type = type_int(integers[i].bits, integers[i].is_signed);
            return true;
        }
    return false;
}

static void read_names(struct model_job *job)
{
    struct reader *reader = job->reader;
    const struct node *node = reader_need(reader, job->map, "functions");
    struct node_list list = { NULL, 0 };

    if (node)
        list = reader_list(reader, node);
    for (size_t i = 0; i < list.count; i++) {
        const char *name = reader_scalar(reader, list.items[i]);

        if (name)
            vec_push(reader->arena, &job->model->names,
                     reader_intern(reader, name));
    }
}

/* "NAME" or "TYPE NAME". */
static void read_parameter(struct model_job *job, const struct node *node)
{
    struct reader *reader = job->reader;
    const char *text = reader_scalar(reader, node);
    struct model_parameter parameter = { .type = type_pointer() };
    const char *space = NULL;

    if (!text)
        return;
    space = strchr(text, ' ');
    parameter.name = reader_intern(reader, space ? space + 1 : text);
    parameter.has_type = space != NULL;
    if (space &&
        !model_type(arena_strndup(reader->arena, text, (size_t)(space - text)),
                    &parameter.type))
        reader_fail(reader, node, "'%s' does not start with a type", text);
    for (const char *at = parameter.name; *at; at++)
        if (!isalnum((unsigned char)*at) && *at != '_') {
            reader_fail(reader, node, "'%s' is no name", parameter.name);
            return;
        }
    vec_push(reader->arena, &job->model->parameters, parameter);
}

static void read_parameters(struct model_job *job)
{
    const struct node *node = yaml_get(job->map, "parameters");
    struct node_list list;

    if (!node)
        return;
    job->model->has_parameters = true;
    list = reader_list(job->reader, node);
    for (size_t i = 0; i < list.count; i++)
        read_parameter(job, list.items[i]);
}

static void read_result(struct model_job *job)
{
    const struct node *node = yaml_get(job->map, "result");
    const char *text = node ? reader_scalar(job->reader, node) : NULL;

    if (!text)
        return;
    job->model->has_result = true;
    if (!model_type(text, &job->model->result))
        reader_fail(job->reader, node, "'%s' is no type", text);
}

static void read_writes(struct model_job *job)
{
    const struct node *node = yaml_get(job->map, "writes");
    struct node_list list = { NULL, 0 };

    if (node)
        list = reader_list(job->reader, node);
    for (size_t i = 0; i < list.count; i++) {
        unsigned argument = 0;

        if (reader_unsigned(job->reader, list.items[i], &argument))
            vec_push(job->reader->arena, &job->model->writes, argument);
    }
}

static struct statement *add_step(struct model_job *job,
                                  enum statement_kind kind)
{
    struct statement *made = arena_new(job->reader->arena, struct statement);

    made->kind = kind;
    made->place = job->model->place;
    vec_push(job->reader->arena, &job->model->steps, made);
    return made;
}

static bool is_set(struct model_job *job, const char *key)
{
    const struct node *node = yaml_get(job->map, key);

    return node && reader_bool(job->reader, node);
}

static void read_effects(struct model_job *job)
{
    static const char *const words[] = { "none", NULL };
    const struct node *node = yaml_get(job->map, "effects");

    if (node)
        reader_choice(job->reader, node, words, "effect");
}

/* The keys that say it all without steps, as steps. */
static void read_short_forms(struct model_job *job)
{
    const struct node *returns = yaml_get(job->map, "returns");

    read_effects(job);
    read_writes(job);
    job->model->replaces = is_set(job, "replaces");
    if (is_set(job, "noreturn")) {
        job->model->is_noreturn = true;
        add_step(job, STATEMENT_STOP);
    }
    if (is_set(job, "raises"))
        add_step(job, STATEMENT_RAISE);
    if (returns)
        add_step(job, STATEMENT_RETURN)->value =
            steps_expression(job->reader, returns, job->model);
}

/* A model says something, and one thing only. */
static void check_forms(struct model_job *job)
{
    static const char *const forms[] = { "steps",   "returns",  "writes",
                                         "effects", "noreturn", "raises",
                                         NULL };
    bool may_return_too =
        yaml_get(job->map, "writes") || yaml_get(job->map, "effects");
    const struct node *first = NULL;

    for (size_t i = 0; forms[i]; i++) {
        const struct node *node = yaml_get(job->map, forms[i]);

        if (!node || (may_return_too && strcmp(forms[i], "returns") == 0))
            continue;
        if (first)
            reader_fail(job->reader, node,
                        "a model has one of 'steps', 'returns', 'writes', "
                        "'effects', 'noreturn', 'raises'");
        first = node;
    }
    if (!first)
        reader_fail(job->reader, job->map,
                    "a model that does not say what the function does");
}

static void read_model(struct reader *reader, const struct node *map,
                       struct models *models)
{
    struct model_job job = { .reader = reader,
                             .map = map,
                             .model = arena_new(reader->arena, struct model) };
    const struct node *steps = NULL;

    if (!reader_map(reader, map, keys))
        return;
    job.model->folder = reader->folder;
    job.model->place = (struct place){ .file = reader->path,
                                       .line = map->place.line,
                                       .column = map->place.column };
    read_names(&job);
    read_parameters(&job);
    read_result(&job);
    check_forms(&job);
    read_short_forms(&job);
    steps = yaml_get(map, "steps");
    if (steps && reader_scalar(reader, steps))
        steps_parse(reader, steps, job.model, &job.model->steps);
    vec_push(reader->arena, models, job.model);
}

/* By name; what a later folder says about a function replaces what an earlier
 * one says. A name given twice in one folder is told at the second model. */
static void check_name(struct reader *reader, struct map *names,
                       struct model *model, const char *name)
{
    const struct model *other = map_get(reader->all->models, name);
    struct fail_place place = reader->root->place;

    if (!other || other->folder != model->folder)
        other = map_get(names, name);
    map_put(names, name, model);
    if (!other)
        return;
    place.line = model->place.line;
    place.column = model->place.column;
    fail_add(reader->fail, place, "a model of '%s' is already at %s:%u", name,
             other->place.file, other->place.line);
    reader->failed = true;
}

static void add_models(struct reader *reader, const struct models *models)
{
    struct map *names = map_make(reader->arena);

    vec_each (struct model *, model, models)
        vec_each (const char *, name, &(*model)->names)
            check_name(reader, names, *model, *name);
    for (size_t i = 0; !reader->failed && i < map_count(names); i++)
        map_put(reader->all->models, map_at(names, i).key,
                map_at(names, i).value);
}

void read_models(struct reader *reader)
{
    static const char *const file_keys[] = { "models", NULL };
    const struct node *list = yaml_get(reader->root, "models");
    size_t root_count = reader->all->roots.count;
    struct models models = { NULL, 0, 0 };

    reader_map(reader, reader->root, file_keys);
    if (list->kind != NODE_LIST)
        reader_fail(reader, list, "expected a list of models, got %s",
                    yaml_kind(list->kind));
    else
        for (size_t i = 0; i < list->count; i++)
            read_model(reader, list->items[i], &models);
    add_models(reader, &models);
    if (reader->failed)
        reader->all->roots.count = root_count;
}
