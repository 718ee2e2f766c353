/* explain.c - rules as text for people. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/explain.h"

#include "rules/automaton.h"
#include "rules/results.h"
#include "rules/rules.h"
#include "rules/words.h"
#include "support/nearest.h"
#include "support/text.h"

#include <string.h>

static const struct protocol *find_protocol(const struct rule_set *set,
                                            const char *name)
{
    for (size_t i = 0; i < set->protocol_count; i++)
        if (strcmp(set->protocols[i]->name, name) == 0)
            return set->protocols[i];
    return NULL;
}

const char *rules_nearest(const struct rule_set *set, const char *name)
{
    struct nearest nearest = nearest_make(name);

    for (size_t i = 0; i < set->rule_count; i++)
        nearest_try(&nearest, set->rules[i]->id);
    for (size_t i = 0; i < set->protocol_count; i++)
        nearest_try(&nearest, set->protocols[i]->name);
    return nearest.best;
}

void rules_list(const struct rule_set *set, struct text *out)
{
    size_t width = 0;

    for (size_t i = 0; i < set->rule_count; i++)
        if (strlen(set->rules[i]->id) > width)
            width = strlen(set->rules[i]->id);
    for (size_t i = 0; i < set->rule_count; i++)
        text_addf(out, "%-*s  %-7s  %s\n", (int)width, set->rules[i]->id,
                  severity_words[set->rules[i]->severity],
                  set->rules[i]->summary);
}

/* Every line of `lines` that is not empty behind `indent`. */
static void add_indented(const char *lines, const char *indent,
                         struct text *out)
{
    while (*lines) {
        size_t length = strcspn(lines, "\n");

        if (length)
            text_add(out, indent);
        text_add_n(out, lines, length);
        text_add_char(out, '\n');
        lines += length + (lines[length] == '\n');
    }
}

/* The words of the bits that are set. */
static void add_bits(unsigned bits, const char *const *words, struct text *out)
{
    const char *comma = "";

    for (size_t i = 0; words[i]; i++) {
        if (!(bits & (1U << i)))
            continue;
        text_addf(out, "%s%s", comma, words[i]);
        comma = ", ";
    }
}

static void add_calls(const struct rule *rule, struct text *out)
{
    for (size_t i = 0; i < rule->call_count; i++)
        text_addf(out, "%s%s", i ? ", " : "", rule->calls[i]);
}

static void add_arguments(unsigned faults, struct text *out)
{
    static const char *const phrases[] = { "null", "no handle at all",
                                           "the handle of something else",
                                           "the address of the handle", NULL };

    add_bits(faults, phrases, out);
}

/* What is a fault, in one or a few sentences for people. */
static void add_moments(const struct rule *rule, struct text *out)
{
    static const char *const sentences[] = {
        "the unload routine returns", "the entry routine fails",
        "the last place that holds it is lost", NULL,
        "no unload routine is ever set"
    };
    const char *comma = "";

    for (size_t i = 0; moment_words[i]; i++) {
        if (!(rule->at & (1U << i)))
            continue;
        text_add(out, comma);
        if (sentences[i])
            text_add(out, sentences[i]);
        else
            add_calls(rule, out);
        comma = ", or ";
    }
}

static void add_scope(const struct rule *rule, const struct rule_scope *scope,
                      struct text *out)
{
    text_addf(out, "  a %s", scope->protocol->object);
    if (scope->states) {
        text_add(out, " that is ");
        automaton_states(scope->protocol, scope->states, out);
    }
    if (rule->arguments) {
        text_add(out, scope->states ? ", or an argument that is "
                                    : ": an argument that is ");
        add_arguments(rule->arguments, out);
    }
    text_add_char(out, '\n');
}

static void add_fault(const struct rule *rule, struct text *out)
{
    text_add(out, "Looks when ");
    if (rule->at == AT_CALL)
        text_add(out, "the driver calls ");
    add_moments(rule, out);
    text_add(out, "; a fault is\n");
    for (size_t i = 0; i < rule->scope_count; i++)
        add_scope(rule, &rule->scopes[i], out);
}

