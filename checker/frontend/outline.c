/* outline.c - what a text uses and what it defines, without parsing it.
 *
 * Method: one pass over the characters. Outside of braces what stands between
 * two semicolons is a declaration; the words before '(' in it are heads. If a
 * brace opens behind a head that is its body. What is between braces is used.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/outline.h"

#include "support/map.h"
#include "support/strings.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

struct scan {
    struct arena *arena;
    struct strings *strings;
    struct outline *outline;
    const char *at;
    const char *end;
    unsigned braces;
    unsigned brackets; /* round and square */
    /* Of the declaration we are in, outside of braces. */
    bool is_static;
    bool is_inline;
    bool is_extern;
    bool is_typedef;
    bool is_value; /* behind its '=' */
    bool has_words;
    const char *head;  /* the last one that is not reserved, or NULL */
    bool has_reserved; /* a head that is */
    const char *name;  /* the last word that is no head */
    struct vec_of(const char *) heads;
};

unsigned outline_of(const struct outline *outline, const char *word)
{
    return (unsigned)(uintptr_t)map_get(outline->words, word);
}

static void note(struct scan *scan, const char *word, unsigned what)
{
    unsigned known = outline_of(scan->outline, word);

    if ((known | what) != known)
        map_put(scan->outline->words, word, (void *)(uintptr_t)(known | what));
}

static bool starts_word(char character)
{
    return isalpha((unsigned char)character) || character == '_' ||
           character == '$' || (unsigned char)character >= 0x80;
}

static bool goes_on(char character)
{
    return starts_word(character) || isdigit((unsigned char)character);
}

static bool sees(const struct scan *scan, const char *text)
{
    size_t length = strlen(text);

    return (size_t)(scan->end - scan->at) >= length &&
           memcmp(scan->at, text, length) == 0;
}

static void skip_literal(struct scan *scan)
{
    char quote = *scan->at++;

    while (scan->at < scan->end && *scan->at != quote && *scan->at != '\n') {
        if (*scan->at == '\\' && scan->at + 1 < scan->end)
            scan->at++;
        scan->at++;
    }
    if (scan->at < scan->end && *scan->at == quote)
        scan->at++;
}

static void skip_comment(struct scan *scan)
{
    bool is_line = sees(scan, "//");

    scan->at += 2;
    while (scan->at < scan->end &&
           !(is_line ? *scan->at == '\n' : sees(scan, "*/")))
        scan->at++;
    if (!is_line && scan->at < scan->end)
        scan->at += 2;
}

/* Goes over what means nothing; ends of lines are left to the caller. */
static bool skip_nothing(struct scan *scan)
{
    char character = *scan->at;

    if (sees(scan, "//") || sees(scan, "/*"))
        skip_comment(scan);
    else if (character == '"' || character == '\'')
        skip_literal(scan);
    else if (sees(scan, "\\\n"))
        scan->at += 2;
    else if (sees(scan, "\\\r\n"))
        scan->at += 3;
    else
        return false;
    return true;
}

static const char *take_word(struct scan *scan)
{
    const char *start = scan->at;

    while (scan->at < scan->end && goes_on(*scan->at))
        scan->at++;
    const char *word =
        strings_intern_n(scan->strings, start, (size_t)(scan->at - start));
    size_t length = strlen(word);

    /* A word that goes on in the next line is none that we know; behind R a
     * literal ends where it likes. */
    if (sees(scan, "\\\n") || sees(scan, "\\\r\n") ||
        (sees(scan, "\"") && length != 0 && word[length - 1] == 'R'))
        scan->outline->is_unclear = true;
    return word;
}

static void skip_number(struct scan *scan)
{
    while (scan->at < scan->end &&
           (goes_on(*scan->at) || *scan->at == '.' ||
            (*scan->at == '\'' && scan->at + 1 < scan->end &&
             goes_on(scan->at[1]))))
        scan->at++;
}

