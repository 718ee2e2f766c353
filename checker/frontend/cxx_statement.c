/* cxx_statement.c - statements that declare something in front of a condition.
 *
 * libclang does not show the first part of `switch (first; subject)`; what it
 * declares is found where it is used.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"
#include "frontend/statements.h"
#include "support/map.h"

#include <string.h>

static bool is_kind(CXCursor cursor, enum CXCursorKind kind)
{
    return clang_getCursorKind(cursor) == kind;
}

/* Whether there is a semicolon in the parentheses behind the keyword. */
static bool has_two_parts(struct body *body, CXCursor statement)
{
    const char *at = source_text(body->lowering->source, statement);
    int depth = 0;
    while (at && *at && *at != '(')
        at++;
    for (; at && *at; at++) {
        if (*at == '(' || *at == '{')
            depth++;
        else if ((*at == ')' || *at == '}') && --depth == 0)
            return false;
        else if (*at == ';' && depth == 1)
            return true;
    }
    return false;
}

struct if_parts {
    CXCursor variable;
    CXCursor first;
    size_t condition; /* its number among the children */
};

static struct if_parts parts_of_if(struct body *body, CXCursor statement,
                                   struct cursors children)
{
    CXCursor null = clang_getNullCursor();
    struct if_parts parts = { null, null, 0 };
    size_t next = 0;
    if (next < children.count && is_kind(children.items[0], CXCursor_VarDecl))
        parts.variable = children.items[next++];
    if (children.count - next > 2 &&
        (is_kind(children.items[next], CXCursor_DeclStmt) ||
         has_two_parts(body, statement)))
        parts.first = children.items[next++];
    parts.condition = next;
    return parts;
}

static void lower_if_rest(struct body *body, struct cursors children,
                          size_t condition)
{
    struct builder *builder = body->builder;
    uint32_t if_true = build_block(builder);
    uint32_t done = build_block(builder);
    bool has_else = children.count > condition + 2;
    uint32_t if_false = has_else ? build_block(builder) : done;
    lower_condition(body, children.items[condition], if_true, if_false);
    build_enter(builder, if_true);
    lower_statement(body, children.items[condition + 1]);
    build_jump(builder, done);
    if (has_else) {
        build_enter(builder, if_false);
        lower_statement(body, children.items[condition + 2]);
        build_jump(builder, done);
    }
    build_enter(builder, done);
}

/* Only the branch that is taken means anything. */
static bool lower_constexpr_if(struct body *body, CXCursor statement,
                               struct cursors children, size_t condition)
{
    int64_t value;
    const char *text = source_text(body->lowering->source, statement);
    if (!text || strncmp(text, "if constexpr", 12) != 0 ||
        !constant_evaluate(children.items[condition], &value))
        return false;
    size_t taken = condition + (value != 0 ? 1 : 2);
    if (taken < children.count)
        lower_statement(body, children.items[taken]);
    return true;
}

static void lower_cxx_if(struct body *body, CXCursor statement)
{
    struct frame *mark = body->frames;
    struct cursors children = cursor_children(body->scratch, statement);
    struct if_parts parts = parts_of_if(body, statement, children);
    if (!clang_Cursor_isNull(parts.first))
        lower_statement(body, parts.first);
    if (!clang_Cursor_isNull(parts.variable))
        cxx_lower_variable(body, parts.variable);
    if (children.count >= parts.condition + 2 &&
        !lower_constexpr_if(body, statement, children, parts.condition))
        lower_if_rest(body, children, parts.condition);
    scope_close(body, mark);
}

/* A loop whose condition declares a variable, made anew each time. */
static void lower_loop(struct body *body, CXCursor variable, CXCursor condition,
                       CXCursor step, CXCursor repeated)
{
    struct builder *builder = body->builder;
    struct frame *mark = body->frames;
    uint32_t blocks[5];
    for (size_t i = 0; i < 5; i++)
        blocks[i] = build_block(builder);
    uint32_t test = blocks[0], inside = blocks[1], next = blocks[2];
    uint32_t out = blocks[3], done = blocks[4];
    frame_push(body, FRAME_BREAK, done);
    frame_push(body, FRAME_CONTINUE, next);
    struct frame *inner = body->frames;
    build_jump(builder, test);
    build_enter(builder, test);
    cxx_lower_variable(body, variable);
    lower_condition(body, condition, inside, out);
    build_enter(builder, inside);
    lower_statement(body, repeated);
    scope_unwind(body, inner);
    build_jump(builder, next);
    build_enter(builder, out);
    scope_close(body, inner);
    build_jump(builder, done);
    build_enter(builder, next);
    body->frames = mark;
    if (!clang_Cursor_isNull(step))
        lower_effects(body, step);
    build_jump(builder, test);
    build_enter(builder, done);
}

