/* source.c - places, names and text out of libclang.
 *
 * libclang gives every string as a copy to be disposed of; here they are
 * interned at once. File names are made relative to the working folder, so
 * that what is told does not depend on where a tree was checked out.
 *
 * The text of an expression is cut out of the file: a macro stays the word
 * that the user wrote.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/source.h"

#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"
#include "support/vec.h"

#include <ctype.h>
#include <string.h>

struct source {
    struct arena *arena;
    struct strings *strings;
    CXTranslationUnit unit;
    const char *working; /* the working folder */
    const char *directory;
    struct map *names; /* CXFile -> name */
};

struct span {
    CXFile file;
    unsigned start;
    unsigned end;
};

struct source *source_make(struct arena *arena, struct strings *strings,
                           CXTranslationUnit unit, const char *directory)
{
    struct source *source = arena_new(arena, struct source);
    source->arena = arena;
    source->strings = strings;
    source->unit = unit;
    source->working = file_working_directory(arena);
    source->directory =
        path_join(arena, source->working, directory ? directory : "");
    source->names = map_make(arena);
    return source;
}

CXTranslationUnit source_unit(const struct source *source)
{
    return source->unit;
}

const char *source_string(struct source *source, CXString string)
{
    const char *text = clang_getCString(string);
    const char *interned = strings_intern(source->strings, text ? text : "");
    clang_disposeString(string);
    return interned;
}

/* Relative to the working folder if it is below that. */
const char *source_name(struct source *source, const char *name)
{
    struct arena *arena = source->arena;
    char *full = path_normal(arena, path_join(arena, source->directory, name));
    return strings_intern(source->strings,
                          path_short(arena, full, source->working));
}

static const char *file_name(struct source *source, CXFile file)
{
    if (!file)
        return NULL;
    if (!map_has(source->names, file)) {
        const char *name = source_string(source, clang_getFileName(file));
        map_put(source->names, file,
                arena_strdup(source->arena, source_name(source, name)));
    }
    return strings_intern(source->strings, map_get(source->names, file));
}

struct place source_place(struct source *source, CXSourceLocation location)
{
    CXFile file;
    unsigned line, column;
    clang_getExpansionLocation(location, &file, &line, &column, NULL);
    const char *name = file_name(source, file);
    return name ? (struct place){ name, line, column } : (struct place){ 0 };
}

struct place cursor_place(struct source *source, CXCursor cursor)
{
    return source_place(source, clang_getCursorLocation(cursor));
}

/* The last character of it, not the one behind. */
struct place cursor_end(struct source *source, CXCursor cursor)
{
    CXSourceLocation end = clang_getRangeEnd(clang_getCursorExtent(cursor));
    struct place place = source_place(source, end);
    if (place.column > 1)
        place.column--;
    return place;
}

static bool span_between(CXSourceRange range, struct span *span,
                         void (*locate)(CXSourceLocation, CXFile *, unsigned *,
                                        unsigned *, unsigned *))
{
    CXFile end_file;
    locate(clang_getRangeStart(range), &span->file, NULL, NULL, &span->start);
    locate(clang_getRangeEnd(range), &end_file, NULL, NULL, &span->end);
    return span->file && end_file && clang_File_isEqual(span->file, end_file) &&
           span->start < span->end;
}

/* Whether the text is one argument of a macro, or a part of one. */
static bool is_one_part(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        if (*at == '"' || *at == '\'')
            return true;
        depth += (*at == '(') - (*at == ')');
        if (depth < 0 || (depth == 0 && *at == ','))
            return false;
    }
    return depth == 0;
}

/* A part of a macro's argument is a span of its own; a part of what the macro
 * says is the whole use of it. */
