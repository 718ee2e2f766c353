/* automaton.h - a protocol as text; shared by the ways to print a rule. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_AUTOMATON_H
#define UNLOADCHECK_RULES_AUTOMATON_H

#include "rules/rules.h"

struct text;

/* The states with their meanings, then every transition, each on a line that
 * starts with `indent`. */
void automaton_print(const struct protocol *protocol, const char *indent,
                     struct text *out);

/* "registered, pending" */
void automaton_states(const struct protocol *protocol, state_set states,
                      struct text *out);

/* Adds a picture of the protocol for people: how an object is made, then each
 * state with the ways that lead on from it; those of `marked` are called a
 * fault. Every line stands behind `indent`. */
void automaton_draw(const struct protocol *protocol, state_set marked,
                    const char *indent, struct text *out);

#endif
