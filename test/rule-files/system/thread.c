// A system thread runs to its end before the driver is unloaded, and its end is
// not the end of the driver.
//
// RUN: %unloadcheck --format=brief %s | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD | FileCheck %s
// CHECK: error: 'Handle' has not finished deregistering
#include <ntddk.h>
#include <netioddk.h>

static HANDLE Handle;
static PVOID Thread;
static KEVENT Stop;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

static VOID Worker(PVOID Context)
{
    NTSTATUS Status;

    KeWaitForSingleObject(&Stop, Executive, KernelMode, FALSE, NULL);
    Status = NmrDeregisterClient(Handle);
#ifndef BAD
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
#endif
    PsTerminateSystemThread(Status);
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    KeSetEvent(&Stop, IO_NO_INCREMENT, FALSE);
    KeWaitForSingleObject(Thread, Executive, KernelMode, FALSE, NULL);
    ObDereferenceObject(Thread);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path)
{
    HANDLE Created;
    NTSTATUS Status;

    DriverObject->DriverUnload = Unload;
    KeInitializeEvent(&Stop, NotificationEvent, FALSE);
    Status = NmrRegisterClient(&Characteristics, NULL, &Handle);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = PsCreateSystemThread(&Created, THREAD_ALL_ACCESS, NULL, NULL,
                                  NULL, Worker, NULL);
    if (!NT_SUCCESS(Status)) {
        if (NmrDeregisterClient(Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handle);
        return Status;
    }
    ObReferenceObjectByHandle(Created, THREAD_ALL_ACCESS, NULL, KernelMode,
                              &Thread, NULL);
    ZwClose(Created);
    return STATUS_SUCCESS;
}
