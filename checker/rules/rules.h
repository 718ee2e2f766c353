/* rules.h - everything the rule files say, as the engine sees it.
 *
 * A protocol is a typestate automaton: what one registration goes through. A
 * rule names a fault: a moment or a call, and the states in which it is one.
 * Roots say how a driver hands its routines to the system. Models of system
 * functions are compiled to weak functions of one unit, so that the engine
 * executes them like any other code. docs/rule-language.md is the reference.
 *
 * All of it lives in the arena given to rules_read and never changes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_RULES_H
#define UNLOADCHECK_RULES_RULES_H

#include "rules/root.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct fail;
struct instruction;
struct kept_models;
struct map;
struct strings;
struct unit;

typedef uint32_t state_set; /* of one protocol: bit i is states[i] */

/* Closed; a result set is a union of them. */
struct interval {
    int64_t low;
    int64_t high;
};
struct result_set {
    struct interval *intervals; /* ascending, disjoint */
    size_t count;
};

struct protocol_state {
    const char *name;
    const char *meaning; /* "is registered": completes "'X' ..." */
};

/* One line of the automaton. On a call that makes the object, `from` is 0 and
 * `to` -1 means that nothing is made. */
struct transition {
    state_set from;
    struct result_set results; /* of the call; count 0: any */
    int to;                    /* state number */
    const char *event; /* sentence for the story, with roles in braces */
    const char *when;  /* the results as the file says them; NULL: any */
};

/* The object is argument number `argument`, or, where `is_out`, what that
 * argument points to is set to the handle. */
struct protocol_call {
    const char *function; /* interned */
    struct protocol *protocol;
    unsigned argument;
    bool creates;
    bool is_out;
    struct transition *transitions;
    size_t transition_count;
    struct routine_field *runs; /* may run before the call returns */
    size_t run_count;
};

/* How an object is told from another: by the value of its handle, or by the
 * address of the driver's memory for it. */
enum identity { IDENTITY_HANDLE, IDENTITY_ADDRESS };

struct protocol {
    const char *name;
    const char *object; /* "client registration" */
    enum identity identity;
    struct protocol_state *states;
    size_t state_count;
    struct protocol_call *calls;
    size_t call_count;
};

/* The moments at which a rule looks; one or several, or-ed. */
enum fault_at {
    AT_UNLOAD_RETURN = 1, /* the object is in `states` when unload returns */
    AT_ENTRY_FAILURE = 2, /* ... when the entry routine fails */
    AT_HOLDER_LOST = 4,   /* ... when the last place that holds it is lost */
    AT_CALL = 8,          /* ... or the argument is of `arguments`, at a call
                             of one of `calls` */
    AT_NO_UNLOAD = 16     /* an object is made and no unload routine is set */
};

/* What can be wrong with the argument of a call itself, AT_CALL. */
enum argument_fault {
    ARGUMENT_NULL = 1,  /* null */
    ARGUMENT_NEVER = 2, /* indeterminate, or no handle was ever there */
    ARGUMENT_OTHER_PROTOCOL = 4, /* the handle of another protocol's object */
    ARGUMENT_ADDRESS = 8         /* the address of the place of the handle */
};

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

struct rule_scope {
    const struct protocol *protocol;
    state_set states; /* of it, in which there is a fault */
};

struct reference {
    const char *title;
    const char *url;
};

struct rule {
    const char *id; /* "nmr/handle-lost" */
    enum severity severity;
    const char *summary; /* one sentence */
    unsigned at;         /* enum fault_at, or-ed */
    struct rule_scope *scopes;
    size_t scope_count;
    const char **calls; /* AT_CALL: interned names */
    size_t call_count;
    unsigned arguments; /* AT_CALL: enum argument_fault, or-ed */
    /* Sentences with roles in braces: {handle} the driver's name for the place
     * of the object, {function} the routine that returns or calls, {object},
     * {call} the function called, {state} the state's meaning. */
    const char *message;
    const char *event;       /* of the last event; NULL: the message's */
    const char *explanation; /* what, why: paragraphs */
    const char *bad, *good;  /* code, or NULL */
    struct reference *references;
    size_t reference_count;
    const char *path; /* of the rule file, below the rules folder */
    size_t folder;    /* which of the folders given to rules_read */
};

struct rule_set {
    struct protocol **protocols;
    size_t protocol_count;
    struct rule **rules; /* by id */
    size_t rule_count;
    struct root *roots;
    size_t root_count;
    /* Interned names of records of which there is one per driver. */
    const char **singletons;
    size_t singleton_count;
    struct table_argument *tables;
    size_t table_count;
    struct own_argument *own_arguments;
    size_t own_argument_count;
    const struct map *models; /* rules_models */
    struct kept_models *kept; /* or NULL: they are read when they are used */
    /* Conditions as drivers write them, with {value} for what is asked: that a
     * result is a failure, in the forms that are known, the usual one first;
     * that a handle is there, NULL if that is not said. */
    const char **failed;
    size_t failed_count;
    const char *present;
    const struct rule_set *all; /* what it was before rules were chosen */
};

/* Reads every .yaml file below each folder, in order of their paths. One that
 * is wrong is told to `fail` and left out. A later folder's rule replaces an
 * earlier one's of the same id. Never returns NULL. */
struct rule_set *rules_read(struct arena *arena, struct strings *strings,
                            const char *const *folders, size_t count,
                            struct fail *fail);

/* The models that these units need, as a unit of weak functions, to be linked
 * after them. Bodies that system headers give to functions whose model says
 * `replaces` are taken away. */
struct unit *rules_bind(struct arena *arena, const struct rule_set *set,
                        struct unit *const *units, size_t count);

/* The rule, or the protocol's call of that (interned) function, or NULL. */
const struct rule *rules_rule(const struct rule_set *set, const char *id);
const struct protocol_call *rules_call(const struct rule_set *set,
                                       const char *function);

/* The call of a protocol that the instruction (or NULL) is, or NULL. */
const struct protocol_call *rules_call_at(const struct rule_set *set,
                                          const struct instruction *at);

/* Whether the rule is about objects of the protocol, in whatever state. */
bool rule_is_about(const struct rule *rule, const struct protocol *protocol);

/* Whether that state of such an object is a fault by it. */
bool rule_covers(const struct rule *rule, const struct protocol *protocol,
                 unsigned state);

/* Whether it is about calls of that function: no names mean all. */
bool rule_has_call(const struct rule *rule, const char *function);

/* The states of an object of the protocol that are a fault, by any rule, at one
 * of those moments (enum fault_at, or-ed). */
state_set rules_owed(const struct rule_set *set,
                     const struct protocol *protocol, unsigned at);

#endif
