/* words.h - the words of rule files for the enums of rules.h. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_WORDS_H
#define UNLOADCHECK_RULES_WORDS_H

/* Each ends with NULL; where the enum's values are bits, the word of bit i is
 * number i, else the word of value i is. */
extern const char *const role_words[];           /* enum root_role */
extern const char *const moment_words[];         /* enum fault_at */
extern const char *const argument_fault_words[]; /* enum argument_fault */
extern const char *const severity_words[];       /* enum severity */

#endif
