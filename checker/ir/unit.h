/* unit.h - one translation unit, and the program that units make.
 *
 * A unit owns its functions, globals and records through its arena. Names are
 * interned in one table that all units of a run share, so they compare by
 * pointer. Linking (program_link) resolves what one unit declares to what
 * another defines; it changes the `definition` members and nothing else.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_UNIT_H
#define UNLOADCHECK_IR_UNIT_H

#include "ir/allowance.h"
#include "ir/function.h"

struct arena;
struct fail;
struct strings;

enum initial_kind {
    INITIAL_INT,
    INITIAL_FUNCTION, /* address of `function` */
    INITIAL_GLOBAL,   /* address of `global` + `value` bits */
    INITIAL_STRING,   /* address of a literal */
    INITIAL_UNKNOWN   /* not a constant the frontend could tell */
};

/* One scalar of a global's initial value. What no initial covers is zero. */
struct initial {
    uint64_t offset; /* in bits, from the start of the global */
    struct type type;
    enum initial_kind kind;
    int64_t value;
    union {
        struct function *function;
        struct global *global;
    };
};

struct global {
    const char *name;     /* what the linker sees */
    const char *spelling; /* what the user wrote; a static local is
                             "function::name" for the linker only */
    bool is_internal;
    bool is_constant;
    bool is_defined; /* else only declared here; tentative counts as defined */
    bool is_inline;  /* selectany, C++ inline: may be defined several times */
    struct type type;
    struct record *record;    /* as struct field's */
    uint64_t size;            /* in bits */
    struct initial *initials; /* by offset */
    size_t initial_count;
    struct place place;
    struct unit *unit;
    struct global *definition; /* as struct function's */
};

struct unit {
    const char *path;
    struct arena *arena;
    struct function **functions;
    size_t function_count;
    struct global **globals;
    size_t global_count;
    struct record **records;
    size_t record_count;
    struct allowance *allowances; /* as they stand in the files */
    size_t allowance_count;
    /* How many instructions are OP_OPAQUE, for --stats. */
    size_t opaque_count;
};

struct program_index;

struct program {
    struct strings *strings;
    struct unit **units;
    size_t unit_count;
    struct function **functions; /* those with a body that won, in order of
                                    units, then of the file; models last */
    size_t function_count;
    uint32_t number_end;     /* more than any number of a function */
    struct global **globals; /* the winning ones, defined or not, likewise */
    size_t global_count;
    struct record **records;
    size_t record_count;
    struct program_index *index; /* for the questions by name, below */
};

/* Makes a program of `units`, in that order. Two definitions of one external
 * name, neither inline nor weak, are told to `fail` as notes; the first wins.
 * Two defined globals are only told when both have initials: without one it may
 * be a tentative definition. Records of one name and size become one; one whose
 * size is not known joins the first of its name. Records without a name and
 * internal functions and globals stand for themselves.
 * The program lives in `arena`; the units must outlive it. */
struct program *program_link(struct arena *arena, struct strings *strings,
                             struct unit *const *units, size_t count,
                             struct fail *fail);

/* Whether linking told that another definition is used than one of the unit. */
bool unit_has_second(const struct unit *unit);

/* The program with only these of its functions, which are in its order. Any
 * other is not to be found in it, though it may be called. The rest is shared.
 */
struct program *program_reduce(struct arena *arena,
                               const struct program *program,
                               struct function **functions, size_t count);

/* The winning function (body or not), global or record of that name with
 * external linkage, or NULL. `name` need not be interned. */
struct function *program_function(const struct program *program,
                                  const char *name);
struct global *program_global(const struct program *program, const char *name);
struct record *program_record(const struct program *program, const char *name);

#endif