static bool is_called(struct scan *scan)
{
    const char *at = scan->at;

    while (at < scan->end && isspace((unsigned char)*at))
        at++;
    return at < scan->end && *at == '(';
}

/* Directives. */

/* The words up to the end of the line, and whether words are pasted there. */
static void use_line(struct scan *scan)
{
    while (scan->at < scan->end && *scan->at != '\n') {
        if (skip_nothing(scan))
            continue;
        if (starts_word(*scan->at)) {
            note(scan, take_word(scan), OUTLINE_USED | OUTLINE_TAKEN);
        } else if (isdigit((unsigned char)*scan->at)) {
            skip_number(scan);
        } else {
            scan->outline->pastes |= sees(scan, "##");
            scan->at++;
        }
    }
}

static void skip_line(struct scan *scan)
{
    while (scan->at < scan->end && *scan->at != '\n')
        if (!skip_nothing(scan))
            scan->at++;
}

static void skip_blanks(struct scan *scan)
{
    while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\t'))
        scan->at++;
}

static void read_define(struct scan *scan)
{
    skip_blanks(scan);
    if (scan->at < scan->end && starts_word(*scan->at)) {
        note(scan, take_word(scan), OUTLINE_MACRO);
    }
    use_line(scan);
}

static void read_pragma(struct scan *scan)
{
    static const char *const telling[] = { "comment", "weak", "redefine",
                                           "extern" };
    struct arena *scratch = arena_open();
    const char *start = scan->at;

    skip_line(scan);

    const char *line =
        arena_strndup(scratch, start, (size_t)(scan->at - start));

    for (size_t i = 0; i < sizeof(telling) / sizeof(*telling); i++)
        scan->outline->is_unclear |= strstr(line, telling[i]) != NULL;
    arena_close(scratch);
}

/* Behind "#include". */
static void read_include(struct scan *scan)
{
    skip_blanks(scan);
    if (scan->at >= scan->end || (*scan->at != '"' && *scan->at != '<')) {
        scan->outline->is_unclear = true;
        scan->outline->hides_includes = true;
        return;
    }

    char close = *scan->at == '<' ? '>' : '"';
    const char *start = ++scan->at;

    while (scan->at < scan->end && *scan->at != close && *scan->at != '\n')
        scan->at++;
    vec_push(scan->arena, &scan->outline->includes,
             arena_strndup(scan->arena, start, (size_t)(scan->at - start)));
    scan->at += scan->at < scan->end && *scan->at == close;
}

static void read_directive(struct scan *scan)
{
    scan->at++;
    skip_blanks(scan);
    if (scan->at < scan->end && starts_word(*scan->at)) {
        const char *word = take_word(scan);
        if (strcmp(word, "define") == 0)
            read_define(scan);
        else if (strcmp(word, "pragma") == 0)
            read_pragma(scan);
        else if (strncmp(word, "include", 7) == 0 ||
                 strcmp(word, "import") == 0)
            read_include(scan);
    }
    skip_line(scan);
}

/* Declarations. */

static void start_declaration(struct scan *scan)
{
    scan->is_static = scan->is_inline = false;
    scan->is_extern = scan->is_typedef = false;
    scan->is_value = scan->has_words = scan->has_reserved = false;
    scan->head = scan->name = NULL;
    scan->heads.count = 0;
}

/* Annotations and what else belongs to the system. */
static bool is_reserved(const char *word)
{
    return word[0] == '_' &&
           (word[1] == '_' || isupper((unsigned char)word[1]));
}

static void add_head(struct scan *scan, const char *word)
{
    note(scan, word, OUTLINE_HEAD);
    if (is_reserved(word)) {
        scan->has_reserved = true;
        return;
    }
    scan->head = word;
    vec_push(scan->arena, &scan->heads, word);
}

