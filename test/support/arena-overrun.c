// An overrun of one byte is seen by AddressSanitizer though the memory is the
// arena's own.
//
// REQUIRES: sanitizers
// RUN: not %units/support-arena-overrun 2>&1 | FileCheck %s
// CHECK: AddressSanitizer: use-after-poison
#include "support/arena.h"

int main(void)
{
    struct arena *arena = arena_open();
    char *data = arena_alloc(arena, 16);

    for (int i = 0; i <= 16; i++)
        data[i] = 1;
    arena_close(arena);
    return 0;
}