static void add_automata(const struct rule *rule, struct text *out)
{
    for (size_t i = 0; i < rule->scope_count; i++) {
        const struct protocol *protocol = rule->scopes[i].protocol;

        text_addf(out, "\nWhat a %s goes through:\n\n", protocol->object);
        automaton_draw(protocol, rule->scopes[i].states, "  ", out);
    }
}

static void add_references(const struct rule *rule, struct text *out)
{
    if (rule->reference_count)
        text_add(out, "\nSee:\n\n");
    for (size_t i = 0; i < rule->reference_count; i++)
        text_addf(out, "  %s\n    %s\n", rule->references[i].title,
                  rule->references[i].url);
}

static void add_code(const char *title, const char *code, struct text *out)
{
    if (!code)
        return;
    text_addf(out, "\n%s:\n\n", title);
    add_indented(code, "    ", out);
}

bool rules_explain(const struct rule_set *set, const char *id, struct text *out)
{
    const struct rule *rule = rules_rule(set, id);

    if (!rule)
        return false;
    text_addf(out, "%s (%s): %s\n\n", rule->id, severity_words[rule->severity],
              rule->summary);
    add_indented(rule->explanation, "", out);
    add_code("Wrong", rule->bad, out);
    add_code("Right", rule->good, out);
    text_add_char(out, '\n');
    add_fault(rule, out);
    add_automata(rule, out);
    add_references(rule, out);
    return true;
}

static void dump_protocol(const struct protocol *protocol, struct text *out)
{
    text_addf(out, "protocol %s: %s, by %s\n", protocol->name, protocol->object,
              protocol->identity == IDENTITY_HANDLE ? "handle" : "address");
    automaton_print(protocol, "  ", out);
}

/* Sentences and result sets as the engine has them. */
static void dump_events(const struct protocol *protocol, struct text *out)
{
    for (size_t i = 0; i < protocol->call_count; i++) {
        const struct protocol_call *call = &protocol->calls[i];

        for (size_t j = 0; j < call->transition_count; j++) {
            text_addf(out, "  %s result ", call->function);
            results_print(call->transitions[j].results, out);
            text_addf(out, ": %s\n",
                      call->transitions[j].event ? call->transitions[j].event
                                                 : "-");
        }
    }
}

static void dump_rule(const struct rule *rule, struct text *out)
{
    text_addf(out, "rule %s: %s\n  at ", rule->id,
              severity_words[rule->severity]);
    add_bits(rule->at, moment_words, out);
    text_add_char(out, '\n');
    for (size_t i = 0; i < rule->scope_count; i++) {
        text_addf(out, "  of %s in ", rule->scopes[i].protocol->name);
        automaton_states(rule->scopes[i].protocol, rule->scopes[i].states, out);
        text_add_char(out, '\n');
    }
    if (rule->call_count) {
        text_add(out, "  calls ");
        add_calls(rule, out);
        text_add_char(out, '\n');
    }
    if (rule->arguments) {
        text_add(out, "  arguments ");
        add_bits(rule->arguments, argument_fault_words, out);
        text_add_char(out, '\n');
    }
    text_addf(out, "  message %s\n  event %s\n", rule->message,
              rule->event ? rule->event : "-");
}

bool rules_dump(const struct rule_set *set, const char *name, struct text *out)
{
    const struct rule *rule = rules_rule(set, name);
    const struct protocol *protocol = find_protocol(set, name);

    if (!rule && !protocol)
        return false;
    if (protocol) {
        dump_protocol(protocol, out);
        dump_events(protocol, out);
        return true;
    }
    dump_rule(rule, out);
    for (size_t i = 0; i < rule->scope_count; i++)
        dump_protocol(rule->scopes[i].protocol, out);
    return true;
}
