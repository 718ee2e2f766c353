/* protocol.c - reads a file that starts with `protocol:`.
 *
 * Checked beyond the form: the results of a call that leave one state do not
 * overlap, every state is reached by some transition, and there are no more
 * states than a set has bits.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/reader.h"
#include "rules/results.h"
#include "support/nearest.h"
#include "support/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_STATES = 32 };

static const char *const event_roles[] = { "handle", "function", "object",
                                           "call", NULL };

struct protocol_job {
    struct reader *reader;
    struct protocol *protocol;
    const struct node *constants; /* or NULL */
    state_set reached;
};

/* A transition while `other` is not yet known. */
struct draft {
    struct transition transition;
    const struct node *node;
    struct result_set results; /* nothing while `is_other` */
    bool is_other;
};
struct drafts vec_of(struct draft);

static void read_constants(struct protocol_job *job)
{
    int64_t value = 0;

    job->constants = yaml_get(job->reader->root, "constants");
    if (!job->constants)
        return;
    if (job->constants->kind != NODE_MAP) {
        reader_fail(job->reader, job->constants, "expected a map, got %s",
                    yaml_kind(job->constants->kind));
        job->constants = NULL;
        return;
    }
    for (size_t i = 0; i < job->constants->count; i++)
        reader_integer(job->reader, job->constants->items[i], &value);
}

static void read_states(struct protocol_job *job)
{
    struct reader *reader = job->reader;
    struct protocol *protocol = job->protocol;
    const struct node *states = reader_need(reader, reader->root, "states");

    if (!states)
        return;
    if (states->kind != NODE_MAP || states->count == 0) {
        reader_fail(reader, states, "expected a map of states to meanings");
        return;
    }
    if (states->count > MAX_STATES) {
        reader_fail(reader, states, "%zu states are too many; %d is the most",
                    states->count, MAX_STATES);
        return;
    }
    protocol->states =
        arena_array(reader->arena, struct protocol_state, states->count);
    protocol->state_count = states->count;
    for (size_t i = 0; i < states->count; i++) {
        protocol->states[i].name = states->keys[i]->text;
        protocol->states[i].meaning = reader_scalar(reader, states->items[i]);
    }
}

static bool constant_value(struct protocol_job *job, const struct node *node,
                           const char *name, int64_t *value)
{
    struct reader *reader = job->reader;
    struct nearest nearest = nearest_make(name);
    const struct node *constant = NULL;

    if (isdigit((unsigned char)name[0]) || name[0] == '-') {
        struct node number = { .kind = NODE_SCALAR,
                               .place = node->place,
                               .text = name };
        return reader_integer(reader, &number, value);
    }
    if (job->constants)
        constant = yaml_get(job->constants, name);
    if (constant)
        return reader_integer(reader, constant, value);
    for (size_t i = 0; job->constants && i < job->constants->count; i++)
        nearest_try(&nearest, job->constants->keys[i]->text);
    reader_fail(reader, node, "constant '%s' is not defined in this file%s",
                name, reader_hint(reader, nearest.best));
    return false;
}

/* The set for "OP VALUE", where the operator is at the start of `text`. */
static struct result_set compare_set(struct arena *arena, const char *operation,
                                     int64_t value)
{
    struct result_set below = { NULL, 0 };
    struct result_set above = { NULL, 0 };

    if (value > INT64_MIN)
        below = results_between(arena, INT64_MIN, value - 1);
    if (value < INT64_MAX)
        above = results_between(arena, value + 1, INT64_MAX);
    if (strcmp(operation, "<") == 0)
        return below;
    if (strcmp(operation, ">") == 0)
        return above;
    if (strcmp(operation, "<=") == 0)
        return results_complement(arena, above);
    if (strcmp(operation, ">=") == 0)
        return results_complement(arena, below);
    if (strcmp(operation, "!=") == 0)
        return results_union(arena, below, above);
    return results_between(arena, value, value);
}

