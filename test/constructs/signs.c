// A comparison of signed and unsigned numbers is one of unsigned numbers.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    LONG minus = -1;
    ULONG one = 1;

    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Client);
#ifdef FAULT
    if (minus < one)
#else
    if (minus > one)
#endif
        NmrWaitForClientDeregisterComplete(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
