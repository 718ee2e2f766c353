// Globals are zero when the driver is loaded, or as they are initialized.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

static HANDLE Client;
#ifdef FAULT
static BOOLEAN Enabled;
#else
static BOOLEAN Enabled = TRUE;
#endif

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (!Enabled)
        return; // FAULT: :[[#@LINE]]:9: error: {{.*}} [nmr/unload-returns-registered]
    if (NmrDeregisterClient(Client) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}