/* One entry of `when` that is not `other`. */
static struct result_set read_results(struct protocol_job *job,
                                      const struct node *node)
{
    static const char *const operations[] = { "<=", ">=", "!=", "==",
                                              "<",  ">",  "",   NULL };
    struct arena *arena = job->reader->arena;
    struct result_set none = { NULL, 0 };
    const char *text = reader_scalar(job->reader, node);
    size_t which = 0;
    int64_t value = 0;

    if (!text)
        return none;
    if (strcmp(text, "any") == 0)
        return results_full(arena);
    while (strncmp(text, operations[which], strlen(operations[which])) != 0)
        which++;
    text += strlen(operations[which]);
    text += strspn(text, " ");
    if (!*text) {
        reader_fail(job->reader, node, "a comparison without a value");
        return none;
    }
    if (!constant_value(job, node, text, &value))
        return none;
    return compare_set(arena, operations[which], value);
}

/* What the file says, for people. */
static const char *words_of(struct reader *reader, struct node_list list)
{
    struct text words = text_make(reader->arena);

    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i]->kind != NODE_SCALAR)
            continue;
        text_add(&words, i ? " or " : "");
        text_add(&words, list.items[i]->text);
    }
    return text_str(&words);
}

static void read_when(struct protocol_job *job, const struct node *map,
                      struct draft *draft)
{
    const struct node *when = yaml_get(map, "when");
    struct node_list list;

    if (!when) {
        draft->results = results_full(job->reader->arena);
        return;
    }
    list = reader_list(job->reader, when);
    draft->transition.when = words_of(job->reader, list);
    if (when->kind == NODE_SCALAR && strcmp(when->text, "other") == 0) {
        draft->is_other = true;
        return;
    }
    for (size_t i = 0; i < list.count; i++)
        draft->results = results_union(job->reader->arena, draft->results,
                                       read_results(job, list.items[i]));
}

static void read_from(struct protocol_job *job, const struct node *map,
                      struct draft *draft)
{
    const struct node *from = reader_need(job->reader, map, "from");
    struct node_list list;

    if (!from)
        return;
    list = reader_list(job->reader, from);
    for (size_t i = 0; i < list.count; i++) {
        int state = reader_state(job->reader, list.items[i], job->protocol);

        if (state >= 0)
            draft->transition.from |= (state_set)1 << state;
    }
}

static void read_to(struct protocol_job *job, const struct node *map,
                    bool creates, struct draft *draft)
{
    const struct node *to = reader_need(job->reader, map, "to");

    draft->transition.to = -1;
    if (!to)
        return;
    if (creates && to->kind == NODE_SCALAR && strcmp(to->text, "nothing") == 0)
        return;
    draft->transition.to = reader_state(job->reader, to, job->protocol);
    if (draft->transition.to >= 0)
        job->reached |= (state_set)1 << draft->transition.to;
}

/* Nothing is made, or the object is in the state that it was in. */
static bool stays(const struct transition *transition)
{
    return transition->to < 0 || transition->from == (state_set)1
                                                         << transition->to;
}

static void read_event(struct protocol_job *job, const struct node *map,
                       struct draft *draft)
{
    const struct node *event = yaml_get(map, "event");

    if (event) {
        reader_sentence(job->reader, event, event_roles);
        draft->transition.event = reader_scalar(job->reader, event);
    } else if (!stays(&draft->transition)) {
        reader_fail(job->reader, map, "key 'event' is missing");
    }
}

static bool same_origin(const struct draft *a, const struct draft *b)
{
    if (a->transition.from == 0 && b->transition.from == 0)
        return true;
    return (a->transition.from & b->transition.from) != 0;
}

/* What `other` stands for: all that no transition from the same state has. */
static void settle_other(struct protocol_job *job, struct drafts *drafts,
                         struct draft *other)
{
    struct arena *arena = job->reader->arena;
    struct result_set taken = { NULL, 0 };

