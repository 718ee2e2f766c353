/* value.h - what a temporary or a place in memory can hold.
 *
 * Values are interned: equal values are the same pointer, and `id` numbers
 * them in the order they were made, which is the same in every run.
 *
 * A symbol is an unknown value with a number that means something only within
 * one state (engine/state.h keeps what is known about it). The handle is the
 * one registration that a state follows. An address is a region of memory, an
 * offset in bits and, for an array element that is not known, an index.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_VALUE_H
#define UNLOADCHECK_ENGINE_VALUE_H

#include "ir/unit.h"
#include "rules/rules.h"

enum value_kind {
    VALUE_INT,       /* a known integer, or the null pointer */
    VALUE_SYMBOL,    /* unknown */
    VALUE_HANDLE,    /* the handle of the object that is followed */
    VALUE_UNDEFINED, /* read from memory that was never written */
    VALUE_ADDRESS,
    VALUE_FUNCTION,
    VALUE_EXPRESSION /* an operation on at least one unknown value */
};

enum region_kind {
    REGION_GLOBAL,
    REGION_LOCAL,     /* of the function that is executed */
    REGION_OBJECT,    /* number within a state: heap, a caller's local, or
                         memory the driver got from outside */
    REGION_SINGLETON, /* the one object of a record */
    REGION_LITERAL    /* a string */
};

struct region {
    enum region_kind kind;
    uint32_t id; /* order of making */
    union {
        struct global *global;
        const struct variable *variable;
        uint32_t object;
        const char *record; /* singleton: its (interned) name */
    };
};

struct value {
    enum value_kind kind;
    uint32_t id;
    uint32_t size;    /* how many values it is made of */
    bool has_names;   /* a symbol or an object is part of it */
    struct type type; /* SYMBOL, EXPRESSION */
    union {
        int64_t integer;
        struct {
            uint32_t number;
            /* The handle of an object that is not followed; else NULL. */
            const struct protocol *protocol;
            /* Of such a handle: the call that made the object; or NULL. */
            const struct instruction *site;
            /* Made by code outside the driver: as a pointer to a routine, it
             * is none of the driver's. */
            bool is_foreign;
        } symbol;
        struct {
            const struct region *region;
            int64_t offset;            /* in bits */
            const struct value *index; /* or NULL */
            int64_t stride;            /* in bits; 0 without index */
        } address;
        struct function *function;
        struct {
            enum op op;
            const struct value *left;
            const struct value *right; /* NULL for one operand */
        } expression;
    };
};

struct text;
struct values;

struct values *values_make(struct arena *arena);

const struct value *value_int(struct values *values, int64_t integer);
const struct value *value_symbol(struct values *values, uint32_t number,
                                 struct type type, bool is_foreign);
/* The handle of an object that is not followed. */
const struct value *value_other(struct values *values, uint32_t number,
                                const struct protocol *protocol,
                                const struct instruction *site);
/* The symbol with another number. */
const struct value *value_renumber(struct values *values,
                                   const struct value *symbol, uint32_t number);
const struct value *value_handle(struct values *values);
const struct value *value_undefined(struct values *values);
const struct value *value_function(struct values *values,
                                   struct function *function);
const struct value *value_address(struct values *values,
                                  const struct region *region, int64_t offset,
                                  const struct value *index, int64_t stride);

/* An operation, simplified as far as that is certain without knowing more
 * about the symbols: see value_simplify.c. `type` is the operands'. NULL when
 * the result is too large to keep: the caller makes a new symbol then. */
const struct value *value_operation(struct values *values, enum op op,
                                    struct type type, const struct value *left,
                                    const struct value *right);

/* The value as an object of `type` keeps it; NULL as for value_operation. */
const struct value *value_cast(struct values *values, struct type type,
                               const struct value *value);

/* The integer as an object of `type` keeps it. */
int64_t integer_fit(struct type type, int64_t integer);

/* For value_simplify.c: an expression node exactly so, NULL if too large. */
const struct value *value_expression(struct values *values, enum op op,
                                     struct type type, const struct value *left,
                                     const struct value *right);

const struct region *region_global(struct values *values,
                                   struct global *global);
const struct region *region_local(struct values *values,
                                  const struct variable *variable);
const struct region *region_object(struct values *values, uint32_t object);
const struct region *region_singleton(struct values *values,
                                      const char *record);
const struct region *region_literal(struct values *values);

/* Whether it is the integer `integer`. */
bool value_is(const struct value *value, int64_t integer);

/* Whether it is certain, with nothing known about symbols, not to be 0. */
bool value_is_address(const struct value *value);

/* For dumps: short and stable. */
void value_print(const struct value *value, struct text *out);

/* The comparison that holds exactly when `op` does not. */
enum op op_negate(enum op op);
/* The comparison with its sides exchanged. */
enum op op_mirror(enum op op);

#endif
