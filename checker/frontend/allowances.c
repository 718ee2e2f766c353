/* allowances.c - what a driver's text says to us.
 *
 * One pass over the characters of each file that has the words in it at all.
 * What stands behind code is about its line; what stands alone waits for the
 * next line with code. Pragmas that stand alone are no code.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/allowances.h"

#include "frontend/source.h"
#include "support/text.h"

#include <ctype.h>
#include <string.h>

static const char mark[] = "unloadcheck:";
static const char suppress[] = "suppress";

struct scan {
    struct arena *arena;
    const char *file;
    const char *at;
    const char *end;
    const char *line_start;
    uint32_t line;
    bool has_code;  /* on this line so far */
    size_t waiting; /* how many of the last allowances have no line yet */
    struct allowances *allowances;
};

static bool sees(const struct scan *scan, const char *word)
{
    size_t length = strlen(word);

    return (size_t)(scan->end - scan->at) >= length &&
           memcmp(scan->at, word, length) == 0;
}

static void step(struct scan *scan)
{
    if (*scan->at++ != '\n')
        return;
    scan->line++;
    scan->line_start = scan->at;
    scan->has_code = false;
}

static bool has(const char *text, size_t size, const char *word)
{
    size_t length = strlen(word);
    const char *end = text + size;

    for (const char *at = text; (size_t)(end - at) >= length; at++) {
        at = memchr(at, *word, (size_t)(end - at) - length + 1);
        if (!at)
            return false;
        if (memcmp(at, word, length) == 0)
            return true;
    }
    return false;
}

/* The line is known: what waited was about it. */
static void meet_code(struct scan *scan)
{
    struct allowances *all = scan->allowances;

    scan->has_code = true;
    for (; scan->waiting != 0; scan->waiting--)
        all->items[all->count - scan->waiting].line = scan->line;
}

static void add(struct scan *scan, struct place place, const char *text,
                bool is_here)
{
    struct allowance allowance = { .text = text, .place = place };

    if (is_here)
        allowance.line = place.line;
    else
        scan->waiting++;
    vec_push(scan->arena, scan->allowances, allowance);
}

static struct place place_at(const struct scan *scan)
{
    return (struct place){
        .file = scan->file,
        .line = scan->line,
        .column = (uint32_t)(scan->at - scan->line_start) + 1,
    };
}

/* A star that stands first on its line belongs to the comment's looks. */
static bool is_border(const char *from, const char *at)
{
    if (*at != '*')
        return false;
    while (at > from && strchr(" \t", at[-1]))
        at--;
    return at > from && at[-1] == '\n';
}

/* On one line, with one blank for any number of them. */
static const char *flat(struct arena *arena, const char *from, const char *to)
{
    struct text out = text_make(arena);
    bool is_gap = false;

    for (const char *at = from; at < to; at++) {
        if (isspace((unsigned char)*at) || is_border(from, at)) {
            is_gap = true;
            continue;
        }
        if (is_gap && out.length != 0)
            text_add_char(&out, ' ');
        is_gap = false;
        text_add_char(&out, *at);
    }
    return text_str(&out);
}

/* Goes behind the comment; `from` and `to` are what it says. */
static void skip_comment(struct scan *scan, const char **from, const char **to)
{
    bool is_line = scan->at[1] == '/';

    scan->at += 2;
    while (scan->at < scan->end && !sees(scan, "*/") &&
           strchr(is_line ? "/!< \t" : "*!< \t\r\n", *scan->at))
        step(scan);
    *from = scan->at;
    while (scan->at < scan->end &&
           !(is_line ? *scan->at == '\n' : sees(scan, "*/")))
        step(scan);
    *to = scan->at;
    if (!is_line && scan->at < scan->end)
        scan->at += 2;
}

static void read_comment(struct scan *scan)
{
    struct place place = place_at(scan);
    bool is_here = scan->has_code;
    const char *from, *to;
    size_t length = strlen(mark);

    skip_comment(scan, &from, &to);
    if ((size_t)(to - from) >= length && memcmp(from, mark, length) == 0)
        add(scan, place, flat(scan->arena, from + length, to), is_here);
}

static void skip_literal(struct scan *scan)
{
    char quote = *scan->at++;

    while (scan->at < scan->end && *scan->at != quote && *scan->at != '\n') {
        if (*scan->at == '\\' && scan->at + 1 < scan->end)
            step(scan);
        step(scan);
    }
    if (scan->at < scan->end && *scan->at == quote)
        scan->at++;
}

/* Pragmas. */

static bool accept(const char **at, const char *end, const char *word)
{
    const char *rest = *at;
    size_t length = strlen(word);

    while (rest < end && strchr(" \t", *rest))
        rest++;
    if ((size_t)(end - rest) < length || memcmp(rest, word, length) != 0)
        return false;
    *at = rest + length;
    return true;
}

/* The string literal that is the justification; "" if there is none. */
static const char *justification(struct arena *arena, const char *text)
{
    const char *at = strstr(text, "justification");
    const char *open = at ? strchr(at, '"') : NULL;
    const char *close = open ? strchr(open + 1, '"') : NULL;

    return close ? arena_strndup(arena, open + 1, (size_t)(close - open - 1))
                 : "";
}

