// ! turns any value into a truth, and double negation keeps it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    BOOLEAN known = !!Client;

    UNREFERENCED_PARAMETER(Driver);
#ifdef FAULT
    if (!known)
#else
    if (!!known)
#endif
        if (!(NmrDeregisterClient(Client) != STATUS_PENDING))
            NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
