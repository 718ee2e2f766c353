// What does nothing that anyone else can tell is found, with what it gives; and
// nothing else.
//
// RUN: %units/ir-inert %S/Inputs/inert.ir | FileCheck %s
// CHECK-NOT:  {{.}}
// CHECK:      {{^}}inert_counts{{$}}
// CHECK-NEXT: {{^}}inert_compares{{$}}
// CHECK-NEXT: {{^}}inert_finds, maybe a pointer{{$}}
// CHECK-NEXT: {{^}}inert_gives_address, maybe a pointer{{$}}
// CHECK-NEXT: {{^}}inert_keeps_own, maybe a pointer{{$}}
// CHECK-NEXT: {{^}}inert_asks_static, maybe a pointer{{$}}
// CHECK-NEXT: {{^}}inert_static, maybe a pointer{{$}}
// CHECK-NEXT: {{^}}inert_own_array{{$}}
// CHECK-NEXT: {{^}}inert_again{{$}}
// CHECK-NOT:  {{.}}
#include "ir/inert.h"

#include "expect.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/strings.h"

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    struct file_text text;

    expect(argc == 2 && file_read(arena, argv[1], fail, &text));

    struct unit *unit = unit_read(arena, strings_make(arena), argv[1],
                                  text.data, text.size, fail);

    if (!unit || !unit_verify(unit, fail)) {
        fail_print(fail, stderr);
        return 2;
    }
    inert_mark(unit);
    for (size_t i = 0; i < unit->function_count; i++)
        if (unit->functions[i]->is_inert)
            printf("%s%s\n", unit->functions[i]->name,
                   unit->functions[i]->gives_no_pointer ? ""
                                                        : ", maybe a pointer");
    arena_close(arena);
    return 0;
}
