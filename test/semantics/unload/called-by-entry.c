// An unload routine that the entry routine calls when it fails is an ordinary
// call.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client, Provider;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Client && NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    if (Provider && NmrDeregisterProvider(Provider) == STATUS_PENDING)
        NmrWaitForProviderDeregisterComplete(Provider);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (NT_SUCCESS(status))
        status = NmrRegisterProvider(&ProviderCharacteristics, NULL, &Provider);
#ifndef FAULT
    if (!NT_SUCCESS(status))
        DriverUnload(Driver);
#endif
    return status; // FAULT: :[[#@LINE]]:5: error: 'Client' {{.*}} [nmr/entry-fails-registered]
}
