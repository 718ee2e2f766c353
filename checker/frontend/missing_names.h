/* missing_names.h - what is made up for a name that is declared nowhere. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_MISSING_NAMES_H
#define UNLOADCHECK_FRONTEND_MISSING_NAMES_H

#include "frontend/missing.h"

enum missing_kind {
    MISSING_NOTHING,      /* a macro that says nothing */
    MISSING_NOTE,         /* the same, with arguments */
    MISSING_THROUGH,      /* a macro that gives its arguments back */
    MISSING_LOOP,         /* a macro in front of a statement to be repeated */
    MISSING_CALL,         /* a macro with arguments that gives a value */
    MISSING_RETURN,       /* a macro that leaves the function, with a value */
    MISSING_RETURN_IF,    /* one that may */
    MISSING_STRING,       /* a macro that is a string */
    MISSING_TYPE,         /* of an integer, which may hold anything */
    MISSING_POINTER_TYPE, /* to a structure */
    MISSING_STRUCT_TYPE,
    MISSING_FUNCTION_TYPE,
    MISSING_CALLBACK_TYPE, /* a pointer to a function */
    MISSING_STRUCT_TAG,    /* a structure that is declared, but not defined */
    MISSING_UNION_TAG,
    MISSING_VARIABLE, /* of an integer type; or a field, as all that follow */
    MISSING_POINTER,  /* to a structure */
    MISSING_STRUCT,
    MISSING_ARRAY,
    MISSING_FUNCTION,
    MISSING_POINTER_FUNCTION, /* gives a pointer to a structure */
    MISSING_CONSTANT,         /* where the language wants one */
    MISSING_ALIAS,            /* what a later typedef says, in front of it */
    MISSING_NEVER             /* it is declared after all */
};

struct missing_name {
    const char *name;
    enum missing_kind kind;
    unsigned changes;    /* how often the guess was mended */
    const char *tag;     /* of the structure that is made up for it */
    const char *result;  /* type of what a function gives */
    struct map *members; /* by name, to struct missing_name */
};

/* A new one, entered in the map. */
struct missing_name *missing_name_make(struct missing *missing,
                                       struct map *names, const char *name,
                                       enum missing_kind kind,
                                       const char *outer_tag);

#endif
