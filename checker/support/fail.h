/* fail.h - the door for "the input is wrong".
 *
 * A broken rule file, a wrong flag, a file that is not there: the part that
 * sees it adds one message with its place and goes on with the next input, or
 * returns false. The driver of the program prints the messages, and ends with
 * status 2 if one of them was an error. A note tells something the user should
 * know that did not keep the analysis from being done. Faults of the checked
 * driver are findings and do not come here; faults of ours are asserts.
 *
 * Messages: lower case, one line, no full stop.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_FAIL_H
#define UNLOADCHECK_SUPPORT_FAIL_H

#include "support/printf_like.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;
struct fail;

enum fail_severity { FAIL_ERROR, FAIL_NOTE };

/* Line and column count from 1; 0 is unknown, and a NULL file means that the
 * message belongs to no file. The name is copied when a message is made. */
struct fail_place {
    const char *file;
    unsigned line;
    unsigned column;
};

struct fail_message {
    enum fail_severity severity;
    struct fail_place place;
    const char *text;
};

struct fail *fail_make(struct arena *arena);

/* An error. A message that is already there, place and all, is not added. */
PRINTF_LIKE(3, 4)
void fail_add(struct fail *fail, struct fail_place place, const char *format,
              ...);

/* A note, under the same rule. */
PRINTF_LIKE(3, 4)
void fail_note(struct fail *fail, struct fail_place place, const char *format,
               ...);

/* The message as it was told to another one. */
void fail_repeat(struct fail *fail, const struct fail_message *message);

/* Adds the messages of another one, in its order. */
void fail_take(struct fail *fail, const struct fail *from);

/* Whether there was an error: the exit status must be 2. */
bool fail_any(const struct fail *fail);

/* How many messages of either severity; each of them, in order of arrival. */
size_t fail_count(const struct fail *fail);
const struct fail_message *fail_at(const struct fail *fail, size_t index);

/* Prints the messages that were not printed before, in order of arrival. */
void fail_print(struct fail *fail, FILE *out);

#endif
