/* allow.h - findings that the driver's text allows.
 *
 *     allow nmr/rule, nmr/other* -- reason
 *
 * A rule is named as --rule names it. Without a reason nothing is allowed; the
 * same goes for what names no rule. All of that is told, as is what allows a
 * finding that is not there.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_TRIAGE_ALLOW_H
#define UNLOADCHECK_TRIAGE_ALLOW_H

struct analysis;
struct arena;
struct fail;
struct rule_set;

/* Gives the findings their suppressions. `rules` are those that were looked
 * for: of a rule that was not, nothing is said to be missing. `fail` may be
 * NULL: then nobody is told. */
void allow_apply(struct arena *arena, const struct rule_set *rules,
                 struct analysis *analysis, struct fail *fail);

#endif
