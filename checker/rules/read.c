/* read.c - finds the rule files and puts together what they give.
 *
 * Method: each file says by its first keys what it is. Protocols are read
 * before rules, whatever their names, because rules refer to them; otherwise
 * files count in the order of the folders, then of their paths.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/function.h"
#include "rules/reader.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/map.h"
#include "support/nearest.h"
#include "support/path.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_FILE_SIZE = 1 << 20, MAX_FOLDER_DEPTH = 16 };

/* A kind of file: the key that tells it, and who reads it. */
static const struct file_kind {
    const char *key;
    unsigned turn;
    void (*read)(struct reader *reader);
} kinds[] = {
    { "protocol", 1, read_protocol }, { "rule", 2, read_rule },
    { "roots", 2, read_roots },       { "singletons", 2, read_roots },
    { "tables", 2, read_roots },      { "own-arguments", 2, read_roots },
    { "models", 2, read_models },     { "conditions", 2, read_conditions },
};
enum { KIND_COUNT = sizeof(kinds) / sizeof(*kinds), LAST_TURN = 2 };

struct rule_file {
    struct reader reader;
    const struct file_kind *kind;
};
struct rule_files vec_of(struct rule_file);

struct search {
    struct arena *arena;
    struct strings *strings;
    struct fail *fail;
    struct collection *all;
    size_t folder;
    struct rule_files files;
};

/* Finding and parsing. */

static const struct file_kind *kind_of(const struct node *root)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (yaml_get(root, kinds[i].key))
            return &kinds[i];
    return NULL;
}

static void tell_no_kind(struct search *search, const struct node *root)
{
    struct nearest nearest = nearest_make("");
    struct reader reader = { .arena = search->arena, .fail = search->fail };

    if (root->count) {
        nearest = nearest_make(root->keys[0]->text);
        for (size_t i = 0; i < KIND_COUNT; i++)
            nearest_try(&nearest, kinds[i].key);
    }
    reader_fail(&reader, root->count ? root->keys[0] : root,
                "a rule file starts with one of 'rule', 'protocol', 'roots', "
                "'singletons', 'tables', 'own-arguments', 'models', "
                "'conditions'%s",
                reader_hint(&reader, nearest.best));
}

