/* kept.c - protocols, rules and roots as bytes; kept_models.c has the rest. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/kept.h"

#include "ir/coder.h"
#include "ir/unit.h"
#include "rules/kept_priv.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/digest.h"
#include "support/text.h"

/* An array of pointers, each to a thing of its own. */
#define CODE_THINGS(coder, items, count)                           \
    do {                                                           \
        CODE_ARRAY((coder), (items), (count));                     \
        for (size_t i = 0; coder_reads(coder) && i < (count); i++) \
            (items)[i] = code_new((coder), sizeof(*(items)[i]));   \
    } while (0)

static void code_names(struct coder *coder, const char **names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        code_name(coder, &names[i]);
}

/* Protocols. */

static void code_state(struct coder *coder, int *state,
                       const struct protocol *protocol)
{
    unsigned limit = (unsigned)protocol->state_count + 1;

    *state = (int)code_choice(coder, (unsigned)(*state + 1), limit) - 1;
}

static void code_transition(struct coder *coder, struct transition *transition,
                            const struct protocol *protocol)
{
    struct result_set *results = &transition->results;

    code_u32(coder, &transition->from);
    CODE_ARRAY(coder, results->intervals, results->count);
    for (size_t i = 0; i < results->count; i++) {
        code_i64(coder, &results->intervals[i].low);
        code_i64(coder, &results->intervals[i].high);
    }
    code_state(coder, &transition->to, protocol);
    code_string(coder, &transition->event);
    code_string(coder, &transition->when);
}

static void code_call(struct coder *coder, struct protocol_call *call,
                      struct protocol *protocol)
{
    bool *flags[] = { &call->creates, &call->is_out };

    call->protocol = protocol;
    code_name(coder, &call->function);
    code_u32(coder, &call->argument);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    CODE_ARRAY(coder, call->transitions, call->transition_count);
    for (size_t i = 0; i < call->transition_count; i++)
        code_transition(coder, &call->transitions[i], protocol);
    CODE_ARRAY(coder, call->runs, call->run_count);
    for (size_t i = 0; i < call->run_count; i++) {
        code_name(coder, &call->runs[i].record);
        code_name(coder, &call->runs[i].field);
    }
}

static void code_protocol(struct coder *coder, struct protocol *protocol)
{
    code_name(coder, &protocol->name);
    code_name(coder, &protocol->object);
    protocol->identity = (enum identity)code_choice(
        coder, protocol->identity, (unsigned)IDENTITY_ADDRESS + 1);
    CODE_ARRAY(coder, protocol->states, protocol->state_count);
    for (size_t i = 0; i < protocol->state_count; i++) {
        code_name(coder, &protocol->states[i].name);
        code_name(coder, &protocol->states[i].meaning);
    }
    CODE_ARRAY(coder, protocol->calls, protocol->call_count);
    for (size_t i = 0; i < protocol->call_count; i++)
        code_call(coder, &protocol->calls[i], protocol);
}

/* Rules. */

static void code_scope(struct coder *coder, struct rule_scope *scope,
                       const struct rule_set *set)
{
    unsigned count = (unsigned)set->protocol_count, number = 0;

    while (!coder_reads(coder) && set->protocols[number] != scope->protocol)
        number++;
    number = code_choice(coder, number, count);
    if (number < count)
        scope->protocol = set->protocols[number];
    code_u32(coder, &scope->states);
}

static void code_reasons(struct coder *coder, struct rule *rule)
{
    code_name(coder, &rule->message);
    code_string(coder, &rule->event);
    code_string(coder, &rule->explanation);
    code_string(coder, &rule->bad);
    code_string(coder, &rule->good);
    CODE_ARRAY(coder, rule->references, rule->reference_count);
    for (size_t i = 0; i < rule->reference_count; i++) {
        code_name(coder, &rule->references[i].title);
        code_name(coder, &rule->references[i].url);
    }
}

