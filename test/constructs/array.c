// The elements of an array are places of their own.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static HANDLE Handles[4][2];

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    Handles[2][1] = Client;
    Handles[1][1] = NULL;
#ifdef FAULT
    if (Handles[1][1])
#else
    if (Handles[2][1])
#endif
        if (NmrDeregisterClient(Handles[2][1]) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Handles[2][1]);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
