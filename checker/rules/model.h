/* model.h - a model of system functions, before it is compiled.
 *
 * A model file says what a function does in a small language, `steps`. The
 * steps are parsed when the file is read, so that mistakes are told then; they
 * are compiled when the driver's units are known (rules_bind), because the
 * places of fields are those of the driver's own headers.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_MODEL_H
#define UNLOADCHECK_RULES_MODEL_H

#include "ir/function.h"
#include "support/vec.h"

struct map;
struct rule_set;

enum expression_kind {
    EXPRESSION_NUMBER,   /* number */
    EXPRESSION_NAME,     /* name: a parameter or a local */
    EXPRESSION_LOAD,     /* what is at address a */
    EXPRESSION_FIELD,    /* a->record.path */
    EXPRESSION_ADDRESS,  /* &a->record.path */
    EXPRESSION_UNARY,    /* op a */
    EXPRESSION_BINARY,   /* a op b */
    EXPRESSION_FALSE,    /* !a */
    EXPRESSION_BOTH,     /* a && b */
    EXPRESSION_EITHER,   /* a || b */
    EXPRESSION_ALLOC,    /* a new object of a bytes */
    EXPRESSION_UNKNOWN,  /* any value of the type */
    EXPRESSION_SIZE,     /* of the record, in bytes */
    EXPRESSION_FUNCTION, /* the address of the function `name` */
    EXPRESSION_CALL      /* name(arguments), by name or through a value */
};

struct expressions vec_of(struct expression *);

struct expression {
    enum expression_kind kind;
    struct place place;
    int64_t number;
    const char *name; /* interned */
    enum op op;
    struct type type;                 /* LOAD, UNKNOWN, CALL */
    bool has_type;                    /* CALL: the type was given */
    const char *record;               /* interned; or NULL */
    struct vec_of(const char *) path; /* field names from the record inward */
    struct expression *a;
    struct expression *b;
    struct expressions arguments;
};

enum statement_kind {
    STATEMENT_ASSIGN, /* name = value */
    STATEMENT_STORE,  /* what is at `target` (LOAD or FIELD) = value */
    STATEMENT_IF,
    STATEMENT_RETURN, /* value or NULL */
    STATEMENT_STOP,
    STATEMENT_RAISE,
    STATEMENT_FREE,  /* a */
    STATEMENT_KEEP,  /* a */
    STATEMENT_HAVOC, /* a */
    STATEMENT_COPY,  /* a, b, c */
    STATEMENT_FILL,  /* a, b, c */
    STATEMENT_ROLE,  /* global = value, argument = target */
    STATEMENT_CALL,  /* value, for its effect */
    STATEMENT_TRY    /* value, a call; goes on if it leaves by an exception */
};

struct statements vec_of(struct statement *);

struct statement {
    enum statement_kind kind;
    struct place place;
    const char *name;
    struct global *global;
    struct global *argument; /* ROLE: or NULL */
    struct expression *target;
    struct expression *value; /* IF: the condition */
    struct expression *operands[3];
    struct statements then;
    struct statements otherwise;
};

struct model_parameter {
    const char *name;
    struct type type;
    bool has_type; /* else the driver's declaration says it */
};
struct model_parameters vec_of(struct model_parameter);

struct model {
    struct vec_of(const char *) names; /* interned */
    struct place place;
    bool replaces; /* stands for a body in a system header too */
    bool is_noreturn;
    bool has_parameters;
    struct model_parameters parameters;
    bool has_result;
    struct type result;
    struct vec_of(unsigned) writes; /* arguments */
    struct statements steps;
    size_t folder;
};
struct models vec_of(struct model *);

/* All models of the set: interned name to struct model. Not to be asked by two
 * threads at once. */
const struct map *rules_models(const struct rule_set *set);

/* Whether the rules name the (interned) function: as one of a protocol, of a
 * model, or as a routine of the driver. Likewise. */
bool rules_know(const struct rule_set *set, const char *function);

/* "pointer", "int32", ...: false when it is no type. */
bool model_type(const char *word, struct type *type);

#endif