static bool lower_cxx_while(struct body *body, CXCursor statement)
{
    struct cursors children = cursor_children(body->scratch, statement);
    if (children.count != 3 || !is_kind(children.items[0], CXCursor_VarDecl))
        return false;
    lower_loop(body, children.items[0], children.items[1],
               clang_getNullCursor(), children.items[2]);
    return true;
}

static bool lower_cxx_for(struct body *body, CXCursor statement)
{
    struct cursors children = cursor_children(body->scratch, statement);
    size_t at = 0;
    while (at < children.count &&
           !is_kind(children.items[at], CXCursor_VarDecl))
        at++;
    if (at > 1 || at + 2 >= children.count)
        return false;
    struct frame *mark = body->frames;
    CXCursor step = clang_getNullCursor();
    if (at == 1)
        lower_statement(body, children.items[0]);
    if (at + 3 < children.count)
        step = children.items[at + 2];
    lower_loop(body, children.items[at], children.items[at + 1], step,
               children.items[children.count - 1]);
    scope_close(body, mark);
    return true;
}

/* Variables that are used in a statement and declared in its hidden part. */
struct hidden {
    struct body *body;
    CXSourceRange range;
    struct vec_of(CXCursor) found;
};

static unsigned offset_of(CXSourceLocation location)
{
    unsigned offset;
    clang_getFileLocation(location, NULL, NULL, NULL, &offset);
    return offset;
}

static void note_hidden(struct hidden *hidden, CXCursor declaration)
{
    const void *key = declaration_key(declaration);
    unsigned at = offset_of(clang_getCursorLocation(declaration));
    unsigned start = offset_of(clang_getRangeStart(hidden->range));
    unsigned end = offset_of(clang_getRangeEnd(hidden->range));
    if (at < start || at >= end || map_has(hidden->body->variables, key) ||
        map_has(hidden->body->references, key))
        return;
    vec_each (CXCursor, found, &hidden->found)
        if (cxx_same(*found, declaration))
            return;
    vec_push(hidden->body->scratch, &hidden->found, declaration);
}

static enum CXChildVisitResult find_hidden(CXCursor cursor, CXCursor parent,
                                           CXClientData data)
{
    struct hidden *hidden = data;
    (void)parent;
    if (is_kind(cursor, CXCursor_DeclRefExpr)) {
        CXCursor declaration = clang_getCursorReferenced(cursor);
        if (is_kind(declaration, CXCursor_VarDecl))
            note_hidden(hidden, declaration);
    }
    return CXChildVisit_Recurse;
}

static void lower_hidden_part(struct body *body, CXCursor statement,
                              CXCursor subject)
{
    if (!has_two_parts(body, statement))
        return;
    CXSourceRange whole = clang_getCursorExtent(statement);
    CXSourceRange inner = clang_getCursorExtent(subject);
    struct hidden hidden = { .body = body };
    hidden.range =
        clang_getRange(clang_getRangeStart(whole), clang_getRangeStart(inner));
    clang_visitChildren(statement, find_hidden, &hidden);
    vec_each (CXCursor, declaration, &hidden.found)
        cxx_lower_variable(body, *declaration);
    if (hidden.found.count == 0)
        build_opaque(body->builder, type_void(), "first part of a switch", NULL,
                     0);
}

static void lower_cxx_switch(struct body *body, CXCursor statement)
{
    struct frame *mark = body->frames;
    struct cursors children = cursor_children(body->scratch, statement);
    if (children.count < 2)
        return;
    lower_hidden_part(body, statement, children.items[children.count - 2]);
    if (is_kind(children.items[0], CXCursor_VarDecl))
        cxx_lower_variable(body, children.items[0]);
    lower_switch(body, statement);
    scope_close(body, mark);
}

static void lower_cxx_declarations(struct body *body, CXCursor statement)
{
    struct cursors children = cursor_children(body->scratch, statement);
    for (size_t i = 0; i < children.count; i++) {
        CXCursor child = children.items[i];
        if (is_kind(child, CXCursor_VarDecl))
            cxx_lower_variable(body, child);
        else if (is_kind(child, CXCursor_UnexposedDecl))
            cxx_lower_bindings(body, child);
    }
}

bool cxx_lower_statement(struct body *body, CXCursor statement)
{
    switch ((int)clang_getCursorKind(statement)) {
    case CXCursor_IfStmt: lower_cxx_if(body, statement); return true;
    case CXCursor_WhileStmt: return lower_cxx_while(body, statement);
    case CXCursor_ForStmt: return lower_cxx_for(body, statement);
    case CXCursor_SwitchStmt: lower_cxx_switch(body, statement); return true;
    case CXCursor_DeclStmt:
        lower_cxx_declarations(body, statement);
        return true;
    case CXCursor_CXXForRangeStmt:
        cxx_lower_range_for(body, statement);
        return true;
    default: return false;
    }
}
