/* function.h - one function as a control-flow graph.
 *
 * Blocks are numbered; block 0 is where the function starts. An instruction
 * makes at most one temporary; a temporary is made by one instruction only,
 * and every use is dominated by it (ir/verify.h checks that). There are no
 * phi instructions: `?:` and `&&` go through a local of their own.
 *
 * Everything lives in the arena of the unit the function belongs to, and
 * never changes after ir/link.h has run.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_FUNCTION_H
#define UNLOADCHECK_IR_FUNCTION_H

#include "ir/place.h"
#include "ir/type.h"

enum op {
#define OP(id, text, result, operands, extra, typing) OP_##id,
#include "ir/ops.def"
#undef OP
    OP_COUNT
};

#define NO_TEMP UINT32_MAX

struct function;
struct global;
struct unit;

/* A parameter or local. Its address is what OP_LOCAL gives. */
struct variable {
    const char *name; /* as written; "$1", "$2", ... for one made up */
    struct type type;
    struct record *record; /* as struct field's */
    uint64_t size;         /* in bits; 0 when not known */
    bool is_void_pointer;  /* what it points to is opaque: void */
    bool is_const_pointer; /* what it points to is const */
    struct place place;
    uint32_t number; /* parameters first, from 0 */
};

struct instruction {
    enum op op;
    struct type type;
    uint32_t result; /* NO_TEMP for none */
    uint32_t operand_count;
    uint32_t *operands;
    int64_t immediate;
    struct place place;
    struct record *record; /* FIELD, CAST */
    uint32_t field;        /* FIELD: index in record->fields */
    union {
        const char *name;
        struct function *function;
        struct global *global;
        struct variable *variable;
    };
};

enum terminator_kind {
    END_JUMP,       /* targets[0] */
    END_BRANCH,     /* temp not 0: targets[0], else targets[1] */
    END_SWITCH,     /* temp == cases[i]: targets[i]; else the last target */
    END_RETURN,     /* temp, or NO_TEMP */
    END_RAISE,      /* leaves the function by an exception */
    END_UNREACHABLE /* control never gets here */
};

struct terminator {
    enum terminator_kind kind;
    uint32_t temp;
    struct type type; /* of temp */
    uint32_t target_count;
    uint32_t *targets; /* block numbers */
    int64_t *cases;    /* target_count - 1 of them */
    struct place place;
    const char *text; /* BRANCH, SWITCH: the condition as the user wrote it,
                         on one line; NULL when nobody wrote it */
};

struct block {
    struct instruction *instructions;
    size_t instruction_count;
    struct terminator end;
};

struct function {
    const char *name;     /* what the linker sees */
    const char *spelling; /* what the user wrote, qualified */
    const char *role;     /* the function typedef it was declared by, or NULL */
    bool is_internal;     /* static: not seen by other units */
    bool is_inline;       /* may be defined in several units */
    bool is_noreturn;
    bool is_variadic;
    bool is_exported;      /* dllexport, or in extern table of the image */
    bool is_initializer;   /* runs before the entry routine (C++ globals) */
    bool is_weak;          /* a model: any other definition comes first */
    bool is_system;        /* declared in a system header: the kernel's, not the
                       driver's */
    struct type type;      /* of what it returns */
    struct record *record; /* of what it returns, as struct field's */
    struct variable **variables; /* parameters, then locals */
    size_t parameter_count;
    size_t variable_count;
    uint32_t temp_count;
    struct block *blocks;
    size_t block_count; /* 0: no body in this unit, or none that was read */
    bool is_inert;      /* it has a body that does nothing that anyone else can
                           tell (ir/inert.h) */
    bool gives_no_pointer; /* and what it returns never has a pointer in it */
    bool is_absent;        /* and that was not read, nor what only that needs */
    struct place place;
    struct place end; /* its closing brace */
    struct unit *unit;
    struct function *definition; /* after linking: the function with the body;
                                    when there is none anywhere, the same one
                                    for all that declare it */
    uint32_t number;             /* after linking: its own among those with a
                                    body that won, from 1; 0: it is none */
};

/* The function that stands for it after linking, or itself. */
static inline const struct function *
function_linked(const struct function *function)
{
    return function->definition ? function->definition : function;
}

/* Whether the unit has its body, read or not. */
static inline bool function_is_defined(const struct function *function)
{
    return function->block_count > 0 || function->is_absent;
}

/* The properties of an instruction kind, out of ops.def. */
enum op_extra {
    EXTRA_NONE,
    EXTRA_IMMEDIATE,
    EXTRA_NAME,
    EXTRA_FUNCTION,
    EXTRA_GLOBAL,
    EXTRA_VARIABLE,
    EXTRA_FIELD,
    EXTRA_RECORD
};

/* What `type` an instruction has: one of its own, or always the same. */
enum op_typing { TYPING_VARIES, TYPING_VOID, TYPING_POINTER, TYPING_INT };

const char *op_text(enum op op);
bool op_has_result(enum op op);
int op_operands(enum op op);
bool op_is_comparison(enum op op);
enum op_extra op_extra(enum op op);
enum op_typing op_typing(enum op op);

/* The type that goes with a typing other than TYPING_VARIES. */
struct type typing_type(enum op_typing typing);

/* The type of the temporary that an instruction makes: void when it makes none,
 * i32 for a comparison. */
struct type instruction_type(const struct instruction *instruction);

#endif
