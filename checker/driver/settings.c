/* settings.c - from the file to the options, and back to text.
 *
 * One table holds the keys: the form of each, and the field of the options
 * where its values go, for those that the command line can give too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/settings.h"

#include "driver/options.h"
#include "driver/run.h"
#include "rules/rules.h"
#include "rules/words.h"
#include "rules/yaml.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/glob.h"
#include "support/nearest.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* What a value of a key looks like. */
enum form {
    FORM_WORD,   /* text */
    FORM_FOLDER, /* text: a path seen from the file */
    FORM_LIST,   /* of texts */
    FORM_FOLDERS,
    FORM_MAP,  /* from names to texts */
    FORM_LISTS /* from names to lists of texts */
};

struct key {
    const char *name;
    enum form form;
    size_t offset;        /* of a word or of words in struct options */
    const char *option;   /* that says the same; NULL: none, and no field */
    const char *when_not; /* the default, for the dump; NULL: nothing */
};

#define FIELD(name) offsetof(struct options, name)

static const struct key keys[] = {
    { "rules", FORM_MAP, 0, NULL, NULL },
    { "extra-rules", FORM_FOLDERS, FIELD(rule_folders), "--rules", NULL },
    { "wdk", FORM_FOLDER, FIELD(wdk), "--wdk", NULL },
    { "configuration", FORM_WORD, FIELD(configuration), "--configuration",
      "Release" },
    { "platform", FORM_WORD, FIELD(platform), "--platform", "x64" },
    { "properties", FORM_MAP, FIELD(properties), "--property", NULL },
    { "path-maps", FORM_MAP, FIELD(path_maps), "--path-map", NULL },
    { "exclude", FORM_LIST, FIELD(excluded), "--exclude", NULL },
    { "entry-points", FORM_LISTS, 0, NULL, NULL },
};

enum { KEY_COUNT = sizeof(keys) / sizeof(keys[0]) };

static const char *const severities[] = { "off",     "on",    "note",
                                          "warning", "error", NULL };

struct reading {
    struct run *run;
    struct options *options;
    const char *folder; /* of the file */
    const struct key *key;
};

static bool is_among(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(*words, word) == 0)
            return true;
    return false;
}

static void refuse(const struct reading *reading, const struct node *node,
                   const char *what, const char *word, const char *const *words)
{
    struct nearest nearest = nearest_make(word);

    for (; words && *words; words++)
        nearest_try(&nearest, *words);
    if (nearest.best)
        fail_add(reading->run->fail, node->place,
                 "unknown %s '%s'; did you mean '%s'?", what, word,
                 nearest.best);
    else
        fail_add(reading->run->fail, node->place, "unknown %s '%s'", what,
                 word);
}

static void refuse_form(const struct reading *reading, const struct node *node,
                        const char *wanted)
{
    fail_add(reading->run->fail, node->place, "'%s' takes %s, not %s",
             reading->key->name, wanted, yaml_kind(node->kind));
}

/* Whether the name is one that the key has values for. */
static bool is_name_known(const struct reading *reading,
                          const struct node *name)
{
    if (reading->key->form != FORM_LISTS || is_among(name->text, role_words))
        return true;
    refuse(reading, name, "role", name->text, role_words);
    return false;
}

static void add(const struct reading *reading, const char *name,
                const struct node *node)
{
    enum form form = reading->key->form;
    bool is_path = form == FORM_FOLDER || form == FORM_FOLDERS;
    struct setting setting = {
        .key = reading->key->name,
        .name = name,
        .value = node->text,
        .place = node->place,
    };

    if (node->kind != NODE_SCALAR) {
        refuse_form(reading, node, "text");
        return;
    }
    if (strcmp(setting.key, "rules") == 0 &&
        !is_among(setting.value, severities)) {
        refuse(reading, node, "severity", setting.value, severities);
        return;
    }
    if (is_path)
        setting.value = path_normal(
            reading->run->arena,
            path_join(reading->run->arena, reading->folder, node->text));
    vec_push(reading->run->arena, &reading->options->settings, setting);
}

static void add_list(const struct reading *reading, const char *name,
                     const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        add(reading, name, node);
    else if (node->kind != NODE_LIST)
        refuse_form(reading, node, "a list");
    else
        for (size_t i = 0; i < node->count; i++)
            add(reading, name, node->items[i]);
}

static void add_map(const struct reading *reading, const struct node *node)
{
    if (node->kind != NODE_MAP) {
        refuse_form(reading, node, "a map");
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!is_name_known(reading, node->keys[i]))
            continue;
        if (reading->key->form == FORM_LISTS)
            add_list(reading, node->keys[i]->text, node->items[i]);
        else
            add(reading, node->keys[i]->text, node->items[i]);
    }
}

