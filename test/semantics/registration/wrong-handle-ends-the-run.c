// A call that is given an address ends the run there: what would have come of
// the registrations after it is not told.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static HANDLE Client;
static HANDLE Other;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    // FAULT: :[[#@LINE+1]]:5: error: {{.*}} [nmr/wrong-handle]
    NmrDeregisterClient(&Client);
#else
    stop(Client);
    stop(Other);
#endif
    Client = NULL;
    Other = NULL;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (!NT_SUCCESS(status))
        return status;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Other);
    if (!NT_SUCCESS(status) &&
        NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    return status;
}
