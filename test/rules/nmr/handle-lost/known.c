// RUN: %right FN_LIBRARY_FREES
#include "../../../Inputs/nmr.h"

struct module {
    HANDLE handle;
};

static struct module *Module;

// A function whose body is not given frees nothing, so that the wait below is
// taken to find its handle in memory that is still there.
VOID library_free(PVOID Memory);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    status = NmrDeregisterClient(Module->handle);
    library_free(Module);
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Module->handle);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Module = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*Module), 'tseT');
    if (Module == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Module->handle);
    if (!NT_SUCCESS(status))
        ExFreePool(Module);
    return status;
}
