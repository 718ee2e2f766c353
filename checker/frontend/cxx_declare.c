/* cxx_declare.c - which declarations of C++ are functions and scopes, and what
 * the linker may do with them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx_priv.h"

#include <string.h>

static bool is_class(enum CXCursorKind kind)
{
    return kind == CXCursor_ClassDecl || kind == CXCursor_StructDecl ||
           kind == CXCursor_UnionDecl;
}

bool cxx_is_scope(enum CXCursorKind kind)
{
    return kind == CXCursor_Namespace || kind == CXCursor_LinkageSpec ||
           kind == CXCursor_UnexposedDecl || is_class(kind);
}

bool cxx_is_function(enum CXCursorKind kind)
{
    return kind == CXCursor_FunctionDecl || kind == CXCursor_CXXMethod ||
           kind == CXCursor_Constructor || kind == CXCursor_Destructor ||
           kind == CXCursor_ConversionFunction;
}

bool cxx_is_merged(CXCursor cursor)
{
    while (cxx_is_function(clang_getCursorKind(cursor)) ||
           is_class(clang_getCursorKind(cursor))) {
        if (!clang_Cursor_isNull(clang_getSpecializedCursorTemplate(cursor)))
            return true;
        cursor = clang_getCursorSemanticParent(cursor);
    }
    return false;
}

/* Two lambdas of one function may have one name for the linker. */
bool cxx_is_hidden(CXCursor cursor)
{
    CXCursor parent = clang_getCursorSemanticParent(cursor);
    while (is_class(clang_getCursorKind(parent)))
        parent = clang_getCursorSemanticParent(parent);
    return cxx_is_function(clang_getCursorKind(parent));
}

void cxx_note_allocator(struct lowering *lowering, CXCursor function)
{
    const char *name = cursor_name(lowering->source, function);
    if (clang_getCursorKind(function) == CXCursor_FunctionDecl &&
        (strncmp(name, "operator new", 12) == 0 ||
         strncmp(name, "operator delete", 15) == 0))
        vec_push(lowering->scratch, &lowering->allocators, function);
}

bool cxx_has_implied_body(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    return (kind == CXCursor_Constructor || kind == CXCursor_Destructor ||
            kind == CXCursor_CXXMethod) &&
           clang_CXXMethod_isDefaulted(cursor);
}

static bool has_self(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    return cxx_is_function(kind) && kind != CXCursor_FunctionDecl &&
           !clang_CXXMethod_isStatic(cursor);
}

void cxx_add_self(struct body *body)
{
    CXCursor definition = body->definition;
    if (is_class(clang_getCursorKind(definition)))
        body->self_class =
            cxx_class_of(body->lowering, clang_getCursorType(definition));
    else if (has_self(definition))
        body->self_class = cxx_class_of_member(body->lowering, definition);
    if (!body->self_class)
        return;
    struct record *record = cxx_record_of(body->lowering, body->self_class);
    body->self = build_parameter(body->builder, "this", type_pointer(), record);
    vec_push(body->scratch, &body->parameters, body->self);
}
