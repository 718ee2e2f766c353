/* automaton.c - a protocol as text. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/automaton.h"

#include "rules/results.h"
#include "support/text.h"

#include <string.h>

static size_t widest_state(const struct protocol *protocol)
{
    size_t widest = 0;

    for (size_t i = 0; i < protocol->state_count; i++)
        if (strlen(protocol->states[i].name) > widest)
            widest = strlen(protocol->states[i].name);
    return widest;
}

void automaton_states(const struct protocol *protocol, state_set states,
                      struct text *out)
{
    const char *comma = "";

    for (size_t i = 0; i < protocol->state_count; i++) {
        if (!(states & ((state_set)1 << i)))
            continue;
        text_addf(out, "%s%s", comma, protocol->states[i].name);
        comma = ", ";
    }
}

static void print_transition(const struct protocol_call *call,
                             const struct transition *transition,
                             const char *indent, struct text *out)
{
    const struct protocol *protocol = call->protocol;

    text_addf(out, "%s  ", indent);
    if (call->creates)
        text_add(out, "nothing");
    else
        automaton_states(protocol, transition->from, out);
    text_addf(out, " -> %s",
              transition->to < 0 ? "nothing"
                                 : protocol->states[transition->to].name);
    if (transition->when)
        text_addf(out, "  when the result is %s", transition->when);
    text_add_char(out, '\n');
}

static void print_call(const struct protocol_call *call, const char *indent,
                       struct text *out)
{
    text_addf(out, "%s%s (%s argument %u)\n", indent, call->function,
              call->is_out ? "handle through" : "object is", call->argument);
    for (size_t i = 0; i < call->transition_count; i++)
        print_transition(call, &call->transitions[i], indent, out);
}

void automaton_print(const struct protocol *protocol, const char *indent,
                     struct text *out)
{
    int width = (int)widest_state(protocol);

    for (size_t i = 0; i < protocol->state_count; i++)
        text_addf(out, "%s%-*s  %s\n", indent, width, protocol->states[i].name,
                  protocol->states[i].meaning);
    text_add_char(out, '\n');
    for (size_t i = 0; i < protocol->call_count; i++)
        print_call(&protocol->calls[i], indent, out);
}
