/* unit_file.c - the header of a unit file, and what is behind it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/unit_file.h"

#include "ir/code_messages.h"
#include "ir/code_unit.h"
#include "ir/coder.h"
#include "ir/unit.h"
#include "support/arena.h"
#include "support/bytes.h"
#include "support/fail.h"
#include "support/hash.h"
#include "support/text.h"

#include <inttypes.h>
#include <string.h>

/* To be counted up when the layout changes; which instructions there are is
 * seen to. */
#define LAYOUT 3

static const char magic[] = "\x8aunit\r\n\x1a";

enum {
    MAGIC_SIZE = sizeof(magic) - 1,
    FORMAT_AT = MAGIC_SIZE,
    ZERO_AT = FORMAT_AT + 4,
    SIZE_AT = ZERO_AT + 4,
    HASH_AT = SIZE_AT + 8
};

uint32_t unit_file_format(void)
{
    uint64_t hash = LAYOUT;

    for (int op = 0; op < OP_COUNT; op++)
        hash = hash_mix(hash, hash_string(op_text((enum op)op)));
    return (uint32_t)hash;
}

void unit_file_write(struct text *out, const struct unit *unit,
                     const struct fail *said)
{
    char header[UNIT_FILE_HEADER] = { 0 };
    struct arena *scratch = arena_open();
    bool has_unit = unit != NULL;
    bool *flags[] = { &has_unit };
    struct unit copy;

    text_add_n(out, header, sizeof(header));

    struct coder *coder = coder_to_write(scratch, out);
    struct unit_coder *all = NULL;

    code_flags(coder, flags, 1);
    if (unit) {
        copy = *unit;
        all = code_unit(scratch, coder, &copy);
    }
    code_messages(coder, said, NULL);
    if (all)
        code_inert(all);
    arena_close(scratch);

    size_t size = out->length - UNIT_FILE_HEADER;

    memcpy(header, magic, MAGIC_SIZE);
    bytes_put(header + FORMAT_AT, 4, unit_file_format());
    bytes_put(header + SIZE_AT, 8, size);
    bytes_put(header + HASH_AT, 8,
              hash_bytes(out->data + UNIT_FILE_HEADER, size));
    memcpy(out->data, header, sizeof(header));
}

/* Reading. */

bool unit_file_is(const void *data, size_t size)
{
    return size >= MAGIC_SIZE && memcmp(data, magic, MAGIC_SIZE) == 0;
}

/* What is wrong with the file as a whole, or NULL. */
static const char *find_fault(struct arena *scratch, const char *data,
                              size_t size)
{
    if (!unit_file_is(data, size))
        return "it is not a unit: 'unloadcheck capture' makes them";
    if (size < UNIT_FILE_HEADER)
        return "it is cut off in its header";
    if (bytes_get(data + FORMAT_AT, 4) != unit_file_format() ||
        bytes_get(data + ZERO_AT, 4) != 0)
        return "another version of unloadcheck made it: capture it again";

    uint64_t wanted = bytes_get(data + SIZE_AT, 8);
    uint64_t there = size - UNIT_FILE_HEADER;

    if (there != wanted)
        return arena_format(
            scratch, "it is %s: %" PRIu64 " bytes instead of %" PRIu64,
            there < wanted ? "cut off" : "too long", there, wanted);
    if (bytes_get(data + HASH_AT, 8) !=
        hash_bytes(data + UNIT_FILE_HEADER, (size_t)there))
        return "it is damaged: it is not what was written";
    return NULL;
}

bool unit_file_is_whole(const void *data, size_t size)
{
    struct arena *scratch = arena_open();
    const char *fault = find_fault(scratch, data, size);

    arena_close(scratch);
    return !fault;
}

static bool read_contents(struct arena *arena, struct strings *strings,
                          const char *data, size_t size,
                          enum unit_file_extent extent, struct fail *said,
                          struct unit **unit)
{
    struct arena *scratch = arena_open();
    struct coder *coder = coder_to_read(scratch, arena, strings, data, size);
    struct unit_coder *all = NULL;
    bool has_unit = false;
    bool *flags[] = { &has_unit };

    *unit = NULL;
    code_flags(coder, flags, 1);
    if (has_unit) {
        *unit = arena_new(arena, struct unit);
        (*unit)->arena = arena;
        all = code_unit(scratch, coder, *unit);
    }
    code_messages(coder, NULL, said);
    if (all && extent == UNIT_FILE_WHOLE)
        code_inert(all);

    bool good = !coder_is_broken(coder) &&
                (extent != UNIT_FILE_WHOLE || coder_is_at_end(coder));

    arena_close(scratch);
    return good;
}

bool unit_file_read(struct arena *arena, struct strings *strings,
                    const char *path, const void *data, size_t size,
                    enum unit_file_extent extent, struct fail *said,
                    struct fail *fail, struct unit **unit)
{
    struct arena *scratch = arena_open();
    const char *fault = find_fault(scratch, data, size);

    if (!fault &&
        !read_contents(arena, strings, (const char *)data + UNIT_FILE_HEADER,
                       size - UNIT_FILE_HEADER, extent, said, unit))
        fault = "it is damaged: what it holds makes no sense";
    if (fault)
        fail_add(fail, (struct fail_place){ .file = path },
                 "cannot be read: %s", fault);
    arena_close(scratch);
    return !fault;
}
