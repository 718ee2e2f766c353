// RUN: %model --callbacks=3 %s | FileCheck %s --check-prefix=SHORT
// RUN: not %model --callbacks=4 %s | FileCheck %s
// SHORT: clean up to the bound: 4 states
// A fault that needs more routines between entry and unload than the bound
// allows is not seen, and the model says that it was cut off.
#include "Inputs/module.h"

static HANDLE Handle;
static ULONG Count;

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    (void)Device, (void)Irp;
    if (Count < 4)
        Count++;
    return STATUS_SUCCESS;
}

static VOID unload(PDRIVER_OBJECT Driver)
{
    (void)Driver;
    if (Count < 4)
        stop_client(Handle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    (void)Path;
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    return NmrRegisterClient(&Client, NULL, &Handle);
    // CHECK: [[#@LINE-1]]: unload returns [nmr/unload-returns-registered]
    // CHECK: faulty: 5 states
}
