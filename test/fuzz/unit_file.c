// Whatever stands in a unit as bytes, even behind a header that fits, reading it
// ends with a unit or with a message; and a unit that is well formed is as good
// as one that was captured. Outside of the fuzzer the input is what drivers of
// test/ are captured as.
//
// RUN: rm -rf %t && mkdir %t
// RUN: sh -c 'for f in first/right relay/relay; do \
// RUN:   %unloadcheck capture %root/test/drivers/$f.c \
// RUN:   -o %t/$(basename $f).unit || exit 1; done'
// RUN: %units/fuzz-unit_file -mangled=1500 -cut=199 %t/*.unit | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "ir/unit_file.h"
#include "fuzz.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "sound.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/hash.h"
#include "support/strings.h"
#include "support/text.h"
#include "expect.h"

#include <stdbool.h>

static void put(uint8_t *to, uint64_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        to[i] = (uint8_t)(number >> (8 * i));
}

/* The contents behind a header that belongs to them. */
static uint8_t *with_header(struct arena *arena, const uint8_t *data,
                            size_t size)
{
    struct text empty = text_make(arena);
    uint8_t *whole = arena_alloc(arena, UNIT_FILE_HEADER + size);

    unit_file_write(&empty, NULL, fail_make(arena));
    memcpy(whole, empty.data, UNIT_FILE_HEADER);
    if (size)
        memcpy(whole + UNIT_FILE_HEADER, data, size);
    put(whole + 16, size, 8);
    put(whole + 24, hash_bytes(whole + UNIT_FILE_HEADER, size), 8);
    return whole;
}

/* What is read of less is no worse. */
static void read_some(struct arena *arena, const uint8_t *data, size_t size)
{
    struct fail *fail = fail_make(arena);
    struct unit *unit = NULL;

    if (unit_file_read(arena, sound_strings(), "fuzz.unit", data, size,
                       UNIT_FILE_NO_INERT, fail_make(arena), fail, &unit) &&
        unit)
        (void)unit_verify(unit, fail);
}

static void read_unit(struct arena *arena, const uint8_t *data, size_t size)
{
    struct fail *said = fail_make(arena), *fail = fail_make(arena);
    struct unit *unit = NULL;
    bool is_read = unit_file_read(arena, sound_strings(), "fuzz.unit", data,
                                  size, UNIT_FILE_WHOLE, said, fail, &unit);

    read_some(arena, data, size);

    expect(is_read == (fail_count(fail) == 0));
    fail_print(said, stderr);
    if (is_read && unit && unit_verify(unit, fail))
        expect_sound(arena, unit);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    size_t header = size > UNIT_FILE_HEADER && unit_file_is(data, size)
                        ? UNIT_FILE_HEADER
                        : 0;

    read_unit(arena, data, size);
    read_unit(arena, with_header(arena, data + header, size - header),
              UNIT_FILE_HEADER + size - header);
    arena_close(arena);
    return 0;
}