    vec_each (struct draft, draft, drafts)
        if (draft != other && same_origin(draft, other))
            taken = results_union(arena, taken, draft->results);
    other->results = results_complement(arena, taken);
    other->is_other = false;
    if (other->results.count == 0)
        reader_fail(job->reader, other->node,
                    "nothing is left for 'other' here");
}

static void check_overlap(struct protocol_job *job, struct drafts *drafts,
                          size_t at)
{
    const struct draft *draft = &drafts->items[at];

    for (size_t i = 0; i < at; i++)
        if (same_origin(&drafts->items[i], draft) &&
            results_overlap(drafts->items[i].results, draft->results)) {
            reader_fail(job->reader, draft->node,
                        "a transition from the same state for the same "
                        "result is on line %u",
                        drafts->items[i].node->place.line);
            return;
        }
}

static void settle(struct protocol_job *job, struct drafts *drafts,
                   struct protocol_call *call)
{
    vec_each (struct draft, draft, drafts)
        if (draft->is_other)
            settle_other(job, drafts, draft);
    for (size_t i = 0; i < drafts->count; i++)
        check_overlap(job, drafts, i);
    call->transitions =
        arena_array(job->reader->arena, struct transition, drafts->count);
    call->transition_count = drafts->count;
    for (size_t i = 0; i < drafts->count; i++) {
        struct draft *draft = &drafts->items[i];

        if (!results_is_full(draft->results))
            draft->transition.results = draft->results;
        call->transitions[i] = draft->transition;
    }
}

static void read_transition(struct protocol_job *job, const struct node *map,
                            bool creates, struct drafts *drafts)
{
    static const char *const keys[] = { "from", "when", "to", "event", NULL };
    static const char *const create_keys[] = { "when", "to", "event", NULL };
    struct draft draft = { .node = map };

    if (!reader_map(job->reader, map, creates ? create_keys : keys))
        return;
    if (!creates)
        read_from(job, map, &draft);
    read_when(job, map, &draft);
    read_to(job, map, creates, &draft);
    read_event(job, map, &draft);
    vec_push(job->reader->arena, drafts, draft);
}

static void read_transitions(struct protocol_job *job, const struct node *map,
                             struct protocol_call *call)
{
    const char *key = call->creates ? "creates" : "transitions";
    const struct node *node = reader_need(job->reader, map, key);
    struct drafts drafts = { NULL, 0, 0 };
    struct node_list list;

    if (!node)
        return;
    list = reader_list(job->reader, node);
    for (size_t i = 0; i < list.count; i++)
        read_transition(job, list.items[i], call->creates, &drafts);
    settle(job, &drafts, call);
}

static void read_argument(struct reader *reader, const struct node *map,
                          struct protocol_call *call)
{
    const struct node *argument = yaml_get(map, "argument");
    const struct node *out = yaml_get(map, "out");

    call->is_out = out != NULL;
    if (argument && out)
        reader_fail(reader, out, "a call has 'argument' or 'out', not both");
    else if (argument || out)
        reader_unsigned(reader, out ? out : argument, &call->argument);
    else
        reader_fail(reader, map, "key 'argument' is missing");
    if (out && !call->creates)
        reader_fail(reader, out, "only a call with 'creates' can have 'out'");
}

static void read_runs(struct reader *reader, const struct node *node,
                      struct protocol_call *call)
{
    struct node_list list = { NULL, 0 };

    if (node)
        list = reader_list(reader, node);
    call->runs = arena_array(reader->arena, struct routine_field, list.count);
    for (size_t i = 0; i < list.count; i++) {
        struct routine_field *run = &call->runs[call->run_count];

        if (reader_field(reader, list.items[i], &run->record, &run->field))
            call->run_count++;
    }
}

