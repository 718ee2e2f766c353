// KeWaitForSingleObject on an own event and rundown waits beside the
// registration are not deregistration waits.
// RUN: %right OK
// RUN: %right RUNDOWN
// RUN: %fault BAD
// RUN: %fault BAD_ENTRY
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;
static KEVENT Bound;
static EX_RUNDOWN_REF Rundown;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(DriverObject);
#if defined(RUNDOWN)
    ExWaitForRundownProtectionRelease(&Rundown);
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING)
        Status = NmrWaitForClientDeregisterComplete(ClientHandle);
#elif defined(BAD)
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING) {
        ExWaitForRundownProtectionRelease(&Rundown);
        KeWaitForSingleObject(&Bound, Executive, KernelMode, FALSE, NULL);
    }
#else
    Status = NmrDeregisterClient(ClientHandle);
    if (Status == STATUS_PENDING)
        Status = NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
    DbgPrint("gone: 0x%x\n", Status);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    LARGE_INTEGER Timeout;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    Timeout.QuadPart = -10000000LL;
    KeInitializeEvent(&Bound, NotificationEvent, FALSE);
    ExInitializeRundownProtection(&Rundown);
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = KeWaitForSingleObject(&Bound, Executive, KernelMode, FALSE,
        &Timeout);
    if (Status == STATUS_TIMEOUT) {
#ifndef BAD_ENTRY
        if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(ClientHandle);
#endif
        return STATUS_NOINTERFACE;
        // BAD_ENTRY: :[[#@LINE-1]]:9: error: {{.*}} [nmr/entry-fails-registered]
    }
    return STATUS_SUCCESS;
}
