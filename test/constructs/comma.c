// The sides of a comma run one after the other; the second is the value.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    if (status = NmrDeregisterClient(Client), status == STATUS_SUCCESS)
#else
    if (status = NmrDeregisterClient(Client), status == STATUS_PENDING)
#endif
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
