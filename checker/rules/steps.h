/* steps.h - parses the steps of a model: docs/rule-language.md, "Steps". */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_STEPS_H
#define UNLOADCHECK_RULES_STEPS_H

#include "rules/reader.h"

/* The statements of `node`, a block of text. Each `role` statement adds a
 * root. False after an error was told. */
bool steps_parse(struct reader *reader, const struct node *node,
                 const struct model *model, struct statements *steps);

/* A single expression, as for `returns`; NULL after an error was told. */
struct expression *steps_expression(struct reader *reader,
                                    const struct node *node,
                                    const struct model *model);

#endif
