/* compile_statement.c - the statements of a model's steps as instructions. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/compile.h"

static void compile_assign(struct compiler *compiler,
                           const struct statement *statement)
{
    struct builder *builder = compiler->builder;
    struct value value = compile_value(compiler, statement->value);
    struct variable *variable = compile_find_local(compiler, statement->name);

    if (!variable)
        variable = compile_add_local(
            compiler, statement->name,
            build_variable(builder, statement->name, value.type, NULL));

    uint32_t temp = compile_convert(compiler, value, variable->type);

    build_store(builder, variable->type, build_local(builder, variable), temp);
}

static void compile_store(struct compiler *compiler,
                          const struct statement *statement)
{
    const struct expression *target = statement->target;
    struct builder *builder = compiler->builder;
    struct field_place place = { NO_TEMP, NULL };
    struct type type = target->type;

    if (target->kind == EXPRESSION_FIELD) {
        place = compile_field_place(compiler, target);
        if (!place.field || place.field->type.kind == TYPE_AGGREGATE)
            return;
        type = place.field->type;
    } else {
        place.address = compile_as(compiler, target->a, type_pointer());
    }
    build_store(builder, type, place.address,
                compile_as(compiler, statement->value, type));
}

static void compile_if(struct compiler *compiler,
                       const struct statement *statement)
{
    struct builder *builder = compiler->builder;
    uint32_t then = build_block(builder);
    uint32_t otherwise = build_block(builder);
    uint32_t after = build_block(builder);

    compile_condition(compiler, statement->value, then, otherwise);
    build_enter(builder, then);
    compile_statements(compiler, &statement->then);
    build_jump(builder, after);
    build_enter(builder, otherwise);
    compile_statements(compiler, &statement->otherwise);
    build_jump(builder, after);
    build_enter(builder, after);
}

static void compile_return(struct compiler *compiler,
                           const struct statement *statement)
{
    struct type type = compiler->builder->function->type;

    if (type.kind == TYPE_VOID)
        build_return(compiler->builder, NO_TEMP);
    else if (statement->value)
        build_return(compiler->builder,
                     compile_as(compiler, statement->value, type));
    else
        build_return(compiler->builder, build_unknown(compiler->builder, type));
}

static void compile_role(struct compiler *compiler,
                         const struct statement *statement)
{
    struct value value = compile_value(compiler, statement->value);

    if (value.is_missing)
        return;
    build_store(compiler->builder, type_pointer(),
                build_global(compiler->builder, statement->global),
                compile_convert(compiler, value, type_pointer()));
    if (!statement->argument)
        return;
    build_store(compiler->builder, type_pointer(),
                build_global(compiler->builder, statement->argument),
                compile_as(compiler, statement->target, type_pointer()));
}

/* free, keep, havoc, copy, fill */
static void compile_deed(struct compiler *compiler,
                         const struct statement *statement)
{
    struct builder *builder = compiler->builder;
    struct type size = type_int(64, false);
    uint32_t to = compile_as(compiler, statement->operands[0], type_pointer());
    uint32_t what = 0;

    if (statement->kind == STATEMENT_FREE) {
        build_free(builder, to);
    } else if (statement->kind == STATEMENT_KEEP) {
        build_call(builder, compile_keeper(compiler), &to, 1);
    } else if (statement->kind == STATEMENT_HAVOC) {
        build_havoc(builder, to);
    } else if (statement->kind == STATEMENT_COPY) {
        what = compile_as(compiler, statement->operands[1], type_pointer());
        build_copy(builder, to, what,
                   compile_as(compiler, statement->operands[2], size));
    } else {
        what = compile_as(compiler, statement->operands[1], type_int(8, false));
        build_fill(builder, to, what,
                   compile_as(compiler, statement->operands[2], size));
    }
}

static void compile_statement(struct compiler *compiler,
                              const struct statement *statement)
{
    compiler->builder->place = statement->place;
    switch (statement->kind) {
    case STATEMENT_ASSIGN: compile_assign(compiler, statement); break;
    case STATEMENT_STORE: compile_store(compiler, statement); break;
    case STATEMENT_IF: compile_if(compiler, statement); break;
    case STATEMENT_RETURN: compile_return(compiler, statement); break;
    case STATEMENT_STOP: build_unreachable(compiler->builder); break;
    case STATEMENT_RAISE: build_raise(compiler->builder); break;
    case STATEMENT_FREE:
    case STATEMENT_KEEP:
    case STATEMENT_HAVOC:
    case STATEMENT_COPY:
    case STATEMENT_FILL: compile_deed(compiler, statement); break;
    case STATEMENT_ROLE: compile_role(compiler, statement); break;
    case STATEMENT_CALL: compile_value(compiler, statement->value); break;
    case STATEMENT_TRY:
        compile_value(compiler, statement->value);
        build_raised(compiler->builder);
        break;
    }
}

void compile_statements(struct compiler *compiler,
                        const struct statements *statements)
{
    vec_each (struct statement *, statement, statements)
        compile_statement(compiler, *statement);
}
