// Checks of a checked build vanish with their argument; what runs in a free
// build as well keeps it.
//
// RUN: %clang -std=gnu17 -E -P %s | FileCheck %s
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

void checks(void)
{
    PAGED_CODE();
    ASSERT(asserted());
    NT_ASSERT(nt_asserted());
    NT_VERIFY(verified());
    NT_FRE_ASSERT(always_asserted());
    RtlZeroMemory(here, 8);
    RtlCopyMemory(here, there, 8);
    KdPrint(("printed %d", printed()));
}
// CHECK-LABEL: void checks(void)
// CHECK-NOT: asserted()
// CHECK: ((verified()) ? 1 : 0);
// CHECK: ((always_asserted()) ? 1 : (DbgRaiseAssertionFailure(), 0));
// CHECK: memset((here), 0, (8));
// CHECK: memcpy((here), (there), (8));
// CHECK-NOT: printed
// CHECK: }
