// Whether there is another registration decides what is done about this one.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
static HANDLE Other;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (Other != NULL) {
        if (NmrDeregisterClient(Other) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Other);
#ifdef FAULT
        // FAULT: :[[#@LINE+1]]:9: error: {{.*}} [nmr/wait-without-deregister]
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
    NmrDeregisterClient(Client);
    NmrWaitForClientDeregisterComplete(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (NT_SUCCESS(status))
        (void)NmrRegisterClient(&ClientCharacteristics, NULL, &Other);
    return status;
}
