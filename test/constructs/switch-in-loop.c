// break leaves the switch only, continue the turn of the loop around it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    for (int step = 0; step < 2; step++) {
        switch (step) {
        case 0:
            NmrDeregisterClient(Client);
#ifdef FAULT
            continue;
#else
            break;
#endif
        default:
            continue;
        }
        NmrWaitForClientDeregisterComplete(Client);
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