static bool cursor_span(struct source *source, CXCursor cursor,
                        struct span *span)
{
    size_t size;
    CXSourceRange range = clang_getCursorExtent(cursor);
    if (span_between(range, span, clang_getFileLocation)) {
        const char *data =
            clang_getFileContents(source->unit, span->file, &size);
        if (data && span->end <= size &&
            is_one_part(data + span->start, data + span->end))
            return true;
    }
    return span_between(range, span, clang_getExpansionLocation);
}

/* Behind the comment that starts at `at`, or `at` if none does. */
static const char *skip_comment(const char *at, const char *end)
{
    if (end - at < 2 || at[0] != '/' || (at[1] != '*' && at[1] != '/'))
        return at;
    bool is_line = at[1] == '/';
    for (at += 2; at < end; at++) {
        if (is_line && *at == '\n')
            return at;
        if (!is_line && at[0] == '*' && end - at > 1 && at[1] == '/')
            return at + 2;
    }
    return end;
}

/* Behind the literal that starts at `at`, or `at` if none does. */
static const char *skip_literal(const char *at, const char *end)
{
    char quote = *at;
    if (quote != '"' && quote != '\'')
        return at;
    for (at++; at < end && *at != quote; at++)
        if (*at == '\\' && at + 1 < end)
            at++;
    return at < end ? at + 1 : end;
}

static const char *one_line(struct source *source, const char *at,
                            const char *end)
{
    struct text text = text_make(source->arena);
    bool gap = false;
    while (at < end) {
        const char *next = skip_comment(at, end);
        if (next != at || isspace((unsigned char)*at) ||
            (at[0] == '\\' && at + 1 < end && at[1] == '\n')) {
            gap = true;
            at = next != at ? next : at + 1;
            continue;
        }
        if (gap && text.length != 0)
            text_add_char(&text, ' ');
        gap = false;
        next = skip_literal(at, end);
        text_add_n(&text, at, next != at ? (size_t)(next - at) : 1);
        at = next != at ? next : at + 1;
    }
    return strings_intern(source->strings, text_str(&text));
}

const char *source_text(struct source *source, CXCursor cursor)
{
    struct span span;
    if (!cursor_span(source, cursor, &span))
        return NULL;
    size_t size;
    const char *data = clang_getFileContents(source->unit, span.file, &size);
    if (!data || span.end > size)
        return NULL;
    return one_line(source, data + span.start, data + span.end);
}

const char *source_word(struct source *source, CXSourceLocation location)
{
    CXFile file;
    unsigned offset;
    clang_getSpellingLocation(location, &file, NULL, NULL, &offset);
    size_t size = 0;
    const char *data =
        file ? clang_getFileContents(source->unit, file, &size) : NULL;
    size_t end = offset;
    while (data && end < size &&
           (isalnum((unsigned char)data[end]) || data[end] == '_'))
        end++;
    if (!data || offset >= size)
        return strings_intern(source->strings, "");
    return strings_intern_n(source->strings, data + offset, end - offset);
}

const char *cursor_name(struct source *source, CXCursor cursor)
{
    return source_string(source, clang_getCursorSpelling(cursor));
}

const char *type_name(struct source *source, CXType type)
{
    return source_string(source, clang_getTypeSpelling(type));
}

bool cursor_is_unnamed(CXCursor cursor)
{
    CXString name = clang_getCursorSpelling(cursor);
    const char *text = clang_getCString(name);
    bool is_unnamed = !text || text[0] == '\0' || strchr(text, '(');
    clang_disposeString(name);
    return is_unnamed;
}

struct gathering {
    struct arena *arena;
    struct vec_of(CXCursor) cursors;
};

static enum CXChildVisitResult gather(CXCursor cursor, CXCursor parent,
                                      CXClientData data)
{
    struct gathering *gathering = data;
    (void)parent;
    vec_push(gathering->arena, &gathering->cursors, cursor);
    return CXChildVisit_Continue;
}

struct cursors cursor_children(struct arena *arena, CXCursor cursor)
{
    struct gathering gathering = { .arena = arena };
    clang_visitChildren(cursor, gather, &gathering);
    return (struct cursors){ gathering.cursors.items, gathering.cursors.count };
}

