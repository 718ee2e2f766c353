/* reader.c - typed access to a rule file, with errors that help. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/reader.h"

#include "support/arena.h"
#include "support/nearest.h"
#include "support/strings.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void reader_fail(struct reader *reader, const struct node *node,
                 const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    const char *text = arena_vformat(reader->arena, format, arguments);
    va_end(arguments);
    fail_add(reader->fail, node->place, "%s", text);
    reader->failed = true;
}

const char *reader_hint(struct reader *reader, const char *best)
{
    if (!best)
        return "";
    return arena_format(reader->arena, "; did you mean '%s'?", best);
}

const char *reader_intern(struct reader *reader, const char *text)
{
    return strings_intern(reader->strings, text);
}

static int find_name(const char *name, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static const char *nearest_of(const char *name, const char *const *names)
{
    struct nearest nearest = nearest_make(name);

    for (size_t i = 0; names[i]; i++)
        nearest_try(&nearest, names[i]);
    return nearest.best;
}

bool reader_map(struct reader *reader, const struct node *node,
                const char *const *keys)
{
    if (node->kind != NODE_MAP) {
        reader_fail(reader, node, "expected a map, got %s",
                    yaml_kind(node->kind));
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        const struct node *key = node->keys[i];

        if (find_name(key->text, keys) >= 0)
            continue;
        reader_fail(reader, key, "unknown key '%s'%s", key->text,
                    reader_hint(reader, nearest_of(key->text, keys)));
    }
    return true;
}

const struct node *reader_need(struct reader *reader, const struct node *map,
                               const char *key)
{
    const struct node *node = yaml_get(map, key);

    if (!node)
        reader_fail(reader, map, "key '%s' is missing", key);
    return node;
}

const char *reader_scalar(struct reader *reader, const struct node *node)
{
    if (node->kind != NODE_SCALAR) {
        reader_fail(reader, node, "expected text, got %s",
                    yaml_kind(node->kind));
        return NULL;
    }
    if (node->text[strspn(node->text, " \t\r\n")] == '\0') {
        reader_fail(reader, node, "expected text, got nothing");
        return NULL;
    }
    return node->text;
}

const char *reader_text(struct reader *reader, const struct node *map,
                        const char *key)
{
    const struct node *node = reader_need(reader, map, key);

    return node ? reader_scalar(reader, node) : NULL;
}

const char *reader_maybe(struct reader *reader, const struct node *map,
                         const char *key)
{
    const struct node *node = yaml_get(map, key);

    return node ? reader_scalar(reader, node) : NULL;
}

struct node_list reader_list(struct reader *reader, const struct node *node)
{
    if (node->kind == NODE_LIST)
        return (struct node_list){
            .items = (const struct node *const *)node->items,
            .count = node->count,
        };

    const struct node **one =
        arena_array(reader->arena, const struct node *, 1);

    one[0] = node;
    return (struct node_list){ .items = one, .count = 1 };
}

bool reader_integer(struct reader *reader, const struct node *node,
                    int64_t *value)
{
    const char *text = reader_scalar(reader, node);
    char *end = NULL;
    bool is_hex = false;

    if (!text)
        return false;
    is_hex = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    errno = 0;
    *value = strtoll(text, &end, is_hex ? 16 : 10);
    if (isspace((unsigned char)text[0]) || *end || end == text || errno) {
        reader_fail(reader, node, "expected a number, got '%s'", text);
        return false;
    }
    return true;
}

bool reader_unsigned(struct reader *reader, const struct node *node,
                     unsigned *value)
{
    int64_t number = 0;

    if (!reader_integer(reader, node, &number))
        return false;
    if (number < 0 || number > 63) {
        reader_fail(reader, node,
                    "an argument's number is between 0 and 63, not %lld",
                    (long long)number);
        return false;
    }
    *value = (unsigned)number;
    return true;
}

bool reader_bool(struct reader *reader, const struct node *node)
{
    static const char *const words[] = { "false", "true", NULL };

    return reader_choice(reader, node, words, "truth value") == 1;
}

int reader_choice(struct reader *reader, const struct node *node,
                  const char *const *names, const char *what)
{
    const char *text = reader_scalar(reader, node);
    int index = -1;

    if (!text)
        return -1;
    index = find_name(text, names);
    if (index < 0)
        reader_fail(reader, node, "unknown %s '%s'%s", what, text,
                    reader_hint(reader, nearest_of(text, names)));
    return index;
}

int reader_state(struct reader *reader, const struct node *node,
                 const struct protocol *protocol)
{
    const char *text = reader_scalar(reader, node);
    struct nearest nearest;

    if (!text)
        return -1;
    nearest = nearest_make(text);
    for (size_t i = 0; i < protocol->state_count; i++) {
        const char *name = protocol->states[i].name;

        if (strcmp(name, text) == 0)
            return (int)i;
        nearest_try(&nearest, name);
    }
    reader_fail(reader, node, "protocol '%s' has no state '%s'%s",
                protocol->name, text, reader_hint(reader, nearest.best));
    return -1;
}

/* One role, of which `*at` is the opening brace; moves it to the closing one.
 */
static bool check_role(struct reader *reader, const struct node *node,
                       const char **at, const char *const *roles)
{
    const char *name = *at + 1;
    const char *end = strpbrk(name, "{}");

    if (!end || *end == '{') {
        reader_fail(reader, node, "a '{' without its '}'");
        return false;
    }

    const char *role = arena_strndup(reader->arena, name, (size_t)(end - name));

    *at = end;
    if (find_name(role, roles) >= 0)
        return true;
    reader_fail(reader, node, "unknown role '{%s}' in this sentence%s", role,
                reader_hint(reader, nearest_of(role, roles)));
    return true;
}

void reader_sentence(struct reader *reader, const struct node *node,
                     const char *const *roles)
{
    const char *text = reader_scalar(reader, node);

    if (!text)
        return;
    if (strchr(text, '\n'))
        reader_fail(reader, node, "a sentence must be on one line");
    if (text[strlen(text) - 1] == '.')
        reader_fail(reader, node, "a sentence must not end in a full stop");
    for (const char *at = text; *at; at++) {
        if (*at == '}')
            reader_fail(reader, node, "a '}' without its '{'");
        if (*at == '{' && !check_role(reader, node, &at, roles))
            return;
    }
}

bool reader_field(struct reader *reader, const struct node *node,
                  const char **record, const char **field)
{
    const char *text = reader_scalar(reader, node);
    const char *dot = text ? strrchr(text, '.') : NULL;

    if (!text)
        return false;
    if (!dot || dot == text || !dot[1] || strchr(text, ' ')) {
        reader_fail(reader, node, "expected 'record.field', got '%s'", text);
        return false;
    }
    *record = reader_intern(
        reader, arena_strndup(reader->arena, text, (size_t)(dot - text)));
    *field = reader_intern(reader, dot + 1);
    return true;
}
