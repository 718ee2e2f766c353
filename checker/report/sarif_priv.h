/* sarif_priv.h - the parts of a SARIF log, for the files that make them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_SARIF_PRIV_H
#define UNLOADCHECK_REPORT_SARIF_PRIV_H

#include "report/report.h"

#include <jansson.h>

/* sarif_place.c */
json_t *sarif_message(const char *text); /* { "text": ... } */
/* NULL for a place in no file. */
json_t *sarif_location(const struct report *report, struct place place);
/* With a sentence, and with the function around it, where not NULL. */
json_t *sarif_told_location(const struct report *report, struct place place,
                            const char *text, const char *function);

/* sarif_tool.c: the description of the program and its rules. */
json_t *sarif_tool(const struct report *report);
/* The index of a rule in it; -1: not there. */
int sarif_rule_index(const struct report *report, const struct rule *rule);

/* The name of a file, and what it is relative to. */
json_t *sarif_artifact(const struct report *report, const char *file);

/* sarif_fix.c: NULL where there are none. */
json_t *sarif_fixes(const struct report *report, const struct finding *finding);
json_t *sarif_suppressions(const struct report *report,
                           const struct finding *finding);

/* sarif.c: a result that is about a rule, of a kind, and nothing else yet. */
json_t *sarif_result(const struct report *report, const struct rule *rule,
                     const char *kind);

/* sarif_pass.c: NULL where nothing was shown. */
json_t *sarif_pass(const struct report *report, const struct proof *proof);

/* sarif_story.c */
json_t *sarif_code_flows(const struct report *report,
                         const struct finding *finding);
json_t *sarif_related(const struct report *report,
                      const struct finding *finding);

#endif
