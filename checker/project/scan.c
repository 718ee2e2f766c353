/* scan.c - tokens of C and C++, as far as definitions need them.
 *
 * Outside of all braces a name with parentheses behind it and a brace behind
 * those is a function; the last name before '=', '[', ';' is a variable, unless
 * the declaration starts with a word that makes it none. Braces of namespaces
 * and of extern "C" do not count. Where conditional parts make braces uneven, a
 * brace in the first column sets that right.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/scan.h"

#include "support/arena.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/text.h"

#include <ctype.h>
#include <string.h>

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_MARK, TOKEN_TEXT };

struct token {
    enum token_kind kind;
    const char *name; /* interned */
    char mark;        /* ':' twice is one, 'S' */
    bool is_first;    /* in its line */
};

struct scanner {
    struct arena *arena;
    struct strings *strings;
    const char *start;
    const char *at;
    struct scan *scan;
    /* What is known of the declaration that is being read. */
    const char *last;   /* name */
    const char *scope;  /* of it */
    const char *called; /* the name that parentheses stand behind */
    const char *called_scope;
    bool is_no_object; /* typedef, extern, using */
    bool is_local;     /* static, typedef */
    bool is_type;      /* struct, class, union, enum */
    bool opens_scope;  /* namespace, extern "C" */
    bool is_value;     /* behind '=' or ':' */
    bool is_qualified; /* behind '::' */
    unsigned depth;    /* of braces that count */
    unsigned parentheses;
};

static bool is_name_start(char character)
{
    return isalpha((unsigned char)character) || character == '_';
}

static bool is_name_part(char character)
{
    return isalnum((unsigned char)character) || character == '_';
}

static const char *skip_quoted(const char *at)
{
    char quote = *at++;

    while (*at != '\0' && *at != quote && *at != '\n')
        at += *at == '\\' && at[1] != '\0' ? 2 : 1;
    return *at == quote ? at + 1 : at;
}

static const char *skip_comment(const char *at)
{
    const char *end = at[1] == '/' ? strchr(at, '\n') : strstr(at + 2, "*/");

    if (!end)
        return at + strlen(at);
    return at[1] == '/' ? end : end + 2;
}

static bool is_comment(const char *at)
{
    return at[0] == '/' && (at[1] == '/' || at[1] == '*');
}

static void put(struct map *set, const char *name)
{
    if (!map_has(set, name))
        map_put(set, name, NULL);
}

static const char *take_word(struct scanner *scanner, bool is_body)
{
    const char *start = scanner->at;

    while (is_name_part(*scanner->at))
        scanner->at++;

    const char *name = strings_intern_n(scanner->strings, start,
                                        (size_t)(scanner->at - start));

    put(scanner->scan->mentioned, name);
    if (is_body)
        put(scanner->scan->used, name);
    return name;
}

static void add_inclusion(struct scanner *scanner)
{
    const char *at = scanner->at + strspn(scanner->at, " \t");
    char end = *at == '"' ? '"' : '>';
    size_t length = 0;

    if (*at != '"' && *at != '<')
        return;
    at++;
    while (at[length] != '\0' && at[length] != end && at[length] != '\n')
        length++;
    if (at[length] != end)
        return;

    char *name = arena_strndup(scanner->arena, at, length);

    for (char *one = name; *one != '\0'; one++)
        if (*one == '\\')
            *one = '/';

    struct inclusion inclusion = { name, end == '"' };

    vec_push(scanner->arena, &scanner->scan->included, inclusion);
}

/* A directive up to its end; the names in a macro count as used. */
static void skip_directive(struct scanner *scanner)
{
    scanner->at++;
    scanner->at += strspn(scanner->at, " \t");
    if (strncmp(scanner->at, "include", 7) == 0) {
        scanner->at += 7;
        add_inclusion(scanner);
        scanner->at += strcspn(scanner->at, "\n");
        return;
    }

    bool is_macro = strncmp(scanner->at, "define", 6) == 0;

    scanner->at += is_macro ? 6 : 0;
    while (*scanner->at != '\0' && *scanner->at != '\n') {
        if (scanner->at[0] == '\\' && scanner->at[1] == '\n')
            scanner->at += 2;
        else if (strncmp(scanner->at, "\\\r\n", 3) == 0)
            scanner->at += 3;
        else if (is_comment(scanner->at))
            scanner->at = skip_comment(scanner->at);
        else if (*scanner->at == '"' || *scanner->at == '\'')
            scanner->at = skip_quoted(scanner->at);
        else if (is_name_start(*scanner->at))
            take_word(scanner, is_macro);
        else
            scanner->at++;
    }
}

