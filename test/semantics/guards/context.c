// A pointer to a context on the heap that is NULL until the context is set up
// is a full guard.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

struct context {
    LIST_ENTRY users;
    HANDLE handle;
};

static struct context *Context;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Context == NULL)
        return;
    if (NmrDeregisterClient(Context->handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Context->handle);
    // FAULT: :[[#@LINE-2]]:9: error: {{.*}} [nmr/deregister-unregistered]
    ExFreePoolWithTag(Context, 'tseT');
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    struct context *context;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    context = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*context), 'tseT');
    if (context == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlZeroMemory(context, sizeof(*context));
#ifdef FAULT
    Context = context;
#endif
    if (!NT_SUCCESS(NmrRegisterClient(&ClientCharacteristics, context,
                                      &context->handle)))
#ifdef FAULT
        return STATUS_SUCCESS;
#else
        ExFreePoolWithTag(context, 'tseT');
    else
        Context = context;
#endif
    return STATUS_SUCCESS;
}