static bool is_inline(const char *word)
{
    static const char *const words[] = { "inline",      "__inline",
                                         "__inline__",  "__forceinline",
                                         "FORCEINLINE", "NTAPI_INLINE",
                                         "CFORCEINLINE" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static void outer_word(struct scan *scan, const char *word)
{
    scan->has_words = true;
    scan->is_static |= strcmp(word, "static") == 0;
    scan->is_inline |= is_inline(word);
    scan->is_extern |= strcmp(word, "extern") == 0;
    scan->is_typedef |= strcmp(word, "typedef") == 0;
    scan->outline->is_unclear |= strstr(word, "asm") != NULL;
    if (is_called(scan))
        add_head(scan, word);
    else
        scan->name = word;
}

/* A body, or the members of a type. Parameters as they were declared of old
 * end in semicolons, and then there is no head. */
static void open_brace(struct scan *scan)
{
    if (scan->braces++ != 0 || scan->is_value || scan->brackets != 0)
        return;
    scan->outline->is_unclear |=
        !scan->has_words || (!scan->head && scan->has_reserved);
    if (!scan->is_static)
        vec_each (const char *, head, &scan->heads)
            note(scan, *head,
                 scan->is_inline ? OUTLINE_INLINE : OUTLINE_DEFINED);
}

static void close_brace(struct scan *scan)
{
    bool is_body = scan->head && !scan->is_value;

    if (scan->braces == 0)
        scan->outline->is_unclear = true;
    else if (--scan->braces == 0 && is_body && scan->brackets == 0)
        start_declaration(scan);
}

/* ';' or ',' outside of everything. */
static void end_declarator(struct scan *scan, bool is_last)
{
    bool is_declared = scan->is_typedef || scan->is_static ||
                       (scan->is_extern && !scan->is_value);

    if (scan->name && !scan->head && !is_declared)
        note(scan, scan->name, OUTLINE_DEFINED);
    if (is_last)
        start_declaration(scan);
    scan->name = NULL;
    scan->is_value = false;
}

static void read_word(struct scan *scan)
{
    const char *word = take_word(scan);

    if (scan->braces == 0 && scan->brackets == 0 && !scan->is_value)
        outer_word(scan, word);
    else
        note(scan, word,
             is_called(scan) ? OUTLINE_USED : OUTLINE_USED | OUTLINE_TAKEN);
}

static void read_sign(struct scan *scan)
{
    char sign = *scan->at++;
    bool is_outer = scan->braces == 0;

    if (sign == '{')
        open_brace(scan);
    else if (sign == '}')
        close_brace(scan);
    else if (is_outer && (sign == '(' || sign == '['))
        scan->brackets++;
    else if (is_outer && (sign == ')' || sign == ']'))
        scan->brackets -= scan->brackets != 0;
    else if (is_outer && scan->brackets == 0 && sign == '=')
        scan->is_value = true;
    else if (is_outer && scan->brackets == 0 && (sign == ';' || sign == ','))
        end_declarator(scan, sign == ';');
}

struct outline *outline_make(struct arena *arena, struct strings *strings,
                             const char *text, size_t size)
{
    struct outline *outline = arena_new(arena, struct outline);
    struct scan scan = { .arena = arena, .strings = strings };
    bool is_line_start = true;

    outline->words = map_make(arena);
    scan.outline = outline;
    scan.at = text;
    scan.end = text + size;
    while (scan.at < scan.end) {
        bool was_start = is_line_start;
        is_line_start = *scan.at == '\n' || (was_start && *scan.at <= ' ');
        if (*scan.at == '#' && was_start)
            read_directive(&scan);
        else if (skip_nothing(&scan))
            is_line_start = was_start;
        else if (starts_word(*scan.at))
            read_word(&scan);
        else if (isdigit((unsigned char)*scan.at))
            skip_number(&scan);
        else
            read_sign(&scan);
    }
    outline->is_unclear |= scan.braces != 0 || scan.brackets != 0;
    return outline;
}
