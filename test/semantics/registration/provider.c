// A provider goes through the same states as a client.
// RUN: %right RIGHT
// RUN: %fault REGISTERED
// RUN: %fault PENDING
// RUN: %fault ENTRY
#include "../../Inputs/nmr.h"

static HANDLE Provider;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
#ifdef REGISTERED
    if (Driver->DeviceObject)
        return; // REGISTERED: :[[#@LINE]]:9: error: {{.*}} [nmr/unload-returns-registered]
#endif
    NmrDeregisterProvider(Provider);
#ifdef PENDING
    UNREFERENCED_PARAMETER(Driver);
#else
    NmrWaitForProviderDeregisterComplete(Provider);
#endif
    UNREFERENCED_PARAMETER(Driver);
} // PENDING: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterProvider(&ProviderCharacteristics, NULL, &Provider);
    if (!NT_SUCCESS(status))
        return status;
#ifdef ENTRY
    if (Path->Length == 0)
        return STATUS_INVALID_PARAMETER; // ENTRY: :[[#@LINE]]:9: error: {{.*}} [nmr/entry-fails-registered]
#else
    UNREFERENCED_PARAMETER(Path);
#endif
    return STATUS_SUCCESS;
}