/* The names of rules among the numbers of `suppress: ...`. */
static const char *names(struct arena *arena, const char *text)
{
    struct text out = text_make(arena);
    const char *at = strstr(text, suppress);

    at = at ? strchr(at, ':') : NULL;
    while (at && *at != '\0' && *at != ';') {
        size_t length;
        at += strspn(at, ": ,\t");
        length = strcspn(at, " ,;\t)");
        if (length == 0)
            break;
        if (length >= 13 && strncmp(at, "justification", 13) == 0)
            break;
        if (memchr(at, '/', length))
            text_addf(&out, "%s%.*s", out.length != 0 ? ", " : "", (int)length,
                      at);
        at += length;
    }
    return text_str(&out);
}

/* What a comment behind it on its line says. */
static const char *remark_behind(const struct scan *scan, const char *at)
{
    while (at < scan->end && strchr(" \t);", *at))
        at++;
    if (scan->end - at < 2 || at[0] != '/' || (at[1] != '/' && at[1] != '*'))
        return "";

    const char *end = memchr(at, '\n', (size_t)(scan->end - at));
    const char *close = end ? end : scan->end;

    for (const char *stop = at + 2; at[1] == '*' && stop + 1 < close; stop++)
        if (stop[0] == '*' && stop[1] == '/')
            close = stop;
    return flat(scan->arena, at + 2, close);
}

/* At the word that it starts with. */
static void read_pragma(struct scan *scan, const char *word)
{
    struct place place = place_at(scan);
    const char *at = scan->at + strlen(word), *close;

    if (*word == '_' && !accept(&at, scan->end, "("))
        return;
    if (*word == '#' && !accept(&at, scan->end, "pragma"))
        return;
    if (!accept(&at, scan->end, "warning") || !accept(&at, scan->end, "("))
        return;
    close = memchr(at, '\n', (size_t)(scan->end - at));
    if (!close)
        close = scan->end;
    while (close > at && close[-1] != ')')
        close--;

    const char *text = arena_strndup(scan->arena, at, (size_t)(close - at));
    const char *rules = names(scan->arena, text);
    const char *reason = justification(scan->arena, text);
    const char *bracket = memchr(at, ')', (size_t)(scan->end - at));

    if (*rules == '\0')
        return;
    if (*reason == '\0' && bracket)
        reason = remark_behind(scan, bracket);
    add(scan, place, arena_format(scan->arena, "allow %s -- %s", rules, reason),
        false);
}

static void skip_directive(struct scan *scan)
{
    read_pragma(scan, "#");
    while (scan->at < scan->end && *scan->at != '\n') {
        if (sees(scan, "//") || sees(scan, "/*"))
            return;
        if (*scan->at == '\\' && scan->at + 1 < scan->end)
            step(scan);
        step(scan);
    }
}

/* __pragma(...), with its brackets. */
static void skip_pragma(struct scan *scan)
{
    size_t depth = 0;

    read_pragma(scan, "__pragma");
    while (scan->at < scan->end && *scan->at != '\n') {
        depth += *scan->at == '(';
        depth -= *scan->at == ')' && depth != 0;
        step(scan);
        if (depth == 0 && scan->at[-1] == ')')
            return;
    }
}

static void scan_all(struct scan *scan)
{
    while (scan->at < scan->end) {
        if (sees(scan, "//") || sees(scan, "/*")) {
            read_comment(scan);
        } else if (isspace((unsigned char)*scan->at)) {
            step(scan);
        } else if (*scan->at == '#' && !scan->has_code) {
            skip_directive(scan);
        } else if (sees(scan, "__pragma")) {
            skip_pragma(scan);
        } else if (strchr("\"'", *scan->at)) {
            meet_code(scan);
            skip_literal(scan);
        } else {
            meet_code(scan);
            step(scan);
        }
    }
}

void allowances_read(struct arena *arena, const char *file, const char *text,
                     size_t size, struct allowances *allowances)
{
    struct scan scan = {
        .arena = arena,
        .file = file,
        .at = text,
        .end = text + size,
        .line_start = text,
        .line = 1,
        .allowances = allowances,
    };

    if (has(text, size, mark) || has(text, size, suppress))
        scan_all(&scan);
}

/* The files of a unit. */

struct noting {
    struct source *source;
    struct arena *arena;
    struct allowances all;
};

static void visit(CXFile file, CXSourceLocation *stack, unsigned depth,
                  CXClientData data)
{
    struct noting *noting = data;
    CXTranslationUnit unit = source_unit(noting->source);
    CXSourceLocation start = clang_getLocationForOffset(unit, file, 0);
    size_t size = 0;
    const char *text = clang_getFileContents(unit, file, &size);

    (void)stack;
    (void)depth;
    if (text && !clang_Location_isInSystemHeader(start))
        allowances_read(noting->arena, source_place(noting->source, start).file,
                        text, size, &noting->all);
}

void allowances_note(struct source *source, struct unit *unit)
{
    struct noting noting = { .source = source, .arena = unit->arena };

    clang_getInclusions(source_unit(source), visit, &noting);
    unit->allowances = noting.all.items;
    unit->allowance_count = noting.all.count;
}
