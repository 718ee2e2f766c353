/* kept_priv.h - what the files that keep rules share. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_KEPT_PRIV_H
#define UNLOADCHECK_RULES_KEPT_PRIV_H

struct arena;
struct coder;
struct rule_set;

/* The models of the set, whose roots are coded already; the last that is coded.
 * They are only read when they are asked for: with the coder, into the arena,
 * both of which stay. */
void code_models(struct coder *coder, struct arena *arena,
                 struct rule_set *set);

#endif
