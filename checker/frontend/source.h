/* source.h - a parsed file: places, names and text in it.
 *
 * libclang's strings and cursors turned into the project's own terms. A cursor
 * is a value that stays good as long as the translation unit is open.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_SOURCE_H
#define UNLOADCHECK_FRONTEND_SOURCE_H

#include "frontend/libclang.h"
#include "ir/place.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct strings;

struct source;

struct cursors {
    CXCursor *items;
    size_t count;
};

/* `directory` is what relative file names are relative to, or NULL. */
struct source *source_make(struct arena *arena, struct strings *strings,
                           CXTranslationUnit unit, const char *directory);

CXTranslationUnit source_unit(const struct source *source);

/* The name of a file as places have it; interned. */
const char *source_name(struct source *source, const char *path);

/* The string, interned; libclang's copy is disposed of. "" for none. */
const char *source_string(struct source *source, CXString string);

/* Where the user wrote it. */
struct place source_place(struct source *source, CXSourceLocation location);
struct place cursor_place(struct source *source, CXCursor cursor);
struct place cursor_end(struct source *source, CXCursor cursor);

/* What the user wrote there: on one line, without comments; interned. NULL
 * when nobody wrote it. */
const char *source_text(struct source *source, CXCursor cursor);

/* The identifier or keyword that the location points to, a macro's own text
 * rather than the macro's use; interned. "" when there is none. */
const char *source_word(struct source *source, CXSourceLocation location);

const char *cursor_name(struct source *source, CXCursor cursor);
const char *type_name(struct source *source, CXType type);

/* Whether it has no name; libclang makes one up for an unnamed structure. */
bool cursor_is_unnamed(CXCursor cursor);

/* The children, in the order libclang gives them. */
struct cursors cursor_children(struct arena *arena, CXCursor cursor);
/* A null cursor when there are fewer. */
CXCursor cursor_child(CXCursor cursor, size_t number);
CXCursor cursor_last_child(CXCursor cursor);

/* The same pointer for all declarations of one thing. */
const void *declaration_key(CXCursor declaration);

/* The same pointer for a statement and for a reference to a label. */
const void *statement_key(CXCursor statement);

/* Whether something is done to a cast, as to an object, which clang sees as an
 * error: its address is taken, or it is assigned to. */
bool is_use_of_cast(CXCursor expression);

/* Whether clang knows what stands before a field, but no such field: a record
 * that has more of them than its header says. */
bool is_misunderstood(CXCursor expression);

/* The expression inside parentheses and implicit conversions, and no use of a
 * cast, nor what is misunderstood. */
CXCursor expression_core(CXCursor expression);

/* Whether an integer literal with that value is what `__LINE__` became. */
bool is_line_number(CXCursor literal, int64_t value);

/* The value, if the expression is an integer constant. Side effects it has
 * are not seen: ask only about what has none. */
bool constant_evaluate(CXCursor expression, int64_t *value);

#endif
