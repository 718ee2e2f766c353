/* compile.h - compiling models: shared by the parts of the compiler.
 *
 * bind.c decides which models a driver needs and makes their unit,
 * compile_statement.c and compile_value.c fill the functions.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_COMPILE_H
#define UNLOADCHECK_RULES_COMPILE_H

#include "ir/build.h"
#include "rules/model.h"

struct map;
struct unit;

/* A function to be compiled. */
struct order {
    struct function *function;
    const struct model *model;
    const struct function *declared; /* the driver's, or NULL */
};

struct local {
    const char *name;
    struct variable *variable;
};

struct compiler {
    struct arena *arena;
    const struct map *models;
    struct unit *unit;
    struct map *declared; /* name to the driver's function */
    struct map *records;  /* name to the driver's record */
    struct map *own;      /* the driver's record to that of the models' unit */
    struct map *made;     /* name to function of the models' unit */
    struct vec_of(struct order) orders;
    struct builder *builder;
    struct vec_of(struct local) locals;
};

struct value {
    uint32_t temp;
    struct type type;
    bool is_number;  /* of value `number`; fits any type */
    bool is_missing; /* comes out of a field that no record has */
    int64_t number;
};

struct value compile_value(struct compiler *compiler,
                           const struct expression *expression);

/* The temporary of a value of that type. */
uint32_t compile_convert(struct compiler *compiler, struct value value,
                         struct type type);
uint32_t compile_as(struct compiler *compiler,
                    const struct expression *expression, struct type type);

void compile_condition(struct compiler *compiler,
                       const struct expression *expression, uint32_t if_true,
                       uint32_t if_false);

/* The address that a field expression names; `field` is NULL when there is no
 * such field. */
struct field_place {
    uint32_t address;
    const struct field *field;
};
struct field_place compile_field_place(struct compiler *compiler,
                                       const struct expression *expression);

/* Parameters and locals by name. */
struct variable *compile_find_local(const struct compiler *compiler,
                                    const char *name);
struct variable *compile_add_local(struct compiler *compiler, const char *name,
                                   struct variable *variable);
struct value compile_load_variable(struct compiler *compiler,
                                   struct variable *variable);

void compile_statements(struct compiler *compiler,
                        const struct statements *statements);

/* The models' own function of that name, made when first asked for: with a
 * body if there is a model, else only declared. */
struct function *compile_function_named(struct compiler *compiler,
                                        const char *name);

/* The function that `keep` calls. */
struct function *compile_keeper(struct compiler *compiler);

/* The copy of a driver's record in the models' unit; NULL for NULL. */
struct record *compile_own_record(struct compiler *compiler,
                                  const struct record *record);

#endif
