// Contexts on a list of the driver's own make, emptied by a loop that looks
// ahead before it frees.
// RUN: %right OK
// RUN: %fault BAD_LAST_STAYS
// RUN: %fault BAD_NO_WAIT
#include "../Inputs/nmr.h"

struct context {
    struct context *next;
    HANDLE handle;
};

static struct context *Head;

static NTSTATUS add(VOID)
{
    struct context *context;
    NTSTATUS status;

    context = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*context), 'tseT');
    if (context == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = NmrRegisterClient(&ClientCharacteristics, context,
                               &context->handle);
    if (!NT_SUCCESS(status)) {
        ExFreePool(context);
        return status;
    }
    context->next = Head;
    Head = context;
    return STATUS_SUCCESS;
}

static VOID remove_all(VOID)
{
    struct context *context = Head, *next;

    for (; context; context = next) {
        next = context->next;
#ifdef BAD_LAST_STAYS
        if (next != NULL)
#endif
            if (NmrDeregisterClient(context->handle) == STATUS_PENDING)
#ifndef BAD_NO_WAIT
                NmrWaitForClientDeregisterComplete(context->handle);
#else
                DbgPrint("not yet\n");
#endif
        ExFreePool(context);
        // BAD_LAST_STAYS: :[[#@LINE-1]]:9: error: {{.*}} still registered [nmr/handle-lost]
    }
    Head = NULL;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    remove_all();
} // BAD_NO_WAIT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    for (ULONG i = 0; i < 3; i++) {
        NTSTATUS status = add();

        if (!NT_SUCCESS(status)) {
            remove_all();
            return status;
            // BAD_NO_WAIT: :[[#@LINE-1]]:13: error: {{.*}} [nmr/entry-fails-registered]
        }
    }
    return STATUS_SUCCESS;
}
