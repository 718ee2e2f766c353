// break leaves the innermost loop, continue goes on with its next turn.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    for (int outer = 0; outer < 2; outer++) {
        while (TRUE) {
            if (outer != 0)
                break;
            NmrDeregisterClient(Client);
            break;
        }
#ifdef FAULT
        if (outer == 0)
            break;
#else
        if (outer == 0)
            continue;
#endif
        NmrWaitForClientDeregisterComplete(Client);
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
