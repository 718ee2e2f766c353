// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
#ifndef FAULTY
    if (Handle)
#endif
        stop_client(Handle);
    // CHECK: module.h:{{[0-9]+}}: NmrDeregisterClient [nmr/deregister-unregistered]
    // CHECK: registering the client fails
    // CHECK: NmrDeregisterClient is given NULL
    // CHECK: faulty:
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    NmrRegisterClient(&Client, NULL, &Handle);
    return STATUS_SUCCESS;
}
