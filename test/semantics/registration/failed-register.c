// A registration that fails registers nothing, and leaves the handle alone.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Client)
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
    // FAULT: :[[#@LINE-2]]:13: error: {{.*}} [nmr/wrong-handle]
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
#ifdef FAULT
    Client = Driver;
#endif
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    DbgPrint("%x\n", status);
    return STATUS_SUCCESS;
}
