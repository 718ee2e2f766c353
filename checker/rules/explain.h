/* explain.h - rules as text for people.
 *
 * rules_list and rules_explain are what `unloadcheck rules` and `unloadcheck
 * explain` print, rules_markdown is a rule's page under docs/rules, rules_dump
 * is the stable form that tests look at. Where a bool is given back, false
 * means that there is no such rule; rules_nearest then gives the name that
 * was perhaps meant.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_EXPLAIN_H
#define UNLOADCHECK_RULES_EXPLAIN_H

#include <stdbool.h>

struct rule_set;
struct text;

/* One line per rule. */
void rules_list(const struct rule_set *set, struct text *out);

bool rules_explain(const struct rule_set *set, const char *id,
                   struct text *out);

/* A rule or a protocol. */
bool rules_dump(const struct rule_set *set, const char *name, struct text *out);

bool rules_markdown(const struct rule_set *set, const char *id,
                    struct text *out);

/* The rule or protocol whose name is most like `name`, or NULL. */
const char *rules_nearest(const struct rule_set *set, const char *name);

#endif
