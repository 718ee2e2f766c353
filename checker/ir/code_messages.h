/* code_messages.h - what was said, with what it was said of. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_CODE_MESSAGES_H
#define UNLOADCHECK_IR_CODE_MESSAGES_H

struct coder;
struct fail;

/* Writes the messages of `from`; when reading, tells them to `into`. The other
 * one is not looked at. */
void code_messages(struct coder *coder, const struct fail *from,
                   struct fail *into);

#endif
