// The body of a while runs only while its condition is true.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    BOOLEAN waited = FALSE;

    UNREFERENCED_PARAMETER(Driver);
    NmrDeregisterClient(Client);
#ifdef FAULT
    while (waited) {
#else
    while (!waited) {
#endif
        NmrWaitForClientDeregisterComplete(Client);
        waited = TRUE;
    }
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