static void code_rule(struct coder *coder, struct rule *rule,
                      const struct rule_set *set)
{
    uint64_t folder = rule->folder;

    code_name(coder, &rule->id);
    rule->severity = (enum severity)code_choice(coder, rule->severity,
                                                (unsigned)SEVERITY_ERROR + 1);
    code_name(coder, &rule->summary);
    code_u32(coder, &rule->at);
    CODE_ARRAY(coder, rule->scopes, rule->scope_count);
    for (size_t i = 0; i < rule->scope_count; i++)
        code_scope(coder, &rule->scopes[i], set);
    CODE_ARRAY(coder, rule->calls, rule->call_count);
    code_names(coder, rule->calls, rule->call_count);
    code_u32(coder, &rule->arguments);
    code_reasons(coder, rule);
    code_name(coder, &rule->path);
    code_u64(coder, &folder);
    rule->folder = (size_t)folder;
}

/* Roots. */

/* Of a global that a model stores a routine in: it is the reader's, and what is
 * not said here is the same for all of them. */
static void code_global(struct coder *coder, struct global **global)
{
    unsigned is_there = code_choice(coder, *global != NULL, 2);

    if (coder_reads(coder))
        *global = is_there ? code_new(coder, sizeof(**global)) : NULL;
    if (!is_there)
        return;

    bool *flags[] = { &(*global)->is_defined, &(*global)->is_internal };

    code_place(coder, &(*global)->place);
    code_name(coder, &(*global)->spelling);
    code_name(coder, &(*global)->name);
    code_type(coder, &(*global)->type);
    code_u64(coder, &(*global)->size);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
}

static void code_root(struct coder *coder, struct root *root)
{
    bool *flags[] = { &root->is_export };

    root->role = (enum root_role)code_choice(coder, root->role,
                                             (unsigned)ROOT_NOT_CALLED + 1);
    code_string(coder, &root->function);
    code_string(coder, &root->record);
    code_string(coder, &root->field);
    code_string(coder, &root->role_type);
    code_global(coder, &root->global);
    code_global(coder, &root->argument);
    code_flags(coder, flags, 1);
}

static void code_arguments(struct coder *coder, struct rule_set *set)
{
    CODE_ARRAY(coder, set->tables, set->table_count);
    for (size_t i = 0; i < set->table_count; i++) {
        code_name(coder, &set->tables[i].function);
        code_u32(coder, &set->tables[i].argument);
    }
    CODE_ARRAY(coder, set->own_arguments, set->own_argument_count);
    for (size_t i = 0; i < set->own_argument_count; i++) {
        code_name(coder, &set->own_arguments[i].record);
        code_name(coder, &set->own_arguments[i].field);
        code_u32(coder, &set->own_arguments[i].argument);
    }
}

/* All. */

static void code_set(struct coder *coder, struct rule_set *set)
{
    CODE_THINGS(coder, set->protocols, set->protocol_count);
    for (size_t i = 0; i < set->protocol_count; i++)
        code_protocol(coder, set->protocols[i]);
    CODE_THINGS(coder, set->rules, set->rule_count);
    for (size_t i = 0; i < set->rule_count; i++)
        code_rule(coder, set->rules[i], set);
    CODE_ARRAY(coder, set->roots, set->root_count);
    for (size_t i = 0; i < set->root_count; i++)
        code_root(coder, &set->roots[i]);
    CODE_ARRAY(coder, set->singletons, set->singleton_count);
    code_names(coder, set->singletons, set->singleton_count);
    code_arguments(coder, set);
    CODE_ARRAY(coder, set->failed, set->failed_count);
    code_names(coder, set->failed, set->failed_count);
    code_string(coder, &set->present);
}

void rules_write(struct text *out, const struct rule_set *set)
{
    struct arena *scratch = arena_open();
    struct rule_set copy = *set;
    struct text body = text_make(scratch);
    struct coder *coder = coder_to_write(scratch, &body);

    code_set(coder, &copy);
    code_models(coder, scratch, &copy);
    digest_seal(out, body.data, body.length);
    arena_close(scratch);
}

/* The bytes, and what knows how far they are read, stay for the models. */
struct rule_set *rules_restore(struct arena *arena, struct strings *strings,
                               const void *data, size_t size)
{
    if (!digest_unseal(&data, &size))
        return NULL;

    struct rule_set *set = arena_new(arena, struct rule_set);
    struct coder *coder = coder_to_read(arena, arena, strings,
                                        arena_copy(arena, data, size), size);

    code_set(coder, set);
    code_models(coder, arena, set);
    set->all = set;
    return coder_is_broken(coder) ? NULL : set;
}
