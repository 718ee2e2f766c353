// goto leaves the blocks and loops it stands in.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    for (;;) {
        {
            if (NmrDeregisterClient(Client) == STATUS_PENDING)
#ifdef FAULT
                goto Done;
#else
                goto Wait;
#endif
        }
        goto Done;
    }
Wait:
    NmrWaitForClientDeregisterComplete(Client);
Done:
    DbgPrint("gone\n");
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
