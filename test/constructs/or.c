// The right side of || runs only where the left side is false.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    if (Client != NULL || NmrDeregisterClient(Client) == STATUS_PENDING)
        return; // FAULT: :[[#@LINE]]:9: error: {{.*}}returns-registered]
#else
    if (Client == NULL || NmrDeregisterClient(Client) != STATUS_PENDING)
        return;
#endif
    NmrWaitForClientDeregisterComplete(Client);
}
