// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Kept;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    if (Kept)
        stop_client(Kept);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    HANDLE local;
    NTSTATUS status = NmrRegisterClient(&Client, NULL, &local);
    // CHECK: [[#@LINE-1]]: a routine returns [nmr/handle-lost]
    (void)Path;
    Driver->DriverUnload = unload;
#ifndef FAULTY
    if (NT_SUCCESS(status))
        Kept = local;
#endif
    return status;
}
