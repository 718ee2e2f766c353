// A flag beside the handle in a record is a full guard.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static struct { ULONG users; BOOLEAN up; } Module;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Module.up)
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
        Module.up = TRUE;
    return STATUS_SUCCESS;
}
