// A context is put on a list after its deregistration and freed at the end of
// unload in a loop over the list.
// RUN: %right OK
// RUN: %fault BAD
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/provider.h"

struct provider {
    LIST_ENTRY Link;
    HANDLE Handle;
};
static LIST_ENTRY CleanupList;
static struct provider *Hook;

static void Unregister(struct provider *Mine)
{
    if (Mine == NULL)
        return;
    NTSTATUS Status = NmrDeregisterProvider(Mine->Handle);
#ifndef BAD
    if (Status == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Mine->Handle);
#endif
    if (!NT_SUCCESS(Status))
        DbgPrint("deregister: 0x%x\n", Status);
    InsertHeadList(&CleanupList, &Mine->Link);
}

static void FreeList(void)
{
    while (!IsListEmpty(&CleanupList)) {
        PLIST_ENTRY Link = RemoveHeadList(&CleanupList);
        struct provider *Mine = CONTAINING_RECORD(Link, struct provider, Link);
        ExFreePoolWithTag(Mine, 'vorP');
    }
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    Unregister(Hook);
    Hook = NULL;
    FreeList();
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    InitializeListHead(&CleanupList);
    DriverObject->DriverUnload = DriverUnload;
    Hook = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Hook), 'vorP');
    if (!Hook)
        return STATUS_INSUFFICIENT_RESOURCES;
    Status = NmrRegisterProvider(&Provider, Hook, &Hook->Handle);
    if (!NT_SUCCESS(Status)) {
        ExFreePoolWithTag(Hook, 'vorP');
        Hook = NULL;
    }
    return Status;
}
