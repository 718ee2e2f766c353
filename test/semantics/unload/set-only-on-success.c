// Where the routine is not set, nothing is registered, either.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
    // FAULT: :[[#@LINE-2]]:9: error: {{.*}} [nmr/deregister-unregistered]
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
#ifdef FAULT
    NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
#else
    if (NT_SUCCESS(NmrRegisterClient(&ClientCharacteristics, NULL, &Client)))
#endif
        Driver->DriverUnload = DriverUnload;
    return STATUS_SUCCESS;
}
