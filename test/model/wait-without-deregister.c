// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;
static BOOLEAN Stopped;

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
#ifdef FAULTY
    NmrWaitForClientDeregisterComplete(Handle);
    NmrDeregisterClient(Handle);
#else
    NmrDeregisterClient(Handle);
    NmrWaitForClientDeregisterComplete(Handle);
#endif
    Stopped = TRUE;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: unload returns [nmr/unload-returns-pending]
    // CHECK: [[#@LINE-2]]: {{.*}} [nmr/wait-without-deregister]
}
