// A state that is set only where the registration succeeded is a full guard.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static enum { Idle, Starting, Running, Stopping } State;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (State == Running)
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
        State = Running;
    return STATUS_SUCCESS;
}
