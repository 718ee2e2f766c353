// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handles[2];

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    for (ULONG i = 0; i < 2; i++)
        if (Handles[i])
#ifdef FAULTY
            stop_client(&Handles[i]);
#else
            stop_client(Handles[i]);
#endif
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    for (ULONG i = 0; i < 2; i++)
        NmrRegisterClient(&Client, NULL, &Handles[i]);
    // CHECK: [[#@LINE-1]]: {{.*}} [nmr/deregister-unregistered] (open)
    // CHECK: [[#@LINE-2]]: NmrDeregisterClient [nmr/wrong-handle]
    return STATUS_SUCCESS;
}
