// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE First, Second;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    stop_provider(Second);
    stop_client(First);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = NmrRegisterClient(&Client, NULL, &First);
    // CHECK: [[#@LINE-1]]: DriverEntry fails [nmr/entry-fails-registered]
    // CHECK: client 1 is registered
    // CHECK-NEXT: registering the provider fails
    // CHECK-NEXT: DriverEntry returns 0xc000009a
    // CHECK-NEXT: faulty:
    (void)Path;
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterProvider(&Provider, NULL, &Second);
    if (!NT_SUCCESS(status)) {
#ifndef FAULTY
        stop_client(First);
#endif
        return status;
    }
    Driver->DriverUnload = unload;
    return STATUS_SUCCESS;
}
