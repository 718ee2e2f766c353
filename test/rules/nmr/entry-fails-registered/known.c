// RUN: %fault FP_NEVER_FAILS
#include "../../../Inputs/nmr.h"

static HANDLE Client;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

// A function whose body is not given may return anything of its type, although
// this one always succeeds.
NTSTATUS library_start(VOID);

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
    if (NT_SUCCESS(status))
        status = library_start();
    return status;
    // FP_NEVER_FAILS: :[[#@LINE-1]]:5: error: {{.*}} [nmr/entry-fails-registered]
}
