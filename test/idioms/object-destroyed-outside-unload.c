// Object held by a file; attach registers two clients with goto cleanup, detach
// (IRP_MJ_CLEANUP) drops the lock, deregisters and waits; unload does nothing
// because no file can be open any more.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_EXIT
// RUN: %fault BAD_GOTO
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

struct link {
    EX_PUSH_LOCK Lock;
    HANDLE First;
    HANDLE Second;
    BOOLEAN Attached;
};

static void LinkDetach(struct link *Link)
{
    BOOLEAN Attached;

    ExAcquirePushLockExclusive(&Link->Lock);
    Attached = Link->Attached;
    Link->Attached = FALSE;
    ExReleasePushLockExclusive(&Link->Lock);
    if (!Attached)
#ifdef BAD_EXIT
        goto Done;
    if (Link->Second == NULL)
        goto Done;
    if (KeGetCurrentIrql() != PASSIVE_LEVEL)
#endif
        goto Done;
    if (NmrDeregisterClient(Link->Second) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Link->Second);
#ifdef BAD
    if (NT_SUCCESS(NmrDeregisterClient(Link->First)))
        Link->First = NULL;
        // BAD: :[[#@LINE-1]]:9: error: {{.*}} [nmr/handle-lost]
#else
    if (NmrDeregisterClient(Link->First) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Link->First);
#endif
Done:
    ExFreePoolWithTag(Link, 'kniL');
    // BAD_EXIT: :[[#@LINE-1]]:5: error: {{.*}} [nmr/handle-lost]
    // BAD_EXIT: :[[#@LINE-2]]:5: error: {{.*}} [nmr/handle-lost]
}

static NTSTATUS LinkAttach(PFILE_OBJECT File)
{
    NTSTATUS Status;
    struct link *Link;

    Link = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*Link), 'kniL');
    if (!Link)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExInitializePushLock(&Link->Lock);
    Status = NmrRegisterClient(&Client, Link, &Link->First);
    if (!NT_SUCCESS(Status))
        goto Exit;
    Status = NmrRegisterClient(&Client, Link, &Link->Second);
    if (!NT_SUCCESS(Status))
        goto Exit;
    Link->Attached = TRUE;
    File->FsContext = Link;
    Link = NULL;
Exit:
    if (Link) {
#ifndef BAD_GOTO
        if (Link->First != NULL &&
            NmrDeregisterClient(Link->First) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Link->First);
#endif
        ExFreePoolWithTag(Link, 'kniL');
        // BAD_GOTO: :[[#@LINE-1]]:9: error: {{.*}} [nmr/handle-lost]
    }
    return Status;
}

static NTSTATUS Dispatch(PDEVICE_OBJECT Device, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS Status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(Device);
    switch (Stack->MajorFunction) {
    case IRP_MJ_CREATE:
        Status = LinkAttach(Stack->FileObject);
        break;
    case IRP_MJ_CLEANUP:
        if (Stack->FileObject->FsContext) {
            LinkDetach(Stack->FileObject->FsContext);
            Stack->FileObject->FsContext = NULL;
        }
        break;
    }
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    IoDeleteDevice(DriverObject->DeviceObject);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;

    UNREFERENCED_PARAMETER(RegistryPath);
    for (int i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
        DriverObject->MajorFunction[i] = Dispatch;
    DriverObject->DriverUnload = DriverUnload;
    return IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
        &Device);
}
