// Register, deregister and wait each in a helper that takes the handle's
// address or value; the summary must split by return value.
// RUN: %right OK
// RUN: %right AS_BOOLEAN
// RUN: %right CONVERTED
// RUN: %fault BAD
// RUN: %fault BAD_CONVERTED
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;

static FORCEINLINE NTSTATUS StartDeregister(HANDLE Handle)
{
    return NmrDeregisterClient(Handle);
}

static BOOLEAN StillBusy(HANDLE Handle)
{
    return NmrDeregisterClient(Handle) == STATUS_PENDING;
}

static int StartConverted(HANDLE *Slot)
{
    NTSTATUS Status = NmrDeregisterClient(*Slot);

    if (Status == STATUS_PENDING)
        return 1;
#ifdef BAD_CONVERTED
    return 1;
#else
    return NT_SUCCESS(Status) ? 0 : -1;
#endif
}

static NTSTATUS Open(PVOID Context, HANDLE *Slot)
{
    *Slot = NULL;
    return NmrRegisterClient(&Client, Context, Slot);
}

static void Finish(HANDLE *Slot)
{
    NmrWaitForClientDeregisterComplete(*Slot);
    *Slot = NULL;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
#if defined(AS_BOOLEAN)
    if (StillBusy(ClientHandle))
#elif defined(CONVERTED)
    if (StartConverted(&ClientHandle) > 0)
#elif defined(BAD)
    if (StillBusy(ClientHandle) == FALSE)
#elif defined(BAD_CONVERTED)
    if (StartConverted(&ClientHandle) == 0)
#else
    if (StartDeregister(ClientHandle) == STATUS_PENDING)
#endif
        Finish(&ClientHandle);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_CONVERTED: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    return Open(DriverObject, &ClientHandle);
}
