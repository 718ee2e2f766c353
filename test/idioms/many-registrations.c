// Several NPIs in one driver, client and provider; each needs its own pair;
// goto cleanup in reverse order.
// RUN: %right OK
// RUN: %fault BAD_CROSS
// RUN: %fault BAD_ENTRY
// RUN: %fault BAD_ONE
// RUN: %fault BAD_SAME
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"
#include "Inputs/provider.h"

static HANDLE ClientHandle, FirstProvider, SecondProvider;

static void ProviderDown(HANDLE *Slot)
{
    if (*Slot == NULL)
        return;
    if (NmrDeregisterProvider(*Slot) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(*Slot);
    *Slot = NULL;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    if (NmrDeregisterClient(ClientHandle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(ClientHandle);
#if defined(BAD_CROSS)
    NTSTATUS Second = NmrDeregisterProvider(SecondProvider);
    NTSTATUS First = NmrDeregisterProvider(FirstProvider);
    if (First == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(FirstProvider);
    if (Second == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(FirstProvider);
#elif defined(BAD_ONE)
    ProviderDown(&FirstProvider);
#else
    ProviderDown(&FirstProvider);
    ProviderDown(&SecondProvider);
#endif
}
// BAD_CROSS: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
// BAD_ONE: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    Status = NmrRegisterProvider(&Provider, NULL, &FirstProvider);
    if (!NT_SUCCESS(Status))
        return Status;
#ifdef BAD_SAME
    Status = NmrRegisterProvider(&Provider, NULL, &FirstProvider);
    // BAD_SAME: :[[#@LINE-1]]:14: error: {{.*}} [nmr/handle-lost]
#else
    Status = NmrRegisterProvider(&Provider, NULL, &SecondProvider);
#endif
    if (!NT_SUCCESS(Status))
        goto UndoFirst;
    Status = NmrRegisterClient(&Client, NULL, &ClientHandle);
    if (!NT_SUCCESS(Status))
#ifdef BAD_ENTRY
        goto UndoFirst;
#else
        goto UndoSecond;
#endif
    return STATUS_SUCCESS;

#ifndef BAD_ENTRY
UndoSecond:
    ProviderDown(&SecondProvider);
#endif
UndoFirst:
    ProviderDown(&FirstProvider);
    return Status;
    // BAD_ENTRY: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
