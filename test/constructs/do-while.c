// The body of a do runs at least once; break leaves it, continue asks again.
// RUN: %right RIGHT
// RUN: %fault FAULT
// RUN: %fault CONTINUES
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    do {
#if defined(FAULT)
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            break;
#elif defined(CONTINUES)
        if (NmrDeregisterClient(Client) == STATUS_PENDING)
            continue;
#else
        if (NmrDeregisterClient(Client) != STATUS_PENDING)
            break;
#endif
        NmrWaitForClientDeregisterComplete(Client);
    } while (FALSE);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
// CONTINUES: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]
