/* cxx_priv.h - what the files that lower C++ share: how objects are made, used
 * and ended. What is known of their classes is in frontend/cxx_class.h.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_CXX_PRIV_H
#define UNLOADCHECK_FRONTEND_CXX_PRIV_H

#include "frontend/cxx_class.h"

/* What is written between a constructor's parameters and its body. */
struct cxx_initializer {
    CXCursor field;          /* or null: of the base */
    struct cxx_class *class; /* the base's */
    CXCursor expression;
};

struct cxx_initializers vec_of(struct cxx_initializer);

/* cxx_implied.c */
struct function *cxx_destructor(struct lowering *lowering,
                                struct cxx_class *class);
struct function *cxx_implied_function(struct lowering *lowering,
                                      struct cxx_class *class,
                                      enum cxx_implied kind);
/* False if the class is small: it is to be done in place. `other` is NULL but
 * for copies. */
bool cxx_call_implied(struct body *body, struct cxx_class *class,
                      enum cxx_implied kind, struct value object,
                      const struct value *other);

/* cxx_function.c */
void cxx_start_destructor(struct body *body);
struct object cxx_self_object(struct body *body);
/* `this`, and the class it points to; NULL where there is none. */
struct value cxx_self(struct body *body, struct cxx_class **class);
/* As if the code that follows stood in a function of that object; gives what
 * was before, to be set again. */
struct cxx_here {
    struct cxx_class *class;
    struct value address;
};

struct cxx_here *cxx_enter_object(struct body *body, struct object object,
                                  struct cxx_class *class);

/* cxx_construct.c: `object` is raw memory before, an object after. */
typedef void cxx_element(struct body *body, struct object element, CXType type,
                         void *data);
void cxx_each_element(struct body *body, struct object array, CXType type,
                      bool backwards, cxx_element *run, void *data);
void cxx_construct_default(struct body *body, struct object object,
                           CXType type);
/* Bases, table of virtual functions and fields, as a constructor does it; with
 * `initializers` NULL, of one that the language implies. */
struct cxx_initializers;
void cxx_construct_members(struct body *body, struct object object,
                           struct cxx_class *class,
                           const struct cxx_initializers *initializers);
void cxx_construct_field(struct body *body, struct object object,
                         CXCursor field);
/* `kind` is one of those that copy. */
void cxx_copy(struct body *body, struct object to, struct object from,
              CXType type, enum cxx_implied kind);
void cxx_copy_members(struct body *body, struct object to, struct object from,
                      struct cxx_class *class, enum cxx_implied kind);
void cxx_destroy(struct body *body, struct object object, CXType type);

/* Nobody may use what was in the object of that type any more. */
void cxx_end(struct body *body, struct value address, CXType type);

void cxx_destroy_members(struct body *body, struct object object,
                         struct cxx_class *class);
/* By the constructor that the call names. */
void cxx_construct(struct body *body, struct object object, CXType type,
                   CXCursor call);
/* Whether a call of a constructor is of one that does nothing; whether it is
 * written `T()`, which makes the object zero before. */
bool cxx_does_nothing(struct lowering *lowering, CXCursor call);
bool cxx_is_zeroed(struct lowering *lowering, CXCursor call);
/* An array that `new` made, or `delete` gets, of as many as `count` says. */
void cxx_construct_many(struct body *body, struct object first, CXType type,
                        struct value count, CXCursor initializer);
void cxx_destroy_many(struct body *body, struct object first, CXType type,
                      struct value count);
struct object cxx_pointed(struct body *body, struct value address, CXType type);

/* cxx_initialize.c */
/* The address a reference is bound to. */
struct value cxx_bind(struct body *body, CXCursor expression, CXType reference);
/* An object without a name, destroyed at the end of the full expression. */
struct object cxx_materialize(struct body *body, CXCursor expression);
bool cxx_is_temporary(struct body *body, CXCursor expression);
/* At the end of the current scope. */
void cxx_destroy_later(struct body *body, struct variable *variable,
                       CXType type);

/* cxx_call.c: with `into`, a structure that is returned goes there. A reference
 * that is returned is its address. */
struct value cxx_lower_call(struct body *body, CXCursor call,
                            const struct object *into);
bool cxx_returns_reference(CXCursor call);
bool cxx_is_construction(CXCursor expression);

struct cxx_arguments vec_of(uint32_t);
void cxx_add_argument(struct body *body, struct cxx_arguments *arguments,
                      CXCursor argument, CXType parameter);
/* `call`'s arguments from number `first`, for the parameters of `callee`. */
void cxx_add_arguments(struct body *body, struct cxx_arguments *arguments,
                       CXCursor call, int first, CXCursor callee);
/* The default arguments of all parameters. */
void cxx_add_defaults(struct body *body, struct cxx_arguments *arguments,
                      CXCursor callee);
void cxx_call_function(struct body *body, struct function *function,
                       const struct cxx_arguments *arguments);

/* The declaration's, or a null cursor. */
CXCursor cxx_default_argument(CXCursor function, unsigned number);

/* cxx_match.c: how well an argument fits, 0 for not at all. */
bool cxx_has_constructors(struct lowering *lowering, CXType type);
int cxx_fitness(struct body *body, CXType given, CXType wanted);
/* By the constructor that fits best. */
void cxx_construct_from(struct body *body, struct object object, CXType type,
                        struct cursors items);
/* An object where a value is wanted. */
struct value cxx_convert_object(struct body *body, CXCursor expression,
                                struct shape shape);

/* cxx_object.c: the object in front of `.` or `->`; null where it is `this`. */
CXCursor cxx_member_base(CXCursor member);

/* cxx_global.c */
bool cxx_is_dynamic(struct lowering *lowering, const struct global *global,
                    CXCursor cursor);
void cxx_initialize_global(struct body *body, struct global *global,
                           CXCursor cursor);
/* Whether the static local was made. */
struct global *cxx_flag_for(struct lowering *lowering,
                            const struct global *global);

/* cxx_range.c */
void cxx_lower_range_for(struct body *body, CXCursor statement);

/* cxx_new.c */
struct value cxx_lower_new(struct body *body, CXCursor expression);
struct value cxx_lower_delete(struct body *body, CXCursor expression);

/* cxx_lambda.c */
void cxx_lower_lambda(struct body *body, struct object object, CXCursor lambda);
bool cxx_captured(struct body *body, CXCursor declaration, CXType type,
                  struct object *object);
bool cxx_captured_self(struct body *body, struct value *self,
                       struct cxx_class **class);
/* The function that a lambda without captures converts to; NULL if the method
 * is not such a conversion. */
struct function *cxx_lambda_invoker(struct lowering *lowering, CXCursor method);
struct function *cxx_class_invoker(struct lowering *lowering,
                                   struct cxx_class *class);

#endif
