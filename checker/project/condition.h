/* condition.h - the Condition of an element of a project. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_CONDITION_H
#define UNLOADCHECK_PROJECT_CONDITION_H

#include <stdbool.h>

struct expander;

/* Whether it holds; NULL always does. One that cannot be evaluated is told as
 * an error, and does not hold. */
bool condition_holds(const struct expander *expander, const char *condition);

#endif
