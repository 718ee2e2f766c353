/* roles.h - the words for enum root_role, in its order, ended by NULL. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_ROLES_H
#define UNLOADCHECK_RULES_ROLES_H

extern const char *const role_names[];

#endif