static void list_lines(struct reader *reader, const char *text)
{
    while (text) {
        vec_push(reader->arena, &reader->lines, text);
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
}

static void parse_file(struct search *search, const char *path,
                       const char *name)
{
    struct file_text text;
    struct rule_file file = { .reader = { .arena = search->arena,
                                          .strings = search->strings,
                                          .fail = search->fail,
                                          .all = search->all,
                                          .folder = search->folder } };

    if (!file_read(search->arena, path, search->fail, &text))
        return;
    if (text.size > MAX_FILE_SIZE) {
        fail_add(search->fail, (struct fail_place){ .file = path },
                 "a rule file of more than %d bytes", MAX_FILE_SIZE);
        return;
    }
    file.reader.root = yaml_read(search->arena, path, &text, search->fail);
    if (!file.reader.root)
        return;
    file.reader.path = reader_intern(&file.reader, name);
    list_lines(&file.reader, text.data);
    if (file.reader.root->kind == NODE_MAP)
        file.kind = kind_of(file.reader.root);
    if (file.kind)
        vec_push(search->arena, &search->files, file);
    else if (file.reader.root->kind == NODE_MAP)
        tell_no_kind(search, file.reader.root);
    else
        reader_fail(&file.reader, file.reader.root,
                    "a rule file is a map, not %s",
                    yaml_kind(file.reader.root->kind));
}

static bool is_rule_file(const char *name)
{
    return strcmp(path_extension(name), ".yaml") == 0 && name[0] != '.';
}

static void search_folder(struct search *search, const char *folder,
                          const char *below, unsigned depth)
{
    struct file_names names = { NULL, 0, 0 };

    if (!file_list(search->arena, folder, search->fail, &names))
        return;
    vec_each (const char *, name, &names) {
        const char *path = path_join(search->arena, folder, *name);
        const char *inner = path_join(search->arena, below, *name);

        if (file_is_directory(path)) {
            if (depth < MAX_FOLDER_DEPTH)
                search_folder(search, path, inner, depth + 1);
        } else if (is_rule_file(*name)) {
            parse_file(search, path, inner);
        }
    }
}

static void read_files(struct search *search)
{
    for (unsigned turn = 1; turn <= LAST_TURN; turn++)
        vec_each (struct rule_file, file, &search->files)
            if (file->kind->turn == turn)
                file->kind->read(&file->reader);
}

/* The result. */

static int by_id(const void *a, const void *b)
{
    const struct rule *const *x = a;
    const struct rule *const *y = b;

    return strcmp((*x)->id, (*y)->id);
}

static struct rule_set *make_set(struct arena *arena, struct collection *all)
{
    struct rule_set *set = arena_new(arena, struct rule_set);

    if (all->rules.count)
        qsort(all->rules.items, all->rules.count, sizeof(*all->rules.items),
              by_id);
    set->protocols = all->protocols.items;
    set->protocol_count = all->protocols.count;
    set->rules = all->rules.items;
    set->rule_count = all->rules.count;
    set->roots = all->roots.items;
    set->root_count = all->roots.count;
    set->singletons = all->singletons.items;
    set->singleton_count = all->singletons.count;
    set->tables = all->tables.items;
    set->table_count = all->tables.count;
    set->own_arguments = all->own_arguments.items;
    set->own_argument_count = all->own_arguments.count;
    set->models = all->models;
    set->failed = all->failed.items;
    set->failed_count = all->failed.count;
    set->present = all->present;
    set->all = set;
    return set;
}

struct rule_set *rules_read(struct arena *arena, struct strings *strings,
                            const char *const *folders, size_t count,
                            struct fail *fail)
{
    struct collection *all = arena_new(arena, struct collection);
    struct search search = {
        .arena = arena, .strings = strings, .fail = fail, .all = all
    };

    all->models = map_make(arena);
    for (size_t i = 0; i < count; i++) {
        search.folder = i;
        search_folder(&search, folders[i], "", 0);
    }
    read_files(&search);
    return make_set(arena, all);
}

const struct rule *rules_rule(const struct rule_set *set, const char *id)
{
    for (size_t i = 0; i < set->rule_count; i++)
        if (strcmp(set->rules[i]->id, id) == 0)
            return set->rules[i];
    return NULL;
}

bool rule_is_about(const struct rule *rule, const struct protocol *protocol)
{
    for (size_t i = 0; i < rule->scope_count; i++)
        if (rule->scopes[i].protocol == protocol)
            return true;
    return false;
}

state_set rules_owed(const struct rule_set *set,
                     const struct protocol *protocol, unsigned at)
{
    state_set owed = 0;

    for (size_t i = 0; i < set->rule_count; i++) {
        const struct rule *rule = set->rules[i];
        for (size_t j = 0; rule->at & at && j < rule->scope_count; j++)
            if (rule->scopes[j].protocol == protocol)
                owed |= rule->scopes[j].states;
    }
    return owed;
}

bool rule_covers(const struct rule *rule, const struct protocol *protocol,
                 unsigned state)
{
    for (size_t i = 0; i < rule->scope_count; i++)
        if (rule->scopes[i].protocol == protocol &&
            ((rule->scopes[i].states >> state) & 1))
            return true;
    return false;
}

bool rule_has_call(const struct rule *rule, const char *function)
{
    for (size_t i = 0; i < rule->call_count; i++)
        if (strcmp(rule->calls[i], function) == 0)
            return true;
    return rule->call_count == 0;
}

const struct protocol_call *rules_call(const struct rule_set *set,
                                       const char *function)
{
    for (size_t i = 0; i < set->protocol_count; i++)
        for (size_t j = 0; j < set->protocols[i]->call_count; j++)
            if (set->protocols[i]->calls[j].function == function)
                return &set->protocols[i]->calls[j];
    return NULL;
}

const struct protocol_call *rules_call_at(const struct rule_set *set,
                                          const struct instruction *at)
{
    return at && at->op == OP_CALL ? rules_call(set, at->function->name) : NULL;
}
