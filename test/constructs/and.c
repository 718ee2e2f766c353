// The right side of && runs only where the left side is true.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    if (Client == NULL && NmrDeregisterClient(Client) == STATUS_PENDING)
#else
    if (Client != NULL && NmrDeregisterClient(Client) == STATUS_PENDING)
#endif
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
