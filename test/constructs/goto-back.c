// goto backwards makes a loop.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    int turn = 0;

    UNREFERENCED_PARAMETER(Driver);
Again:
    if (turn == 1)
        NmrWaitForClientDeregisterComplete(Client);
    else
        NmrDeregisterClient(Client);
#ifdef FAULT
    if (++turn < 1)
#else
    if (++turn < 2)
#endif
        goto Again;
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