static const struct key *find_key(const char *name)
{
    for (size_t i = 0; i < KEY_COUNT; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static void read_key(struct reading *reading, const struct node *name,
                     const struct node *value)
{
    const char *names[KEY_COUNT + 1] = { NULL };

    reading->key = find_key(name->text);
    if (!reading->key) {
        for (size_t i = 0; i < KEY_COUNT; i++)
            names[i] = keys[i].name;
        refuse(reading, name, "setting", name->text, names);
        return;
    }
    switch (reading->key->form) {
    case FORM_WORD:
    case FORM_FOLDER: add(reading, NULL, value); break;
    case FORM_LIST:
    case FORM_FOLDERS: add_list(reading, NULL, value); break;
    case FORM_MAP:
    case FORM_LISTS: add_map(reading, value); break;
    }
}

/* The folder that the search starts in: of the first name that is there. */
static const char *start_folder(struct arena *arena,
                                const struct options *options)
{
    const char *working = file_working_directory(arena);

    vec_each (const char *, name, &options->operands) {
        const char *full = path_normal(arena, path_join(arena, working, *name));
        if (file_is_directory(full))
            return full;
        if (file_is_regular(full))
            return path_directory(arena, full);
    }
    return working;
}

static const char *find_file(struct arena *arena, const char *folder)
{
    for (; folder; folder = path_above(arena, folder)) {
        const char *path = path_join(arena, folder, SETTINGS_NAME);
        if (file_is_regular(path))
            return path;
    }
    return NULL;
}

static const char *join_name(struct arena *arena, const struct setting *setting)
{
    return setting->name
               ? arena_format(arena, "%s=%s", setting->name, setting->value)
               : setting->value;
}

/* Behind what the command line says, where all count; else only where that
 * says nothing. */
static void merge(struct reading *reading, const struct setting *setting)
{
    struct arena *arena = reading->run->arena;
    const struct key *key = find_key(setting->key);

    assert(key && "only known keys become settings");

    void *field = (char *)reading->options + key->offset;

    if (!key->option)
        return;
    if (key->form != FORM_WORD && key->form != FORM_FOLDER)
        vec_push(arena, (struct words *)field, join_name(arena, setting));
    else if (!*(const char **)field)
        *(const char **)field = setting->value;
}

/* A later value of a property wins: those of the command line come again. */
static void merge_all(struct reading *reading)
{
    struct arena *arena = reading->run->arena;
    struct words given = reading->options->properties;

    reading->options->properties = (struct words){ 0 };
    vec_each (const struct setting, setting, &reading->options->settings)
        merge(reading, setting);
    vec_each (const char *, one, &given)
        vec_push(arena, &reading->options->properties, *one);
}

void settings_read(struct run *run, struct options *options)
{
    struct arena *arena = run->arena;
    const char *path = options->config
                           ? options->config
                           : find_file(arena, start_folder(arena, options));
    struct reading reading = { .run = run, .options = options };
    struct file_text text;

    options->given = arena_copy(arena, options, sizeof(*options));
    if (!path)
        return;

    const char *working = file_working_directory(arena);
    const char *shown = path_short(arena, path, working);

    reading.folder = path_directory(arena, shown);
    if (!file_read(arena, shown, run->fail, &text))
        return;

    const struct node *root = yaml_read(arena, shown, &text, run->fail);

    if (!root)
        return;
    if (root->kind != NODE_MAP) {
        fail_add(run->fail, root->place, "a map of settings is expected");
        return;
    }
    for (size_t i = 0; i < root->count; i++)
        read_key(&reading, root->keys[i], root->items[i]);
    merge_all(&reading);
}

/* The last setting for the rule, or NULL. */
static const char *wanted_severity(const struct settings *settings,
                                   const struct rule *rule)
{
    const char *value = NULL;

    vec_each (const struct setting, setting, settings)
        if (strcmp(setting->key, "rules") == 0 &&
            glob_matches(setting->name, rule->id))
            value = setting->value;
    return value;
}

static struct rule *with_severity(struct arena *arena, struct rule *rule,
                                  const char *wanted)
{
    static const enum severity values[] = { SEVERITY_NOTE, SEVERITY_NOTE,
                                            SEVERITY_NOTE, SEVERITY_WARNING,
                                            SEVERITY_ERROR };
    struct rule *own = arena_copy(arena, rule, sizeof(*rule));

    for (size_t i = 0; severities[i]; i++)
        if (strcmp(severities[i], wanted) == 0)
            own->severity = values[i];
    return own;
}

static void tell_idle(struct run *run, const struct settings *settings,
                      const struct rule_set *rules)
{
    vec_each (const struct setting, setting, settings) {
        struct nearest nearest;
        size_t i = 0;
        if (strcmp(setting->key, "rules") != 0)
            continue;
        nearest = nearest_make(setting->name);
        while (i < rules->rule_count &&
               !glob_matches(setting->name, rules->rules[i]->id))
            nearest_try(&nearest, rules->rules[i++]->id);
        if (i < rules->rule_count)
            continue;
        if (nearest.best)
            fail_add(run->fail, setting->place,
                     "no rule is '%s'; did you mean '%s'?", setting->name,
                     nearest.best);
        else
            fail_add(run->fail, setting->place, "no rule is '%s'",
                     setting->name);
    }
}

static void add_roots(struct run *run, const struct settings *settings,
                      struct rule_set *rules)
{
    struct root *roots = arena_array(run->arena, struct root,
                                     rules->root_count + settings->count);

    if (rules->root_count != 0)
        memcpy(roots, rules->roots, rules->root_count * sizeof(*roots));
    rules->roots = roots;
    vec_each (const struct setting, setting, settings) {
        struct root root = { 0 };
        if (strcmp(setting->key, "entry-points") != 0)
            continue;
        root.function = strings_intern(run->strings, setting->value);
        for (int role = 0; role_words[role]; role++)
            if (strcmp(role_words[role], setting->name) == 0)
                root.role = (enum root_role)role;
        rules->roots[rules->root_count++] = root;
    }
}

const struct rule_set *settings_apply(struct run *run,
                                      const struct options *options,
                                      const struct rule_set *rules)
{
    struct rule_set *own = arena_copy(run->arena, rules, sizeof(*rules));

    if (options->settings.count == 0)
        return rules;
    tell_idle(run, &options->settings, rules);
    own->rules = arena_array(run->arena, struct rule *, rules->rule_count);
    own->rule_count = 0;
    for (size_t i = 0; i < rules->rule_count; i++) {
        const char *wanted =
            wanted_severity(&options->settings, rules->rules[i]);
        bool is_kept = !wanted || strcmp(wanted, "off") != 0;
        bool is_same = !wanted || strcmp(wanted, "on") == 0;
        if (is_kept)
            own->rules[own->rule_count++] =
                is_same ? rules->rules[i]
                        : with_severity(run->arena, rules->rules[i], wanted);
    }
    add_roots(run, &options->settings, own);
    return own;
}

/* What the dump writes for one key. */
struct dumping {
    struct text out;
    const struct key *key;
    const char *name; /* the last one written */
    bool is_any;
};

/* As YAML would read it back. */
static void add_scalar(struct text *out, const char *value)
{
    text_add_char(out, '\'');
    for (; *value != '\0'; value++) {
        if (*value == '\'')
            text_add_char(out, '\'');
        text_add_char(out, *value);
    }
    text_add_char(out, '\'');
}

static void dump_value(struct dumping *dumping, const char *name,
                       const char *value, const char *origin)
{
    struct text *out = &dumping->out;
    enum form form = dumping->key->form;
    bool is_word = form == FORM_WORD || form == FORM_FOLDER;

    if (!dumping->is_any)
        text_addf(out, "%s:%s", dumping->key->name, is_word ? " " : "\n");
    if (form == FORM_LISTS && (!dumping->name || strcmp(dumping->name, name)))
        text_addf(out, "  %s:\n", name);
    if (form == FORM_MAP) {
        text_add(out, "  ");
        add_scalar(out, name);
        text_add(out, ": ");
    } else if (!is_word) {
        text_add(out, form == FORM_LISTS ? "    - " : "  - ");
    }
    add_scalar(out, value);
    text_addf(out, " # %s\n", origin);
    dumping->name = name;
    dumping->is_any = true;
}

static void dump_given(struct arena *arena, struct dumping *dumping,
                       const struct options *given)
{
    const struct key *key = dumping->key;
    const void *field = (const char *)given + key->offset;

    if (!key->option)
        return;
    if (key->form == FORM_WORD || key->form == FORM_FOLDER) {
        if (*(const char *const *)field)
            dump_value(dumping, NULL, *(const char *const *)field, key->option);
        return;
    }
    vec_each (const char *, one, (const struct words *)field) {
        size_t length = strcspn(*one, "=");
        bool is_map = key->form == FORM_MAP && (*one)[length] == '=';
        dump_value(dumping, is_map ? arena_strndup(arena, *one, length) : "",
                   is_map ? *one + length + 1 : *one, key->option);
    }
}

/* Whether the command line has a value for that name. */
static bool is_given(const struct key *key, const struct options *given,
                     const char *name)
{
    const void *field = (const char *)given + key->offset;

    if (key->form != FORM_MAP || !key->option)
        return false;
    vec_each (const char *, one, (const struct words *)field)
        if (strcspn(*one, "=") == strlen(name) &&
            strncmp(*one, name, strlen(name)) == 0)
            return true;
    return false;
}

static void dump_key(struct run *run, const struct options *options,
                     struct dumping *dumping)
{
    const struct key *key = dumping->key;
    bool is_word = key->form == FORM_WORD || key->form == FORM_FOLDER;

    dumping->is_any = false;
    dumping->name = NULL;
    dump_given(run->arena, dumping, options->given);
    vec_each (const struct setting, one, &options->settings) {
        if (strcmp(one->key, key->name) != 0 || (is_word && dumping->is_any) ||
            is_given(key, options->given, one->name))
            continue;
        dump_value(dumping, one->name, one->value,
                   arena_format(run->arena, "%s:%u", one->place.file,
                                one->place.line));
    }
    if (!dumping->is_any && key->when_not)
        dump_value(dumping, NULL, key->when_not, "default");
}

void settings_dump(struct run *run, const struct options *options)
{
    struct dumping dumping = { .out = text_make(run->arena) };

    for (size_t i = 0; i < KEY_COUNT; i++) {
        dumping.key = &keys[i];
        dump_key(run, options, &dumping);
    }
    fputs(text_str(&dumping.out), stdout);
}
