// The handle lives in a local variable for the length of one call.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static NTSTATUS Probe(PDEVICE_OBJECT Device, PIRP Irp)
{
    HANDLE Handle = NULL;
    NTSTATUS Status = NmrRegisterClient(&Client, Device, &Handle);

#ifdef BAD
    if (Irp->Cancel)
        return STATUS_CANCELLED;
        // BAD: :[[#@LINE-1]]:9: error: {{.*}} [nmr/handle-lost]
#endif
    if (NT_SUCCESS(Status)) {
        if (NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
    }
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = Probe;
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
