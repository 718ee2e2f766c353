/* automaton.c - a protocol as text. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/automaton.h"

#include "rules/results.h"
#include "support/arena.h"
#include "support/text.h"
#include "support/vec.h"

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

/* A way from one state to another, as it is drawn. */
struct arrow {
    const char *function;
    const char *when; /* or NULL */
    int to;
};

struct arrows vec_of(struct arrow);

/* From the state, or (-1) of calls that make an object. */
static struct arrows arrows_from(struct arena *arena,
                                 const struct protocol *protocol, int state)
{
    struct arrows arrows = { NULL, 0, 0 };

    for (size_t i = 0; i < protocol->call_count; i++) {
        const struct protocol_call *call = &protocol->calls[i];
        for (size_t k = 0; k < call->transition_count; k++) {
            const struct transition *transition = &call->transitions[k];
            struct arrow arrow = { call->function, transition->when,
                                   transition->to };
            bool leads_on =
                state < 0 ? call->creates : transition->from >> state & 1;
            if (leads_on && arrow.to >= 0 && arrow.to != state)
                vec_push(arena, &arrows, arrow);
        }
    }
    return arrows;
}

static size_t arrow_width(const struct arrow *arrow)
{
    return strlen(arrow->function) +
           (arrow->when ? strlen(": ") + strlen(arrow->when) : 0);
}

static void draw_arrows(const struct protocol *protocol, int state,
                        const char *indent, struct text *out)
{
    struct arena *arena = arena_open();
    struct arrows arrows = arrows_from(arena, protocol, state);
    size_t widest = 0;

    for (size_t i = 0; i < arrows.count; i++)
        if (arrow_width(&arrows.items[i]) > widest)
            widest = arrow_width(&arrows.items[i]);
    if (arrows.count != 0)
        text_addf(out, "%s  |\n", indent);
    for (size_t i = 0; i < arrows.count; i++) {
        const struct arrow *arrow = &arrows.items[i];
        text_addf(out, "%s  %c-- %s%s%s ", indent,
                  i + 1 < arrows.count ? '+' : '`', arrow->function,
                  arrow->when ? ": " : "", arrow->when ? arrow->when : "");
        for (size_t k = arrow_width(arrow); k < widest; k++)
            text_add_char(out, '-');
        text_addf(out, "--> [%s]\n", protocol->states[arrow->to].name);
    }
    arena_close(arena);
}

void automaton_draw(const struct protocol *protocol, state_set marked,
                    const char *indent, struct text *out)
{
    int width = (int)widest_state(protocol) + 2;

    text_addf(out, "%s( )\n", indent);
    draw_arrows(protocol, -1, indent, out);
    for (size_t i = 0; i < protocol->state_count; i++) {
        const struct protocol_state *state = &protocol->states[i];
        int padding = width - (int)strlen(state->name) - 2;
        text_addf(out, "\n%s[%s]%*s  %s%s\n", indent, state->name, padding, "",
                  state->meaning, marked >> i & 1 ? "   <-- a fault" : "");
        draw_arrows(protocol, (int)i, indent, out);
    }
}
