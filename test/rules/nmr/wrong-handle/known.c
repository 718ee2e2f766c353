// RUN: %right FN_LIBRARY_REGISTERED
#include "../../../Inputs/nmr.h"

// Of a handle that comes from a function whose body is not given the kind is
// not known, although this one is a provider's.
HANDLE library_provider(VOID);

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    HANDLE provider = library_provider();

    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(provider) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(provider);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