/* Past space, comments and directives; whether a line began. */
static bool skip_space(struct scanner *scanner)
{
    bool is_first = scanner->at == scanner->start;

    for (;;) {
        if (isspace((unsigned char)*scanner->at)) {
            is_first = *scanner->at == '\n';
            scanner->at++;
        } else if (is_comment(scanner->at)) {
            scanner->at = skip_comment(scanner->at);
            is_first = false;
        } else if (*scanner->at == '#') {
            skip_directive(scanner);
        } else {
            return is_first;
        }
    }
}

static struct token next(struct scanner *scanner)
{
    struct token token = { .is_first = skip_space(scanner) };
    const char *at = scanner->at;

    if (*at == '\0')
        return token;
    if (is_name_start(*at)) {
        token.kind = TOKEN_NAME;
        token.name =
            take_word(scanner, scanner->depth != 0 || scanner->is_value);
    } else if (*at == '"' || *at == '\'') {
        token.kind = TOKEN_TEXT;
        scanner->at = skip_quoted(at);
    } else if (isdigit((unsigned char)*at)) {
        token.kind = TOKEN_TEXT;
        while (is_name_part(*scanner->at) || *scanner->at == '\'')
            scanner->at++;
    } else {
        token.kind = TOKEN_MARK;
        token.mark = at[0] == ':' && at[1] == ':' ? 'S' : *at;
        scanner->at += token.mark == 'S' ? 2 : 1;
    }
    return token;
}

static void forget(struct scanner *scanner)
{
    scanner->last = scanner->scope = NULL;
    scanner->called = scanner->called_scope = NULL;
    scanner->is_no_object = scanner->is_type = scanner->is_local = false;
    scanner->opens_scope = scanner->is_value = false;
    scanner->is_qualified = false;
    scanner->parentheses = 0;
}

static void define(struct scanner *scanner, const char *name, const char *scope)
{
    struct defined defined = { name, scope };

    if (name)
        vec_push(scanner->arena, &scanner->scan->defined, defined);
}

static bool is_word(const char *name, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(name, *words) == 0)
            return true;
    return false;
}

static void take_name(struct scanner *scanner, const char *name)
{
    static const char *const no_object[] = { "typedef", "extern", "using",
                                             "friend",  "static", NULL };
    static const char *const types[] = { "struct", "class", "union", "enum",
                                         NULL };

    if (scanner->parentheses != 0 || scanner->is_value)
        return;
    if (!scanner->is_qualified)
        scanner->scope = NULL;
    scanner->is_qualified = false;
    if (is_word(name, no_object))
        scanner->is_no_object = true;
    if (strcmp(name, "static") == 0 || strcmp(name, "typedef") == 0)
        scanner->is_local = true;
    if (is_word(name, types))
        scanner->is_type = true;
    if (strcmp(name, "namespace") == 0)
        scanner->opens_scope = true;
    scanner->last = name;
}

/* Names of annotations and attributes, which take arguments too. */
static bool is_annotation(const char *name)
{
    static const char *const words[] = { "noexcept", "alignas", "decltype",
                                         NULL };

    return is_word(name, words) ||
           (name[0] == '_' &&
            (name[1] == '_' || isupper((unsigned char)name[1])));
}

/* The last name with parentheses is the function's: macros come before it. */
static void take_open(struct scanner *scanner)
{
    if (scanner->parentheses++ != 0 || scanner->is_value || !scanner->last ||
        is_annotation(scanner->last))
        return;
    scanner->called = scanner->last;
    scanner->called_scope = scanner->scope;
}

/* A brace outside of all others. */
static void take_brace(struct scanner *scanner)
{
    if (scanner->opens_scope) {
        forget(scanner);
        return;
    }
    if (scanner->called) {
        if (!scanner->is_no_object)
            define(scanner, scanner->called, scanner->called_scope);
        forget(scanner);
    }
    scanner->depth = 1;
}

