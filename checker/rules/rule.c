/* rule.c - reads a file that starts with `rule:`.
 *
 * Needs: every protocol file has been read. A rule about a protocol whose file
 * was wrong is left out with a note: the error stands at the protocol.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/reader.h"
#include "rules/words.h"
#include "support/nearest.h"

#include <ctype.h>
#include <string.h>

struct rule_job {
    struct reader *reader;
    struct rule *rule;
    const struct node *fault;
};

static bool is_lost(const struct reader *reader, const char *name)
{
    vec_each (const char *, lost, &reader->all->lost_protocols)
        if (strcmp(*lost, name) == 0)
            return true;
    return false;
}

static const struct protocol *find_protocol(struct reader *reader,
                                            const struct node *node)
{
    const char *name = reader_scalar(reader, node);
    struct nearest nearest;

    if (!name)
        return NULL;
    nearest = nearest_make(name);
    vec_each (struct protocol *, protocol, &reader->all->protocols) {
        if (strcmp((*protocol)->name, name) == 0)
            return *protocol;
        nearest_try(&nearest, (*protocol)->name);
    }
    if (is_lost(reader, name)) {
        fail_note(reader->fail, node->place,
                  "left out: the file of protocol '%s' is wrong", name);
        reader->is_excused = true;
    } else {
        reader_fail(reader, node, "unknown protocol '%s'%s", name,
                    reader_hint(reader, nearest.best));
    }
    return NULL;
}

static void read_scopes(struct rule_job *job)
{
    struct reader *reader = job->reader;
    const struct node *node = reader_need(reader, reader->root, "protocols");
    struct node_list list;

    if (!node)
        return;
    list = reader_list(reader, node);
    if (list.count == 0)
        reader_fail(reader, node, "a rule is about one protocol at least");
    job->rule->scopes =
        arena_array(reader->arena, struct rule_scope, list.count);
    for (size_t i = 0; i < list.count; i++) {
        const struct protocol *protocol = find_protocol(reader, list.items[i]);

        if (protocol)
            job->rule->scopes[job->rule->scope_count++].protocol = protocol;
    }
}

static unsigned read_bits(struct reader *reader, const struct node *node,
                          const char *const *names, const char *what)
{
    struct node_list list = reader_list(reader, node);
    unsigned bits = 0;

    for (size_t i = 0; i < list.count; i++) {
        int bit = reader_choice(reader, list.items[i], names, what);

        if (bit >= 0)
            bits |= 1U << bit;
    }
    return bits;
}

static void read_state(struct rule_job *job, const struct node *state)
{
    for (size_t i = 0; i < job->rule->scope_count; i++) {
        struct rule_scope *scope = &job->rule->scopes[i];
        int index = reader_state(job->reader, state, scope->protocol);

        if (index >= 0)
            scope->states |= (state_set)1 << index;
    }
}

static void read_states(struct rule_job *job)
{
    const struct node *states = yaml_get(job->fault, "states");
    struct node_list list;

    if (!states)
        return;
    list = reader_list(job->reader, states);
    for (size_t i = 0; i < list.count; i++)
        read_state(job, list.items[i]);
}

static bool has_call(const struct rule *rule, const char *function,
                     struct nearest *nearest)
{
    for (size_t i = 0; i < rule->scope_count; i++) {
        const struct protocol *protocol = rule->scopes[i].protocol;

        for (size_t j = 0; j < protocol->call_count; j++) {
            if (strcmp(protocol->calls[j].function, function) == 0)
                return true;
            nearest_try(nearest, protocol->calls[j].function);
        }
    }
    return false;
}

static void read_calls(struct rule_job *job)
{
    struct reader *reader = job->reader;
    struct rule *rule = job->rule;
    const struct node *calls = yaml_get(job->fault, "calls");
    struct node_list list;

    if (!calls)
        return;
    list = reader_list(reader, calls);
    rule->calls = arena_array(reader->arena, const char *, list.count);
    for (size_t i = 0; i < list.count; i++) {
        const char *name = reader_scalar(reader, list.items[i]);
        struct nearest nearest = nearest_make(name ? name : "");

        if (!name)
            continue;
        if (!reader->is_excused && !has_call(rule, name, &nearest))
            reader_fail(reader, list.items[i],
                        "'%s' is no call of the rule's protocols%s", name,
                        reader_hint(reader, nearest.best));
        rule->calls[rule->call_count++] = reader_intern(reader, name);
    }
}

static void read_arguments(struct rule_job *job)
{
    const struct node *node = yaml_get(job->fault, "argument");

    if (node)
        job->rule->arguments = read_bits(
            job->reader, node, argument_fault_words, "argument fault");
}

static bool has_states(const struct rule *rule)
{
    for (size_t i = 0; i < rule->scope_count; i++)
        if (rule->scopes[i].states)
            return true;
    return false;
}

/* What the moments of a rule require and rule out. */
static void check_fault(struct rule_job *job)
{
    const struct rule *rule = job->rule;
    bool at_call = (rule->at & AT_CALL) != 0;
    bool needs_states = (rule->at & ~(unsigned)AT_NO_UNLOAD) != 0;

    if (at_call && rule->call_count == 0)
        reader_fail(job->reader, job->fault, "a fault at a call needs 'calls'");
    if (!at_call && (rule->call_count || rule->arguments))
        reader_fail(job->reader, job->fault,
                    "'calls' and 'argument' are for a fault at a call");
    if (!needs_states && has_states(rule))
        reader_fail(job->reader, job->fault,
                    "a missing unload routine is a fault in every state");
    if (needs_states && !has_states(rule) && !rule->arguments)
        reader_fail(job->reader, job->fault, "key 'states' is missing");
}

