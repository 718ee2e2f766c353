/* cxx.h - what the rest of the frontend asks for when a file is C++.
 *
 * The C part lowers what both languages have. These are the questions it asks
 * first; where the answer is false or NULL, its own way is right.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_CXX_H
#define UNLOADCHECK_FRONTEND_CXX_H

#include "frontend/lower.h"

struct text;

/* cxx_names.c: what the linker sees, what the user wrote. */
const char *cxx_linker_name(struct lowering *lowering, CXCursor cursor);
const char *cxx_spelling(struct lowering *lowering, CXCursor cursor);
const char *cxx_record_name(struct lowering *lowering, CXCursor cursor);

/* cxx_declare.c: the definitions inside namespaces and classes; which functions
 * several units may define alike; which are only the unit's. */
bool cxx_is_scope(enum CXCursorKind kind);
bool cxx_is_function(enum CXCursorKind kind);
bool cxx_is_merged(CXCursor cursor);
bool cxx_is_hidden(CXCursor cursor);
void cxx_note_allocator(struct lowering *lowering, CXCursor function);
/* A body that the language implies. */
bool cxx_has_implied_body(CXCursor cursor);
void cxx_add_self(struct body *body);

/* cxx_record.c: the fields that stand in front of the declared ones. */
size_t cxx_hidden_fields(struct lowering *lowering, CXCursor definition,
                         struct field **fields);

/* cxx_function.c: what a constructor or destructor does around its body. */
void cxx_start_function(struct body *body);
void cxx_end_function(struct body *body);

/* cxx_global.c: a global that a constructor or call initialises. */
bool cxx_define_global(struct lowering *lowering, struct global *global,
                       CXCursor cursor);
/* A constant that C does not have: gives it, or the expression it is made of in
 * `inner`. */
bool cxx_initial(struct lowering *lowering, CXCursor expression,
                 struct initial *initial, CXCursor *inner);

/* cxx_expression.c, cxx_object.c */
bool cxx_lower_value(struct body *body, CXCursor expression,
                     struct value *value);
bool cxx_is_object(struct body *body, CXCursor expression, bool *is_object);
bool cxx_lower_object(struct body *body, CXCursor expression,
                      struct object *object);

/* cxx_initialize.c: whether the expression makes an object of the class, or is
 * what a reference is bound to; and the making of it. */
bool cxx_makes(struct body *body, CXType type, CXCursor expression);
/* Whether the class says how its objects are made out of a list. */
bool cxx_is_made(struct lowering *lowering, CXType type);
void cxx_initialize(struct body *body, struct object object, CXType type,
                    CXCursor expression);

/* cxx_statement.c, cxx_range.c, cxx_variable.c, cxx_binding.c */
bool cxx_lower_statement(struct body *body, CXCursor statement);
void cxx_lower_variable(struct body *body, CXCursor declaration);
void cxx_lower_bindings(struct body *body, CXCursor declaration);
/* The value of `return`; `temp` may stay NO_TEMP. */
bool cxx_lower_return(struct body *body, CXCursor expression, uint32_t *temp);

#endif