static void read_call(struct protocol_job *job, const struct node *name,
                      const struct node *map, struct protocol_call *call)
{
    static const char *const keys[] = { "argument",    "out",  "creates",
                                        "transitions", "runs", NULL };
    struct reader *reader = job->reader;

    call->function = reader_intern(reader, name->text);
    call->protocol = job->protocol;
    if (!reader_map(reader, map, keys))
        return;
    call->creates = yaml_get(map, "creates") != NULL;
    if (call->creates && yaml_get(map, "transitions"))
        reader_fail(reader, map,
                    "a call has 'creates' or 'transitions', not both");
    read_argument(reader, map, call);
    read_runs(reader, yaml_get(map, "runs"), call);
    read_transitions(job, map, call);
}

static void read_calls(struct protocol_job *job)
{
    struct reader *reader = job->reader;
    struct protocol *protocol = job->protocol;
    const struct node *calls = reader_need(reader, reader->root, "calls");

    if (!calls)
        return;
    if (calls->kind != NODE_MAP || calls->count == 0) {
        reader_fail(reader, calls, "expected a map of functions");
        return;
    }
    protocol->calls =
        arena_array(reader->arena, struct protocol_call, calls->count);
    protocol->call_count = calls->count;
    for (size_t i = 0; i < calls->count; i++)
        read_call(job, calls->keys[i], calls->items[i], &protocol->calls[i]);
}

static void check_reached(struct protocol_job *job)
{
    const struct node *states = yaml_get(job->reader->root, "states");

    for (size_t i = 0; i < job->protocol->state_count; i++)
        if (!(job->reached & ((state_set)1 << i)))
            reader_fail(job->reader, states->keys[i],
                        "no transition leads to state '%s'",
                        job->protocol->states[i].name);
}

static void check_makes(struct protocol_job *job)
{
    const struct protocol *protocol = job->protocol;

    for (size_t i = 0; i < protocol->call_count; i++)
        if (protocol->calls[i].creates)
            return;
    reader_fail(job->reader, job->reader->root,
                "no call of protocol '%s' has 'creates'", protocol->name);
}

/* Across files: a name is a protocol's, and a function is one protocol's. */
static void check_others(struct protocol_job *job)
{
    const struct protocol *protocol = job->protocol;

    vec_each (struct protocol *, other, &job->reader->all->protocols) {
        if (strcmp((*other)->name, protocol->name) == 0)
            reader_fail(job->reader, job->reader->root,
                        "there is already a protocol '%s'", protocol->name);
        for (size_t i = 0; i < protocol->call_count; i++)
            for (size_t j = 0; j < (*other)->call_count; j++)
                if ((*other)->calls[j].function == protocol->calls[i].function)
                    reader_fail(job->reader, job->reader->root,
                                "'%s' is already a call of protocol '%s'",
                                protocol->calls[i].function, (*other)->name);
    }
}

void read_protocol(struct reader *reader)
{
    static const char *const keys[] = { "protocol",  "object", "identity",
                                        "constants", "states", "calls",
                                        NULL };
    static const char *const identities[] = { "handle", "address", NULL };
    struct protocol *protocol = arena_new(reader->arena, struct protocol);
    struct protocol_job job = { .reader = reader, .protocol = protocol };
    const char *name = reader_text(reader, reader->root, "protocol");
    const struct node *identity = NULL;

    reader_map(reader, reader->root, keys);
    protocol->name = reader_intern(reader, name ? name : "?");
    protocol->object = reader_text(reader, reader->root, "object");
    identity = reader_need(reader, reader->root, "identity");
    if (identity &&
        reader_choice(reader, identity, identities, "identity") == 1)
        protocol->identity = IDENTITY_ADDRESS;
    read_constants(&job);
    read_states(&job);
    read_calls(&job);
    if (!reader->failed) {
        check_reached(&job);
        check_makes(&job);
        check_others(&job);
    }
    if (reader->failed)
        vec_push(reader->arena, &reader->all->lost_protocols, protocol->name);
    else
        vec_push(reader->arena, &reader->all->protocols, protocol);
}
