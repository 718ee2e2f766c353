// A volatile variable of the driver holds what the driver wrote.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

static volatile LONG Waiting;

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    Waiting = 1;
    NmrDeregisterClient(Client);
#ifdef FAULT
    if (Waiting == 0)
#else
    if (Waiting == 1)
#endif
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
