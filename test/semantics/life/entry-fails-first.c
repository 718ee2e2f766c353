// Where the entry routine fails before anything is registered, nothing is owed.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    Driver->DriverUnload = DriverUnload;
#ifdef FAULT
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
#endif
    if (Path->Length == 0)
        return STATUS_INVALID_PARAMETER;
    // FAULT: :[[#@LINE-1]]:9: error: {{.*}} [nmr/entry-fails-registered]
#ifndef FAULT
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
#endif
    return status;
}
