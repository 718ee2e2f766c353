// RUN: %right OK_SET_TO_NULL_AFTER_WAIT
// RUN: %right OK_MOVED_FIRST
// RUN: %right OK_FREED_AFTER_WAIT
// RUN: %right OK_EXCHANGED
// RUN: %right OK_LOCAL_ENDS_AFTER_WAIT
#include "../../../Inputs/nmr.h"

struct module {
    ULONG users;
    HANDLE handle;
};

static struct module *Module;

static VOID stop(HANDLE Handle)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE handle = NULL;

    UNREFERENCED_PARAMETER(Driver);
    if (Module == NULL)
        return;
#if defined(OK_SET_TO_NULL_AFTER_WAIT)
    stop(Module->handle);
    Module->handle = NULL;
    ExFreePool(Module);
#elif defined(OK_MOVED_FIRST)
    handle = Module->handle;
    ExFreePool(Module);
    stop(handle);
#elif defined(OK_FREED_AFTER_WAIT)
    stop(Module->handle);
    ExFreePool(Module);
#elif defined(OK_EXCHANGED)
    handle = InterlockedExchangePointer(&Module->handle, NULL);
    stop(handle);
    ExFreePool(Module);
#else
    ExFreePool(Module);
#endif
    Module = NULL;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Module = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*Module), 'tseT');
    if (Module == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
#ifdef OK_LOCAL_ENDS_AFTER_WAIT
    HANDLE handle;

    status = NmrRegisterClient(&ClientCharacteristics, NULL, &handle);
    if (NT_SUCCESS(status))
        stop(handle);
    return STATUS_SUCCESS;
#else
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Module->handle);
    if (!NT_SUCCESS(status)) {
        ExFreePool(Module);
        Module = NULL;
    }
    return status;
#endif
}
