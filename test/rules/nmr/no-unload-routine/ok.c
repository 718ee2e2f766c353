// RUN: %right OK_SET
// RUN: %right OK_SET_AFTERWARDS
#include "../../../Inputs/nmr.h"

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

    UNREFERENCED_PARAMETER(Path);
#ifdef OK_SET
    Driver->DriverUnload = DriverUnload;
#endif
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
#ifdef OK_SET_AFTERWARDS
    if (NT_SUCCESS(status))
        Driver->DriverUnload = DriverUnload;
#endif
    return status;
}
