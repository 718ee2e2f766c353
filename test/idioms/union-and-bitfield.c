// Handle in an anonymous union, bit-field flag beside it, array of structures
// indexed by an enumerator.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

enum slot { SLOT_FIRST, SLOT_SECOND, SLOT_COUNT };

static struct {
    union {
        HANDLE Handle;
        ULONG_PTR Raw;
    };
    unsigned Open : 1;
    unsigned Kind : 3;
} Slots[SLOT_COUNT];

static void Close(enum slot Slot)
{
    if (!Slots[Slot].Open)
        return;
    if (NmrDeregisterClient(Slots[Slot].Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Slots[Slot].Handle);
    Slots[Slot].Open = 0;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    Close(SLOT_FIRST);
#ifndef BAD
    Close(SLOT_SECOND);
#endif
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]

static NTSTATUS Open(enum slot Slot)
{
    NTSTATUS Status = NmrRegisterClient(&Client, NULL, &Slots[Slot].Handle);

    if (NT_SUCCESS(Status))
        Slots[Slot].Open = 1;
    return Status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    Status = Open(SLOT_FIRST);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = Open(SLOT_SECOND);
    if (!NT_SUCCESS(Status))
        Close(SLOT_FIRST);
    return Status;
}
