/* statement.c - statements, one row per kind.
 *
 * What has no row is an expression whose value nobody wants.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/cxx.h"
#include "frontend/scope.h"
#include "frontend/statements.h"

static void lower_compound(struct body *body, CXCursor statement)
{
    struct frame *mark = body->frames;
    lower_block_items(body, cursor_children(body->scratch, statement));
    body->builder->place = cursor_end(body->lowering->source, statement);
    scope_close(body, mark);
}

static void lower_nothing(struct body *body, CXCursor statement)
{
    (void)body;
    (void)statement;
}

static void lower_asm(struct body *body, CXCursor statement)
{
    lower_opaque(body, statement, "asm");
}

/* A statement with attributes, or the like. */
static void lower_wrapped(struct body *body, CXCursor statement)
{
    CXCursor child = cursor_last_child(statement);
    if (!clang_Cursor_isNull(child))
        lower_statement(body, child);
}

static const struct {
    enum CXCursorKind kind;
    void (*lower)(struct body *body, CXCursor statement);
} statement_kinds[] = {
    { CXCursor_CompoundStmt, lower_compound },
    { CXCursor_DeclStmt, lower_declarations },
    { CXCursor_IfStmt, lower_if },
    { CXCursor_ReturnStmt, lower_return },
    { CXCursor_GotoStmt, lower_goto },
    { CXCursor_LabelStmt, lower_label },
    { CXCursor_WhileStmt, lower_while },
    { CXCursor_DoStmt, lower_do },
    { CXCursor_ForStmt, lower_for },
    { CXCursor_SwitchStmt, lower_switch },
    { CXCursor_CaseStmt, lower_case },
    { CXCursor_DefaultStmt, lower_default },
    { CXCursor_BreakStmt, lower_break },
    { CXCursor_ContinueStmt, lower_continue },
    { CXCursor_IndirectGotoStmt, lower_indirect_goto },
    { CXCursor_NullStmt, lower_nothing },
    { CXCursor_SEHTryStmt, lower_try },
    { CXCursor_SEHLeaveStmt, lower_leave },
    { CXCursor_GCCAsmStmt, lower_asm },
    { CXCursor_MSAsmStmt, lower_asm },
    { CXCursor_UnexposedStmt, lower_wrapped },
};

static void lower_kind(struct body *body, CXCursor statement)
{
    enum CXCursorKind kind = clang_getCursorKind(statement);
    size_t count = sizeof(statement_kinds) / sizeof(*statement_kinds);
    if (body->lowering->is_cxx && cxx_lower_statement(body, statement))
        return;
    for (size_t i = 0; i < count; i++)
        if (statement_kinds[i].kind == kind) {
            statement_kinds[i].lower(body, statement);
            return;
        }
    if (clang_isExpression(kind))
        lower_effects(body, statement);
    else if (clang_isStatement(kind))
        lower_opaque(body, statement, "statement");
}

void lower_statement(struct body *body, CXCursor statement)
{
    if (body->depth >= DEPTH_LIMIT) {
        body->is_lost = true;
        return;
    }
    struct place here = cursor_place(body->lowering->source, statement);
    if (here.file)
        body->builder->place = here;
    body->depth++;
    lower_kind(body, statement);
    body->depth--;
}

void lower_block_items(struct body *body, struct cursors items)
{
    for (size_t i = 0; i < items.count; i++)
        lower_statement(body, items.items[i]);
}

/* The value of the last statement outlives the block, so that an object is
 * copied. */
static struct value last_value(struct body *body, CXCursor last)
{
    struct value value = lower_value(body, last);
    if (value.type.kind != TYPE_AGGREGATE)
        return value;
    CXType type = clang_getCursorType(last);
    struct variable *variable =
        temporary_make(body, shape_of(body->lowering, type));
    struct object object = variable_object(body, variable, type);
    object_store(body, object, value);
    return object_load(body, object);
}

struct value lower_statement_expression(struct body *body, CXCursor cursor)
{
    struct frame *mark = body->frames;
    CXCursor block = cursor_child(cursor, 0);
    struct cursors items = cursor_children(body->scratch, block);
    struct shape shape = shape_of(body->lowering, clang_getCursorType(cursor));
    struct value value = value_void();
    for (size_t i = 0; i < items.count; i++) {
        bool is_last = i + 1 == items.count;
        if (is_last && shape.type.kind != TYPE_VOID &&
            clang_isExpression(clang_getCursorKind(items.items[i])))
            value = last_value(body, items.items[i]);
        else
            lower_statement(body, items.items[i]);
    }
    scope_close(body, mark);
    return value_convert(body, value, shape);
}