static void read_fault(struct rule_job *job)
{
    static const char *const keys[] = { "at", "states", "calls", "argument",
                                        NULL };
    struct reader *reader = job->reader;
    const struct node *at = NULL;

    job->fault = reader_need(reader, reader->root, "fault");
    if (!job->fault || !reader_map(reader, job->fault, keys))
        return;
    at = reader_need(reader, job->fault, "at");
    if (at)
        job->rule->at = read_bits(reader, at, moment_words, "moment");
    read_states(job);
    read_calls(job);
    read_arguments(job);
    if (!reader->failed && !reader->is_excused)
        check_fault(job);
}

static const char *read_sentence(struct rule_job *job, const char *key)
{
    static const char *const plain[] = { "handle", "function", "object",
                                         "state", NULL };
    static const char *const at_call[] = { "handle", "function", "object",
                                           "state",  "call",     NULL };
    static const char *const no_state[] = { "handle", "function", "object",
                                            NULL };
    const struct node *node = yaml_get(job->reader->root, key);
    const char *const *roles = plain;

    if (!node)
        return NULL;
    if (job->rule->at == AT_CALL)
        roles = at_call;
    else if (job->rule->at & AT_NO_UNLOAD)
        roles = no_state;
    reader_sentence(job->reader, node, roles);
    return reader_scalar(job->reader, node);
}

static void read_sentences(struct rule_job *job)
{
    struct rule *rule = job->rule;

    rule->message = read_sentence(job, "message");
    rule->event = read_sentence(job, "event");
    if (!rule->message)
        reader_need(job->reader, job->reader->root, "message");
}

static void read_reference(struct reader *reader, const struct node *node,
                           struct reference *reference)
{
    static const char *const keys[] = { "title", "url", NULL };

    if (!reader_map(reader, node, keys))
        return;
    reference->title = reader_text(reader, node, "title");
    reference->url = reader_text(reader, node, "url");
    if (reference->url && strncmp(reference->url, "https://", 8) != 0)
        reader_fail(reader, yaml_get(node, "url"),
                    "a url starts with 'https://'");
}

static void read_references(struct rule_job *job)
{
    struct reader *reader = job->reader;
    const struct node *node = yaml_get(reader->root, "references");
    struct node_list list;

    if (!node)
        return;
    list = reader_list(reader, node);
    job->rule->references =
        arena_array(reader->arena, struct reference, list.count);
    job->rule->reference_count = list.count;
    for (size_t i = 0; i < list.count; i++)
        read_reference(reader, list.items[i], &job->rule->references[i]);
}

/* "family/name" of lower case letters, digits and hyphens. */
static bool is_id(const char *text)
{
    const char *letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    size_t family = strspn(text, letters);
    size_t name = 0;

    if (family == 0 || text[family] != '/')
        return false;
    name = strspn(text + family + 1, letters);
    return name != 0 && text[family + 1 + name] == '\0';
}

static void read_id(struct rule_job *job)
{
    struct reader *reader = job->reader;
    const char *id = reader_text(reader, reader->root, "rule");

    job->rule->id = reader_intern(reader, id ? id : "?");
    if (id && !is_id(id))
        reader_fail(reader, yaml_get(reader->root, "rule"),
                    "'%s' is no rule id: it must be 'family/name' in lower "
                    "case letters, digits and hyphens",
                    id);
}

static void read_severity(struct rule_job *job)
{
    struct reader *reader = job->reader;
    const struct node *node = reader_need(reader, reader->root, "severity");
    int severity =
        node ? reader_choice(reader, node, severity_words, "severity") : -1;

    if (severity >= 0)
        job->rule->severity = (enum severity)severity;
}

/* Adds the rule; one of the same id in an earlier folder is replaced. */
static void add_rule(struct reader *reader, struct rule *rule)
{
    rule->folder = reader->folder;
    vec_each (struct rule *, other, &reader->all->rules) {
        if ((*other)->id != rule->id)
            continue;
        if ((*other)->folder != rule->folder) {
            *other = rule;
            return;
        }
        reader_fail(reader, yaml_get(reader->root, "rule"),
                    "rule '%s' is already in %s", rule->id, (*other)->path);
        return;
    }
    vec_push(reader->arena, &reader->all->rules, rule);
}

void read_rule(struct reader *reader)
{
    static const char *const keys[] = { "rule",      "severity",    "summary",
                                        "protocols", "fault",       "message",
                                        "event",     "explanation", "bad",
                                        "good",      "references",  NULL };
    struct rule_job job = { .reader = reader,
                            .rule = arena_new(reader->arena, struct rule) };

    reader_map(reader, reader->root, keys);
    read_id(&job);
    read_severity(&job);
    job.rule->path = reader->path;
    job.rule->summary = reader_text(reader, reader->root, "summary");
    read_scopes(&job);
    read_fault(&job);
    read_sentences(&job);
    job.rule->explanation = reader_text(reader, reader->root, "explanation");
    job.rule->bad = reader_maybe(reader, reader->root, "bad");
    job.rule->good = reader_maybe(reader, reader->root, "good");
    read_references(&job);
    if (!reader->failed && !reader->is_excused)
        add_rule(reader, job.rule);
}
