/* kept_models.c - models of system functions as bytes.
 *
 * A model can have several names, and a later folder can give one of them to
 * another model: so names are written apart, each with the number of its model.
 * A step that stores a routine refers to the root that it makes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/coder.h"
#include "rules/kept_priv.h"
#include "rules/model.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/map.h"

#include <assert.h>

/* A vec; one that is read has no room for more. */
#define CODE_VEC(coder, vec)                                         \
    ((vec)->items = code_array((coder), (vec)->items, &(vec)->count, \
                               sizeof(*(vec)->items)),               \
     (vec)->capacity = (vec)->count)

struct names vec_of(const char *);

struct models_coder {
    struct coder *coder;
    const struct rule_set *set;
    struct models models; /* each once */
    struct map *numbers;  /* when writing: model -> its number, from 1 */
};

static struct expression *code_expression(struct coder *coder,
                                          struct expression *expression)
{
    if (!code_choice(coder, expression != NULL, 2))
        return NULL;
    if (coder_reads(coder))
        expression = code_new(coder, sizeof(*expression));

    bool *flags[] = { &expression->has_type };

    expression->kind = (enum expression_kind)code_choice(
        coder, expression->kind, (unsigned)EXPRESSION_CALL + 1);
    code_place(coder, &expression->place);
    code_i64(coder, &expression->number);
    code_string(coder, &expression->name);
    expression->op = (enum op)code_choice(coder, expression->op, OP_COUNT);
    code_type(coder, &expression->type);
    code_flags(coder, flags, 1);
    code_string(coder, &expression->record);
    CODE_VEC(coder, &expression->path);
    vec_each (const char *, name, &expression->path)
        code_name(coder, name);
    expression->a = code_expression(coder, expression->a);
    expression->b = code_expression(coder, expression->b);
    CODE_VEC(coder, &expression->arguments);
    vec_each (struct expression *, argument, &expression->arguments)
        *argument = code_expression(coder, *argument);
    return expression;
}

static void code_root_of(const struct models_coder *all,
                         struct statement *statement)
{
    const struct rule_set *set = all->set;
    unsigned count = (unsigned)set->root_count, number = count;

    if (!coder_reads(all->coder) && statement->global)
        for (number = 0; set->roots[number].global != statement->global;)
            number++;
    number = code_choice(all->coder, number, count + 1);
    if (number < count) {
        statement->global = set->roots[number].global;
        statement->argument = set->roots[number].argument;
    }
}

static void code_statements(const struct models_coder *all,
                            struct statements *statements);

static void code_statement(const struct models_coder *all,
                           struct statement *statement)
{
    struct coder *coder = all->coder;
    struct expression **operands = statement->operands;

    statement->kind = (enum statement_kind)code_choice(
        coder, statement->kind, (unsigned)STATEMENT_TRY + 1);
    code_place(coder, &statement->place);
    code_string(coder, &statement->name);
    code_root_of(all, statement);
    statement->target = code_expression(coder, statement->target);
    statement->value = code_expression(coder, statement->value);
    for (size_t i = 0; i < sizeof(statement->operands) / sizeof(*operands); i++)
        operands[i] = code_expression(coder, operands[i]);
    code_statements(all, &statement->then);
    code_statements(all, &statement->otherwise);
}

static void code_statements(const struct models_coder *all,
                            struct statements *statements)
{
    CODE_VEC(all->coder, statements);
    vec_each (struct statement *, statement, statements) {
        if (coder_reads(all->coder))
            *statement = code_new(all->coder, sizeof(**statement));
        code_statement(all, *statement);
    }
}

static void code_parameter(struct coder *coder,
                           struct model_parameter *parameter)
{
    bool *flags[] = { &parameter->has_type };

    code_string(coder, &parameter->name);
    code_type(coder, &parameter->type);
    code_flags(coder, flags, 1);
}

static void code_model(const struct models_coder *all, struct model *model)
{
    struct coder *coder = all->coder;
    bool *flags[] = { &model->replaces, &model->is_noreturn,
                      &model->has_parameters, &model->has_result };
    uint64_t folder = model->folder;

    CODE_VEC(coder, &model->names);
    vec_each (const char *, name, &model->names)
        code_name(coder, name);
    code_place(coder, &model->place);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    CODE_VEC(coder, &model->parameters);
    vec_each (struct model_parameter, parameter, &model->parameters)
        code_parameter(coder, parameter);
    code_type(coder, &model->result);
    CODE_VEC(coder, &model->writes);
    vec_each (unsigned, argument, &model->writes)
        code_u32(coder, argument);
    code_statements(all, &model->steps);
    code_u64(coder, &folder);
    model->folder = (size_t)folder;
}

/* What a set has, to be written. */
static void list_models(struct arena *scratch, struct models_coder *all,
                        const struct map *models, struct names *names)
{
    for (size_t i = 0; i < map_count(models); i++) {
        struct map_entry entry = map_at(models, i);
        vec_push(scratch, names, entry.key);
        if (map_has(all->numbers, entry.value))
            continue;
        vec_push(scratch, &all->models, entry.value);
        map_put(all->numbers, entry.value,
                (void *)(uintptr_t)all->models.count);
    }
}

/* By name; `models` NULL: they are read. */
static const struct map *code_all(struct models_coder *all, struct arena *arena,
                                  const struct map *models)
{
    struct coder *coder = all->coder;
    struct map *named = map_make(arena);
    struct names names = { 0 };

    if (models)
        list_models(arena, all, models, &names);
    CODE_VEC(coder, &all->models);
    vec_each (struct model *, model, &all->models) {
        if (!models)
            *model = code_new(coder, sizeof(**model));
        code_model(all, *model);
    }
    CODE_VEC(coder, &names);
    vec_each (const char *, name, &names) {
        void *model = models ? map_get(models, *name) : NULL;
        code_name(coder, name);
        model =
            code_reference(coder, model, all->numbers,
                           (void *const *)all->models.items, all->models.count);
        if (!model)
            coder_break(coder);
        map_put(named, *name, model);
    }
    return named;
}

struct kept_models {
    struct coder *coder;
    struct arena *arena;
    const struct rule_set *set;
    const struct map *read; /* NULL: not yet */
};

void code_models(struct coder *coder, struct arena *arena, struct rule_set *set)
{
    struct models_coder all = { coder, set, { 0 }, map_make(arena) };

    if (!coder_reads(coder)) {
        code_all(&all, arena, rules_models(set));
        return;
    }
    set->kept = arena_new(arena, struct kept_models);
    *set->kept = (struct kept_models){ coder, arena, set, NULL };
}

const struct map *rules_models(const struct rule_set *set)
{
    struct kept_models *kept = set->kept;

    if (!kept)
        return set->models;
    if (!kept->read) {
        struct models_coder all = { kept->coder, kept->set, { 0 }, NULL };
        kept->read = code_all(&all, kept->arena, NULL);
        assert(!coder_is_broken(kept->coder) && coder_is_at_end(kept->coder));
    }
    return kept->read;
}
