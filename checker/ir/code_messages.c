/* code_messages.c - what was said, with what it was said of. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/code_messages.h"

#include "ir/coder.h"
#include "support/fail.h"

static void code_message(struct coder *coder, struct fail_message *message)
{
    uint32_t line = message->place.line, column = message->place.column;

    message->severity = (enum fail_severity)code_choice(
        coder, message->severity, FAIL_NOTE + 1);
    code_string(coder, &message->place.file);
    code_u32(coder, &line);
    code_u32(coder, &column);
    code_name(coder, &message->text);
    message->place.line = line;
    message->place.column = column;
}

static void write_messages(struct coder *coder, const struct fail *said)
{
    uint64_t count = fail_count(said);

    code_u64(coder, &count);
    for (size_t i = 0; i < count; i++) {
        struct fail_message message = *fail_at(said, i);
        code_message(coder, &message);
    }
}

static void read_messages(struct coder *coder, struct fail *said)
{
    uint64_t count = 0;

    code_u64(coder, &count);
    for (uint64_t i = 0; i < count && !coder_is_broken(coder); i++) {
        struct fail_message message = { .text = "" };
        code_message(coder, &message);
        if (coder_is_broken(coder))
            return;
        fail_repeat(said, &message);
    }
}

void code_messages(struct coder *coder, const struct fail *from,
                   struct fail *into)
{
    if (coder_reads(coder))
        read_messages(coder, into);
    else
        write_messages(coder, from);
}
