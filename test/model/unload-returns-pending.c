// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;

#ifdef FAULTY
#define GOES_ON STATUS_SUCCESS
#else
#define GOES_ON STATUS_PENDING
#endif

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    if (NmrDeregisterProvider(Handle) == GOES_ON)
        NmrWaitForProviderDeregisterComplete(Handle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    return NmrRegisterProvider(&Provider, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: unload returns [nmr/unload-returns-pending]
    // CHECK: deregistering provider 1 gives STATUS_PENDING
    // CHECK-NEXT: the unload routine returns
    // CHECK-NEXT: faulty:
}
