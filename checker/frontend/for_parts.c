/* for_parts.c - which parts of a `for` statement are there.
 *
 * Method: the function as the parser prints it has neither macros nor
 * comments, and its n-th `for` is the n-th of the tree. Which of the places
 * between its semicolons are empty can be read there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/for_parts.h"

#include "frontend/source.h"
#include "support/map.h"
#include "support/vec.h"

#include <ctype.h>
#include <string.h>

enum { PART_COUNT = 3 };

struct header {
    bool has[PART_COUNT];
};

struct for_parts {
    struct arena *arena;
    CXCursor function;
    struct map *numbers; /* statement -> its number, from 1; NULL before use */
    size_t count;
    struct vec_of(struct header) headers;
};

struct for_parts *for_parts_make(struct arena *arena, CXCursor function)
{
    struct for_parts *parts = arena_new(arena, struct for_parts);
    parts->arena = arena;
    parts->function = function;
    return parts;
}

static enum CXChildVisitResult number_loops(CXCursor cursor, CXCursor parent,
                                            CXClientData data)
{
    struct for_parts *parts = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    (void)parent;
    if (kind == CXCursor_ForStmt || kind == CXCursor_CXXForRangeStmt) {
        uintptr_t number = ++parts->count;
        map_put(parts->numbers, statement_key(cursor), (void *)number);
    }
    return CXChildVisit_Recurse;
}

/* Behind the literal that starts at `at`. */
static const char *skip_literal(const char *at)
{
    char quote = *at++;
    while (*at && *at != quote)
        at += at[0] == '\\' && at[1] ? 2 : 1;
    return *at ? at + 1 : at;
}

/* Reads one header, from behind its parenthesis; gives where it ends. */
static const char *read_header(const char *at, struct header *header)
{
    int part = 0;
    for (int depth = 0; *at && depth >= 0;) {
        if (*at == '"' || *at == '\'') {
            header->has[part] = true;
            at = skip_literal(at);
            continue;
        }
        if (*at == '(' || *at == '[' || *at == '{')
            depth++;
        if (*at == ')' || *at == ']' || *at == '}')
            depth--;
        if (*at == ';' && depth == 0 && part + 1 < PART_COUNT)
            part++;
        else if (!isspace((unsigned char)*at) && depth >= 0)
            header->has[part] = true;
        at++;
    }
    return at;
}

static bool is_word_character(char character)
{
    return isalnum((unsigned char)character) || character == '_';
}

/* A header may hold a loop of its own, in a statement expression: reading goes
 * on inside of it. */
static void read_headers(struct for_parts *parts, const char *text)
{
    for (const char *at = text; *at;) {
        if (*at == '"' || *at == '\'') {
            at = skip_literal(at);
            continue;
        }
        if (strncmp(at, "for (", 5) == 0 &&
            (at == text || !is_word_character(at[-1]))) {
            struct header header = { { false, false, false } };
            read_header(at + 5, &header);
            vec_push(parts->arena, &parts->headers, header);
            at += 5;
            continue;
        }
        at++;
    }
}

static void prepare(struct for_parts *parts)
{
    parts->numbers = map_make(parts->arena);
    clang_visitChildren(parts->function, number_loops, parts);
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(parts->function);
    CXString text = clang_getCursorPrettyPrinted(parts->function, policy);
    read_headers(parts, clang_getCString(text));
    clang_disposeString(text);
    clang_PrintingPolicy_dispose(policy);
}

/* Where the text does not tell: a loop seldom lacks its condition, and one that
 * declares something starts with that. */
static struct header guess_header(struct cursors children)
{
    bool declares = clang_getCursorKind(children.items[0]) == CXCursor_DeclStmt;
    bool has_more = children.count > 2;
    return (struct header){ { declares, !declares || has_more,
                              !declares && has_more } };
}

static struct header find_header(struct for_parts *parts, CXCursor statement,
                                 struct cursors children)
{
    if (!parts->numbers)
        prepare(parts);
    uintptr_t number =
        (uintptr_t)map_get(parts->numbers, statement_key(statement));
    if (number == 0 || parts->headers.count != parts->count)
        return guess_header(children);
    return parts->headers.items[number - 1];
}

/* Hands the children out, in order, to the parts that are there. */
static struct for_statement hand_out(struct cursors children,
                                     struct header header)
{
    CXCursor null = clang_getNullCursor();
    CXCursor part[PART_COUNT] = { null, null, null };
    size_t next = 0;
    for (int i = 0; i < PART_COUNT; i++)
        if (header.has[i] && next + 1 < children.count)
            part[i] = children.items[next++];
    CXCursor body = children.count ? children.items[children.count - 1] : null;
    return (struct for_statement){ part[0], part[1], part[2], body };
}

struct for_statement for_parts_find(struct for_parts *parts, CXCursor statement)
{
    struct cursors children = cursor_children(parts->arena, statement);
    struct header header = { { true, true, true } };
    if (children.count == 1)
        header = (struct header){ { false, false, false } };
    else if (children.count < PART_COUNT + 1)
        header = find_header(parts, statement, children);
    return hand_out(children, header);
}
