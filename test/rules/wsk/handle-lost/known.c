// RUN: %right FN_LIBRARY_FREES_IT
#include "../../../Inputs/wsk.h"

// A function whose body is not given frees nothing, so that the registration
// is taken to be in memory that is still there.
VOID library_free(PVOID Memory);

static PWSK_REGISTRATION Made;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Made != NULL) {
        library_free(Made);
        WskDeregister(Made);
    }
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Made = ExAllocatePoolZero(NonPagedPoolNx, sizeof(*Made), 'tseT');
    if (Made == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = WskRegister(&ClientNpi, Made);
    if (!NT_SUCCESS(status))
        ExFreePool(Made);
    return status;
}
