// What the driver exports, other drivers call.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;

__declspec(dllexport) NTSTATUS relay_start(VOID)
{
    if (Client != NULL)
        return STATUS_DEVICE_BUSY;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifndef FAULT
    if (Client && NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#endif
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
