// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;
static BOOLEAN Detached;

static NTSTATUS attach(HANDLE Binding, PVOID Context,
                       PNPI_REGISTRATION_INSTANCE Instance)
{
    (void)Binding, (void)Context, (void)Instance;
    return STATUS_SUCCESS;
}

static NTSTATUS detach(PVOID Context)
{
    (void)Context;
    Detached = TRUE;
#ifdef FAULTY
    NmrWaitForClientDeregisterComplete(Handle);
#endif
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Attaching = {
    .ClientAttachProvider = attach,
    .ClientDetachProvider = detach,
};

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    NmrDeregisterClient(Handle);
    NmrWaitForClientDeregisterComplete(Handle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    return NmrRegisterClient(&Attaching, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: {{.*}} [nmr/wait-in-callback]
    // CHECK: the attach routine of client 1 is called
    // CHECK: the detach routine of client 1 is called
}
