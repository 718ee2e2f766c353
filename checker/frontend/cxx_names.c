/* cxx_names.c - names of C++ things.
 *
 * The linker tells overloads apart by the mangled name; what has the linkage of
 * C keeps its own. People read the name qualified as they would write it, with
 * the arguments of templates; what has no name is told by where it stands.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>

const char *cxx_linker_name(struct lowering *lowering, CXCursor cursor)
{
    const char *mangled =
        source_string(lowering->source, clang_Cursor_getMangling(cursor));
    if (mangled[0] == '?' || strncmp(mangled, "_Z", 2) == 0)
        return mangled;
    return cursor_name(lowering->source, cursor);
}

static const char *display_name(struct lowering *lowering, CXCursor cursor)
{
    return source_string(lowering->source, clang_getCursorDisplayName(cursor));
}

/* Behind the folders of the path that starts at `at`. */
static const char *skip_folders(const char *at)
{
    const char *base = at;
    for (; *at && *at != ':' && *at != ')'; at++)
        if (*at == '/' || *at == '\\')
            base = at + 1;
    return base;
}

/* "(lambda at folder/file.cpp:3:5)" becomes "lambda:3:5": a name must not
 * depend on where a tree was checked out. */
static void add_tidy(struct text *text, const char *name)
{
    while (*name) {
        const char *at = *name == '(' ? strstr(name, " at ") : NULL;
        const char *close = at ? strchr(at, ')') : NULL;
        if (!close || memchr(name + 1, '(', (size_t)(at - name) - 1)) {
            text_add_char(text, *name++);
            continue;
        }
        const char *place = strchr(skip_folders(at + 4), ':');
        text_add_n(text, name + 1, (size_t)(at - name) - 1);
        if (place && place < close)
            text_add_n(text, place, (size_t)(close - place));
        name = close + 1;
    }
}

static bool is_class(enum CXCursorKind kind)
{
    return kind == CXCursor_ClassDecl || kind == CXCursor_StructDecl ||
           kind == CXCursor_UnionDecl ||
           kind == CXCursor_ClassTemplatePartialSpecialization ||
           kind == CXCursor_ClassTemplate;
}

static bool is_lambda(struct lowering *lowering, CXCursor class)
{
    return is_class(clang_getCursorKind(class)) &&
           strncmp(cursor_name(lowering->source, class), "(lambda", 7) == 0;
}

/* "" for what adds nothing to the name. */
static const char *scope_name(struct lowering *lowering, CXCursor scope)
{
    enum CXCursorKind kind = clang_getCursorKind(scope);
    CXCursor parent = clang_getCursorSemanticParent(scope);
    const char *name = "";
    if (is_lambda(lowering, scope))
        return "lambda";
    if (is_class(kind))
        name = display_name(lowering, scope);
    else if (kind == CXCursor_Namespace ||
             (cxx_is_function(kind) && !is_lambda(lowering, parent)))
        name = cursor_name(lowering->source, scope);
    bool is_unnamed = strncmp(name, "(anonymous", 10) == 0 ||
                      strncmp(name, "(unnamed", 8) == 0;
    return is_unnamed ? "" : name;
}

static void add_scopes(struct lowering *lowering, struct text *text,
                       CXCursor cursor)
{
    CXCursor parent = clang_getCursorSemanticParent(cursor);
    enum CXCursorKind kind = clang_getCursorKind(parent);
    if (clang_Cursor_isNull(parent) || kind == CXCursor_TranslationUnit ||
        clang_isInvalid(kind))
        return;
    add_scopes(lowering, text, parent);
    const char *name = scope_name(lowering, parent);
    if (name[0] == '\0')
        return;
    add_tidy(text, name);
    text_add(text, "::");
}

static const char *qualified(struct lowering *lowering, CXCursor cursor,
                             const char *name)
{
    struct text text = text_make(lowering->scratch);
    add_scopes(lowering, &text, cursor);
    add_tidy(&text, name);
    return strings_intern(lowering->strings, text_str(&text));
}

/* A lambda's function is the lambda. */
const char *cxx_spelling(struct lowering *lowering, CXCursor cursor)
{
    CXCursor parent = clang_getCursorSemanticParent(cursor);
    if (is_lambda(lowering, parent))
        return qualified(lowering, parent, "lambda");
    return qualified(lowering, cursor, cursor_name(lowering->source, cursor));
}

const char *cxx_record_name(struct lowering *lowering, CXCursor cursor)
{
    const char *name = display_name(lowering, cursor);
    if (name[0] == '\0')
        name = cursor_name(lowering->source, cursor);
    return qualified(lowering, cursor, name);
}
