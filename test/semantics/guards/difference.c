// What differs between two variables can be a guard.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static LONG Made, Undone;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Made != Undone)
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client);
    // FAULT: :[[#@LINE-2]]:13: error: {{.*}} [nmr/deregister-unregistered]
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
#ifdef FAULT
    if (status != STATUS_DEVICE_BUSY)
#else
    if (NT_SUCCESS(status))
#endif
        Made = 1;
    return STATUS_SUCCESS;
}
