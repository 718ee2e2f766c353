// What could not be deregistered ("an error occurred") owes nothing more.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status = NmrDeregisterClient(Client);

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    if (status == STATUS_PENDING)
        return; // FAULT: :[[#@LINE]]:9: error: {{.*}} [nmr/unload-returns-pending]
#else
    if (!NT_SUCCESS(status))
        return;
#endif
    NmrWaitForClientDeregisterComplete(Client);
}