struct counting {
    size_t number;
    CXCursor found;
    CXCursor last;
};

static enum CXChildVisitResult count_down(CXCursor cursor, CXCursor parent,
                                          CXClientData data)
{
    struct counting *counting = data;
    (void)parent;
    counting->last = cursor;
    if (counting->number-- != 0)
        return CXChildVisit_Continue;
    counting->found = cursor;
    return CXChildVisit_Break;
}

CXCursor cursor_child(CXCursor cursor, size_t number)
{
    CXCursor null = clang_getNullCursor();
    struct counting counting = { number, null, null };
    clang_visitChildren(cursor, count_down, &counting);
    return counting.found;
}

CXCursor cursor_last_child(CXCursor cursor)
{
    CXCursor null = clang_getNullCursor();
    struct counting counting = { SIZE_MAX, null, null };
    clang_visitChildren(cursor, count_down, &counting);
    return counting.last;
}

const void *declaration_key(CXCursor declaration)
{
    return clang_getCanonicalCursor(declaration).data[0];
}

const void *statement_key(CXCursor statement)
{
    return statement.data[1];
}

bool is_use_of_cast(CXCursor expression)
{
    if (clang_getCursorKind(expression) != CXCursor_UnexposedExpr ||
        clang_getCursorType(expression).kind != CXType_Dependent)
        return false;
    CXCursor child = cursor_child(expression, 0);
    while (clang_getCursorKind(child) == CXCursor_ParenExpr)
        child = cursor_child(child, 0);
    return clang_getCursorKind(child) == CXCursor_CStyleCastExpr;
}

bool is_misunderstood(CXCursor expression)
{
    CXCursor child = cursor_child(expression, 0);
    return clang_getCursorKind(expression) == CXCursor_UnexposedExpr &&
           clang_getCursorType(expression).kind == CXType_Dependent &&
           !is_use_of_cast(expression) &&
           clang_isExpression(clang_getCursorKind(child)) &&
           clang_getCursorType(child).kind != CXType_Dependent &&
           clang_Cursor_isNull(cursor_child(expression, 1));
}

CXCursor expression_core(CXCursor expression)
{
    for (;;) {
        enum CXCursorKind kind = clang_getCursorKind(expression);
        if ((kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr) ||
            is_use_of_cast(expression) || is_misunderstood(expression))
            return expression;
        CXCursor child = cursor_child(expression, 0);
        if (!clang_isExpression(clang_getCursorKind(child)) ||
            !clang_Cursor_isNull(cursor_child(expression, 1)))
            return expression;
        expression = child;
    }
}

/* What the preprocessor makes up stands in no file. A macro that is used over
 * several lines has the number of the last one. */
bool is_line_number(CXCursor literal, int64_t value)
{
    CXSourceRange extent = clang_getCursorExtent(literal);
    CXFile file;
    unsigned first, last;
    clang_getExpansionLocation(clang_getRangeStart(extent), NULL, &first, NULL,
                               NULL);
    clang_getExpansionLocation(clang_getRangeEnd(extent), NULL, &last, NULL,
                               NULL);
    if (value < first || value > last)
        return false;
    clang_getSpellingLocation(clang_getCursorLocation(literal), &file, NULL,
                              NULL, NULL);
    return file == NULL;
}

bool constant_evaluate(CXCursor expression, int64_t *value)
{
    CXEvalResult result = clang_Cursor_Evaluate(expression);
    if (!result)
        return false;
    bool is_int = clang_EvalResult_getKind(result) == CXEval_Int;
    if (is_int && clang_EvalResult_isUnsignedInt(result))
        *value = (int64_t)clang_EvalResult_getAsUnsigned(result);
    else if (is_int)
        *value = clang_EvalResult_getAsLongLong(result);
    clang_EvalResult_dispose(result);
    return is_int;
}
