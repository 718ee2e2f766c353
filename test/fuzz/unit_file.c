// Whatever a unit file holds, reading it ends with a unit that can be verified,
// or with a message; a unit that keeps the rules is written back as it was. The
// header is mended first, so that what is behind it is looked at.
//
// RUN: %unloadcheck capture %root/test/drivers/first/faulty.c -o %t.unit
// RUN: %units/fuzz-unit_file %t.unit | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "ir/unit_file.h"

#include "fuzz.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/hash.h"
#include "support/strings.h"
#include "support/text.h"
#include "expect.h"

enum { SIZE_AT = 16, HASH_AT = 24 };

static void put(char *bytes, uint64_t number)
{
    for (size_t i = 0; i < sizeof(number); i++)
        bytes[i] = (char)(unsigned char)(number >> (8 * i));
}

/* The header of a unit of today, before the input without its own. */
static struct text mended(struct arena *arena, const uint8_t *data, size_t size)
{
    struct text text = text_make(arena);
    size_t skipped = size < UNIT_FILE_HEADER ? size : UNIT_FILE_HEADER;

    unit_file_write(&text, NULL, fail_make(arena));
    text.length = UNIT_FILE_HEADER;
    text_add_n(&text, (const char *)data + skipped, size - skipped);
    put(text.data + SIZE_AT, size - skipped);
    put(text.data + HASH_AT,
        hash_bytes(text.data + UNIT_FILE_HEADER, size - skipped));
    return text;
}

static void read_unit(const char *data, size_t size)
{
    struct arena *arena = arena_open();
    struct fail *said = fail_make(arena);
    struct fail *fail = fail_make(arena);
    struct unit *unit;

    if (!unit_file_read(arena, strings_make(arena), "f", data, size, said, fail,
                        &unit))
        expect(fail_any(fail));
    else if (unit && unit_verify(unit, fail)) {
        struct text text = text_make(arena);
        unit_file_write(&text, unit, said);
        expect(unit_file_read(arena, strings_make(arena), "f", text.data,
                              text.length, said, fail, &unit));
    }
    arena_close(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    struct text text = mended(arena, data, size);

    read_unit((const char *)data, size);
    read_unit(text.data, text.length);
    arena_close(arena);
    return 0;
}
