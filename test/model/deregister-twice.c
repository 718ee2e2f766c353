// RUN: %model %s | FileCheck %s --check-prefix=RIGHT
// RUN: not %model -DFAULTY %s | FileCheck %s
// RIGHT-NOT: nmr/
// RIGHT-NOT: wsk/
// RIGHT: {{^}}clean: 
#include "Inputs/module.h"

static HANDLE Handle;

static NTSTATUS on_close(PDEVICE_OBJECT Device, PIRP Irp)
{
    (void)Device, (void)Irp;
    if (Handle)
        stop_client(Handle);
#ifndef FAULTY
    Handle = NULL;
#endif
    return STATUS_SUCCESS;
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    if (Handle)
        stop_client(Handle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    return NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: NmrDeregisterClient [nmr/deregister-unregistered]
    // CHECK: NmrDeregisterClient is given a handle deregistered before
    // CHECK-NEXT: faulty:
}
