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
#ifdef FAULTY
    stop_provider(Handle);
#else
    stop_client(Handle);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: NmrDeregisterProvider [nmr/wrong-handle]
    // CHECK: NmrDeregisterProvider is given the handle of a client
    // CHECK-NEXT: faulty:
}
