// What is put into a list in one routine is taken out in another.
//
// RUN: %unloadcheck --format=brief %s | count 0
// RUN: not %unloadcheck --format=brief %s -- -DBAD | FileCheck %s
// CHECK: error: the last handle of the client registration in 'item->Handle' is lost
#include <ntddk.h>
#include <netioddk.h>

struct item {
    LIST_ENTRY Link;
    HANDLE Handle;
};

static LIST_ENTRY Items;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    while (!IsListEmpty(&Items)) {
        struct item *Item =
            CONTAINING_RECORD(RemoveHeadList(&Items), struct item, Link);

        if (NmrDeregisterClient(Item->Handle) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Item->Handle);
        ExFreePoolWithTag(Item, 'meti');
    }
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING Path)
{
    struct item *Item = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Item),
                                        'meti');
    NTSTATUS Status;

    if (Item == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    InitializeListHead(&Items);
    DriverObject->DriverUnload = Unload;
    Status = NmrRegisterClient(&Characteristics, NULL, &Item->Handle);
    if (!NT_SUCCESS(Status)) {
        ExFreePoolWithTag(Item, 'meti');
        return Status;
    }
#ifndef BAD
    InsertTailList(&Items, &Item->Link);
#endif
    return STATUS_SUCCESS;
}
