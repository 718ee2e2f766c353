// A system thread deregisters and waits; unload sets an event and waits for the
// thread's end.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_ENTRY
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;
static KEVENT Stop;
static PVOID Thread;

static VOID Worker(PVOID Context)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Context);
    KeWaitForSingleObject(&Stop, Executive, KernelMode, FALSE, NULL);
    Status = NmrDeregisterClient(ClientHandle);
#ifndef BAD
    if (Status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
    PsTerminateSystemThread(Status);
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    KeSetEvent(&Stop, IO_NO_INCREMENT, FALSE);
    KeWaitForSingleObject(Thread, Executive, KernelMode, FALSE, NULL);
    ObDereferenceObject(Thread);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    HANDLE Handle;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    KeInitializeEvent(&Stop, NotificationEvent, FALSE);
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = PsCreateSystemThread(&Handle, THREAD_ALL_ACCESS, NULL, NULL, NULL,
        Worker, NULL);
    if (!NT_SUCCESS(Status)) {
#ifndef BAD_ENTRY
        if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
        return Status;
        // BAD_ENTRY: :[[#@LINE-1]]:9: error: {{.*}} [nmr/entry-fails-registered]
    }
    ObReferenceObjectByHandle(Handle, THREAD_ALL_ACCESS, *PsThreadType,
        KernelMode, &Thread, NULL);
    ZwClose(Handle);
    return STATUS_SUCCESS;
}