static void take_end(struct scanner *scanner)
{
    if (!scanner->last) {
        forget(scanner);
        return;
    }

    bool is_variable = !scanner->called && !scanner->is_no_object &&
                       !scanner->is_type && !scanner->is_value;

    if (is_variable)
        define(scanner, scanner->last, scanner->scope);
    else if (!scanner->is_value && !scanner->is_local)
        put(scanner->scan->declared,
            scanner->called ? scanner->called : scanner->last);
    forget(scanner);
}

static void take_value(struct scanner *scanner)
{
    if (!scanner->called && !scanner->is_no_object && !scanner->is_value)
        define(scanner, scanner->last, scanner->scope);
    scanner->is_value = true;
}

static void take_outside(struct scanner *scanner, char mark)
{
    switch (mark) {
    case 'S':
        scanner->scope = scanner->last;
        scanner->is_qualified = true;
        break;
    case ':': scanner->is_value = true; break;
    case '(': take_open(scanner); break;
    case ')': scanner->parentheses -= scanner->parentheses != 0; break;
    case '{': take_brace(scanner); break;
    case '=':
    case '[':
        if (scanner->parentheses == 0)
            take_value(scanner);
        break;
    case ';':
        if (scanner->parentheses == 0)
            take_end(scanner);
        break;
    case '*':
    case '&':
        if (scanner->parentheses == 0)
            scanner->scope = NULL;
        break;
    default: break;
    }
}

static void take_inside(struct scanner *scanner, const struct token *token)
{
    if (token->mark == '{')
        scanner->depth++;
    else if (token->mark == '}' && token->is_first)
        scanner->depth = 0;
    else if (token->mark == '}')
        scanner->depth--;
}

/* extern "C" with a brace behind it opens a scope; without one it says nothing
 * about whether something is defined. */
static void take_text(struct scanner *scanner)
{
    if (scanner->is_no_object && scanner->last &&
        strcmp(scanner->last, "extern") == 0) {
        const char *rest = scanner->at + strspn(scanner->at, " \t\r\n");
        scanner->is_no_object = false;
        scanner->opens_scope = *rest == '{';
    }
}

struct scan scan_text(struct arena *arena, struct strings *strings,
                      const char *text)
{
    struct scan scan = { .declared = map_make(arena),
                         .used = map_make(arena),
                         .mentioned = map_make(arena) };
    struct scanner scanner = { .arena = arena,
                               .strings = strings,
                               .start = text,
                               .at = text,
                               .scan = &scan };

    for (;;) {
        struct token token = next(&scanner);
        if (token.kind == TOKEN_END)
            return scan;
        if (scanner.depth != 0) {
            if (token.kind == TOKEN_MARK)
                take_inside(&scanner, &token);
        } else if (token.kind == TOKEN_NAME) {
            take_name(&scanner, token.name);
        } else if (token.kind == TOKEN_TEXT) {
            take_text(&scanner);
        } else {
            take_outside(&scanner, token.mark);
        }
    }
}

bool scan_mentions(const char *text, const struct words *names)
{
    vec_each (const char *, name, names)
        if (strstr(text, *name))
            return true;
    return false;
}

static void add_names(struct text *all, char kind, const struct map *names)
{
    for (size_t i = 0; i < map_count(names); i++) {
        text_add_char(all, kind);
        text_add(all, map_at(names, i).key);
        text_add_char(all, '\n');
    }
}

struct digest scan_digest(const struct scan *scan)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    vec_each (const struct defined, defined, &scan->defined)
        text_addf(&all, "%s %s\n", defined->name,
                  defined->scope ? defined->scope : "");
    add_names(&all, '-', scan->declared);
    add_names(&all, '+', scan->used);
    add_names(&all, '*', scan->mentioned);
    vec_each (const struct inclusion, inclusion, &scan->included)
        text_addf(&all, "%d%s\n", inclusion->is_quoted, inclusion->name);

    struct digest digest = digest_bytes(text_str(&all), all.length);

    arena_close(scratch);
    return digest;
}
