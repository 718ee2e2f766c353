// The handle lives in a local variable for the length of one call.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_NO_WAIT
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static NTSTATUS Probe(PDEVICE_OBJECT Device, PIRP Irp)
{
    HANDLE Handle = NULL;
    NTSTATUS Status = NmrRegisterClient(&Client, Device, &Handle);

#if defined(BAD)
    if (Irp->Cancel)
        return STATUS_CANCELLED;
        // BAD: :[[#@LINE-1]]:9: error: {{.*}} [nmr/handle-lost]
    if (NT_SUCCESS(Status)) {
        if (NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
#elif defined(BAD_NO_WAIT)
    if (NT_SUCCESS(Status)) {
        NmrDeregisterClient(Handle);
#else
    if (NT_SUCCESS(Status)) {
        if (NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
#endif
    }
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
    // BAD_NO_WAIT: :[[#@LINE-1]]:5: error: {{.*}} [nmr/handle-lost]
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
}
// BAD_NO_WAIT: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = Probe;
    DriverObject->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
