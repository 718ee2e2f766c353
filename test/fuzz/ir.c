// Whatever stands in a unit as text, reading it ends with a unit or with one
// message. A unit that is well formed stays so: what is written of it is read
// back as the same, models are bound and units are linked to a program that is
// well formed, too, and the engine comes to an end on it and changes nothing.
// Outside of the fuzzer the input is what drivers of test/ are lowered to.
//
// RUN: rm -rf %t && mkdir %t
// RUN: sh -c 'for f in %root/test/drivers/first/*.c \
// RUN:   %root/test/constructs/seh-finally.c %root/test/constructs/union.c; do \
// RUN:   %build/bin/tools/capture-dump %rules/headers $f \
// RUN:   > %t/$(basename $f).ir || exit 1; done'
// RUN: %units/fuzz-ir -mangled=150 -cut=1009 %t/*.ir %root/test/ir/*.ir \
// RUN:   %S/Inputs/ir/*.ir | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "fuzz.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "sound.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/strings.h"
#include "expect.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    char *text = arena_alloc(arena, size + 1);

    if (size)
        memcpy(text, data, size);
    struct unit *unit =
        unit_read(arena, sound_strings(), "fuzz.ir", text, size, fail);
    expect((unit != NULL) == (fail_count(fail) == 0));
    if (unit && unit_verify(unit, fail))
        expect_sound(arena, unit);
    arena_close(arena);
    return 0;
}
