/* lower.h - what the files that turn cursors into instructions share.
 *
 * `struct lowering` is one translation unit, `struct body` the function in it
 * that is being lowered. Expressions give values, or objects they name.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_LOWER_H
#define UNLOADCHECK_FRONTEND_LOWER_H

#include "frontend/libclang.h"
#include "frontend/source.h"
#include "frontend/types.h"
#include "ir/build.h"
#include "ir/unit.h"
#include "support/vec.h"

struct body;
struct cxx_class;
struct cxx_here;
struct fail;
struct for_parts;
struct frame;
struct labels;
struct map;
struct strings;
struct switching;

/* How deep code may nest: capture.c's stack has room for it. */
enum { DEPTH_LIMIT = 30000 };

/* A function whose body is still to be lowered. Where nobody wrote it, `lower`
 * makes it out of `data`. */
struct waiting {
    struct function *function;
    CXCursor definition;
    bool has_no_self; /* a method's parameters without its `this` */
    void (*lower)(struct body *body, const void *data);
    const void *data;
};

struct lowering {
    struct arena *arena;   /* of the unit */
    struct arena *scratch; /* until the unit is done */
    struct strings *strings;
    struct fail *fail;
    struct source *source;
    struct unit *unit;
    bool is_cxx;
    /* From declaration (declaration_key) to what stands for it. */
    struct map *functions;
    struct map *globals;
    struct map *records;
    struct map *fields; /* to its number in the record, counted from 1 */
    struct map *shapes; /* by type, to struct shape */
    struct map *roles;  /* to the name of the typedef */
    /* Of C++: see cxx_priv.h. */
    struct map *classes;  /* to struct cxx_class */
    struct map *captures; /* by class of a lambda */
    struct map *dynamic;  /* globals that code initialises */
    struct map *flags;    /* by static local: whether it was made */
    struct map *roots;    /* of virtual methods, by method */
    struct vec_of(CXCursor) allocators; /* operators new and delete */
    struct vec_of(struct function *) function_list;
    struct vec_of(struct global *) global_list;
    struct vec_of(struct record *) record_list;
    struct vec_of(struct waiting) waiting;
};

/* An expression's value. An aggregate is where it is in memory: `temp` is its
 * address. A constant has no temporary until value_temp asks for one. */
struct value {
    struct type type;
    struct record *record; /* what a pointer points to; of an aggregate */
    bool is_constant;
    int64_t constant;
    uint32_t temp;
};

/* An object that can be read and written. */
struct object {
    struct value address; /* a pointer */
    struct shape shape;   /* of what is there; a bit-field has few bits */
};

struct body {
    struct lowering *lowering;
    struct arena *scratch; /* until the function is done */
    struct builder *builder;
    struct function *function;
    CXCursor definition;
    struct map *variables;  /* declaration_key -> struct variable */
    struct map *references; /* ... those that hold their object's address */
    struct frame *frames;   /* innermost first, see scope.h */
    struct labels *labels;  /* see jump.c */
    struct switching *switching; /* see switch.c */
    struct for_parts *for_parts;
    struct vec_of(struct variable *) parameters;
    struct variable *self; /* `this` of C++, or NULL */
    struct cxx_class *self_class;
    struct cxx_here *here;   /* another object that `this` is for now */
    struct variable *result; /* where a returned structure goes, or NULL */
    struct shape returned;
    int termination; /* in a __finally block: whether it was entered early */
    unsigned depth;
    bool is_lost; /* some of it is nested too deep */
};

/* declare.c */
void declare_all(struct lowering *lowering);
struct function *function_for(struct lowering *lowering, CXCursor reference);
struct global *global_for(struct lowering *lowering, CXCursor reference);
struct global *global_made_up(struct lowering *lowering, const char *name,
                              CXType type, CXCursor at);
/* A static local of the function. */
struct global *global_in_function(struct lowering *lowering,
                                  struct function *function, CXCursor cursor);
void function_add_parameters(struct body *body);

/* function.c; globals.c: what a global holds before anything runs. */
void lower_function(struct lowering *lowering, const struct waiting *waiting);
void lower_initials(struct lowering *lowering, struct global *global,
                    CXType type, CXCursor initializer);

/* variables.c */
struct object variable_object(struct body *body, struct variable *variable,
                              CXType type);
/* The local; a reference's holds the address of what it refers to. */
struct variable *variable_for(struct body *body, CXCursor declaration);
/* A variable nobody wrote. */
struct variable *temporary_make(struct body *body, struct shape shape);

/* local_init.c: stores an initialiser into an object. */
void lower_initializer(struct body *body, struct object object, CXType type,
                       CXCursor initializer);

/* statement.c, jump.c */
struct value lower_statement_expression(struct body *body, CXCursor cursor);
struct value lower_label_address(struct body *body, CXCursor expression);

/* expression.c */
struct value lower_value(struct body *body, CXCursor expression);
/* For its effects only. */
void lower_effects(struct body *body, CXCursor expression);
/* The value, converted as by assignment to something of that shape. */
struct value lower_converted(struct body *body, CXCursor expression,
                             struct shape shape);
struct value lower_opaque(struct body *body, CXCursor expression,
                          const char *name);

/* condition.c */
void lower_condition(struct body *body, CXCursor expression, uint32_t if_true,
                     uint32_t if_false);
struct value lower_logical(struct body *body, CXCursor expression);
struct value lower_conditional(struct body *body, CXCursor expression);

/* objects.c */
bool is_object(struct body *body, CXCursor expression);
struct object lower_object(struct body *body, CXCursor expression);
struct value object_load(struct body *body, struct object object);
void object_store(struct body *body, struct object object, struct value value);
struct object object_field(struct body *body, struct object object,
                           CXCursor field);
/* The field may be in an unnamed structure of the object's. */
struct object object_with_field(struct body *body, struct object object,
                                CXType type, CXCursor field);
struct object object_element(struct body *body, struct object array,
                             CXType element, int64_t index);

/* operators.c */
struct value lower_binary(struct body *body, CXCursor expression);
struct value lower_unary(struct body *body, CXCursor expression);
struct value lower_compound_assignment(struct body *body, CXCursor expression);
struct value pointer_step(struct body *body, struct value pointer,
                          struct value index, CXType pointee, bool backwards);

/* values.c */
struct value value_constant(struct type type, int64_t constant);
struct value value_of_temp(struct shape shape, uint32_t temp);
struct value value_unknown(struct body *body, struct shape shape);
struct value value_void(void);
uint32_t value_temp(struct body *body, struct value value);
struct value value_convert(struct body *body, struct value value,
                           struct shape shape);
struct value value_binary(struct body *body, enum op op, struct type type,
                          struct value left, struct value right);
struct value value_unary(struct body *body, enum op op, struct type type,
                         struct value operand);
bool value_is_zero(struct value value);

/* call.c, builtin.c */
struct value lower_call(struct body *body, CXCursor call);
/* Whether the function is the compiler's own, and lowered here. */
bool lower_builtin(struct body *body, CXCursor call, const char *name,
                   struct value *result);
/* Where an exception may be raised: by a call, by memory that is not there. */
void after_call(struct body *body);
void before_access(struct body *body, struct value address);

#endif
